import Figures

extension Rule {
  /// A caption is one sentence that can be read while it stands.
  static let captionLong = Rule(
    "caption-long",
    "A caption has at most 90 characters in English, 40 in Chinese, and stands long enough to be read.",
    basis: "BBC and Netflix timed-text guides: 15–17 characters a second, 9 in Chinese at most; "
      + "Mayer, Multimedia Learning (2009), segmenting",
    .telling { telling in
      guard let language = telling.place.language else { return [] }
      let limit = language == .zh ? 40 : 90
      func flaws(_ caption: String, _ place: Place, rest: Double?) -> [Flaw] {
        let count = caption.unicodeScalars.count
        let element = Element("the caption “\(caption)”")
        var out: [Flaw] = []
        if count > limit {
          out.append(
            Flaw(
              element, "has \(count) characters, \(count - limit) over \(limit): say less, or in two beats",
              place: place))
        }
        let needed = Double(count) / (language == .zh ? 6 : 15)
        if let rest, rest < max(1.2, needed) - 0.05 {
          out.append(
            Flaw(
              element,
              "stands \(fixed(rest, 1)) s and takes \(fixed(max(1.2, needed), 1)) s to read: let the beat rest",
              place: place))
        }
        return out
      }
      var out = flaws(telling.stillCaption ?? "", telling.place.at(.still), rest: nil)
      for (i, beat) in telling.beats.enumerated() {
        out += flaws(beat.caption, telling.place(i), rest: beat.rest)
      }
      return out
    })

  /// Every picture says what it shows, each beat something of its own.
  static let captionMissing = Rule(
    "caption-missing", "The still and each beat have a caption, and no two beats the same.",
    basis:
      "WCAG 2.2, 1.1.1 Non-text Content: a text alternative; Mayer (2009), the caption as its description",
    .telling { telling in
      var out: [Flaw] = []
      if (telling.stillCaption ?? "").isEmpty {
        out.append(
          Flaw(
            Element("the still"), "has no caption: say in one sentence what it shows",
            place: telling.place.at(.still)))
      }
      for (i, beat) in telling.beats.enumerated() {
        if beat.caption.isEmpty {
          out.append(
            Flaw(
              Element("the beat \(beat.name)"), "has no caption: say in one sentence what happens",
              place: telling.place(i)))
        } else if telling.place.settings.isEmpty,
          let twin = telling.beats[..<i].first(where: { $0.caption == beat.caption })
        {
          out.append(
            Flaw(
              Element("the beat \(beat.name)"), "has the caption of \(twin.name): say what is new",
              place: telling.place(i)))
        }
      }
      return out
    })

  /// Who does not see a beat is told what is new in it.
  static let descriptionSame = Rule(
    "description-same", "Each beat is described, and not in the words of another.",
    basis:
      "WCAG 2.2, 1.1.1 Non-text Content; 1.2.3 Media Alternative: equivalent information for each change",
    .telling { telling in
      var out: [Flaw] = []
      for (i, beat) in telling.beats.enumerated() {
        let element = Element("the beat \(beat.name)")
        if beat.description.isEmpty {
          out.append(
            Flaw(
              element, "has no description: name what changes, .same(…, named: …), or say it",
              place: telling.place(i)))
        } else if telling.place.settings.isEmpty,
          let twin = telling.beats[..<i].first(where: { $0.description == beat.description })
        {
          out.append(
            Flaw(
              element, "is described as \(twin.name) is: name what changes, .same(…, named: …), or say it",
              place: telling.place(i)))
        }
      }
      return out
    })
}
