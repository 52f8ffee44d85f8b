/// Writes bits of a deflate stream (RFC 1951), the lowest bit of a byte first.
struct BitWriter {
  /// Where the next whole byte goes; seven bytes beyond it are written over as well.
  private(set) var next: UnsafeMutablePointer<UInt8>
  private var bits: UInt64 = 0
  private var count: UInt64 = 0

  init(_ start: UnsafeMutablePointer<UInt8>) { next = start }

  /// Adds the lowest `n` bits of a value, which has no others. At most 57 between two calls of `flush`.
  @inline(__always) mutating func put(_ value: UInt64, _ n: UInt64) {
    bits |= value &<< count
    count &+= n
  }

  /// Writes the whole bytes.
  @inline(__always) mutating func flush() {
    UnsafeMutableRawPointer(next).storeBytes(of: bits.littleEndian, as: UInt64.self)
    next += Int(truncatingIfNeeded: count &>> 3)
    bits = bits &>> (count & ~7)
    count &= 7
  }

  /// Ends the byte with zeros.
  mutating func align() {
    flush()
    if count > 0 { next += 1 }
    (bits, count) = (0, 0)
  }
}
