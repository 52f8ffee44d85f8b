import Foundation

/// What HarfBuzz says of one face of Latin letters or symbols.
struct Measurement {
  let shaper: Shaper
  let characters: [UInt32]
  private var singles: [UInt32: Shaper.Glyph] = [:]
  private var leftClasses: [Int] = []
  private var rightClasses: [Int] = []
  private var kerns: [[Int]] = []

  init(_ shaper: Shaper, except lacked: Shaper? = nil) throws {
    self.shaper = shaper
    characters = Repertoire.latin.flatMap { $0 }.filter {
      shaper.nominal($0) != nil && Unicode.Scalar($0) != nil && lacked?.nominal($0) == nil
    }
    for c in characters {
      let glyphs = shaper.shape(c)
      guard glyphs.count == 1, glyphs[0].dx == 0, glyphs[0].dy == 0 else {
        throw Failure("\(shaper.file.file): U+\(String(c, radix: 16)) isn't one glyph on the baseline.")
      }
      singles[c] = glyphs[0]
    }
    try kern()
  }

  /// Kerning of all pairs, in classes of equal rows and columns. One shaping gives a whole row: the left
  /// character before each of the others in turn.
  private mutating func kern() throws {
    let alone = characters.compactMap { singles[$0] }
    let rows = try characters.enumerated().map { i, a in
      let line = shaper.shape(characters.flatMap { [a, $0] } + [a])
      return try characters.indices.map { j in
        let k = 2 * j
        // Another glyph of the same width is let pass: JetBrains Mono raises an accent after a capital.
        guard line.count == 2 * characters.count + 1, line[k].dx == 0, line[k].dy == 0,
          line[k].glyph == alone[i].glyph || line[k].advance == alone[i].advance
        else {
          throw Failure("\(shaper.file.file): before U+\(String(characters[j], radix: 16)), U+\(String(a, radix: 16)) is more than kerned.")
        }
        return line[k].advance - alone[i].advance
      }
    }
    leftClasses = Measurement.classes(rows)
    let columns = characters.indices.map { j in rows.map { $0[j] } }
    rightClasses = Measurement.classes(columns)
    let leaders = (0..<((rightClasses.max() ?? 0) + 1)).map { rightClasses.firstIndex(of: $0) }
    var done = 0
    for (i, c) in leftClasses.enumerated() where c == done + 1 {
      done = c
      kerns.append(leaders.map { $0.map { rows[i][$0] } ?? 0 })
    }
    guard done < 256 && leaders.count <= 256 else { throw Failure("\(shaper.file.file): more than 255 kerning classes.") }
  }

  /// Equal lists get equal numbers in order of first use; a list of zeros gets 0.
  private static func classes(_ lists: [[Int]]) -> [Int] {
    var seen: [[Int]: Int] = [:]
    return lists.map { list in
      if list.allSatisfy({ $0 == 0 }) { return 0 }
      if let known = seen[list] { return known }
      seen[list] = seen.count + 1
      return seen.count
    }
  }

  /// Letters under marks.
  private func clusters() throws -> Digits {
    var out = Digits()
    let known = Set(characters)
    // One character of each class stands for all in the test of what follows and precedes a mark.
    let followers = representatives(rightClasses)
    let leaders = representatives(leftClasses)
    var last = 0
    for base in Repertoire.bases.flatMap({ $0 }) where known.contains(base) {
      for mark in Repertoire.marks where shaper.nominal(mark) != nil {
        let glyphs = shaper.shape(base, mark)
        guard let single = singles[base], let first = glyphs.first else { continue }
        let composed = glyphs.count == 1
        let whole = composition(base, mark)
        // Rare compositions (Greek with grave, L with dot) aren't in the table, so their marks are missing.
        if composed && whole == nil { continue }
        out.add(Int(base) - last, Int(mark))
        last = Int(base)
        if let whole, composed, singles[whole] == first {
          out.add(0, Int(whole))
          continue
        }
        let name = "\(shaper.file.file): U+\(String(base, radix: 16)) U+\(String(mark, radix: 16))"
        guard glyphs.count == 2, first.advance == single.advance, first.dx == 0, first.dy == 0 else {
          throw Failure("\(name) is neither a letter nor a letter and a mark.")
        }
        let kerns = followers.allSatisfy {
          shaper.shape(base, mark, $0).first?.advance == shaper.shape(base, $0).first?.advance
        }
        guard kerns || followers.allSatisfy({ shaper.shape(base, mark, $0).first?.advance == single.advance }),
          leaders.allSatisfy({ shaper.shape($0, base, mark).first == shaper.shape($0, base).first })
        else { throw Failure("\(name) is kerned in its own way.") }
        out.add(kerns ? 2 : 3, Int(first.glyph), Int(glyphs[1].glyph), glyphs[1].dx, glyphs[1].dy, glyphs[1].advance)
      }
    }
    return out
  }

  private func representatives(_ classes: [Int]) -> [UInt32] {
    var seen: Set<Int> = []
    return zip(characters, classes).filter { seen.insert($0.1).inserted }.map { $0.0 }
  }

  /// The character that base and mark compose to, if the table has it.
  private func composition(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    guard let b = Unicode.Scalar(base), let m = Unicode.Scalar(mark) else { return nil }
    var pair = ""
    pair.unicodeScalars.append(contentsOf: [b, m])
    let whole = Array(pair.precomposedStringWithCanonicalMapping.unicodeScalars)
    return whole.count == 1 && singles[whole[0].value] != nil ? whole[0].value : nil
  }

  func data() throws -> [(String, Digits)] {
    let glyphs = characters.compactMap { singles[$0] }
    var kerning = Digits()
    for row in kerns {
      var column = 0
      for (j, kern) in row.enumerated() where kern != 0 {
        kerning.add(j - column, kern)
        column = j
      }
      kerning.add(0)
    }
    var (left, right) = (Digits(), Digits())
    if !kerns.isEmpty {
      for c in leftClasses { left.add(c) }
      for c in rightClasses { right.add(c) }
    }
    return [
      ("characters", Digits.ranges(characters.map { ($0, nil) })),
      ("advances", Digits.differences(glyphs.map(\.advance))),
      ("glyphs", Digits.differences(glyphs.map { Int($0.glyph) }, step: 1)),
      ("leftClasses", left), ("rightClasses", right), ("kerning", kerning), ("clusters", try clusters()),
    ]
  }
}
