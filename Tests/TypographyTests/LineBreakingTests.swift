import Drawing
import Geometry
import Testing

@testable import Typography

/// Texts that nobody means to set.
private let hostile: [String] = [
  "", " ", "     ", "\n", "\n\n\n", " \n ", "\t\r\n\u{0}\u{7}\u{1B}[0m",
  String(repeating: "a", count: 10_000),
  String(repeating: "字", count: 10_000), String(repeating: "a ", count: 5_000),
  String(repeating: "（", count: 2_000),
  String(repeating: "。", count: 2_000), String(repeating: "_{", count: 3_000),
  String(repeating: "^{a", count: 3_000),
  String(repeating: "**", count: 3_000), String(repeating: "`", count: 3_001),
  String(repeating: "~a ", count: 3_000),
  String(repeating: "}", count: 3_000), String(repeating: "\\", count: 3_001),
  String(repeating: "\u{302}", count: 3_000),
  "x" + String(repeating: "\u{301}\u{327}", count: 1_000), "👩‍👩‍👧‍👦🏳️‍🌈👍🏽", "مرحبا بالعالم", "שלום עולם",
  "\u{202E}abc\u{202C}",
  "\u{2066}x\u{2069}\u{FEFF}\u{200D}\u{AD}", "\u{10FFFF}\u{E000}\u{FFFD}\u{F0000}", "ｶﾞひらがなカタカナ", "한국어", "𝔼𝟙𝒪",
  "__init__ 2**3 ~/x", "a\u{2028}b\u{2029}c",
]

private let sentences: [(Language, String)] = [
  (.en, "Slots free up at iteration boundaries, so a waiting request enters at once."),
  (
    .en,
    "A non-linear end-to-end prefill/decode split — “unlike static batching” — keeps `max_num_seqs` **full** (e.g. 16/16)."
  ),
  (.en, "softmax(QK^{T}/√d_{k})·V costs O(n^{2}·d) FLOPs per head and 2·n·d_{k} bytes of KV cache."),
  (.zh, "slot 在每次 iteration 的边界上释放，所以等待中的 request 可以立刻进入（不必等整批结束）。"),
  (.zh, "“连续批处理”——也叫 in-flight batching——让 GPU 一直有活干……吞吐提高 2.3 倍！"),
  (.zh, "《注意力》：“每个 token 都在问：谁和我有关？”——答案由 softmax(QK^{T}/√d_{k}) 给出。"),
]

@Suite struct LineBreakingTests {
  private func withoutSpaces(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " && $0 != "\n" }
  }

  private func joined(_ lines: [MeasuredLine]) -> String { lines.map(\.text).joined(separator: " ") }

