import Drawing
import Geometry

/// One end of a line: where it touches, and which way is out.
public struct Port: Sendable, Hashable {
  /// Where the line touches.
  public var point: Point
  /// The direction away from the thing, of length 1.
  public var out: Point

  /// Creates an end.
  public init(_ point: Point, out: Point) {
    self.point = point
    self.out = out
  }
}

/// The way that a line takes between two ends.
public enum Route: Sendable, Hashable {
  /// The straight line.
  case straight
  /// Leaves and arrives square to the edges, in one curve; a step with rounded corners where the gap is
  /// under 32 points.
  case curve
  /// One or two rounded bends.
  case elbow
  /// A bow of the given height over (or under) both ends.
  case arc(Double)

  /// The line from one end to the other. Both ends are where the line really stops.
  func path(_ a: Port, _ b: Port) -> Path {
    switch self {
    case .straight: return .polyline([a.point, b.point])
    case .curve:
      let d = b.point - a.point
      let gap = (d.x * a.out.x + d.y * a.out.y).magnitude
      return gap < 32 ? elbow(a, b) : cubic(a, b, reach: max(gap / 2, 16))
    case .elbow: return elbow(a, b)
    case .arc(let height): return cubic(a, b, reach: height * 4 / 3)
    }
  }

  private func cubic(_ a: Port, _ b: Port, reach: Double) -> Path {
    var path = Path()
    path.move(to: a.point)
    path.cubic(a.point + a.out * reach, b.point + b.out * reach, to: b.point)
    return path
  }

  /// Straight legs along the two outward directions joined by corners of radius 8.
  private func elbow(_ a: Port, _ b: Port) -> Path {
    let parallel = (a.out.x * b.out.y - a.out.y * b.out.x).magnitude < 0.5
    var corners: [Point]
    if parallel {
      let d = b.point - a.point
      let along = d.x * a.out.x + d.y * a.out.y
      let mid = along / 2
      let p = a.point + a.out * mid
      let side = d - a.out * along
      corners = side.length < 0.5 ? [] : [p, p + side]
    } else {
      let horizontal = a.out.x.magnitude > 0.5
      corners = [horizontal ? Point(b.point.x, a.point.y) : Point(a.point.x, b.point.y)]
    }
    let stops = [a.point] + corners + [b.point]
    var path = Path()
    path.move(to: a.point)
    for i in 1..<stops.count - 1 {
      let (before, here, after) = (stops[i - 1], stops[i], stops[i + 1])
      let r = min(8, here.distance(to: before) / 2, here.distance(to: after) / 2)
      let (p, q) = (here + (before - here).unit * r, here + (after - here).unit * r)
      path.line(to: p)
      path.cubic(p.mixed(with: here, at: 0.5523), q.mixed(with: here, at: 0.5523), to: q)
    }
    path.line(to: b.point)
    return path
  }
}

/// The one arrowhead: 10 long, 7.5 wide, notched, never scaled with its line.
public enum Arrowhead {
  /// How far behind the tip its line stops.
  public static let notch = 7.8
  /// The head with its tip at a point, pointing along a direction of length 1.
  public static func path(tip: Point, along d: Point) -> Path {
    let n = d.normal
    return .polyline(
      [tip, tip - d * 10 + n * 3.75, tip - d * notch, tip - d * 10 - n * 3.75], closed: true)
  }
}
