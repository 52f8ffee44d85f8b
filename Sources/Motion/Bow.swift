import Drawing
import Geometry

/// How far from its straight way a thing is at half way, so that two that change places pass each other.
struct Bow: Sendable {
  /// Share of the way by which two that change places curve.
  static let swap = 0.15

  /// The displacement at half way; it falls off to both ends like a parabola.
  let height: Point

  /// The displacement at a share of the way.
  func offset(at t: Double) -> Point { height * (4 * t * (1 - t)) }

  /// The bow of something that goes from one rectangle to another, to the right of its way, as far as a
  /// canvas has room; nil for a straight way.
  init?(_ share: Double, from: Rect, to: Rect, on canvas: Size) {
    let way = to.center - from.center
    var height = way.normal * share
    func limit(_ d: Double, _ low: Double, _ high: Double) -> Double {
      let room = max(0, d < 0 ? low : high)
      return d.magnitude > room ? room / d.magnitude : 1
    }
    // Between two places inside the canvas the straight way has at least the lesser of their rooms.
    let x = limit(height.x, min(from.minX, to.minX), canvas.width - max(from.maxX, to.maxX))
    let y = limit(height.y, min(from.minY, to.minY), canvas.height - max(from.maxY, to.maxY))
    height = height * min(x, y)
    guard height.length > 0.01 else { return nil }
    self.height = height
  }
}
