import Rendering
import Synchronization
import Testing

@testable import LanternCommand

@Suite struct ProgressTests {
  private final class Log: Sendable {
    let text = Mutex("")
    func console(isTerminal: Bool) -> Console {
      Console(
        print: { _ in }, complain: { [self] line in text.withLock { $0 += line } }, isTerminal: isTerminal)
    }
  }

  private func show(isTerminal: Bool) -> String {
    let log = Log()
    let display = ProgressDisplay(log.console(isTerminal: isTerminal))
    for done in 1...400 {
      display.show(RenderProgress(done: done, total: 400, file: nil))
    }
    display.show(
      RenderProgress(done: 400, total: 400, file: RenderedFile(path: "a/still.png", bytes: 9, frames: nil)))
    display.show(
      RenderProgress(done: 400, total: 400, file: RenderedFile(path: "a/frames.json", bytes: 9, frames: 399)))
    display.end()
    return log.text.withLock { $0 }
  }

  @Test func aTerminalGetsOneLineThatGoesAway() {
    let text = show(isTerminal: true)
    #expect(!text.contains("\n") && text.hasSuffix("\r\u{1B}[K"))
    #expect(text.contains("100 %  400 of 400 pictures"))
    // One bar a percent, and the end.
    #expect(text.split(separator: "\r").count <= 102)
  }

  @Test func elsewhereEveryFileIsALine() {
    #expect(show(isTerminal: false) == "a/still.png\na/frames.json: 399 frames\n")
  }

  @Test func scaffoldsDoNotHideWhatTheyUse() {
    #expect(Scaffold.typeName("kv-cache") == "KvCache")
    #expect(Scaffold.typeName("column") == "ColumnFigure")
    #expect(Scaffold.typeName("self") == "SelfFigure")
  }
}
