import Figures

extension Rule {
  /// A figure has a title, in words of its own.
  static let titleMissing = Rule(
    "title-missing", "A figure has a title.",
    basis: "WCAG 2.2, 2.4.6 Headings and Labels",
    .figure { exposure in
      let title = plainText(exposure.about.title[.en])
      guard title.split(separator: " ").isEmpty else { return [] }
      return [Flaw(Element("the figure"), "has no title: name the mechanism")]
    })

  /// A picture can be told to somebody who does not see it.
  static let descriptionMissing = Rule(
    "description-missing", "A still and each beat name the things that they show.",
    basis: "WCAG 2.2, 1.1.1 Non-text Content",
    .picture { picture in
      let speaks = picture.frame.groups.indices.contains {
        picture.parts[$0] == .stage && !picture.frame.groups[$0].meaning.isEmpty
      }
      let says = picture.texts.contains { $0.item.part == .stage }
      guard !speaks && !says else { return [] }
      return [
        Flaw(
          Element("the stage"), "has no words and names nothing: say what things are, .same(…, named: …)")
      ]
    })

  /// Layout is sound.
  static let layout = Rule(
    "layout", "Each element has an identity of its own, and what is referred to is there.",
    basis: "DESIGN: a duplicate identity is an error unless declared a copy",
    .figure { exposure in
      exposure.problems.map { place, problem in
        switch problem {
        case .duplicate(_, let meaning, let source):
          Flaw(
            Element(meaning.isEmpty ? "an element" : "“\(meaning)”", source: source),
            "has an identity that another element has: give it another, or declare it with .copy(of:)",
            place: place)
        case .unresolved(let what, let source):
          Flaw(
            Element("\(what)", source: source),
            "refers to an element that is not in the picture: draw that, or leave it out",
            place: place)
        }
      }
    })

  /// No two things in a frame are one.
  static let identityTwice = Rule(
    "identity-twice", "No two groups and no two marks of a picture have one identity.",
    basis: "DESIGN: a duplicate identity is an error unless declared a copy",
    .picture { picture in
      var out: [Flaw] = []
      var groups: Set<Identity> = []
      for group in picture.frame.groups where !groups.insert(group.identity).inserted {
        let name = group.meaning.isEmpty ? "an element" : "“\(group.meaning)”"
        out.append(
          Flaw(
            Element(name, source: group.source, box: group.bounds),
            "has an identity that another element has: give it another, or declare it with .copy(of:)"))
      }
      var marks: Set<Identity> = []
      for (i, mark) in picture.frame.marks.enumerated() where !marks.insert(mark.identity).inserted {
        out.append(
          Flaw(
            picture.frame.element(i),
            "has an identity that another mark has: draw each thing in its own element"))
      }
      return out
    })
}
