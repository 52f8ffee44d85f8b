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

  /// The first page ends where Chinese begins; the mathematical letters follow it in `rows`.
  static let page: UInt32 = 0x3000, letters: UInt32 = 0x1D400, lettersEnd: UInt32 = 0x1D800

  init(_ data: FaceData) {
    unitsPerEm = Double(data.unitsPerEm)
    let rows = FaceTable.rows(data.characters)
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
    ranges = FaceTable.ranges(data.ranges)
    exceptions = FaceTable.pairs(data.exceptions)
  }

  /// Where a character stands in `rows`.
  static func place(_ v: UInt32) -> Int? {
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
        sum += step(to: r, from: last)
      }
      last = r
    }
    return sum
  }

  /// Width in font units of a text that is ASCII without marks, its words with one space between them; nil for
  /// any other.
  func plainWidth(_ text: String) -> Int? {
    text.utf8.withContiguousStorageIfAvailable(plainWidth) ?? plainWidth(Array(text.utf8))
  }

  private func plainWidth(_ text: some Collection<UInt8>) -> Int? {
    let space = UInt8(ascii: " ")
    var (sum, last, before) = (0, 0, space)
    for byte in text {
      guard byte > space && byte < 0x7F && !isMarkupByte(byte) || byte == space && before != space else {
        return nil
      }
      let r = row(UInt32(byte))
      sum += step(to: r, from: last)
      (last, before) = (r, byte)
    }
    return before == space ? nil : sum
  }

  /// Advance of a character of the face, with the kerning before it.
  @inline(__always) private func step(to r: Int, from last: Int) -> Int {
    let kern = rightCount > 1 ? kerning[Int(leftClasses[last]) * rightCount + Int(rightClasses[r])] : 0
    return Int(kern) + Int(advances[r])
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
          Spot(
            glyph: mark, scalar: scalars[i - 1], x: x, dx: dx, dy: dy, advance: markAdvance, index: index + 1)
        )
        x += markAdvance
        if !kerns { last = 0 }
      }
    }
    return out
  }
}
