#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the server and the figures' program talk: a question is one line; an answer is a line of status, length
/// and media type, then so many bytes.
struct Wire {
  private let input, output: Int32
  private var buffer: [UInt8] = []

  /// Reads and writes at two file descriptors.
  init(reading input: Int32, writing output: Int32) { (self.input, self.output) = (input, output) }

  /// Writes a question; false when nobody listens any more.
  func ask(_ target: String) -> Bool { write(Array((target + "\n").utf8)) }

  /// Writes an answer; false when nobody listens any more.
  func answer(_ answer: PreviewAnswer) -> Bool {
    write(Array("\(answer.status) \(answer.body.count) \(answer.type)\n".utf8)) && write(answer.body)
  }

  /// Reads a line without its end; nil when there is none.
  mutating func line() -> String? {
    var scanned = 0
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      scanned = buffer.count
      guard fill() else { return nil }
    }
  }

  /// Reads an answer; nil when the other side has gone.
  mutating func answer() -> PreviewAnswer? {
    guard let head = line() else { return nil }
    let parts = head.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let status = Int(parts[0]), let count = Int(parts[1]), count >= 0 else {
      return nil
    }
    while buffer.count < count { guard fill() else { return nil } }
    let body = Array(buffer[..<count])
    buffer.removeSubrange(..<count)
    return PreviewAnswer(status: status, type: String(parts[2]), body: body)
  }

  private mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let n = read(input, &chunk, chunk.count)
    guard n > 0 else { return false }
    buffer += chunk[..<n]
    return true
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let n = bytes[done...].withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.write(output, $0.baseAddress, $0.count)
        #else
          Darwin.write(output, $0.baseAddress, $0.count)
        #endif
      }
      guard n > 0 else { return false }
      done += n
    }
    return true
  }
}

/// Answers questions from the standard input until it ends: what the program of the figures does for `preview`.
public func serveFigures(_ desk: FigureDesk) {
  signal(SIGPIPE, SIG_IGN)
  var wire = Wire(reading: STDIN_FILENO, writing: STDOUT_FILENO)
  while let question = wire.line() { guard wire.answer(desk.answer(question)) else { return } }
}
