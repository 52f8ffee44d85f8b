/// Where a line may end. A short form of Unicode's line breaking (UAX 14) with the Chinese rules of
/// GB/T 15834: no line starts with a closing mark, none ends with an opening one, and a Latin word
/// stays whole.
enum BreakRules {
  /// Whether a line may end between a letter and the one before it.
  static func mayBreak(_ letters: [Setting.Letter], before i: Int) -> Bool {
    let (p, q) = (letters[i - 1].scalar, letters[i].scalar)
    if p == "\n" { return true }
    if q == " " || q == "\n" || letters[i].look.raised || isMark(q) || isGlue(p) || isGlue(q) { return false }
    if !mayStart(q) || !mayEnd(p) { return false }
    if p == " " || p == "—" { return true }
    if isChinese(p) || isChinese(q) { return q != "/" && !(isDash(p) && isChinese(q)) }
    if isDash(p) || p == "/" {
      // Both sides must be worth a line: neither `k-means` nor `tokens/s` is torn.
      return isWord(letters, i - 2) && isWord(letters, i - 3) && isWord(letters, i) && isWord(letters, i + 1)
    }
    return false
  }

  /// Whether a word that is too wide may be torn between a letter and the one before it.
  static func mayTear(_ letters: [Setting.Letter], before i: Int) -> Bool {
    let (p, q) = (letters[i - 1].scalar, letters[i].scalar)
    return mayStart(q) && mayEnd(p) && !isMark(q) && !isGlue(p) && !isGlue(q) && !letters[i].look.raised
  }

  /// Whether a character may start a line.
  static func mayStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "：", "；", "、", "？", "！", "）", "］", "｝", "」", "』", "】", "〉", "》", "〕", "〗", "．", "％", "～",
      "”", "’", "…", "—", "·", ")", "]", "}", ",", ".", ":", ";", "?", "!", "%", "‰", "°", "℃", "ー", "々", "»":
      return false
    default: return true
    }
  }

  /// Whether a character may end a line.
  static func mayEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "［", "｛", "「", "『", "【", "〈", "《", "〔", "〖", "“", "‘", "(", "[", "{", "«", "￥", "＄", "$":
      return false
    default: return true
    }
  }

  /// No-break spaces and the no-break hyphen.
  private static func isGlue(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2011}" || scalar == "\u{2007}"
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}" || scalar == "–"
  }

  private static func isWord(_ letters: [Setting.Letter], _ i: Int) -> Bool {
    guard letters.indices.contains(i) else { return false }
    switch letters[i].scalar.value {
    case 0x30...0x39: return false
    default: return isLatinOrDigit(letters[i].scalar)
    }
  }
}
