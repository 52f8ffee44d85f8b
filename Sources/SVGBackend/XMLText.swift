/// Words as character data or as the value of an attribute, in XML and in HTML alike.
///
/// Left out are characters that XML does not allow, those that nothing draws, and those that turn the
/// direction of what follows; line ends become spaces, so that no line is ever blank.
func escaped(_ text: String) -> String {
  var out = ""
  out.reserveCapacity(text.utf8.count + 8)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": out += " "
    default: if isWritten(scalar) { out.unicodeScalars.append(scalar) }
    }
  }
  return out
}

private func isWritten(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0: return false
  // Embeddings, overrides and isolates of the bidirectional algorithm; the byte order mark.
  case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF: return false
  default: return scalar.value & 0xFFFE != 0xFFFE
  }
}

/// Whether an id can stand in a page, a style sheet and an address as it is.
func isIdentifier(_ text: String) -> Bool {
  var isFirst = true
  for byte in text.utf8 {
    let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    let isOther =
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
    guard isLetter || isOther && !isFirst else { return false }
    isFirst = false
  }
  return !isFirst
}

/// Whether a link leads to a page and not into a script.
func isAddress(_ text: String) -> Bool {
  ["https://", "http://", "/", "./", "../", "?", "#"].contains { text.utf8.starts(with: $0.utf8) }
}
