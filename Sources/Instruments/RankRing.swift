import Figures

/// Ranks on a circle, the first at the top, clockwise: each sends to the next.
public struct RankRing: Sendable, Hashable {
  /// How many ranks there are.
  public let count: Int
  /// The middle of the circle, and how far from it the ranks stand, in points.
  public let center: Point, radius: Double

  /// Creates a ring; a count under 1 counts as 1.
  public init(_ count: Int, center: Point, radius: Double) {
    self.count = max(1, count)
    self.center = center
    self.radius = radius
  }

  /// The length of the arc from one rank to the next, in points.
  public var pitch: Double { 2 * Maths.pi * radius / Double(count) }

  /// A point on the circle after some places, which need not be whole, at a share of the radius.
  public func place(_ rank: Double, at share: Double = 1) -> Point {
    let angle = 2 * Maths.pi * rank / Double(count) - Maths.pi / 2
    return center + Point(Maths.cos(angle), Maths.sin(angle)) * (radius * share)
  }

  /// The arrow from a rank to the next, clear of both by boxes of a size in points around them.
  public func link(_ rank: Int, around box: Size, stroke: Stroke = .arrow) -> Node {
    Node.filling { rect, canvas in
      func point(_ share: Double) -> Point { rect.origin + place(Double(rank) + share) }
      func isFree(_ share: Double, from rank: Int) -> Bool {
        let d = place(Double(rank) + share) - place(Double(rank))
        return d.x.magnitude > box.width / 2 + 3 || d.y.magnitude > box.height / 2 + 3
      }
      let (start, end) = (edge { isFree($0, from: rank) }, 1 - edge { isFree(-$0, from: rank + 1) })
      guard end > start else { return }
      let tip = point(end)
      let back = point(end - Arrowhead.notch / pitch)
      var path = Path()
      for k in 0...12 {
        let share = start + (end - Arrowhead.notch / pitch - start) * Double(k) / 12
        if k == 0 { path.move(to: point(share)) } else { path.line(to: point(share)) }
      }
      canvas.outline(.path(path), stroke: stroke)
      canvas.outline(.path(Arrowhead.path(tip: tip, along: (tip - back).unit)), fill: .plain(stroke.paint))
    }
  }

  /// The first share of the way for which something holds.
  private func edge(_ holds: (Double) -> Bool) -> Double {
    for k in 0..<50 where holds(Double(k) / 100) { return Double(k) / 100 }
    return 0.5
  }
}
