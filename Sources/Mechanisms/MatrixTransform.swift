import Geometry

/// A 2×2 matrix that acts on the plane, written by rows: `[[a, b], [c, d]]`. Vectors are `Point`s.
public struct PlaneMatrix: Equatable, Sendable {
  /// The entries: `a`, `b` are the first row, `a`, `c` the first column.
  public var a, b, c, d: Double

  /// Creates a matrix from its rows.
  public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }

  /// Creates a matrix from the images of e₁ and e₂.
  public init(columns first: Point, _ second: Point) { self.init(first.x, second.x, first.y, second.y) }

  /// Leaves every vector where it is.
  public static let identity = PlaneMatrix(1, 0, 0, 1)

  /// A turn by an angle in degrees, counter-clockwise; quarter turns are exact.
  public static func rotation(degrees: Double) -> PlaneMatrix {
    let quarters = degrees / 90
    if quarters == quarters.rounded() {
      let (cosine, sine) = [(1.0, 0.0), (0, 1), (-1, 0), (0, -1)][(Int(quarters) % 4 + 4) % 4]
      return PlaneMatrix(cosine, -sine, sine, cosine)
    }
    return rotation(radians: degrees * Maths.pi / 180)
  }

  static func rotation(radians: Double) -> PlaneMatrix {
    let (cosine, sine) = (Maths.cos(radians), Maths.sin(radians))
    return PlaneMatrix(cosine, -sine, sine, cosine)
  }

  /// The columns: where e₁ and e₂ land.
  public var columns: [Point] { [Point(a, c), Point(b, d)] }
  /// The rows.
  public var rows: [Point] { [Point(a, b), Point(c, d)] }
  /// The signed area of the image of the unit square.
  public var determinant: Double { a * d - b * c }

  /// The image of a vector: its mix of the columns.
  public func callAsFunction(_ v: Point) -> Point { Point(a * v.x + b * v.y, c * v.x + d * v.y) }

  /// Composition: the right factor acts first.
  public static func * (left: PlaneMatrix, right: PlaneMatrix) -> PlaneMatrix {
    PlaneMatrix(columns: left(right.columns[0]), left(right.columns[1]))
  }

  /// The blend of the entries, (1 − t) of this and t of another.
  public func mixed(with other: PlaneMatrix, at t: Double) -> PlaneMatrix {
    PlaneMatrix(
      a.mixed(with: other.a, at: t), b.mixed(with: other.b, at: t), c.mixed(with: other.c, at: t),
      d.mixed(with: other.d, at: t))
  }

  /// Whether all entries are within `tolerance` of another's.
  public func isNear(_ other: PlaneMatrix, tolerance: Double = 1e-9) -> Bool {
    [a - other.a, b - other.b, c - other.c, d - other.d].allSatisfy { $0.magnitude <= tolerance }
  }

  /// How many singular values exceed 10⁻⁹.
  public var rank: Int { svd.sigma.filter { $0 > 1e-9 }.count }
}

/// Multiply-adds and FLOPs of a product of an m×k and a k×n matrix: m·k·n and 2mkn.
public struct MatrixProductCost: Equatable, Sendable {
  /// One multiplication and one addition each.
  public let multiplyAdds: Double
  /// Both counted: twice as many.
  public var flops: Double { 2 * multiplyAdds }

  /// Counts a product of an m×k and a k×n matrix.
  public init(m: Int, k: Int, n: Int) { multiplyAdds = Double(m) * Double(k) * Double(n) }
}
