#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a command writes for its reader.
struct Console: Sendable {
  /// Writes a result.
  let print: @Sendable (String) -> Void
  /// Writes an error or how far the work is.
  let complain: @Sendable (String) -> Void
  /// Whether `complain` reaches a person, who likes a bar better than lines.
  let isTerminal: Bool

  /// The output and error streams of the process.
  static let process = Console(
    print: { write($0, to: STDOUT_FILENO) }, complain: { write($0, to: STDERR_FILENO) },
    isTerminal: isatty(STDERR_FILENO) == 1)

  private static func write(_ text: String, to stream: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let n = rest.withUnsafeBytes { writeBytes(stream, $0) }
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else { return }
      rest = rest.dropFirst(n)
    }
  }
}

/// `write(2)`, which a method of the same name hides.
private func writeBytes(_ stream: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(stream, bytes.baseAddress, bytes.count)
}

/// Ends the process.
func exitProcess(_ code: Int32) -> Never { exit(code) }
