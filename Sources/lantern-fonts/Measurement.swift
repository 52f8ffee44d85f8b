import Foundation

/// What HarfBuzz says of one face of Latin letters or symbols.
struct Measurement {
  private let shaper: Shaper
  private let characters: [UInt32]
  private let singles: [UInt32: Shaper.Glyph]
  private let kerning: Kerning

  init(_ shaper: Shaper, except lacked: Shaper? = nil) throws {
    self.shaper = shaper
    characters = Repertoire.latin.flatMap { $0 }.filter {
      shaper.nominal($0) != nil && Unicode.Scalar($0) != nil && lacked?.nominal($0) == nil
    }
    var singles: [UInt32: Shaper.Glyph] = [:]
    for c in characters {
      let glyphs = shaper.shape(c)
      guard glyphs.count == 1, glyphs[0].dx == 0, glyphs[0].dy == 0 else {
        throw Failure("\(shaper.file.file): U+\(String(c, radix: 16)) isn't one glyph on the baseline.")
      }
      singles[c] = glyphs[0]
    }
    self.singles = singles
    kerning = try Kerning(characters, alone: characters.compactMap { singles[$0]?.advance }, shaper)
  }

  func data() throws -> [(String, Digits)] {
    let glyphs = characters.compactMap { singles[$0] }
    var (left, right) = (Digits(), Digits())
    if !kerning.rows.isEmpty {
      for c in kerning.left { left.add(c) }
      for c in kerning.right { right.add(c) }
    }
    return [
      ("characters", Digits.ranges(characters.map { ($0, nil) })),
      ("advances", Digits.differences(glyphs.map(\.advance))),
      ("glyphs", Digits.differences(glyphs.map { Int($0.glyph) }, step: 1)),
      ("leftClasses", left), ("rightClasses", right), ("kerning", kerning.digits),
      ("clusters", try clusters()),
    ]
  }

  /// Letters under marks.
  private func clusters() throws -> Digits {
    var out = Digits()
    var last = 0
    var markGlyphs: [UInt32: Int] = [:]
    let samples = kerning.samples
    for base in Repertoire.bases.flatMap({ $0 }) {
      guard let single = singles[base] else { continue }
      for mark in Repertoire.marks where shaper.nominal(mark) != nil {
        let glyphs = shaper.shape(base, mark)
        let whole = composition(base, mark)
        // Rare compositions (Greek with grave, L with dot) aren't in the table, so their marks are missing.
        if glyphs.count == 1 && whole == nil { continue }
        out.add(Int(base) - last, Int(mark))
        last = Int(base)
        if let whole, glyphs.count == 1, singles[whole] == glyphs[0] {
          out.add(0, Int(whole))
          continue
        }
        let name = "\(shaper.file.file): U+\(String(base, radix: 16)) U+\(String(mark, radix: 16))"
        guard glyphs.count == 2, glyphs[0].advance == single.advance, glyphs[0].dx == 0, glyphs[0].dy == 0
        else { throw Failure("\(name) is neither a letter nor a letter and a mark.") }
        let after = shaper.advances(samples.right.flatMap { [base, mark, $0] }, every: 3)
        let before = shaper.advances(samples.left.flatMap { [$0, base, mark] }, every: 3)
        let kerns = after == samples.right.map { single.advance + kerning.kern(base, $0) }
        guard kerns || after?.allSatisfy({ $0 == single.advance }) == true,
          before == samples.left.map({ (singles[$0]?.advance ?? 0) + kerning.kern($0, base) })
        else { throw Failure("\(name) is kerned in its own way.") }
        // Most letters keep their glyph, and most marks have the same one over all.
        out.add(kerns ? 2 : 3, Int(glyphs[0].glyph) - Int(single.glyph))
        out.add(Int(glyphs[1].glyph) - markGlyphs[mark, default: 0])
        out.add(glyphs[1].dx, glyphs[1].dy, glyphs[1].advance)
        markGlyphs[mark] = Int(glyphs[1].glyph)
      }
    }
    return out
  }

  /// The character that base and mark compose to, if the table has it.
  private func composition(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    guard let b = Unicode.Scalar(base), let m = Unicode.Scalar(mark) else { return nil }
    var pair = ""
    pair.unicodeScalars.append(contentsOf: [b, m])
    let whole = Array(pair.precomposedStringWithCanonicalMapping.unicodeScalars)
    return whole.count == 1 && singles[whole[0].value] != nil ? whole[0].value : nil
  }
}
