import Figures

extension Rule {
  /// No line may run through words, unless a halo or a plate parts them.
  static let textCrossed = Rule(
    "text-crossed", "No line, edge or hatch runs through words without a halo or a plate between.",
    basis: "Imhof (1975): lettering interrupts the line under it; Ware, Information Visualization (2021), "
      + "5: clutter at the same spatial frequency masks text",
    .picture { picture in
      var out: [Flaw] = []
      for (item, words) in picture.texts {
        if let other = picture.items.first(where: { picture.crosses($0, item, words) }) {
          let isLater = other.mark > item.mark
          let thing = picture.element(other)
          let line = thing.source.map { " (line \($0.line))" } ?? ""
          out.append(
            Flaw(
              picture.element(item),
              "is crossed by \(thing.name)\(line)"
                + (isLater
                  ? ": draw that below the words, or move one of them"
                  : ": move one of them, or give the words a halo or a plate")))
        } else if let hatch = picture.hatch(under: item, words) {
          out.append(
            Flaw(
              picture.element(item),
              "stands on the hatch of \(picture.element(hatch).name): put a paper plate under it"))
        }
      }
      return out
    })
}

extension Picture {
  /// Whether the line of an item runs visibly through the box of a text.
  fileprivate func crosses(_ other: Item, _ text: Item, _ words: Words) -> Bool {
    guard let outline = other.outline, let stroke = outline.stroke,
      stroke.paint.opacity * other.opacity > 0.1, !stroke.isBlank,
      other.bounds.outset(by: stroke.width).intersects(words.ink)
    else { return false }
    // A halo parts the words from what lies below them.
    if other.mark < text.mark && words.line.halo >= max(1, stroke.width / 2) { return false }
    let margin = min(1, words.ownInk.height / 4)
    var found = false
    outline.forEachPiece { a, b in
      guard !found, let (p, q) = words.crossing(a, b, margin: margin), p.distance(to: q) > 1 else { return }
      found = [0.1, 0.5, 0.9].contains { t in
        let point = p.mixed(with: q, at: t)
        return (other.clip?.contains(point) ?? true) && !isParted(point, other, text)
      }
    }
    return found
  }

  /// Whether an area hides a line from the words at a point.
  private func isParted(_ point: Point, _ line: Item, _ text: Item) -> Bool {
    items.contains { $0.mark > line.mark && $0.mark != text.mark && $0.hides(point) }
  }

  /// The hatch that is seen right behind a text.
  fileprivate func hatch(under text: Item, _ words: Words) -> Item? {
    guard words.line.halo < 1.5 else { return nil }
    for p in [words.ink.center, words.ink.point(0.1, 0.5), words.ink.point(0.9, 0.5)] {
      let top = items.last { $0.mark < text.mark && $0.paint(at: p) != nil && $0.opacity > 0.2 }
      if let top, top.hatches(p), top.hatchStrength > 0.2 { return top }
    }
    return nil
  }
}

extension Stroke {
  /// Whether it has the colour of the paper: a gap between areas rather than a line.
  var isBlank: Bool { paint.tint == .neutral(.paper) && paint.target == .neutral(.paper) }
}

extension Item {
  /// How opaque the lines of its hatch are.
  fileprivate var hatchStrength: Double {
    guard case .hatch(let line, _)? = outline?.fill else { return 0 }
    return line.opacity * opacity
  }
}

extension Rect {
  /// Whether the two share a point.
  func intersects(_ other: Rect) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
