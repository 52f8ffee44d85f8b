import Drawing
import Foundation
import Geometry
import Testing
import Typography

private let styles: [TextStyle] = [.title, .label, .caption, .note, .data]

@Suite struct FontTableTests {
  let shaping = Shaping()

  /// Widths, glyphs and places of every run are HarfBuzz's.
  private func check(_ text: String, _ style: TextStyle, _ language: Language) {
    let line = measure(text, style, language)
    var x = 0.0
    for run in line.runs {
      #expect(abs(run.offset.x - x) < 1e-6, "\(text)")
      x += run.width
      let scale = run.size / Double(FontTable.fonts[run.face.rawValue].unitsPerEm)
      let expected = shaping.shape(run.text, run.face)
      let width = Double(expected.reduce(0) { $0 + $1.advance }) * scale
      if abs(run.width - width) > 0.01 {
        Issue.record("\(run.face) “\(run.text)”: \(run.width), HarfBuzz \(width)")
      }
      let glyphs = FontTable.glyphs(of: run.text, face: run.face, size: run.size)
      guard glyphs.count == expected.count else {
        Issue.record("\(run.face) “\(run.text)”: \(glyphs.count) glyphs, HarfBuzz \(expected.count)")
        continue
      }
      var pen = 0.0
      for (ours, theirs) in zip(glyphs, expected) {
        let glyph = ours.glyph == 0 ? shaping.nominal(ours.scalar, run.face) : ours.glyph
        // A mark without an anchor slides in HarfBuzz with the kerning of its letter; ours stays above it.
        let tolerance = ours.scalar.properties.generalCategory == .nonspacingMark ? 0.05 * run.size : 0.01
        if glyph != theirs.glyph || abs(ours.x - pen - Double(theirs.dx) * scale) > tolerance
          || abs(ours.y + Double(theirs.dy) * scale) > 0.01
        {
          Issue.record("\(run.face) “\(run.text)”: \(ours), HarfBuzz \(theirs) at \(pen)")
        }
        pen += Double(theirs.advance) * scale
      }
    }
    #expect(abs(line.width - x) < 1e-6, "\(text)")
  }

  @Test(arguments: Language.allCases) func labelsMeasureAsHarfBuzzDoes(language: Language) {
    for label in Words.labels.split(separator: "\n") {
      for style in styles { check(String(label), style, language) }
    }
  }

  @Test func wordsMeasureAsHarfBuzzDoes() {
    for words in [Words.tokens, Words.others] {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        // Escaped, since the catalogue's own marks are not markup; groups would overlap.
        let plain = escaped(String(word))
        for style in styles where style != .label { check(plain, style, .en) }
        check(plain, .caption, .zh)
      }
    }
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for c in text { out += "\\*_^~`{}".contains(c) ? "\\\(c)" : String(c) }
    return out
  }

  @Test(arguments: [
    "x̂", "x̂y", "T̂o", "T̄o", "ᾱ_t", "AV̂A", "p̃(x)", "e\u{301}", "É", "W̄V", "ẋ", "0̂", "AVAToTyYo.", "r., P, “A”",
    "10:30; 1,000.5", "–−×÷≈≤≥", "①②", "fi ffl -> => != 1/2", "“don’t”",
  ]) func marksAndKernsStandWhereHarfBuzzPutsThem(text: String) {
    for style in styles { check(text, style, .en) }
  }

  @Test func everyPairOfLettersKernsAsInHarfBuzz() {
    let letters = "ABCFLPTVWYabcefgkoprtvwyz.,-–—:()/“”’10 ΓΔΣαβλσ×=éÅ"
    for a in letters {
      var text = ""
      for b in letters { text += "\(a)\(b)" }
      for style in styles { check(text, style, .en) }
    }
  }

  @Test func everyCharacterOfTheCatalogueHasAFace() {
    for c in Words.characters.unicodeScalars
    where c != "\n" && c.properties.generalCategory != .nonspacingMark {
      #expect(Face.allCases.contains { FontTable.covers($0, c) }, "U+\(String(c.value, radix: 16)) \(c)")
    }
    for style in styles {
      let words = [Words.labels, Words.tokens, Words.others].joined(separator: "\n")
      #expect(missingCharacters(in: words, style) == [])
    }
  }

  @Test func coveredCharactersAreInTheFont() {
    for face in Face.allCases {
      for value in [0x20...0x2FFF, 0x3000...0xFFEF, 0x1D400...0x1D7FF].joined() {
        guard let c = Unicode.Scalar(UInt32(value)), FontTable.covers(face, c) else { continue }
        if shaping.nominal(c, face) == nil { Issue.record("\(face) lacks U+\(String(value, radix: 16))") }
      }
    }
  }

  @Test func chineseCharactersHaveTheGlyphOfTheCmap() {
    for face in [Face.cjk, .cjkBold] {
      for value in 0x3000...0x9FFF {
        guard let c = Unicode.Scalar(UInt32(value)), FontTable.covers(face, c) else { continue }
        let glyphs = FontTable.glyphs(of: String(Character(c)), face: face, size: 1000)
        let expected = shaping.shape(String(Character(c)), face)
        if glyphs.count != 1 || expected.count != 1
          || (glyphs[0].glyph == 0 ? shaping.nominal(c, face) : glyphs[0].glyph) != expected[0].glyph
          || abs(FontTable.advance(c, face: face, size: 1000) - Double(expected[0].advance)) > 1e-9
        {
          Issue.record("\(face) U+\(String(value, radix: 16))")
        }
      }
    }
  }

  @Test func installedFontsAreTheMeasuredOnes() {
    #expect(FontTable.fonts.map(\.face) == Face.allCases)
    for record in FontTable.fonts {
      let path = Shaping.path(record)
      #expect(
        Shaping.sha256(path) == record.sha256,
        "\(path): the table was measured with \(record.version) of the Debian package \(record.package)")
    }
  }

  @Test func placedGlyphsCoverTheText() {
    for (text, face) in [("x̂ = A – 3", Face.sans), ("中文——，“引”", .cjk), ("e\u{301}t", .mono)] {
      var end = 0
      for glyph in FontTable.glyphs(of: text, face: face, size: 18) {
        #expect(glyph.start == end)
        end = glyph.start + glyph.length
      }
      #expect(end == text.utf8.count, "\(text)")
    }
  }

  @Test func theTableIsWhatTheGeneratorMakes() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let generator = Process()
    generator.executableURL = built.appendingPathComponent("lantern-fonts")
    generator.arguments = ["--check"]
    generator.currentDirectoryURL = root
    let output = Pipe()
    generator.standardError = output
    try generator.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    generator.waitUntilExit()
    #expect(generator.terminationStatus == 0, "\(said)")
  }
}
