/// Two characters that a face draws as one shape: a letter under a mark, or a double dash.
struct Cluster: Sendable {
  enum Shape: Sendable {
    /// As another character, which the face has.
    case composed(Unicode.Scalar)
    /// As one glyph as wide as both.
    case joined(glyph: UInt32)
    /// As two glyphs; the mark is moved by font units, and in some fonts moves the pen a little. `kerns`
    /// says whether the letter is kerned with what follows the mark.
    case marked(base: UInt32, mark: UInt32, dx: Int, dy: Int, advance: Int, kerns: Bool)
  }

  let base: UInt32
  let mark: UInt32
  let shape: Shape

  /// An order for looking it up.
  var key: UInt64 { UInt64(base) << 32 | UInt64(mark) }
}

/// One glyph of a run, in font units.
struct Spot {
  var glyph: UInt32
  var scalar: Unicode.Scalar
  /// Pen, less kerning that follows.
  var x: Int
  var dx = 0
  var dy = 0
  var advance: Int
  /// Which character of the run it starts at, and how many it stands for.
  var index: Int
  var count = 1
}

/// What layout knows of one face, decoded.
final class FaceTable: Sendable {
  let unitsPerEm: Double
  /// Row of each character of the first page and of the mathematical letters; 0 for none.
  private let rows: [UInt16]
  private let advances: [Int32]
  private let glyphs: [UInt32]
  private let leftClasses: [UInt8]
  private let rightClasses: [UInt8]
  private let kerning: [Int16]
  private let rightCount: Int
  private let clusters: [Cluster]
  private let ranges: [(first: UInt32, last: UInt32, advance: Int32)]
  private let exceptions: [(scalar: UInt32, glyph: UInt32)]

  private static let page: UInt32 = 0x3000, letters: UInt32 = 0x1D400, lettersEnd: UInt32 = 0x1D800

  init(_ data: FaceData) {
    unitsPerEm = Double(data.unitsPerEm)
    var filled: [UInt16] = []
    var row: UInt16 = 0
    let characters = data.characters.numbers()
    if !characters.isEmpty { filled = [UInt16](repeating: 0, count: Int(FaceTable.page) + 0x400) }
    var scalar: UInt32 = 0
    for i in stride(from: 0, to: characters.count - 1, by: 2) {
      scalar += UInt32(characters[i])
      for _ in 0..<characters[i + 1] {
        row += 1
        if let place = FaceTable.place(scalar) { filled[place] = row }
        scalar += 1
      }
    }
    let rows = filled
    self.rows = rows
    advances = FaceTable.running(data.advances, step: 0).map { Int32($0) }
    let glyphs = FaceTable.running(data.glyphs, step: 1).map { UInt32($0) }
    self.glyphs = glyphs
    leftClasses = [0] + data.leftClasses.numbers().map { UInt8($0) }
    let right = [0] + data.rightClasses.numbers().map { UInt8($0) }
    rightClasses = right
    rightCount = Int(right.max() ?? 0) + 1
    kerning = FaceTable.matrix(data.kerning, columns: rightCount)
    clusters = FaceTable.clusters(data.clusters) { base in
      FaceTable.place(base).map { glyphs[Int(rows[$0])] } ?? 0
    }
    let r = data.ranges.numbers()
    var (ranges, first): ([(first: UInt32, last: UInt32, advance: Int32)], UInt32) = ([], 0)
    for i in stride(from: 0, to: r.count - 2, by: 3) {
      first += UInt32(r[i])
      ranges.append((first, first + UInt32(r[i + 1]) - 1, Int32(r[i + 2])))
      first += UInt32(r[i + 1])
    }
    self.ranges = ranges
    let e = data.exceptions.numbers()
    exceptions = stride(from: 0, to: e.count - 1, by: 2).map { (UInt32(e[$0]), UInt32(e[$0 + 1])) }
  }

  /// Sums of differences, after a 0 for the row that stands for no character.
  private static func running(_ digits: StaticString, step: Int) -> [Int] {
    var (out, sum) = ([0], 0)
    for n in digits.numbers() {
      sum += n + step
      out.append(sum)
    }
    return out
  }

