/// Reads characters and marks, then decides which marks have a partner. Takes time linear in the text.
struct MarkupParser {
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
    case ("\\", "\\"), ("\\", "*"), ("\\", "_"), ("\\", "^"), ("\\", "`"), ("\\", "~"), ("\\", "{"),
      ("\\", "}"):
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
