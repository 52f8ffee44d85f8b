import Figures

extension Rule {
  /// Chinese readers get Chinese sentences, English readers English ones.
  static let untranslated = Rule(
    "untranslated", "Titles, captions and prose are in the reader’s language; technical terms stay English.",
    basis: "W3C, Internationalization Best Practices; VISUAL: technical terms stay English",
    .picture { picture in
      picture.texts.compactMap { item, words in
        guard let language = picture.place.language else { return nil }
        if language == .en, words.text.unicodeScalars.contains(where: isHan) {
          return Flaw(picture.element(item), "has Chinese characters in an English picture: give it an English text")
        }
        if language == .zh, let prose = englishProse(words.text) {
          return Flaw(
            picture.element(item), "says “\(prose)” to a Chinese reader: translate it (only terms stay English)")
        }
        return nil
      }
    })

  /// Words around the pictures have a translation.
  static let translationMissing = Rule(
    "translation-missing", "The title, each caption and each label has a Chinese text.",
    basis: "W3C, Internationalization Best Practices; DESIGN: no string that is not localisable",
    .figure { exposure in
      exposure.wordings.compactMap { wording in
        guard !wording.phrase.isTranslated else { return nil }
        let words = plainText(wording.phrase[.en])
        // A name of one word or a formula is the same in both languages.
        guard wording.what.hasPrefix("the caption") || wording.what == "the title" || words.contains(" ")
        else { return nil }
        return Flaw(
          Element("“\(words)”"), "is \(wording.what) and has no Chinese text: write Phrase(…, zh: …)",
          place: Place(figure: exposure.about.slug, mode: wording.mode, language: .zh))
      }
    })
}

/// Whether a character is a Chinese one.
func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: return true
  default: return false
  }
}

/// Words that join English sentences and are no part of a term.
private let joints: Set<String> = [
  "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "had", "does", "do", "can", "cannot",
  "will", "would", "should", "must", "may", "of", "to", "from", "for", "with", "without", "by", "at", "into",
  "than", "that", "this", "these", "those", "which", "who", "when", "where", "while", "until", "because", "but",
  "and", "or", "so", "it", "its", "they", "their", "we", "you", "there", "here", "each", "every", "all", "only",
  "both", "still", "again", "between", "through", "before", "after", "then", "if", "as", "not", "no", "more",
  "less", "most", "any", "in", "on",
]

/// A stretch of English in a text that is more than a term: three words or more, one of which joins a
/// sentence; in a text without Chinese characters two will do.
private func englishProse(_ text: String) -> String? {
  let hasHan = text.unicodeScalars.contains(where: isHan)
  var stretch: [String] = []
  var found: String?
  func close() {
    defer { stretch = [] }
    guard found == nil, stretch.count >= (hasHan ? 3 : 2) else { return }
    // Terms may have a joint inside (“time to first token”), sentences have more, or one at an end.
    let joined = stretch.map { joints.contains($0.lowercased()) }
    let count = joined.count { $0 }
    let atEnd = joined.first == true || joined.last == true
    if count >= 2 || count == 1 && (atEnd || stretch.count >= 5) || stretch.count >= 6 {
      found = stretch.joined(separator: " ")
    }
  }
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
    let letters = word.unicodeScalars.drop { !$0.properties.isAlphabetic }
    let bare = letters.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || $0 == "’" || $0 == "'") }
    // Something other than a Latin word, or punctuation before it, ends the stretch.
    if bare.isEmpty || bare.contains(where: isHan) || letters.count < word.unicodeScalars.count { close() }
    if !bare.isEmpty { stretch.append(String(bare)) }
    if bare.isEmpty || bare.count < letters.count { close() }
  }
  close()
  return found
}
