import Geometry
import Typography

/// The sentences of a description, in one language.
struct TellingWords: Sendable {
  /// What elements do.
  enum Verb: Int {
    case isThere, come, leave, move, grow, shrink
  }

  let language: Language
  /// Names that a sentence lists before it counts the rest.
  private static let most = 4

  init(_ language: Language) { self.language = language }

  private var isChinese: Bool { language == .zh }

  /// Sentences one after the other.
  func paragraph(_ sentences: [String]) -> String {
    var out = ""
    for sentence in sentences { out += out.utf8.isEmpty || isChinese ? sentence : " " + sentence }
    return out
  }

  /// A name without what is said about it after a comma.
  func short(_ name: String) -> String {
    var kept = String.UnicodeScalarView()
    for c in name.unicodeScalars {
      if c == "," || c == "，" { break }
      kept.append(c)
    }
    return String(kept)
  }

  /// What some elements do. What is there and what is new stands after a colon, because its name may be a
  /// sentence of its own.
  func sentence(_ names: [String], _ verb: Verb) -> String {
    let list = listed(names)
    if isChinese {
      let heads = ["图中有：", "新出现："]
      if verb.rawValue < heads.count { return heads[verb.rawValue] + list + "。" }
      let verbs = ["离开", "移动", "变大", "变小"]
      return spaced(list, verbs[verb.rawValue - heads.count]) + "。"
    }
    let heads = ["The picture shows: ", "New: "]
    if verb.rawValue < heads.count { return heads[verb.rawValue] + list + "." }
    let verbs = ["leave", "move", "grow", "shrink"]
    return capitalized(list) + " " + verbs[verb.rawValue - heads.count] + (names.count == 1 ? "s." : ".")
  }

  /// Values of one row.
  func readings(_ clauses: [String], row: Phrase?) -> String {
    var out = row.map { capitalized(plainText($0[language])) } ?? (isChinese ? "读数" : "Readings")
    out += isChinese ? "：" : ": "
    for (i, clause) in clauses.enumerated() { out += i == 0 ? clause : (isChinese ? "；" : "; ") + clause }
    return out + (isChinese ? "。" : ".")
  }

  /// What a value is, and what it was where there was another; nil when it is the same or there is none.
  func clause(_ reading: Telemetry.Reading, _ value: Telemetry.Value, since old: Telemetry.Value?) -> String?
  {
    let name = plainText(reading.name[language])
    guard let now = text(value, reading.unit) else { return nil }
    let then = old.flatMap { text($0, nil) }
    if let then, let same = text(value, nil), sameText(then, same) { return nil }
    guard let then else { return isChinese ? spaced(name, now) : "\(name) \(now)" }
    if case .word = value {
      return isChinese ? spaced(spaced(name, now) + "，不再是", then) : "\(name) \(now), no longer \(then)"
    }
    return isChinese
      ? spaced(spaced(spaced(spaced(name, "从"), then), "到"), now) : "\(name) from \(then) to \(now)"
  }

  /// A value with its unit; nil for a dash, which says that there is none.
  private func text(_ value: Telemetry.Value, _ unit: Phrase?) -> String? {
    var text: String
    switch value {
    case .number(let x, let format):
      if x.isNaN { return nil }
      text = x == 0 ? "0" : plainText(format.text(x))
    case .word(let word): text = plainText(word[language])
    }
    if sameText(text, "–") || text.utf8.isEmpty { return nil }
    if let unit { text += " " + plainText(unit[language]) }
    return text
  }

  /// Names in a list, equal ones once with their number.
  private func listed(_ names: [String]) -> String {
    var kinds: [(name: String, count: Int)] = []
    for name in names {
      if let i = kinds.firstIndex(where: { sameText($0.name, name) }) {
        kinds[i].count += 1
      } else {
        kinds.append((name, 1))
      }
    }
    var items = kinds.prefix(TellingWords.most).map { $0.count > 1 ? "\($0.name) × \($0.count)" : $0.name }
    let rest = kinds.dropFirst(TellingWords.most).reduce(0) { $0 + $1.count }
    if isChinese {
      var out = ""
      for item in items { out += out.utf8.isEmpty ? item : "、" + item }
      return rest > 0 ? spaced(out, "和另外 \(rest) 个") : out
    }
    if rest > 0 { items.append("\(rest) more") }
    var out = ""
    for (i, item) in items.enumerated() {
      out += i == 0 ? item : i == items.count - 1 ? " and " + item : ", " + item
    }
    return out
  }

  /// Two pieces of a Chinese sentence, with a space where Latin letters or digits meet anything but
  /// punctuation.
  private func spaced(_ a: String, _ b: String) -> String {
    guard let p = a.unicodeScalars.last?.value, let q = b.unicodeScalars.first?.value else { return a + b }
    func isLatin(_ c: UInt32) -> Bool { c < 0x2E80 }
    func isMark(_ c: UInt32) -> Bool { c >= 0x3000 && c < 0x3040 || c >= 0xFF00 && c < 0xFFF0 }
    return (isLatin(p) || isLatin(q)) && !isMark(p) && !isMark(q) ? a + " " + b : a + b
  }

  /// With a capital letter at the start.
  private func capitalized(_ text: String) -> String {
    guard let first = text.utf8.first, first >= 97 && first <= 122 else { return text }
    return String(decoding: [first - 32] + Array(text.utf8.dropFirst()), as: UTF8.self)
  }
}
