import Geometry
import Typography

/// The sentences of a description, in one language.
struct TellingWords: Sendable {
  /// What elements do.
  enum Verb: Int {
    case come, leave, move, grow, shrink
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

  /// What a picture shows.
  func shows(_ names: [String]) -> String {
    isChinese ? spaced("图中有", listed(names)) + "。" : "The picture shows \(listed(names))."
  }

  /// What some elements do.
  func sentence(_ names: [String], _ verb: Verb) -> String {
    if isChinese {
      let verbs = ["出现", "离开", "移动", "变大", "变小"]
      return spaced(listed(names), verbs[verb.rawValue]) + "。"
    }
    let verbs = ["appear", "leave", "move", "grow", "shrink"]
    return capitalized(listed(names)) + " " + verbs[verb.rawValue] + (names.count == 1 ? "s." : ".")
  }

  /// What a value is.
  func measures(_ name: String, _ value: String) -> String {
    isChinese ? spaced(spaced(name, "为"), value) + "。" : "\(capitalized(name)) is \(value)."
  }

  /// How a value has changed.
  func changes(_ name: String, _ old: String, _ new: String) -> String {
    isChinese
      ? spaced(spaced(spaced(spaced(name, "从"), old), "变为"), new) + "。"
      : "\(capitalized(name)) goes from \(old) to \(new)."
  }

  /// The name of a value, with that of its row in a table.
  func name(_ reading: Telemetry.Reading, row: Phrase?) -> String {
    let name = plainText(reading.name[language])
    guard let row else { return name }
    return isChinese ? "\(name)（\(plainText(row[language]))）" : "\(name) (\(plainText(row[language])))"
  }

  /// A value with its unit.
  func text(_ value: Telemetry.Value, _ unit: Phrase?) -> String {
    switch value {
    case .number(let x, let format):
      let number = x == 0 ? "0" : plainText(format.text(x))
      return unit.map { number + " " + plainText($0[language]) } ?? number
    case .word(let word): return plainText(word[language])
    }
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
      return rest > 0 ? spaced(out, "等另外 \(rest) 个") : out
    }
    if rest > 0 { items.append("\(rest) more") }
    var out = ""
    for (i, item) in items.enumerated() {
      out += i == 0 ? item : i == items.count - 1 ? " and " + item : ", " + item
    }
    return out
  }

  /// Two pieces of a Chinese sentence, with a space where Latin letters or digits meet characters.
  private func spaced(_ a: String, _ b: String) -> String {
    guard let p = a.unicodeScalars.last, let q = b.unicodeScalars.first else { return a + b }
    func isLatin(_ c: Unicode.Scalar) -> Bool { c.value > 32 && c.value < 0x2E80 }
    return isLatin(p) != isLatin(q) ? a + " " + b : a + b
  }

  /// With a capital letter at the start.
  private func capitalized(_ text: String) -> String {
    guard let first = text.utf8.first, first >= 97 && first <= 122 else { return text }
    return String(decoding: [first - 32] + Array(text.utf8.dropFirst()), as: UTF8.self)
  }
}
