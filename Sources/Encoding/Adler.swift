/// The Adler-32 sum (RFC 1950) of pieces whose own sums are known.
struct Adler {
  private var low: UInt64
  private var high: UInt64
  private static let modulus: UInt64 = 65521

  /// A sum; that of nothing unless given.
  init(_ value: UInt32 = 1) { (low, high) = (UInt64(value & 0xFFFF), UInt64(value >> 16)) }

  /// The sum so far.
  var value: UInt32 { UInt32(high << 16 | low) }

  /// Adds a piece of so many bytes whose own sum is `adler`.
  mutating func append(_ adler: UInt32, bytes: Int) {
    let m = Self.modulus
    // A piece's own sum starts from 1; here it starts from `low`.
    let before = (low + m - 1) % m
    high = (high + UInt64(adler >> 16) + UInt64(bytes) % m * before) % m
    low = (low + UInt64(adler & 0xFFFF) + m - 1) % m
  }

  /// Takes up by how much bytes grew: the sum of that, and the sum with each one times the bytes from it to the end.
  mutating func add(_ sum: Int64, weighted: Int64) {
    low = Self.remainder(Int64(low) + sum)
    high = Self.remainder(Int64(high) + weighted % Int64(Self.modulus))
  }

  private static func remainder(_ value: Int64) -> UInt64 {
    let m = Int64(modulus)
    return UInt64((value % m + m) % m)
  }
}
