/// What the generator measured of one face, in digits (see `DigitReader`).
struct FaceData: Sendable {
  /// Units of the em square.
  let unitsPerEm: Int
  /// The characters in rising order: the gap from the last one's end, and how many in a row.
  var characters: StaticString = ""
  /// Their advances, each less the one before.
  var advances: StaticString = ""
  /// Their glyphs, each less the one before plus one.
  var glyphs: StaticString = ""
  /// Class of each as the left and as the right one of a pair; 0 has no kerning.
  var leftClasses: StaticString = ""
  var rightClasses: StaticString = ""
  /// For each left class from 1: gaps between right classes, each with a kern, and a 0.
  var kerning: StaticString = ""
  /// Base and mark that make one shape (see `Cluster`).
  var clusters: StaticString = ""
  /// Chinese: gap from the last range's end, how many in a row, advance.
  var ranges: StaticString = ""
  /// Chinese: the characters whose glyph isn't what the font's `cmap` says, and that glyph.
  var exceptions: StaticString = ""
}

/// Reads signed integers written in base 64, five bits a digit, the lowest first; the sixth bit says
/// that another digit follows, the lowest bit of a number is its sign. Line ends don't count.
struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next number, or nil at the end.
  mutating func number() -> Int? {
    var (value, shift) = (0, 0)
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      guard let digit = DigitReader.digit(byte) else { continue }
      value |= (digit & 31) << shift
      shift += 5
      if digit < 32 { return value & 1 == 1 ? -(value >> 1) : value >> 1 }
    }
    return nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return Int(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): return 62
    case UInt8(ascii: "/"): return 63
    default: return nil
    }
  }
}

extension StaticString {
  /// All numbers of a literal.
  func numbers() -> [Int] {
    withUTF8Buffer { bytes in
      var reader = DigitReader(bytes)
      var out: [Int] = []
      while let n = reader.number() { out.append(n) }
      return out
    }
  }
}
