/// From digits to tables.
extension FaceTable {
  /// Numbers the characters from 1 in rising order.
  static func rows(_ digits: StaticString) -> [UInt16] {
    let characters = digits.numbers()
    if characters.isEmpty { return [] }
    var rows = [UInt16](repeating: 0, count: Int(page + lettersEnd - letters))
    var (row, scalar): (UInt16, UInt32) = (0, 0)
    for i in stride(from: 0, to: characters.count - 1, by: 2) {
      scalar += UInt32(characters[i])
      for _ in 0..<characters[i + 1] {
        row += 1
        if let place = place(scalar) { rows[place] = row }
        scalar += 1
      }
    }
    return rows
  }

  static func ranges(_ digits: StaticString) -> [(first: UInt32, last: UInt32, advance: Int32)] {
    let n = digits.numbers()
    var out: [(first: UInt32, last: UInt32, advance: Int32)] = []
    var first: UInt32 = 0
    for i in stride(from: 0, to: n.count - 2, by: 3) {
      first += UInt32(n[i])
      out.append((first, first + UInt32(n[i + 1]) - 1, Int32(n[i + 2])))
      first += UInt32(n[i + 1])
    }
    return out
  }

  static func pairs(_ digits: StaticString) -> [(scalar: UInt32, glyph: UInt32)] {
    let n = digits.numbers()
    return stride(from: 0, to: n.count - 1, by: 2).map { (UInt32(n[$0]), UInt32(n[$0 + 1])) }
  }

  /// Sums of differences, after a 0 for the row that stands for no character.
  static func running(_ digits: StaticString, step: Int) -> [Int] {
    var (out, sum) = ([0], 0)
    for n in digits.numbers() {
      sum += n + step
      out.append(sum)
    }
    return out
  }

  /// Kerning by left class and right class, with a row of zeros for the class 0.
  static func matrix(_ digits: StaticString, columns: Int) -> [Int16] {
    var out = [Int16](repeating: 0, count: columns)
    var line = [Int16](repeating: 0, count: columns)
    var column = 0
    var gap: Int?
    for n in digits.numbers() {
      if let g = gap {
        column += g
        line[column] = Int16(n)
        gap = nil
      } else if n == 0 {
        out += line
        for i in line.indices { line[i] = 0 }
        column = 0
      } else {
        gap = n
      }
    }
    return out
  }

  /// Base (less the last one), mark, kind, and what the kind needs; a letter's glyph is relative to its
  /// usual one, a mark's to its last.
  static func clusters(_ digits: StaticString, glyph: (UInt32) -> UInt32) -> [Cluster] {
    let n = digits.numbers()
    var (out, i, base): ([Cluster], Int, Int) = ([], 0, 0)
    var markGlyphs = [Int](repeating: 0, count: 0x100)
    while i + 3 < n.count {
      base += n[i]
      let (mark, kind) = (n[i + 1], n[i + 2])
      let shape: Cluster.Shape
      switch kind {
      case 0: shape = .composed(Unicode.Scalar(UInt32(n[i + 3])) ?? "\u{FFFD}")
      case 1: shape = .joined(glyph: UInt32(n[i + 3]))
      default:
        markGlyphs[mark & 0xFF] += n[i + 4]
        shape = .marked(
          base: UInt32(Int(glyph(UInt32(base))) + n[i + 3]), mark: UInt32(markGlyphs[mark & 0xFF]),
          dx: n[i + 5],
          dy: n[i + 6], advance: n[i + 7], kerns: kind == 2)
      }
      out.append(Cluster(base: UInt32(base), mark: UInt32(mark), shape: shape))
      i += kind < 2 ? 4 : 8
    }
    return out
  }
}
