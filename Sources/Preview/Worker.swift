import Foundation

/// The program of the figures, kept running to answer the page's questions; after a build another takes over.
///
/// All that changes is touched on one queue, so that it can be shared.
final class Worker: @unchecked Sendable {
  private let queue = DispatchQueue(label: "lantern.preview.worker")
  private let program: String
  private var process: Process?
  private var wire: Wire?
  private var complaints: FileHandle?

  /// Names the program; it starts with the first question.
  init(program: String) { self.program = program }

  /// Asks it; when it stops over a question, says what it said last.
  func ask(_ target: String) async -> PreviewAnswer {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.askNow(target)) }
    }
  }

  /// Lets it go.
  func stop() {
    queue.async {
      // It keeps nothing that could be lost.
      self.process.map { _ = kill($0.processIdentifier, SIGKILL) }
      self.process?.waitUntilExit()
      self.wire = nil
    }
  }

  private func askNow(_ target: String) -> PreviewAnswer {
    if wire == nil || process?.isRunning != true {
      guard start() else { return .sentence("\(program) does not start", status: 503) }
    }
    guard wire?.ask(target) == true, let answer = wire?.answer() else {
      process?.waitUntilExit()
      wire = nil
      return .sentence("the figure stops the program: \(lastWords)", status: 500)
    }
    return answer
  }

  private func start() -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["preview-worker"]
    let (questions, answers) = (Pipe(), Pipe())
    process.standardInput = questions
    process.standardOutput = answers
    // What it complains of goes to a file without a name, which never fills up as a pipe would.
    complaints = tmpfile().map { FileHandle(fileDescriptor: fileno($0), closeOnDealloc: true) }
    if let complaints { process.standardError = complaints }
    // No other program may hold these ends, so that this one ends when the server does.
    for end in [questions.fileHandleForWriting, answers.fileHandleForReading] {
      _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    guard (try? process.run()) != nil else { return false }
    self.process = process
    wire = Wire(
      reading: answers.fileHandleForReading.fileDescriptor,
      writing: questions.fileHandleForWriting.fileDescriptor)
    pipes = [questions, answers]
    return true
  }

  /// Keeps the ends open as long as the wire is used.
  private var pipes: [Pipe] = []

  /// The line of its complaints that says why it stopped.
  private var lastWords: String {
    guard let complaints, (try? complaints.seek(toOffset: 0)) != nil, let data = try? complaints.readToEnd()
    else { return "it said nothing" }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    return lines.first { $0.contains("Fatal error") } ?? lines.first ?? "it said nothing"
  }
}
