import Figures

extension Rule {
  /// No two texts may touch.
  static let textOverlap = Rule(
    "text-overlap", "No text lies on another.",
    basis: "Imhof, Positioning Names on Maps (1975): names must not cover each other; Wilkinson, "
      + "The Grammar of Graphics (2005), 12.2: overplotted labels",
    .picture { picture in
      let texts = picture.texts
      var out: [Flaw] = []
      for (j, b) in texts.enumerated() {
        for a in texts[..<j] {
          guard let common = a.words.overlap(b.words, slack: 1) else { continue }
          let middle = a.words.ink.intersection(b.words.ink)?.center ?? b.words.ink.center
          let hidden = picture.items.contains {
            $0.mark > a.item.mark && $0.mark < b.item.mark && $0.hides(middle)
          }
          guard !hidden else { continue }
          out.append(
            Flaw(
              picture.element(b.item),
              "overlaps “\(a.words.text)” by \(points(common.width)) × \(points(common.height)) points: "
                + "move one of them \(points(min(common.width, common.height))) points away"))
        }
      }
      return out
    })
}

/// A length as a sentence writes it: tenths below ten, whole points above.
func points(_ x: Double) -> String { trimmed(x, x.magnitude < 9.95 ? 1 : 0) }
