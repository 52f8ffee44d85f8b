/// A stretch of a band that is written as one: bytes as they are, or a repeat of bytes before it.
struct BandToken {
  /// From the lowest bit: 32 of `word`, 16 of `slot`, 16 of `length`.
  private let bits: UInt64

  /// A single byte; three bytes with the first one lowest; a repeat with length − 3 in bits 16–23 and distance − 1 in
  /// bits 0–15.
  @inline(__always) var word: UInt32 { UInt32(truncatingIfNeeded: bits) }
  /// The place of the matcher's table that was asked and then written; `BandMatcher.noSlot` for none.
  @inline(__always) var slot: Int { Int(truncatingIfNeeded: bits &>> 32 & 0xFFFF) }
  /// How many bytes it stands for.
  @inline(__always) var length: Int { Int(truncatingIfNeeded: bits &>> 48) }
  /// Whether it is a repeat, and whether it is three bytes.
  @inline(__always) var isRepeat: Bool { word & Self.repeatBit != 0 }
  @inline(__always) var isTriple: Bool { word & Self.tripleBit != 0 }

  private static let repeatBit: UInt32 = 1 << 31, tripleBit: UInt32 = 1 << 30

  /// A byte as it is.
  @inline(__always) init(byte: UInt8) { self.init(UInt32(byte), 1, BandMatcher.noSlot) }

  /// Three bytes as they are, the first one lowest.
  @inline(__always) init(three: UInt32, slot: Int) { self.init(Self.tripleBit | three, 3, slot) }

  /// So many bytes again, 3 to 258, from a distance of 1 to 32,768.
  @inline(__always) init(repeat length: Int, distance: Int, slot: Int) {
    let (l, d) = (UInt32(truncatingIfNeeded: length &- 3), UInt32(truncatingIfNeeded: distance &- 1))
    self.init(Self.repeatBit | l &<< 16 | d, length, slot)
  }

  @inline(__always) private init(_ word: UInt32, _ length: Int, _ slot: Int) {
    bits =
      UInt64(word) | UInt64(truncatingIfNeeded: slot) &<< 32 | UInt64(truncatingIfNeeded: length) &<< 48
  }
}
