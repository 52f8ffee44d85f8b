import Drawing

/// The letters of one figure: what its families are called, and the files that it carries.
struct Lettering {
  private let names: [String]
  /// The rules that bring the letters along; empty when the site serves them.
  let rules: String

  init(_ frame: Frame, _ options: SVGOptions, _ web: WebFonts) throws(SVGError) {
    guard options.fonts == .embed else {
      names = FontFamily.allCases.map { "'\($0.linkedName)',\($0.substitutes)" }
      rules = ""
      return
    }
    var characters = FontCharacters()
    characters.add(frame)
    let fonts = try web.subset(characters)
    var names: [String] = []
    var rules = ""
    for family in FontFamily.allCases {
      let members = fonts.filter { FontFamily($0.face) == family }
      // A family's name holds for a whole page: with the hash of what is in it, two figures that carry
      // different letters don't take each other's.
      let name = "\(family.name) \(shortHash(members.flatMap { $0.bytes }))"
      names.append("'\(name)',\(family.substitutes)")
      for font in members {
        rules += font.rule(family: name, source: "data:font/woff2;base64,\(base64(font.bytes))")
      }
    }
    self.names = names
    self.rules = rules
  }

  /// The family of a face and its substitutes, as `font-family` takes them.
  func families(_ face: Face) -> String { names[FontFamily(face).rawValue] }
}

/// Bytes in base 64 (RFC 4648), padded.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  for i in stride(from: 0, to: bytes.count, by: 3) {
    let rest = bytes.count - i
    let b =
      UInt32(bytes[i]) << 16 | (rest > 1 ? UInt32(bytes[i + 1]) << 8 : 0)
      | (rest > 2 ? UInt32(bytes[i + 2]) : 0)
    for k in 0..<4 {
      out.append(k <= rest ? alphabet[Int(b >> UInt32(18 - 6 * k) & 63)] : UInt8(ascii: "="))
    }
  }
  return String(decoding: out, as: UTF8.self)
}
