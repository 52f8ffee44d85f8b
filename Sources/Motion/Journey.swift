import Drawing
import Geometry

/// The way of an element's map from one state to another: what it shows keeps its form, and the middle of its
/// rectangle takes a straight way.
struct Journey: Sendable {
  private let start, end: Affine
  private let parts: (AffineParts, AffineParts)?
  /// Where the middle of the rectangle stands outside, at both ends.
  private let middles: (Point, Point)
  private let isLens: Bool
  /// How many times as large the end is, for a lens.
  private let growth: Double

  /// A way from one map of one rectangle to another of another; nil when nothing changes. A lens zooms by
  /// equal factors in equal times about one fixed point; a thing changes its size by equal amounts.
  init?(from start: Affine, _ p: Rect, to end: Affine, _ q: Rect, isLens: Bool) {
    guard start != end else { return nil }
    self.start = start
    self.end = end
    self.isLens = isLens
    middles = (start.apply(p.center), end.apply(q.center))
    if let a = AffineParts(start), let b = AffineParts(end) {
      parts = (a, b)
      growth = isLens ? (end.determinant / start.determinant).squareRoot() : 1
    } else {
      parts = nil
      growth = 1
    }
  }

  /// Whether rectangles stay upright all the way.
  var isUpright: Bool { start.isAxisAligned && end.isAxisAligned }

  /// The map at a share of the way, for a rectangle whose middle is then at `middle`.
  func map(at t: Double, middle: Point) -> Affine {
    if t <= 0 { return start }
    if t >= 1 { return end }
    guard let (a, b) = parts else { return start.mixed(with: end, at: t) }
    var map = a.mixed(with: b, at: t, geometric: isLens).map
    // About a fixed point p, x ↦ p + gᵗ(x − p): every point goes this share of its way.
    let u = (growth - 1).magnitude < 1e-6 ? t : (Maths.pow(growth, t) - 1) / (growth - 1)
    let d = middles.0.mixed(with: middles.1, at: u) - map.apply(middle)
    (map.tx, map.ty) = (d.x, d.y)
    return map
  }
}
