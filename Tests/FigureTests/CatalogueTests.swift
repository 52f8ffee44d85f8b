import Figures
import Testing

private struct Halving: Figure {
  enum Mode: String, CaseIterable, Sendable { case story, doubles }
  static let about = About("halving", title: Phrase("Halving", zh: "减半"))
  static func inputs(_ knobs: inout Knobs) -> Int { knobs.int("steps", 1...8, default: 3) }
  static func story(_ steps: Int, _ mode: Mode) -> Story<Double> {
    Story {
      Beat("start", 1.0, Phrase("One whole.", zh: "一个整体。"))
      Beat("half", mode == .story ? 0.5 : 2, Phrase("Half of it.", zh: "一半。"))
    }
  }
  static func view(_ length: Double, _ at: Moment) -> Stage {
    Stage(telemetry: Telemetry([.init("length", length, digits: 1, unit: "m")])) {
      Box(.rest(.compute)).frame(width: 200 * length, height: 40).same("bar")
      if length > 1 { Box(.panel).frame(width: 9, height: 9).same("bar") }
    }
  }
  static func still(_ steps: Int, _ mode: Mode) -> Stage { view(1, .still) }
}

@Suite struct CatalogueTests {
  private let catalogue = Catalogue([.init(Halving.self), .init(Halving.self)])

  @Test func slugsAreFoundAndUnique() throws {
    #expect(catalogue.entries.count == 1)
    #expect(try catalogue.figure("halving").modes == ["story", "doubles"])
    #expect(throws: InputError.self) { try catalogue.figure("halvin") }
  }

  @Test func errorsNameTheFigureAndTheNearest() {
    func sentence(_ body: () throws(InputError) -> Void) -> String {
      do throws(InputError) { try body() } catch { return error.sentence }
      return ""
    }
    let slug = sentence { () throws(InputError) in _ = try catalogue.figure("halvin") }
    #expect(slug == "there is no figure “halvin”: choose from halving; did you mean “halving”?")
    let mode = sentence { () throws(InputError) in
      _ = try catalogue.figure("halving").prepared(mode: "storry")
    }
    #expect(mode.contains("has no mode “storry”") && mode.contains("did you mean “story”?"))
    let value = sentence { () throws(InputError) in
      _ = try catalogue.figure("halving").prepared(given: [(name: "steps", text: "99")])
    }
    #expect(value.hasPrefix("halving: steps cannot be “99”"))
    let beat = sentence { () throws(InputError) in
      _ = try catalogue.figure("halving").prepared().beat("haf")
    }
    #expect(beat.contains("choose from start, half; did you mean “half”?"))
  }

  @Test func theSheetHoldsTitleTelemetryAndCaption() throws {
    let figure = try catalogue.figure("halving").prepared()
    let board = figure.storyboard(.zh)
    let texts = try #require(board.frame(beat: 1, progress: 1)).lines.map { $0.text }
    for words in ["减半", "一半。", "0.5 m"] { #expect(texts.contains(words), "\(texts)") }
  }

  @Test func aDuplicateIdentityInAnyBeatIsFound() throws {
    #expect(try catalogue.figure("halving").prepared().problem(.en) == nil)
    let problem = try catalogue.figure("halving").prepared(mode: "doubles").problem(.en)
    #expect(problem?.sentence.contains("halving, doubles, half") == true)
    #expect(problem?.sentence.contains("CatalogueTests.swift") == true)
  }
}
