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
          return Flaw(
            picture.element(item), "has Chinese characters in an English picture: give it an English text")
        }
        if language == .zh, let prose = englishProse(words.text) {
          return Flaw(
            picture.element(item),
            "says “\(prose)” to a Chinese reader: translate it (only terms stay English)")
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
