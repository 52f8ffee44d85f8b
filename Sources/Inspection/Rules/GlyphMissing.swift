import Figures

extension Rule {
  /// Every character has a glyph.
  static let glyphMissing = Rule(
    "glyph-missing", "Every character is in the font that draws it.",
    basis:
      "The Unicode Standard, 5.3: unknown and missing characters; W3C, Requirements for Chinese Text Layout",
    .picture { picture in
      picture.texts.compactMap { item, words in
        let missing = words.line.runs.flatMap { missingScalars(in: $0) }
        guard !missing.isEmpty else { return nil }
        let names = missing.map {
          $0 == "□" ? "a box stands for it" : "U+\(String($0.value, radix: 16, uppercase: true))"
        }
        return Flaw(
          picture.element(item),
          "has a character that no font has (\(names.joined(separator: ", "))): use another sign")
      }
    })

  private static func missingScalars(in run: TextRun) -> [Unicode.Scalar] {
    // Layout sets a box where no face has a character.
    let boxes = run.text.unicodeScalars.filter { $0 == "□" || $0 == "\u{FFFD}" }
    var drawn = [Bool](repeating: false, count: run.text.utf8.count)
    for glyph in FontTable.glyphs(of: run.text, face: run.face, size: run.size) {
      for i in glyph.start..<min(drawn.count, glyph.start + glyph.length) { drawn[i] = true }
    }
    var out = Array(boxes)
    var start = 0
    for scalar in run.text.unicodeScalars {
      if drawn.indices.contains(start), !drawn[start] { out.append(scalar) }
      start += UTF8.width(scalar)
    }
    return out
  }
}
