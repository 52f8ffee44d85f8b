import Figures

extension Path {
  /// The contours as straight pieces, each curve cut into eight, and whether all of them are closed.
  func flattened(by map: Affine) -> (contours: [[Point]], isClosed: Bool) {
    var contours: [[Point]] = []
    var current: [Point] = []
    var closed = true
    func end(_ isClosed: Bool) {
      if current.count > 1 {
        contours.append(current)
        if !isClosed && current.first != current.last { closed = false }
      }
      current = []
    }
    for element in elements {
      switch element {
      case .move(let p):
        end(false)
        current = [map.apply(p)]
      case .line(let p): current.append(map.apply(p))
      case .cubic(let c1, let c2, let p):
        let (a, b, c, d) = (current.last ?? map.apply(p), map.apply(c1), map.apply(c2), map.apply(p))
        for i in 1...8 {
          let t = Double(i) / 8
          let r = 1 - t
          current.append(a * (r * r * r) + b * (3 * r * r * t) + c * (3 * r * t * t) + d * (t * t * t))
        }
      case .close:
        guard let first = current.first else { continue }
        current.append(first)
        end(true)
      }
    }
    end(false)
    return (contours, closed)
  }
}

extension Affine {
  /// How much it enlarges lengths on the whole: the root of its area factor.
  var enlargement: Double { (a * d - b * c).magnitude.squareRoot() }

  /// The map back; nil when it flattens the plane.
  var inverse: Affine? {
    let det = a * d - b * c
    guard det.magnitude > 1e-12 else { return nil }
    return Affine(
      d / det, -b / det, -c / det, a / det, (c * ty - d * tx) / det, (b * tx - a * ty) / det)
  }
}

/// The part of a straight piece inside a rectangle, nil when it misses it (Liang–Barsky).
func clipped(_ a: Point, _ b: Point, to rect: Rect) -> (Point, Point)? {
  var (low, high) = (0.0, 1.0)
  let d = b - a
  for (delta, near, far) in [
    (d.x, rect.minX - a.x, rect.maxX - a.x), (d.y, rect.minY - a.y, rect.maxY - a.y),
  ] {
    if delta == 0 {
      if near > 0 || far < 0 { return nil }
    } else {
      let (t0, t1) = (min(near / delta, far / delta), max(near / delta, far / delta))
      (low, high) = (max(low, t0), min(high, t1))
      if low > high { return nil }
    }
  }
  return (a + d * low, a + d * high)
}
