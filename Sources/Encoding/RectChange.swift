/// Replaces the bytes of a rectangle of rows, and knows what changed: the rest of the rows is not read.
final class RectChange {
  /// For each eight bytes of a row, whether any of them changed.
  private let isChanged: UnsafeMutablePointer<Bool>
  /// By how much the bytes grew, and the same with each byte times the bytes from it to the end of all rows.
  private var sum, weighted: Int64
  /// Bytes compared at once.
  private static let word = 8
  /// Changes that are no more bytes apart are taken as one.
  private static let near = 32

  /// For rows of up to `count` bytes.
  init(capacity count: Int) {
    isChanged = .allocate(capacity: count / Self.word + 1)
    (sum, weighted) = (0, 0)
  }

  deinit { isChanged.deallocate() }

  /// Starts a rectangle so many bytes wide.
  func start(_ width: Int) {
    isChanged.update(repeating: false, count: width / Self.word + 1)
    (sum, weighted) = (0, 0)
  }

  /// Replaces a row of the rectangle, after which so many bytes come.
  func replace(
    _ row: UnsafeMutablePointer<UInt8>, by new: UnsafePointer<UInt8>, _ width: Int, after: Int
  ) {
    let (old, fresh) = (UnsafeMutableRawPointer(row), UnsafeRawPointer(new))
    let isChanged = self.isChanged
    var (sum, weighted): (Int64, Int64) = (0, 0)
    func take(_ bytes: Range<Int>) {
      isChanged[bytes.lowerBound / Self.word] = true
      for x in bytes {
        let growth = Int64(new[x]) &- Int64(row[x])
        sum &+= growth
        weighted &+= growth &* Int64(after &+ width &- x)
        row[x] = new[x]
      }
    }
    var x = 0
    while x &+ Self.word <= width {
      if (fresh + x).loadUnaligned(as: UInt64.self) != (old + x).loadUnaligned(as: UInt64.self) {
        take(x..<x &+ Self.word)
      }
      x &+= Self.word
    }
    if x < width && !(x..<width).allSatisfy({ new[$0] == row[$0] }) { take(x..<width) }
    self.sum &+= sum
    self.weighted &+= weighted
  }

  /// The bytes of a row in which something changed, ascending and apart.
  func changed(_ width: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for x in stride(from: 0, to: width, by: Self.word) where isChanged[x / Self.word] {
      let end = min(width, x + Self.word)
      if let last = ranges.last, x - last.upperBound <= Self.near {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(x..<end)
      }
    }
    return ranges
  }

  /// Takes the change up into the sum of all rows.
  func add(to adler: inout Adler) { adler.add(sum, weighted: weighted) }
}
