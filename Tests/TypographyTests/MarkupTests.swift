import Drawing
import Geometry
import Testing

@testable import Typography

@Suite struct MarkupTests {
  /// Runs as “face/size:text”, with ↓ or ↑ when lowered or raised.
  private func runs(_ text: String, _ style: TextStyle = .note, _ language: Language = .en) -> [String] {
    measure(text, style, language).runs.map {
      "\($0.face)\($0.offset.y > 0 ? "↓" : $0.offset.y < 0 ? "↑" : "")\($0.paint == .muted ? "~" : ""):\($0.text)"
    }
  }

  @Test func marksChangeTheFace() {
    #expect(runs("a **b** c") == ["sans:a ", "sansBold:b", "sans: c"])
    #expect(runs("a `b` c") == ["sans:a ", "mono:b", "sans: c"])
    #expect(runs("a ~b~ c") == ["sans:a ", "sans~:b", "sans: c"])
    #expect(runs("**a `b` ~c~**") == ["sansBold:a ", "monoBold:b", "sansBold: ", "sansBold~:c"])
    #expect(runs("中**文**") == ["cjk:中", "cjkBold:文"])
    #expect(runs("**a**b", .label) == ["sansBold:ab"])
  }

  @Test func groupsAreSmallerAndShifted() {
    let line = measure("x_{i}^{2}", .label, .en)
    #expect(runs("x_{i}^{2}") == ["sans:x", "sans↓:i", "sans↑:2"])
    #expect(line.runs[1].size == 0.72 * 18 && line.runs[1].offset.y > 0 && line.runs[2].offset.y < 0)
    // Over each other, not after each other.
    #expect(line.runs[1].offset.x == line.runs[2].offset.x)
    #expect(
      line.width
        == max(line.runs[1].offset.x + line.runs[1].width, line.runs[2].offset.x + line.runs[2].width))
    #expect(line.ascent > 0.78 * 18 && line.descent >= 0.22 * 18)
    let more = measure("x_{ij}^{2}y", .label, .en)
    let end = max(more.runs[1].width, more.runs[2].width)
    #expect(abs(more.runs[3].offset.x - more.runs[1].offset.x - end) < 1e-9)
    // A parenthesis over a capital: raised ink ends (0.2 em under its baseline) above where lowered ink starts.
    let (low, high) = (more.runs[1], more.runs[2])
    #expect(low.offset.y - 0.727 * low.size > high.offset.y + 0.2 * high.size)
    #expect(high.offset.y < measure("x^{2}", .label, .en).runs[1].offset.y)
  }

  @Test(arguments: [
    "x_{i}^{2}", "x^{2}_{i}", "x_{a_{b}}^{2}", "x_{a_{b}^{c}}^{2}", "x^{2}_{a_{b}}", "x_{**a**b}^{2}",
    "x_{i}^{中文}",
  ]) func twoGroupsShareAPlace(text: String) {
    let runs = measure(text + "y", .label, .en).runs
    let groups = runs.dropFirst().dropLast()
    let ends = groups.map { $0.offset.x + $0.width }
    #expect(runs[1].offset.x == groups.filter { $0.offset.y * runs[1].offset.y < 0 }.map(\.offset.x).min())
    #expect(abs((runs.last?.offset.x ?? 0) - (ends.max() ?? 0)) < 1e-9)
  }

  @Test func groupsNest() {
    #expect(runs("e^{x^{2}}") == ["sans:e", "sans↑:x", "sans↑:2"])
    let line = measure("a_{b_{c}}d", .label, .en)
    #expect(line.runs[2].size == 0.72 * 0.72 * 18 && line.runs[2].offset.y > line.runs[1].offset.y)
    #expect(line.runs[3].offset.y == 0)
    #expect(plainText("a_{b{c}d}e") == "ab{c}de")
    #expect(plainText("_{_{_{_{x}}}}") == "_{x}")
  }

  @Test func onlyTwoGroupsShareAPlace() {
    let runs = measure("a_{b}^{c}_{d}^{e}f", .label, .en).runs
    #expect(runs.map(\.text) == ["a", "b", "c", "d", "e", "f"])
    #expect(runs[1].offset.x == runs[2].offset.x && runs[3].offset.x == runs[4].offset.x)
    #expect(runs[3].offset.x >= runs[2].offset.x + min(runs[1].width, runs[2].width))
  }

  @Test(arguments: [
    "2 * 3 * 4", "a_b_c", "x^2", "~3 GB and ~5 GB", "a ~ b ~ c", "**", "****", "** a **", "_{", "^{a", "a}b",
    "{a}", "`",
    "a`b", "\\", "\\n", "C:\\dir", "snake_case", "~/.cache", "x~y~z", "a*b**c", "__init__", "→ 2 ** 3",
  ]) func withoutAPartnerAMarkIsACharacter(text: String) {
    #expect(plainText(text) == text)
    #expect(measure(text, .note, .en).text == text)
  }

  @Test(arguments: [
    ("\\*\\*a\\*\\*", "**a**"), ("\\_{a}", "_{a}"), ("\\^{a}", "^{a}"), ("\\`a\\`", "`a`"),
    ("\\~a\\~", "~a~"),
    ("\\\\", "\\"), ("_{a\\}b}", "a}b"), ("`a\\`b`", "a`b"), ("\\{\\}", "{}"),
  ]) func aBackslashMakesAMarkACharacter(text: String, plain: String) {
    #expect(plainText(text) == plain)
    #expect(measure(text, .note, .en).text == plain)
  }

  @Test func insideMonoOnlyGroupsAreMarks() {
    #expect(runs("`a**b**~c~`") == ["mono:a**b**~c~"])
    #expect(runs("`d_{k}`") == ["mono:d", "mono↓:k"])
    #expect(runs("`a_{b` c}") == ["mono:a_{b", "sans: c}"])
    #expect(runs("_{`a}`b}") == ["mono↓:a}", "sans↓:b"])
  }

  @Test func strongAndQuietMayOverlap() {
    #expect(runs("**a ~b** c~") == ["sansBold:a ", "sansBold~:b", "sans~: c"])
    #expect(plainText("**a _{b** c}") == "**a b** c")
  }

  @Test func everyMarkupKeepsItsPlainText() {
    var random = Mulberry32(seed: 7)
    let pieces = [
      "**", "`", "~", "_{", "^{", "}", "{", "\\", "a", "B", " ", "中", "3", "_", "*", "^", "\u{302}",
    ]
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<(1 + Int(random.next() * 24)) { text += pieces[Int(random.next() * Double(pieces.count))] }
      let line = measure(text, .note, .zh)
      #expect(line.text.unicodeScalars.count == plainText(text).unicodeScalars.count, "\(text)")
      #expect(
        line.runs.allSatisfy { $0.offset.x >= 0 && $0.offset.x + $0.width <= line.width + 1e-9 }, "\(text)")
    }
  }

  @Test func theShortWayGivesTheSame() {
    for text in ["AV To", "a, b; c: 10.5", "{x}", " lead", "trail ", "Ty.", "x"] {
      for style in [TextStyle.title, .label, .caption, .note, .data] {
        for language in Language.allCases {
          let long = Setting(text, style, language)
          #expect(measure(text, style, language) == long.line(long.letters.indices))
        }
      }
    }
  }
}