  @Test func linesFitAndKeepTheWords() {
    for (language, text) in sentences {
      for style in [TextStyle.caption, .note, .data] {
        for width in stride(from: 80.0, through: 900, by: 23) {
          let lines = breakLines(text, style, language, width: width)
          for line in lines { #expect(line.width <= width + 1e-6) }
          #expect(withoutSpaces(joined(lines)) == withoutSpaces(plainText(text)))
          for line in lines { #expect(!line.text.hasPrefix(" ") && !line.text.hasSuffix(" ")) }
        }
      }
    }
  }

  @Test func noLineStartsWithAClosingMarkOrEndsWithAnOpeningOne() {
    for (language, text) in sentences {
      for width in stride(from: 120.0, through: 900, by: 7) {
        for line in breakLines(text, .caption, language, width: width) {
          #expect(!"，。：；、）”！？…—·,.:;!?)%".contains(line.text.first ?? "a"), "\(width) \(line.text)")
          #expect(!"（“《(‘".contains(line.text.last ?? "a"), "\(width) \(line.text)")
        }
      }
    }
  }

  @Test func aDoubleDashAndAnEllipsisStayWhole() {
    let text = "一二三四五六七八九十——一二三四五六……七八九十"
    for width in stride(from: 60.0, through: 400, by: 5) {
      let lines = breakLines(text, .caption, .zh, width: width).map(\.text)
      #expect(lines.filter { $0.contains("——") }.count == 1 && lines.filter { $0.contains("……") }.count == 1)
    }
  }

  @Test(arguments: [
    ("k-means tokens/s GPT-4 e-mail 1/2", ["k-", "tokens/", "GPT-", "e-", "1/"]),
    ("x_{i} y^{2} ab", ["x", "y"]),
    ("16\u{A0}GB of\u{202F}it", ["16", "of"]),
  ]) func whatBelongsTogetherIsNotTorn(text: String, ends: [String]) {
    for width in stride(from: 90.0, through: 300, by: 3) {
      for line in breakLines(text, .label, .en, width: width) {
        #expect(!ends.contains { line.text.hasSuffix($0) }, "\(line.text)")
      }
    }
  }

  @Test func breaksAfterHyphensSlashesAndDashes() {
    #expect(breakLines("prefill/decode", .label, .en, width: 80).map(\.text) == ["prefill/", "decode"])
    #expect(breakLines("data-parallel", .label, .en, width: 80).map(\.text) == ["data-", "parallel"])
    #expect(breakLines("before—after it", .label, .en, width: 90).map(\.text) == ["before—", "after it"])
    #expect(breakLines("请求/响应", .label, .zh, width: 50).map(\.text) == ["请求/", "响应"])
  }

  @Test func explicitBreaksHold() {
    #expect(breakLines("a\nb", .label, .en, width: 500).map(\.text) == ["a", "b"])
    #expect(breakLines("a\n\nb\n", .label, .en, width: 500).map(\.text) == ["a", "", "b", ""])
    #expect(breakLines("", .label, .en, width: 500) == [measure("", .label, .en)])
    #expect(measure("a\nb", .label, .en).text == "a b")
  }

  @Test func shortTextsAreBalanced() {
    let text = "Requests wait in the queue until one of the four slots is free"
    for width in stride(from: 170.0, through: 500, by: 10) {
      let set = breakLines(text, .label, .en, width: width)
      let widths = set.map(\.width)
      #expect((2...4).contains(set.count))
      #expect((widths.min() ?? 0) > 0.6 * (widths.max() ?? 0), "\(set.map(\.text))")
    }
    // Filled greedily, “free” would stand alone.
    let narrow = measure("Requests wait in the queue until one of the four slots is", .label, .en).width
    #expect(breakLines(text, .label, .en, width: narrow + 1).last?.text.contains(" ") == true)
  }

  @Test func neverMoreLinesThanGreedyFillingNeeds() {
    for (language, text) in sentences {
      var last = Int.max
      for width in stride(from: 120.0, through: 1200, by: 11) {
        let count = breakLines(text, .caption, language, width: width).count
        #expect(count <= last)
        last = count
      }
      #expect(last == 1)
    }
  }

  @Test func aTextFitsTheWidthThatItWasMeasuredWith() {
    for (language, text) in sentences {
      let line = measure(text, .caption, language)
      #expect(breakLines(text, .caption, language, width: line.width) == [line])
    }
  }

  @Test func looksCarryOverBreaks() {
    let lines = breakLines("one **two three four** five", .note, .en, width: 60)
    #expect(lines.count > 2)
    let bold = lines.flatMap(\.runs).filter { $0.face == .sansBold }.map(\.text).joined(separator: " ")
    #expect(bold.split(separator: " ") == ["two", "three", "four"])
  }

  @Test func aWordTooWideIsTornBetweenCharacters() {
    let lines = breakLines("abcdefghijklmnopqrstuvwxyz", .data, .en, width: 50)
    #expect(lines.count == 6 && lines.map(\.text).joined() == "abcdefghijklmnopqrstuvwxyz")
    #expect(lines.allSatisfy { $0.width <= 50 })
    #expect(breakLines("ab", .data, .en, width: 0).map(\.text) == ["a", "b"])
    #expect(breakLines("x̂ŷ", .data, .en, width: -.infinity).map(\.text) == ["x̂", "ŷ"])
  }

  @Test(arguments: hostile) func nothingTraps(text: String) {
    for (style, language) in [(TextStyle.title, Language.en), (.note, .zh), (.data, .en)] {
      let line = measure(text, style, language)
      #expect(line.width.isFinite && line.width >= 0)
      _ = missingCharacters(in: text, style)
      for width in [200.0, 0, -1, .infinity, .nan] {
        let lines = breakLines(text, style, language, width: width)
        #expect(!lines.isEmpty)
        #expect(withoutSpaces(joined(lines)) == withoutSpaces(line.text))
      }
      for run in line.runs {
        #expect(run.text.unicodeScalars.allSatisfy { isMark($0) || FontTable.covers(run.face, $0) })
        _ = FontTable.glyphs(of: run.text, face: run.face, size: run.size)
      }
    }
    for face in Face.allCases { _ = FontTable.glyphs(of: text, face: face, size: 18) }
  }

  @Test func whatNoFaceHasIsABoxAndReported() {
    #expect(measure("a👍b", .label, .en).text == "a□b")
    #expect(missingCharacters(in: "a👍b שx⃗") == ["👍", "ש", "\u{20D7}"])
    #expect(missingCharacters(in: "ᾱ_{t} = Πα_{s}, x̂, 中文 ⟨q,k⟩ ℝ^{n} ✓") == [])
    // Controls and joiners have nothing to draw.
    #expect(measure("a\u{200B}\u{7}\u{202E}b", .label, .en).text == "ab")
  }

  @Test func theShortWayGivesWhatTheLongWayGives() {
    for style in [TextStyle.title, .label, .caption, .note, .data] {
      for language in Language.allCases {
        for text in ["x", "AVATAR To. W.A.", "16/16 tokens/s", "(a - b) {c} #1"] {
          let setting = Setting(text, style, language)
          #expect(plainLine(text, style, language) == setting.line(setting.letters.indices))
        }
        for text in ["", " ", " a", "a ", "a  b", "a\nb", "**a**", "x_{1}", "槽", "é"] {
          #expect(plainLine(text, style, language) == nil)
        }
      }
    }
  }
}
