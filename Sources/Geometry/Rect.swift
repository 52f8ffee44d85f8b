/// An axis-aligned rectangle in points.
public struct Rect: Hashable, Sendable {
  /// Upper left corner.
  public var origin: Point
  /// Extent; layout never makes it negative.
  public var size: Size

  /// The empty rectangle at the origin.
  public static let zero = Rect(0, 0, 0, 0)

  /// Creates a rectangle from its upper left corner and extent.
  public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    origin = Point(x, y)
    size = Size(width, height)
  }

  /// Creates a rectangle from its upper left corner and extent.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Creates the smallest rectangle that holds two opposite corners.
  public init(from a: Point, to b: Point) {
    self.init(Swift.min(a.x, b.x), Swift.min(a.y, b.y), (a.x - b.x).magnitude, (a.y - b.y).magnitude)
  }

  /// Creates a rectangle from its centre and extent.
  public init(center: Point, size: Size) {
    self.init(center.x - size.width / 2, center.y - size.height / 2, size.width, size.height)
  }

  /// Left edge.
  public var minX: Double { origin.x }
  /// Top edge.
  public var minY: Double { origin.y }
  /// Right edge.
  public var maxX: Double { origin.x + size.width }
  /// Bottom edge.
  public var maxY: Double { origin.y + size.height }
  /// Horizontal middle.
  public var midX: Double { origin.x + size.width / 2 }
  /// Vertical middle.
  public var midY: Double { origin.y + size.height / 2 }
  /// Extent along x.
  public var width: Double { size.width }
  /// Extent along y.
  public var height: Double { size.height }
  /// Middle of the rectangle.
  public var center: Point { Point(midX, midY) }

  /// The point at a share of the width and of the height: (0, 0) upper left, (1, 1) lower right.
  public func point(_ x: Double, _ y: Double) -> Point {
    Point(origin.x + size.width * x, origin.y + size.height * y)
  }

  /// A part of it, given in shares of its width and height.
  public func part(_ shares: Rect) -> Rect {
    Rect(from: point(shares.minX, shares.minY), to: point(shares.maxX, shares.maxY))
  }

  /// The rectangle moved by a displacement.
  public func offset(by d: Point) -> Rect { Rect(origin: origin + d, size: size) }

  /// The rectangle without its insets; extents stop at 0.
  public func inset(by i: Insets) -> Rect {
    Rect(
      minX + i.left, minY + i.top, Swift.max(0, width - i.left - i.right),
      Swift.max(0, height - i.top - i.bottom))
  }

  /// The rectangle grown by `d` on each side (shrunk when negative).
  public func outset(by d: Double) -> Rect { inset(by: Insets(all: -d)) }

  /// The smallest rectangle that holds both.
  public func union(_ other: Rect) -> Rect {
    Rect(
      from: Point(Swift.min(minX, other.minX), Swift.min(minY, other.minY)),
      to: Point(Swift.max(maxX, other.maxX), Swift.max(maxY, other.maxY)))
  }

  /// The common part, or nil when the two share no area.
  public func intersection(_ other: Rect) -> Rect? {
    let x0 = Swift.max(minX, other.minX)
    let y0 = Swift.max(minY, other.minY)
    let x1 = Swift.min(maxX, other.maxX)
    let y1 = Swift.min(maxY, other.maxY)
    return x0 < x1 && y0 < y1 ? Rect(x0, y0, x1 - x0, y1 - y0) : nil
  }

  /// Whether a point lies inside or on the edge.
  public func contains(_ p: Point) -> Bool {
    p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY
  }
}

extension Rect: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with other: Rect, at t: Double) -> Rect {
    Rect(origin: origin.mixed(with: other.origin, at: t), size: size.mixed(with: other.size, at: t))
  }
}

/// Distances kept free on each side of a rectangle, in points.
public struct Insets: Hashable, Sendable {
  /// Free space on the left.
  public var left: Double
  /// Free space above.
  public var top: Double
  /// Free space on the right.
  public var right: Double
  /// Free space below.
  public var bottom: Double

  /// Creates insets side by side.
  public init(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The same inset on each side.
  public init(all d: Double) { self.init(left: d, top: d, right: d, bottom: d) }

  /// The same inset left and right, and the same above and below.
  public init(horizontal x: Double = 0, vertical y: Double = 0) {
    self.init(left: x, top: y, right: x, bottom: y)
  }
}
