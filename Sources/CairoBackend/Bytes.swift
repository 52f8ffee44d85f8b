extension ArraySlice<UInt8> {
  /// Where some text first stands.
  func range(of text: String) -> Range<Int>? { range(of: Array(text.utf8)) }

  /// Where some bytes first stand.
  func range(of bytes: [UInt8]) -> Range<Int>? {
    guard let head = bytes.first, count >= bytes.count else { return nil }
    for i in startIndex...endIndex - bytes.count where self[i] == head && self[i...].starts(with: bytes) {
      return i..<i + bytes.count
    }
    return nil
  }

  /// Where the first of several texts stands.
  func firstRange(of texts: [[UInt8]]) -> Range<Int>? {
    texts.compactMap { range(of: $0) }.min { $0.lowerBound < $1.lowerBound }
  }

  /// What stands between two texts.
  func value(after start: String, until end: String) -> ArraySlice<UInt8>? {
    guard let a = range(of: start), let b = self[a.upperBound...].range(of: end) else { return nil }
    return self[a.upperBound..<b.lowerBound]
  }
}
