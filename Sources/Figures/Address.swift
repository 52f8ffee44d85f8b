import Geometry

/// A name as addresses, commands and file names write it: ASCII letters in lower case and digits, one
/// hyphen for any stretch of other characters between them.
public func addressWord(_ name: String) -> String {
  var out: [UInt8] = []
  var gap = false
  for byte in name.utf8 {
    let lower = byte >= 65 && byte <= 90 ? byte + 32 : byte
    guard lower >= 97 && lower <= 122 || lower >= 48 && lower <= 57 else {
      gap = true
      continue
    }
    if gap && !out.isEmpty { out.append(UInt8(ascii: "-")) }
    gap = false
    out.append(lower)
  }
  return String(decoding: out, as: UTF8.self)
}

extension Prepared {
  /// What makes a name of the figure unfit for addresses; nil when all are sound.
  var nameProblem: String? {
    let words =
      [("slug", about.slug), ("part", about.part), ("mode", mode)] + settings.map { ("parameter", $0.name) }
    for (kind, word) in words where word.utf8.isEmpty || !sameText(word, addressWord(word)) {
      return "the \(kind) “\(word)” must be lower-case letters and digits with hyphens between"
    }
    for (i, beat) in beats.enumerated() {
      let taken = ["", "still", "beats"] + beats[..<i].map { $0.address }
      if taken.contains(where: { sameText($0, beat.address) }) {
        return "the beat “\(beat.name)” needs a name whose letters and digits tell it from the others"
      }
    }
    return nil
  }
}
