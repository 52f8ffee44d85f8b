import Drawing

/// Which faces draw the words of a style in one language, in the order in which they are asked.
struct FaceChoice {
  /// The face of Latin letters.
  let main: Face
  private let sans, han, symbol: Face

  init(family: TextStyle.Family, weight: TextStyle.Weight) {
    switch weight {
    case .regular: sans = .sans
    case .medium: sans = .sansMedium
    case .semibold: sans = .sansBold
    }
    let bold = weight == .semibold
    main = family == .sans ? sans : bold ? .monoBold : .mono
    han = bold ? .cjkBold : .cjk
    symbol = bold ? .symbolBold : .symbol
  }

  /// The face that has a character, with a mark over it if there is one; nil when none has.
  func face(_ scalar: Unicode.Scalar, mark: Unicode.Scalar? = nil, wide: Bool) -> Face? {
    if !wide && has(main, scalar, mark) { return main }
    if has(han, scalar, mark) { return han }
    if has(sans, scalar, mark) { return sans }
    return has(symbol, scalar, mark) ? symbol : nil
  }

  private func has(_ face: Face, _ scalar: Unicode.Scalar, _ mark: Unicode.Scalar?) -> Bool {
    let table = FontTable.table(face)
    guard table.advance(scalar) != nil else { return false }
    guard let mark else { return true }
    return table.cluster(scalar, mark) != nil
  }
}

/// Whether a character belongs to Chinese typesetting: ideographs, kana, full-width forms.
func isChinese(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
    return true
  default: return false
  }
}

/// Whether a character that both scripts use is the full-width one here, in a text that has Chinese in
/// it: quotes are, but for an apostrophe in a Latin word; a dash, an ellipsis and a middle dot are
/// when they touch Chinese (GB/T 15834 gives all of these the width of an ideograph).
func isWide(_ scalars: [Unicode.Scalar], _ i: Int) -> Bool {
  switch scalars[i] {
  case "“", "”", "‘": return true
  case "’":
    return
      !(i > 0 && i + 1 < scalars.count && isLatinOrDigit(scalars[i - 1]) && isLatinOrDigit(scalars[i + 1]))
  case "—", "…", "·":
    var (a, b) = (i, i)
    while a > 0 && scalars[a] == scalars[i] && i - a < 8 { a -= 1 }
    while b + 1 < scalars.count && scalars[b] == scalars[i] && b - i < 8 { b += 1 }
    return isChinese(scalars[a]) || isChinese(scalars[b])
  default: return false
  }
}
