/// A position on the canvas, in points (1/960 of the default canvas width); y grows downwards.
public struct Point: Hashable, Sendable {
  /// Distance from the left edge.
  public var x: Double
  /// Distance from the top edge.
  public var y: Double

  /// The origin.
  public static let zero = Point(0, 0)

  /// Creates a position.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Moves a point by a displacement.
  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  /// The displacement from `b` to `a`.
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  /// Scales a displacement.
  public static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }

  /// Length of the displacement from the origin.
  public var length: Double { (x * x + y * y).squareRoot() }

  /// The displacement of length 1 in the same direction; the zero displacement stays zero.
  public var unit: Point {
    let n = length
    return n > 0 ? Point(x / n, y / n) : .zero
  }

  /// The displacement turned by a quarter turn (clockwise on a canvas whose y grows downwards).
  public var normal: Point { Point(-y, x) }

  /// Distance to another point.
  public func distance(to other: Point) -> Double { (self - other).length }
}

/// A width and a height in points.
public struct Size: Hashable, Sendable {
  /// Extent along x.
  public var width: Double
  /// Extent along y.
  public var height: Double

  /// No extent.
  public static let zero = Size(0, 0)

  /// Creates a size.
  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

extension Point: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with other: Point, at t: Double) -> Point {
    Point(x.mixed(with: other.x, at: t), y.mixed(with: other.y, at: t))
  }
}

extension Size: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with other: Size, at t: Double) -> Size {
    Size(width.mixed(with: other.width, at: t), height.mixed(with: other.height, at: t))
  }
}
