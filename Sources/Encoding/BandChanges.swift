/// What changed in a band.
struct BandChanges {
  /// Rectangles: rows, and bytes of a row.
  private var rects: [(rows: Range<Int>, bytes: Range<Int>)] = []
  private let row, pixel: Int

  /// Nothing yet, in rows of `row` bytes with `pixel` bytes a pixel.
  init(row: Int, pixel: Int) { (self.row, self.pixel) = (row, pixel) }

  /// Whether nothing changed.
  var isEmpty: Bool { rects.isEmpty }

  /// Adds a rectangle of the band.
  mutating func add(rows: Range<Int>, bytes: Range<Int>) { rects.append((rows, bytes)) }

  /// Whether all is as in the row before: what changed in a row, the one above it and the one below.
  func isAsBefore(inRow y: Int) -> Bool {
    rects.allSatisfy { rows, _ in
      (-1...1).allSatisfy { rows.contains(y + $0) == rows.contains(y + $0 - 1) }
    }
  }

  /// The first byte of a row that changed.
  func first(inRow y: Int) -> Int? {
    rects.reduce(nil) { first, rect in
      rect.rows.contains(y) ? min(first ?? row, rect.bytes.lowerBound) : first
    }
  }

  /// The bytes of a row at which tokens may have changed because of what changed there, to the left or above:
  /// ascending, apart.
  func reach(inRow y: Int) -> [Range<Int>] {
    var reach: [Range<Int>] = []
    for (rows, bytes) in rects {
      // What is left of a row's first pixel is the end of the row above.
      let end = bytes.upperBound + pixel
      if rows.contains(y) || rows.contains(y - 1) { reach.append(bytes.lowerBound..<min(row, end)) }
      if rows.contains(y - 1) && end > row { reach.append(0..<end - row) }
    }
    guard reach.count > 1 else { return reach }
    reach.sort { $0.lowerBound < $1.lowerBound }
    var joined: [Range<Int>] = []
    for range in reach {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
