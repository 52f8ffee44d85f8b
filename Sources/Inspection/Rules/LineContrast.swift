import Figures

extension Rule {
  /// Lines that carry meaning can be seen.
  static let lineContrast = Rule(
    "line-contrast", "A line that carries meaning has 3:1 against one of its sides, in both themes.",
    basis: "WCAG 2.2, 1.4.11 Non-text Contrast",
    .picture { picture in
      var out: [Flaw] = []
      for item in picture.items {
        guard let outline = item.outline, let stroke = outline.stroke, !stroke.isBlank,
          outline.ends != nil || !stroke.isQuiet, !picture.isCased(item, outline, stroke)
        else { continue }
        let near = picture.items.filter { $0.bounds.outset(by: 4).intersects(item.bounds.outset(by: 4)) }
        for name in [Theme.Name.light, .dark] {
          guard let ratio = contrast(item, outline, stroke, near, picture, Theme(name)), ratio < 2.995
          else { continue }
          out.append(
            Flaw(
              picture.element(item),
              "has a line of \(fixed(ratio, 1)):1 that needs 3:1: paint it with ink, muted, line or a "
                + "role’s edge, or faint if it means nothing", theme: name))
        }
      }
      return out
    })

  /// Distances from a line's edge at which its ground is looked at, in points: a neighbour's edge that
  /// lies close by is not its ground.
  private static let distances = [1.0, 2.5, 4.0]

  /// The contrast of the middle one of some places along a line, each against the best of its sides; nil
  /// when nothing of it is in sight.
  private static func contrast(
    _ item: Item, _ outline: PlacedOutline, _ stroke: Stroke, _ near: [Item], _ picture: Picture,
    _ theme: Theme
  ) -> Double? {
    let under = near.filter { $0.mark < item.mark }
    let below = near.filter { $0.mark <= item.mark }
    let above = near.filter { $0.mark > item.mark && $0.words == nil }
    let ink = theme.color(stroke.paint.faded(item.opacity))
    var ratios: [Double] = []
    for (p, normal) in spots(outline) {
      guard item.clip?.contains(p) ?? true, !above.contains(where: { $0.hides(p) }) else { continue }
      // Where it runs along or into something of its own colour it is one with that.
      guard !under.contains(where: { $0.isPainted(stroke.paint, at: p) }) else { continue }
      let painted = ink.over(picture.color(at: p, of: under, theme))
      var best = 1.0
      for distance in distances {
        for side in [-1.0, 1] {
          let q = p + normal * (side * (stroke.width / 2 + distance))
          best = max(best, painted.contrast(with: picture.color(at: q, of: below, theme)))
        }
      }
      ratios.append(best)
    }
    return ratios.isEmpty ? nil : ratios.sorted()[ratios.count / 2]
  }

  /// Some nine points along a line, with the direction across it. They are unevenly spaced, so that they do not
  /// all lie where the lines of a grid cross.
  private static func spots(_ outline: PlacedOutline) -> [(Point, Point)] {
    var length = 0.0
    outline.forEachPiece { a, b in length += a.distance(to: b) }
    let step = max(3, length / 9)
    var out: [(Point, Point)] = []
    var walked = 0.0
    outline.forEachPiece { a, b in
      let piece = a.distance(to: b)
      while piece > 0 && out.count < 20 {
        // The golden ratio's multiples fall evenly into each step and never into a pattern.
        let k = Double(out.count)
        let place = step * (k + (0.5 + k * 0.618_034).truncatingRemainder(dividingBy: 1)) - walked
        guard place <= piece else { break }
        out.append((a.mixed(with: b, at: place / piece), (b - a).unit.normal))
      }
      walked += piece
    }
    return out
  }
}

extension Stroke {
  /// Whether it is a grid line or separator, which carries no meaning.
  var isQuiet: Bool {
    switch paint.tint {
    case .neutral(.faint), .neutral(.panel), .neutral(.paper): return paint.share < 0.5
    default: return false
    }
  }
}

extension Item {
  /// Whether a line or a dot of it that covers a point has this very colour.
  fileprivate func isPainted(_ paint: Paint, at p: Point) -> Bool {
    if bounds.width < 14, bounds.height < 14, self.paint(at: p) == paint { return true }
    guard let outline, let stroke = outline.stroke, stroke.paint == paint else { return false }
    return bounds.outset(by: stroke.width).contains(p) && outline.distance(to: p) <= stroke.width / 2
  }
}

extension Picture {
  /// Whether a line runs inside a wider one that it shares its course with: that one is its edge.
  fileprivate func isCased(_ item: Item, _ outline: PlacedOutline, _ stroke: Stroke) -> Bool {
    guard !outline.isClosed else { return false }
    return items.contains { other in
      guard other.mark < item.mark, frame.marks[other.mark].group == frame.marks[item.mark].group,
        let casing = other.outline, let wide = casing.stroke, wide.width > stroke.width,
        casing.contours.count == outline.contours.count
      else { return false }
      return zip(casing.contours, outline.contours).allSatisfy { a, b in
        guard let p = a.first, let q = b.first, let r = a.last, let s = b.last else { return false }
        return p.distance(to: q) < 1 && r.distance(to: s) < 1
      }
    }
  }
}
