import Figures

extension Rule {
  /// Arrows start and end at something.
  static let connectorLoose = Rule(
    "connector-loose", "A connector and an arrow end at something that is seen.",
    basis: "Purchase, Metrics for graph drawing aesthetics (2002); VISUAL: arrows leave and enter at edges",
    .picture { picture in
      var out: [Flaw] = []
      let shafts = picture.shafts
      for item in picture.items {
        guard let outline = item.outline else { continue }
        if outline.ends != nil, !outline.isClosed, let path = outline.contours.first,
          let first = path.first, let last = path.last
        {
          for (point, end) in [(first, "starts"), (last, "ends")]
          where picture.distanceToThings(point, not: item, shafts) > reach {
            out.append(
              Flaw(picture.element(item), "\(end) in nothing: attach it to an element that is in the picture")
            )
          }
        } else if let tip = outline.arrowTip, picture.distanceToThings(tip, not: item, shafts) > reach {
          out.append(
            Flaw(
              picture.element(item),
              "is an arrowhead that points at nothing within \(points(reach)) points: let it end at a thing"))
        }
      }
      return out
    })

  /// A connector can be followed.
  static let connectorHidden = Rule(
    "connector-hidden", "At least half of a connector is in sight.",
    basis: "Wertheimer (1923), good continuation: a line that is mostly covered is not completed",
    .picture { picture in
      picture.items.compactMap { item in
        guard let outline = item.outline, outline.ends != nil, !outline.isClosed, outline.stroke != nil
        else { return nil }
        let above = picture.items.filter {
          $0.mark > item.mark && $0.bounds.intersects(item.bounds.outset(by: 1))
        }
        var (seen, all) = (0.0, 0.0)
        outline.forEachPiece { a, b in
          let steps = max(1, Int(a.distance(to: b) / 4))
          for k in 0..<steps {
            let p = a.mixed(with: b, at: (Double(k) + 0.5) / Double(steps))
            let length = a.distance(to: b) / Double(steps)
            all += length
            if !above.contains(where: { $0.hides(p) }) { seen += length }
          }
        }
        guard all > 0, seen < all / 2 else { return nil }
        return Flaw(
          picture.element(item),
          "is hidden for \(fixed((1 - seen / all) * 100)) % of its length: draw it above, or along another way"
        )
      }
    })

  /// How far an end may be from the thing that it means: the gap, the notch of an arrowhead and a little.
  private static let reach = 14.0
}

extension PlacedOutline {
  /// The tip, when this is the one arrowhead: four corners, 10 long and 7.5 wide, with a notch.
  var arrowTip: Point? {
    guard fill != nil, stroke == nil, contours.count == 1, contours[0].count == 5 else { return nil }
    let p = contours[0]
    let (sides, notch) = (p[0].distance(to: p[1]), p[0].distance(to: p[2]))
    guard notch > 1, (sides / notch - 10.68 / 7.8).magnitude < 0.05,
      (p[0].distance(to: p[3]) - sides).magnitude < 0.05 * sides
    else { return nil }
    return p[0]
  }
}

extension Picture {
  /// The marks that are lines of arrows: those that end in the notch of a head.
  fileprivate var shafts: Set<Int> {
    let notches = items.compactMap { $0.outline?.arrowTip == nil ? nil : $0.outline?.contours.first?[2] }
    guard !notches.isEmpty else { return [] }
    let lines = items.filter { item in
      guard let outline = item.outline, !outline.isClosed else { return false }
      return outline.contours.contains { contour in
        [contour.first, contour.last].contains { end in
          end.map { p in notches.contains { $0.distance(to: p) < 2 } } ?? false
        }
      }
    }
    return Set(lines.map { $0.mark })
  }

  /// Distance from a point to the nearest thing that is no arrow and no connector; infinite when there is
  /// none close by.
  fileprivate func distanceToThings(_ p: Point, not item: Item, _ shafts: Set<Int>) -> Double {
    let notch = item.outline?.arrowTip == nil ? nil : item.outline?.contours.first?[2]
    var best = Double.infinity
    for other in items where other.mark != item.mark && other.bounds.outset(by: 24).contains(p) {
      guard let outline = other.outline else {
        best = min(best, distance(p, other.bounds))
        continue
      }
      if outline.ends != nil || outline.arrowTip != nil || shafts.contains(other.mark) { continue }
      // What runs along the head is its own line.
      if let notch, !outline.isClosed, outline.distance(to: notch) < 2 { continue }
      best = min(best, outline.fill != nil && outline.contains(p) ? 0 : outline.distance(to: p))
    }
    return best
  }

  private func distance(_ p: Point, _ r: Rect) -> Double {
    Point(max(r.minX - p.x, 0, p.x - r.maxX), max(r.minY - p.y, 0, p.y - r.maxY)).length
  }
}
