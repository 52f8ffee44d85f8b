import Figures

extension Rule {
  /// Who is who is not told by colour alone.
  static let colorPairs = Rule(
    "color-alone",
    "Categories differ by ΔE2000 10 to every eye and in grey, or by words in or at them, hatch or dash.",
    basis: "WCAG 2.2, 1.4.1 Use of Color; Machado et al. (2009); CIEDE2000, Sharma et al. (2005)",
    .picture { picture in
      let kinds = picture.categories
      var out: [Flaw] = []
      for (j, b) in kinds.enumerated() {
        for a in kinds[..<j] where a.texture == b.texture && a.words.isEmpty && b.words.isEmpty {
          guard let (vision, difference) = worst(a.paint, b.paint) else { continue }
          out.append(
            Flaw(
              picture.element(b.item),
              "differs from \(picture.element(a.item).name) by colour alone, \(vision.name) by only "
                + "\(points(difference)): write a letter or a name in each, or hatch one"))
        }
      }
      return out
    })

  private static let needed = 10.0

  /// The eye to which two paints differ least, when that is too little in one of the themes.
  private static func worst(_ a: Paint, _ b: Paint) -> (Vision, Double)? {
    var found: (Vision, Double)?
    for theme in [Theme.light, .dark] {
      for vision in Vision.allCases {
        let d = Lab(vision.seen(theme.color(a))).difference(Lab(vision.seen(theme.color(b))))
        if d < min(needed, found?.1 ?? .infinity) { found = (vision, d) }
      }
    }
    return found
  }
}

/// Things of one colour among those that must be told apart.
private struct Category {
  let paint: Paint
  /// How it is drawn besides: hatch, dash.
  let texture: String
  let item: Item
  /// What is written in or at any of them.
  var words: Set<String>
}

extension Picture {
  /// The colours that say who is who: categories, colours of their own, and roles at full strength.
  fileprivate var categories: [Category] {
    var out: [Category] = []
    for item in items where item.part == .stage {
      guard let outline = item.outline, outline.arrowTip == nil, let (paint, texture) = outline.telling
      else { continue }
      let words = wordsAt(item)
      if let i = out.firstIndex(where: { $0.paint.tint == paint.tint && $0.texture == texture }) {
        out[i].words.formUnion(words)
      } else {
        out.append(Category(paint: paint, texture: texture, item: item, words: words))
      }
    }
    return out
  }

  /// Texts inside an item, or of its element and close to it.
  private func wordsAt(_ item: Item) -> Set<String> {
    let near = item.bounds.outset(by: 14)
    let group = frame.marks[item.mark].group
    var out: Set<String> = []
    for (other, words) in texts where words.ink.intersects(near) {
      let own = frame.marks[other.mark].group
      let holds = item.outline?.contains(words.ink.center) ?? false
      let belongs = group > 0 && own > 0 && (isInside(own, of: group) || isInside(group, of: own))
      if holds || belongs || isAtEnd(item, words) { out.insert(words.text) }
    }
    return out
  }

  /// Whether words stand at the end of a line, as a label of a curve does.
  private func isAtEnd(_ item: Item, _ words: Words) -> Bool {
    guard let outline = item.outline, !outline.isClosed, let contour = outline.contours.first else {
      return false
    }
    let near = words.ink.outset(by: 14)
    return [contour.first, contour.last].contains { $0.map { near.contains($0) } ?? false }
  }
}

extension PlacedOutline {
  /// The paint that says who it is, and how it is drawn besides; nil when its colour says nothing of the kind.
  fileprivate var telling: (Paint, String)? {
    if case .plain(let paint)? = fill, paint.tint.isCategorical { return (paint, "") }
    if case .hatch(let line, _)? = fill, line.tint.isCategorical { return (line, "hatch") }
    if let stroke, stroke.paint.tint.isCategorical {
      return (stroke.paint, stroke.dash.map { points($0) }.joined(separator: " "))
    }
    return nil
  }
}

extension Tint {
  fileprivate var isCategorical: Bool {
    switch self {
    case .category, .literal: return true
    case .role(_, .solid): return true
    default: return false
    }
  }
}