  private static func matrix(_ digits: StaticString, columns: Int) -> [Int16] {
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
  private static func clusters(_ digits: StaticString, glyph: (UInt32) -> UInt32) -> [Cluster] {
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
          base: UInt32(Int(glyph(UInt32(base))) + n[i + 3]), mark: UInt32(markGlyphs[mark & 0xFF]), dx: n[i + 5],
          dy: n[i + 6], advance: n[i + 7], kerns: kind == 2)
      }
      out.append(Cluster(base: UInt32(base), mark: UInt32(mark), shape: shape))
      i += kind < 2 ? 4 : 8
    }
    return out
  }

  private static func place(_ v: UInt32) -> Int? {
    if v < page { return Int(v) }
    return v >= letters && v < lettersEnd ? Int(v - letters + page) : nil
  }

  @inline(__always) private func row(_ v: UInt32) -> Int {
    if v < FaceTable.page { return rows.isEmpty ? 0 : Int(rows[Int(v)]) }
    guard !rows.isEmpty, let place = FaceTable.place(v) else { return 0 }
    return Int(rows[place])
  }

  private func range(_ v: UInt32) -> Int32? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if v > ranges[middle].last { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && v >= ranges[low].first ? ranges[low].advance : nil
  }

  /// Advance of a character alone in font units; nil when the face lacks it.
  func advance(_ scalar: Unicode.Scalar) -> Int? {
    let r = row(scalar.value)
    if r > 0 { return Int(advances[r]) }
    if let width = range(scalar.value) { return Int(width) }
    return nil
  }

  /// The shape of two characters that the face draws as one, if it does.
  func cluster(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Cluster.Shape? {
    let key = UInt64(base.value) << 32 | UInt64(mark.value)
    var (low, high) = (0, clusters.count)
    while low < high {
      let middle = (low + high) / 2
      if clusters[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < clusters.count && clusters[low].key == key ? clusters[low].shape : nil
  }

  private func glyph(_ scalar: Unicode.Scalar) -> UInt32 {
    let r = row(scalar.value)
    if r > 0 { return glyphs[r] }
    for e in exceptions where e.scalar == scalar.value { return e.glyph }
    return 0
  }

  /// Width in font units of text without marks and double dashes, or nil when it has some.
  func simpleWidth(_ text: String) -> Int? {
    var (sum, last) = (0, 0)
    for scalar in text.unicodeScalars {
      let r = row(scalar.value)
      if r == 0 {
        if isMark(scalar) { return nil }
        sum += Int(range(scalar.value) ?? 0)
      } else {
        if rightCount > 1 { sum += Int(kerning[Int(leftClasses[last]) * rightCount + Int(rightClasses[r])]) }
        sum += Int(advances[r])
      }
      last = r
    }
    return sum
  }

  /// Sets characters one after the other. A mark that makes no shape with the letter before it, and a
  /// character that the face lacks, have no glyph and no width.
  func set(_ scalars: ArraySlice<Unicode.Scalar>) -> [Spot] {
    var out: [Spot] = []
    out.reserveCapacity(scalars.count)
    var (x, last) = (0, 0)
    var i = scalars.startIndex
    while i < scalars.endIndex {
      var scalar = scalars[i]
      let original = scalar
      let index = i - scalars.startIndex
      let shape = i + 1 < scalars.endIndex ? cluster(scalar, scalars[i + 1]) : nil
      if case .composed(let whole) = shape { scalar = whole }
      let r = row(scalar.value)
      if rightCount > 1 { x += Int(kerning[Int(leftClasses[last]) * rightCount + Int(rightClasses[r])]) }
      let advance = self.advance(scalar) ?? 0
      last = r
      i += shape == nil ? 1 : 2
      switch shape {
      case nil:
        out.append(Spot(glyph: glyph(scalar), scalar: scalar, x: x, advance: advance, index: index))
        x += advance
      case .composed:
        out.append(Spot(glyph: glyph(scalar), scalar: scalar, x: x, advance: advance, index: index, count: 2))
        x += advance
      case .joined(let glyph):
        out.append(Spot(glyph: glyph, scalar: original, x: x, advance: 2 * advance, index: index, count: 2))
        x += 2 * advance
      case .marked(let base, let mark, let dx, let dy, let markAdvance, let kerns):
        out.append(Spot(glyph: base, scalar: scalar, x: x, advance: advance, index: index))
        x += advance
        out.append(
          Spot(glyph: mark, scalar: scalars[i - 1], x: x, dx: dx, dy: dy, advance: markAdvance, index: index + 1))
        x += markAdvance
        if !kerns { last = 0 }
      }
    }
    return out
  }
}

/// Whether a character is drawn over or under the one before it.
func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x302A...0x302F,
    0x3099, 0x309A, 0xFE20...0xFE2F:
    return true
  default: return false
  }
}
