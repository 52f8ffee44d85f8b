import CCrypto

/// Makes the SHA-256 of values, each written so that no two different rows of values give the same bytes.
struct Digest {
  private var bytes: [UInt8] = []

  /// The sum of what was added, in 64 hexadecimal digits.
  var text: String {
    Digest.sum(of: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The SHA-256 of some bytes.
  static func sum(of bytes: [UInt8]) -> [UInt8] {
    var sum = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(bytes, bytes.count, &sum)
    return sum
  }

  mutating func add(_ n: UInt64) { withUnsafeBytes(of: n.littleEndian) { bytes.append(contentsOf: $0) } }
  mutating func add(_ n: Int) { add(UInt64(bitPattern: Int64(n))) }
  mutating func add(_ x: Double) { add(x.bitPattern) }
  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }
}
