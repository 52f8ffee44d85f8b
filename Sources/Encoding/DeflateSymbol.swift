/// How deflate writes a length or a distance (RFC 1951, 3.2.5): a symbol, and bits after it.
struct DeflateSymbol {
  let code, extra, bits: UInt32

  /// The symbol of a length, given less 3.
  @inline(__always) init(length l: UInt32) {
    if l == 255 {
      (code, extra, bits) = (285, 0, 0)
    } else if l < 8 {
      (code, extra, bits) = (257 &+ l, 0, 0)
    } else {
      bits = 29 &- UInt32(truncatingIfNeeded: l.leadingZeroBitCount)
      code = 261 &+ bits &* 4 &+ (l &>> bits & 3)
      extra = l & ((1 &<< bits) &- 1)
    }
  }

  /// The symbol of a distance, given less 1.
  @inline(__always) init(distance d: UInt32) {
    if d < 4 {
      (code, extra, bits) = (d, 0, 0)
    } else {
      bits = 30 &- UInt32(truncatingIfNeeded: d.leadingZeroBitCount)
      code = 2 &+ bits &* 2 &+ (d &>> bits & 1)
      extra = d & ((1 &<< bits) &- 1)
    }
  }
}
