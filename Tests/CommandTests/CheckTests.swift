import Figures
import Foundation
import Synchronization
import Testing

@testable import LanternCommand

/// A bar that leaves most of its stage empty, and one that says so.
private struct LoneBar: Figure {
  enum Mode: String, CaseIterable, Sendable { case story }
  static let about = About("lone-bar", title: Phrase("A bar", zh: "一条"))
  static func inputs(_ knobs: inout Knobs) {}
  static func story(_ inputs: Void, _ mode: Mode) -> Story<Double> {
    Story {
      Beat("short", 100, Phrase("It is short.", zh: "很短。"))
      Beat("long", 200, Phrase("It is long.", zh: "很长。"))
    }
  }
  static func view(_ length: Double, _ at: Moment) -> Stage {
    Stage(caption: Phrase("It grows.", zh: "它在变长。")) {
      Column {
        Box(.rest(.compute)).frame(width: length, height: 100).same("bar")
        Text(Phrase("length", zh: "长度")).same("label")
      }
    }
  }
  static func still(_ inputs: Void, _ mode: Mode) -> Stage { view(200, .still) }
}

private struct App: LanternApp {
  static let name = "pocket"
  static let catalogue = Catalogue([.init(LoneBar.self)])
}

/// What the command says of figures, and how it ends.
@Suite struct CheckTests {
  private func run(_ arguments: String...) -> (status: Int32, output: String, errors: String) {
    let out = Mutex("")
    let err = Mutex("")
    let console = Console(
      print: { text in out.withLock { $0 += text } }, complain: { text in err.withLock { $0 += text } },
      isTerminal: false)
    let status = App.run(arguments, on: console)
    return (status, out.withLock { $0 }, err.withLock { $0 })
  }

  @Test func whatIsFoundIsOneLineAndStatusOne() {
    let (status, output, errors) = run("check")
    #expect(status == 1 && errors.isEmpty)
    let lines = output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasPrefix("lone-bar: story, en, still: the stage has an empty rectangle of ") == true)
    #expect(lines.first?.contains("[stage-empty]") == true && lines.first?.contains("in 6 pictures") == true)
    #expect(lines.last?.hasPrefix("1 finding in 1 of 1 figure, 0 waived; 6 pictures at rest") == true)
  }

  @Test func nothingFoundIsStatusNull() {
    let (status, output, _) = run("check", "lone-bar", "--rule", "text-overlap")
    #expect(status == 0 && output.hasPrefix("nothing found in 1 figure"))
  }

  @Test func jsonIsOneObject() throws {
    let (status, output, _) = run("check", "--json")
    #expect(status == 1)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let finding = try #require((report["findings"] as? [[String: Any]])?.first)
    #expect(finding["rule"] as? String == "stage-empty" && finding["locale"] as? String == "en")
    #expect((finding["box"] as? [Double])?.count == 4)
  }

  @Test func sarifAndThePageAreWritten() throws {
    let scratch = try Scratch()
    #expect(
      run("check", "--sarif", scratch.place("a/check.sarif"), "--report", scratch.place("b")).status == 1)
    let files = try contents(of: scratch.path)
    #expect(Set(files.keys) == ["a/check.sarif", "b/index.html", "b/pictures/0.png"])
    let sarif = try JSONSerialization.jsonObject(with: files["a/check.sarif"] ?? Data()) as? [String: Any]
    #expect(sarif?["version"] as? String == "2.1.0")
    let results = ((sarif?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    #expect(results?.first?["ruleId"] as? String == "stage-empty")
    let page = String(decoding: files["b/index.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("pictures/0.png") && page.contains("has an empty rectangle"))
  }

  @Test func wrongWordsAreOneSentence() {
    let (status, output, errors) = run("check", "--rule", "text-overlab")
    #expect(status == 2 && output.isEmpty)
    #expect(
      errors.contains("there is no rule “text-overlab”") && errors.contains("did you mean “text-overlap”?"))
    #expect(run("check", "nobody").status == 2)
  }

  @Test func eachRuleIsListedWithItsBasis() {
    let (status, output, _) = run("check", "--rules")
    #expect(status == 0)
    #expect(output.contains("text-contrast\n") && output.contains("WCAG 2.2, 1.4.3"))
  }
}
