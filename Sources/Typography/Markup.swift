/// How a stretch of a text departs from the style around it.
///
/// Bit 0 strong, bit 1 mono, bit 2 quiet; above them the way down through raised and lowered
/// groups as a binary number that starts with 1 (1 on the baseline, 2 subscript, 3 superscript,
/// 4 a subscript's subscript …).
struct Look: Equatable, Sendable {
  var bits: UInt8

  /// As the style says, on the baseline.
  static let plain = Look(bits: 1 << 3)
  static let strongBit: UInt8 = 1, monoBit: UInt8 = 2, quietBit: UInt8 = 4

  var strong: Bool { bits & Look.strongBit != 0 }
  var mono: Bool { bits & Look.monoBit != 0 }
  var quiet: Bool { bits & Look.quietBit != 0 }
  /// The way down through groups.
  var path: UInt8 { bits >> 3 }
  /// Whether it stands in a subscript or a superscript.
  var raised: Bool { path > 1 }

  /// Font size as a share of the style's.
  var scale: Double {
    var (k, rest) = (1.0, path)
    while rest > 1 {
      k *= Look.groupScale
      rest >>= 1
    }
    return k
  }

  /// Height of the baseline above the line's, as a share of the style's size.
  var rise: Double {
    var (rise, k) = (0.0, 1.0)
    for level in stride(from: 3, to: 0, by: -1) where path >> level > 0 {
      rise += k * (path >> (level - 1) & 1 == 1 ? Look.superRise : Look.subRise)
      k *= Look.groupScale
    }
    return rise
  }

  /// Size of a subscript or superscript; its minuscules stay legible and its capitals clear the next line.
  static let groupScale = 0.72
  /// A superscript's digits end a little above capitals; over a subscript the two just clear each other.
  static let superRise = 0.38, subRise = -0.18
  /// Groups may stand in groups twice.
  static let deepest = 3
}

/// A text without its marks, and how each of its characters looks.
///
/// `**strong**`, `` `mono` ``, `_{sub}`, `^{sup}`, `~quiet~`; a backslash makes the mark after it a
/// plain character. `**` hugs its words (no space on the inner side), `~` also stands clear of letters
/// and digits on the outer side, so `~3 GB` is a number; inside `` ` `` only groups are marks. Strong
/// and quiet words may overlap. A mark without its partner is a plain character, and so are groups more
/// than three deep.
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

/// Reads characters and marks, then decides which marks have a partner. Takes time linear in the text.
private struct MarkupParser {
  enum Mark {
    case strong, mono, quiet
    case open(up: Bool)
    case close
  }

  enum Meaning {
    case character
    case unpaired(Mark)
    case mark(Mark)
  }

  struct Token {
    var scalar: Unicode.Scalar
    var meaning: Meaning
  }

  /// A group that is open, with what is open in it.
  private struct Level {
    var opener: Int
    var braces = 0
    var strong: Int?
    var quiet: Int?
  }

  private(set) var tokens: [Token] = []
  private var backticks = 0

  init(_ text: String) {
    tokens.reserveCapacity(text.utf8.count)
    var held: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let first = held {
        held = nil
        if take(first, before: scalar) { continue }
      }
      switch scalar {
      case "\\", "*", "_", "^": held = scalar
      case "`":
        backticks += 1
        tokens.append(Token(scalar: scalar, meaning: .unpaired(.mono)))
      case "~": tokens.append(Token(scalar: scalar, meaning: .unpaired(.quiet)))
      case "}": tokens.append(Token(scalar: scalar, meaning: .unpaired(.close)))
      default: tokens.append(Token(scalar: scalar, meaning: .character))
      }
    }
    if let last = held { tokens.append(Token(scalar: last, meaning: .character)) }
  }

  /// Reads a character that may make a mark with the next; true when the next belongs to it.
  private mutating func take(_ first: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
    switch (first, next) {
    case ("\\", "\\"), ("\\", "*"), ("\\", "_"), ("\\", "^"), ("\\", "`"), ("\\", "~"), ("\\", "{"), ("\\", "}"):
      tokens.append(Token(scalar: next, meaning: .character))
    case ("*", "*"): tokens.append(Token(scalar: first, meaning: .unpaired(.strong)))
    case ("_", "{"): tokens.append(Token(scalar: first, meaning: .unpaired(.open(up: false))))
    case ("^", "{"): tokens.append(Token(scalar: first, meaning: .unpaired(.open(up: true))))
    default:
      tokens.append(Token(scalar: first, meaning: .character))
      return false
    }
    return true
  }

  mutating func pairMarks() {
    var levels = [Level(opener: -1)]
    var monoOpener: (token: Int, depth: Int)?
    var backticksLeft = backticks
    for i in tokens.indices {
      let top = levels.count - 1
      switch tokens[i].meaning {
      case .character:
        if tokens[i].scalar == "{" { levels[top].braces += 1 }
      case .mark: break
      case .unpaired(.mono):
        backticksLeft -= 1
        if let opener = monoOpener {
          pair(opener.token, i, .mono, .mono)
          levels.removeLast(levels.count - opener.depth)
          monoOpener = nil
        } else if backticksLeft > 0 {
          monoOpener = (i, levels.count)
        }
      case .unpaired(.strong):
        guard monoOpener == nil else { break }
        if let opener = levels[top].strong, !isSpace(i - 1), opener < i - 1 {
          pair(opener, i, .strong, .strong)
          levels[top].strong = nil
        } else if !isSpace(i + 1) {
          levels[top].strong = i
        }
      case .unpaired(.quiet):
        guard monoOpener == nil else { break }
        if let opener = levels[top].quiet, !isSpace(i - 1), !isWord(i + 1), opener < i - 1 {
          pair(opener, i, .quiet, .quiet)
          levels[top].quiet = nil
        } else if !isSpace(i + 1) && !isWord(i - 1) {
          levels[top].quiet = i
        }
      case .unpaired(.open):
        if top < Look.deepest { levels.append(Level(opener: i)) } else { levels[top].braces += 1 }
      case .unpaired(.close):
        if levels[top].braces > 0 {
          levels[top].braces -= 1
        } else if top > 0 && levels.count > (monoOpener?.depth ?? 0) {
          let opener = levels[top].opener
          if case .unpaired(let mark) = tokens[opener].meaning { pair(opener, i, mark, .close) }
          levels.removeLast()
        }
      }
    }
  }

  private mutating func pair(_ a: Int, _ b: Int, _ first: Mark, _ second: Mark) {
    tokens[a].meaning = .mark(first)
    tokens[b].meaning = .mark(second)
  }

  /// Whether there is a space, or nothing, at a place.
  private func isSpace(_ i: Int) -> Bool {
    guard tokens.indices.contains(i) else { return true }
    return tokens[i].scalar == " " || tokens[i].scalar == "\n" || tokens[i].scalar == "\t"
  }

  /// Whether there is a Latin letter or a digit at a place.
  private func isWord(_ i: Int) -> Bool {
    guard tokens.indices.contains(i), case .character = tokens[i].meaning else { return false }
    return isLatinOrDigit(tokens[i].scalar)
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
