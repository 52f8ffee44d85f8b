/// A sequence of straight and cubic segments, open or closed.
public struct Path: Hashable, Sendable {
  /// What a verb does with its points: move and line take one, cubic takes three, close none.
  public enum Verb: UInt8, Hashable, Sendable {
    /// Starts a contour.
    case move
    /// A straight segment.
    case line
    /// A cubic Bézier segment: two controls, then its end.
    case cubic
    /// Back to the start of the contour.
    case close
  }

  /// One step of a path with its points.
  public enum Element: Hashable, Sendable {
    /// Starts a contour.
    case move(Point)
    /// A straight segment.
    case line(Point)
    /// A cubic Bézier segment.
    case cubic(Point, Point, Point)
    /// Back to the start of the contour.
    case close
  }

  /// The steps, in order.
  public private(set) var verbs: [Verb] = []
  /// The points of all steps, in order.
  public private(set) var points: [Point] = []

  /// Creates an empty path.
  public init() {}

  /// Whether nothing would be drawn.
  public var isEmpty: Bool { verbs.isEmpty }

  /// Starts a contour.
  public mutating func move(to p: Point) {
    verbs.append(.move)
    points.append(p)
  }

  /// Adds a straight segment.
  public mutating func line(to p: Point) {
    verbs.append(.line)
    points.append(p)
  }

  /// Adds a cubic segment.
  public mutating func cubic(_ c1: Point, _ c2: Point, to p: Point) {
    verbs.append(.cubic)
    points += [c1, c2, p]
  }

  /// Closes the contour.
  public mutating func close() { verbs.append(.close) }

  /// Adds all contours of another path.
  public mutating func append(_ other: Path) {
    verbs += other.verbs
    points += other.points
  }

  /// The steps with their points.
  public var elements: [Element] {
    var out: [Element] = []
    out.reserveCapacity(verbs.count)
    var i = 0
    for verb in verbs {
      switch verb {
      case .move:
        out.append(.move(points[i]))
        i += 1
      case .line:
        out.append(.line(points[i]))
        i += 1
      case .cubic:
        out.append(.cubic(points[i], points[i + 1], points[i + 2]))
        i += 3
      case .close: out.append(.close)
      }
    }
    return out
  }

  /// The path with every point mapped.
  public func mapped(_ map: (Point) -> Point) -> Path {
    var out = self
    for i in out.points.indices { out.points[i] = map(points[i]) }
    return out
  }

  /// The path under an affine map.
  public func transformed(by m: Affine) -> Path { mapped { m.apply($0) } }

  /// The smallest rectangle around all points, controls included; zero when empty.
  public var bounds: Rect {
    guard let first = points.first else { return .zero }
    var (lo, hi) = (first, first)
    for p in points {
      lo = Point(Swift.min(lo.x, p.x), Swift.min(lo.y, p.y))
      hi = Point(Swift.max(hi.x, p.x), Swift.max(hi.y, p.y))
    }
    return Rect(from: lo, to: hi)
  }
}

extension Path: Interpolatable {
  /// Point by point, after both have been cut to the same steps where they differ (`matched(with:)`).
  public func mixed(with other: Path, at t: Double) -> Path {
    mixed(with: other, from: t, to: t)
  }

  /// As `mixed(with:at:)`, but the start of the path is a share `t0` of the way and its end a share `t1`.
  public func mixed(with other: Path, from t0: Double, to t1: Double) -> Path {
    if t0 <= 0 && t1 <= 0 { return self }
    if t0 >= 1 && t1 >= 1 { return other }
    guard verbs == other.verbs else {
      let (a, b) = matched(with: other)
      return a.mixed(with: b, from: t0, to: t1)
    }
    var out = self
    let last = Double(Swift.max(1, points.count - 1))
    for i in points.indices {
      let t = t0 == t1 ? t0 : t0.mixed(with: t1, at: Double(i) / last)
      out.points[i] = points[i].mixed(with: other.points[i], at: t)
    }
    return out
  }
}
