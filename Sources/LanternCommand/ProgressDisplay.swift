import Rendering
import Synchronization

/// Shows how far a run is: a bar on a terminal, elsewhere a line for each file.
final class ProgressDisplay: Sendable {
  private let console: Console
  private let shown = Mutex(-1)
  private static let cells = 30

  init(_ console: Console) { self.console = console }

  /// Shows progress.
  func show(_ progress: RenderProgress) {
    if console.isTerminal {
      let share = progress.total == 0 ? 1 : Double(progress.done) / Double(progress.total)
      let percent = Int(share * 100)
      // A terminal that is written to for every picture slows the work down.
      guard
        shown.withLock({ last in
          defer { last = percent }
          return last != percent
        })
      else { return }
      let full = Int((share * Double(Self.cells)).rounded())
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.cells - full)
      console.complain("\r\(bar) \(percent) %  \(progress.done) of \(progress.total) pictures")
    } else if let file = progress.file {
      console.complain(file.frames.map { "\(file.path): \($0) frames\n" } ?? "\(file.path)\n")
    }
  }

  /// Takes the bar away.
  func end() {
    if console.isTerminal { console.complain("\r\u{1B}[K") }
  }
}
