/// A text without its marks, and how each of its characters looks.
///
/// The marks are described at `Phrase`. Strong and quiet words may overlap; groups more than three deep
/// are plain characters.
struct MarkedText {
  /// The characters, without marks and without what can't be drawn (controls, joiners).
  private(set) var scalars: [Unicode.Scalar] = []
  /// Their looks.
  private(set) var looks: [Look] = []

  init(_ markup: String) {
    guard markup.utf8.contains(where: isMarkupByte) else {
      scalars.reserveCapacity(markup.utf8.count)
      looks.reserveCapacity(markup.utf8.count)
      for scalar in markup.unicodeScalars { append(scalar, .plain) }
      return
    }
    var parser = MarkupParser(markup)
    parser.pairMarks()
    emit(parser)
  }

  private mutating func emit(_ parser: MarkupParser) {
    scalars.reserveCapacity(parser.tokens.count)
    looks.reserveCapacity(parser.tokens.count)
    var flags: UInt8 = 0
    var path: UInt8 = 1
    for token in parser.tokens {
      switch token.meaning {
      case .character: append(token.scalar, Look(bits: path << 3 | flags))
      case .mark(.strong): flags ^= Look.strongBit
      case .mark(.mono): flags ^= Look.monoBit
      case .mark(.quiet): flags ^= Look.quietBit
      case .mark(.open(let up)): path = path << 1 | (up ? 1 : 0)
      case .mark(.close): path >>= 1
      case .unpaired(let mark):
        let look = Look(bits: path << 3 | flags)
        append(token.scalar, look)
        switch mark {
        case .strong: append("*", look)
        case .open: append("{", look)
        default: break
        }
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ look: Look) {
    switch scalar.value {
    case 0x09: scalars.append(" ")
    case 0x2028, 0x2029: scalars.append("\n")
    case 0x0A: scalars.append(scalar)
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      return
    default: scalars.append(scalar)
    }
    looks.append(look)
  }
}

/// Whether a byte of UTF-8 can be, or be part of, an opening mark.
func isMarkupByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "`"),
    UInt8(ascii: "~"):
    return true
  default: return false
  }
}

/// Whether a character is a letter of ASCII or Latin-1, or a digit.
func isLatinOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: return true
  default: return false
  }
}
