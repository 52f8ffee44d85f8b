import Drawing
import Geometry
import Testing

@testable import Typography

@Suite struct StyleTests {
  private func faces(_ text: String, _ style: TextStyle, _ language: Language) -> [Face] {
    measure(text, style, language).runs.map(\.face)
  }

  @Test func theScaleIsTheStyleGuides() {
    let rows: [(TextStyle, Double, Double, TextStyle.Weight, TextStyle.Weight, Double)] = [
      (.title, 28, 28, .semibold, .semibold, 34), (.label, 18, 18, .semibold, .semibold, 24),
      (.caption, 18, 18, .medium, .regular, 24), (.note, 15, 16, .regular, .regular, 20),
      (.data, 15, 15, .medium, .medium, 20),
    ]
    for (style, en, zh, weight, weightZh, line) in rows {
      #expect(style.size(in: .en) == en && style.size(in: .zh) == zh && style.lineHeight == line)
      #expect(style.weight(in: .en) == weight && style.weight(in: .zh) == weightZh)
    }
    #expect(TextStyle.data.family == .mono)
  }

  @Test func stylesChooseFaces() {
    #expect(faces("a", .title, .en) == [.sansBold] && faces("a", .caption, .en) == [.sansMedium])
    #expect(faces("a", .caption, .zh) == [.sans] && faces("a", .data, .en) == [.mono])
    #expect(faces("a", .data.bold, .en) == [.monoBold] && faces("a", .note.mono, .en) == [.mono])
    #expect(faces("词表", .label, .zh) == [.cjkBold] && faces("词表", .note, .zh) == [.cjk])
    #expect(faces("ℝ", .note, .en) == [.symbol] && faces("ℝ", .title, .en) == [.symbolBold])
    // What the code face lacks comes from the words' face before the symbol face.
    #expect(faces("ⁿ", .data, .en) == [.sansMedium] && faces("∝", .data, .en) == [.symbol])
  }

  @Test func modifiersChangeWhatTheySay() {
    #expect(TextStyle.note.sized(30).lineHeight == 40 && TextStyle.note.sized(30).size(in: .zh) == 30)
    #expect(measure("a", .note.painted(.muted), .en).runs[0].paint == .muted)
    #expect(measure("a", .note.bold, .zh).runs[0].face == .sansBold)
    #expect(TextStyle.note.sized(15).painted(.ink) == TextStyle(size: 15, lineHeight: 20))
    #expect(
      measure("~a~", .note.painted(.role(.cache, .text)), .en).runs[0].paint
        == Paint.role(.cache, .text).faded(0.75))
  }

  @Test func sharedPunctuationIsWideInChineseOnly() {
    #expect(faces("“KV”", .note, .en) == [.sans])
    #expect(faces("叫“KV”", .note, .zh) == [.cjk, .sans, .cjk])
    #expect(faces("叫“KV”", .note, .en) == [.cjk, .sans])
    // Without a Chinese character the words are English in either language.
    #expect(faces("“KV”", .note, .zh) == [.sans])
    #expect(faces("它 don’t", .note, .zh) == [.cjk, .sans])
    #expect(faces("好——坏……", .note, .zh) == [.cjk])
    #expect(faces("好 2·n·d", .note, .zh) == [.cjk, .sans])
    #expect(faces("亚当·斯密", .note, .zh) == [.cjk])
    #expect(measure("——", .note, .zh).width < measure("好——", .note, .zh).width)
    #expect(measure("好——", .note, .zh).width == 48)
  }

  @Test func digitsAreAllAsWide() {
    for face in [Face.sans, .sansMedium, .sansBold, .mono, .monoBold] {
      let widths = (0...9).map { FontTable.width(of: "\($0)\($0)", face: face, size: 1000) }
      #expect(widths.allSatisfy { abs($0 - widths[0]) < 2.5 }, "\(face) \(widths)")
    }
  }

  @Test func phrasesHaveTwoLanguages() {
    let phrase = Phrase("pair count", zh: "相邻对计数")
    #expect(phrase[.en] == "pair count" && phrase[.zh] == "相邻对计数" && phrase.isTranslated)
    let term: Phrase = "KV cache"
    #expect(term[.zh] == "KV cache" && !term.isTranslated)
    let count: Phrase = "\(3) slots"
    #expect(count[.en] == "3 slots" && count == Phrase("3 slots") && count != phrase)
    #expect(Language.allCases.map(\.text) == ["en", "zh"])
  }

  @Test func aLineIsPlacedByItsPivot() {
    let line = measure("middle", .label, .en)
    let placed = line.placed(at: Point(100, 50), anchor: 0.5)
    #expect(placed.pivot == Point(100, 50) && placed.runs == line.runs && placed.width == line.width)
  }
}
