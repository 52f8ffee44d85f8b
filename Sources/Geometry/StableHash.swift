/// FNV-1a over 64 bits: a hash that is the same in every process and on every platform.
public struct StableHash: Sendable {
  /// The hash of everything fed so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private static let prime: UInt64 = 0x100_0000_01b3
  private static let primeToThe7th = prime &* prime &* prime &* prime &* prime &* prime &* prime

  /// Starts an empty hash.
  public init() {}

  /// Feeds one byte.
  public mutating func combine(byte: UInt8) { value = (value ^ UInt64(byte)) &* StableHash.prime }

  /// Feeds an integer, eight bytes whatever the platform's width.
  public mutating func combine(_ n: Int64) {
    var rest = UInt64(bitPattern: n)
    if rest < 256 {
      // Most are small, and seven bytes of 0 only multiply.
      combine(byte: UInt8(rest))
      value = value &* StableHash.primeToThe7th
      return
    }
    for _ in 0..<8 {
      combine(byte: UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Feeds a text, its UTF-8 bytes and an end mark.
  public mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte: byte) }
    combine(byte: 0xff)
  }

  /// Feeds a literal without making a String of it.
  public mutating func combine(_ text: StaticString) {
    text.withUTF8Buffer { for byte in $0 { combine(byte: byte) } }
    combine(byte: 0xff)
  }
}

/// Whether two texts have the same bytes; unlike `==` it needs no Unicode tables.
public func sameText(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
