/// An affine map of the plane: x′ = a·x + c·y + tx, y′ = b·x + d·y + ty (Cairo's and SVG's order).
public struct Affine: Hashable, Sendable {
  /// The six coefficients.
  public var a, b, c, d, tx, ty: Double

  /// The map that changes nothing.
  public static let identity = Affine(1, 0, 0, 1, 0, 0)

  /// Creates a map from its coefficients.
  public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ tx: Double, _ ty: Double) {
    (self.a, self.b, self.c, self.d, self.tx, self.ty) = (a, b, c, d, tx, ty)
  }

  /// A displacement.
  public static func translation(_ x: Double, _ y: Double) -> Affine { Affine(1, 0, 0, 1, x, y) }

  /// A scaling about the origin.
  public static func scale(_ x: Double, _ y: Double) -> Affine { Affine(x, 0, 0, y, 0, 0) }

  /// A rotation by `angle` radians about `center`; positive turns clockwise on the canvas.
  public static func rotation(_ angle: Double, about center: Point = .zero) -> Affine {
    let (s, k) = (Maths.sin(angle), Maths.cos(angle))
    return Affine(
      k, s, -s, k, center.x - k * center.x + s * center.y, center.y - s * center.x - k * center.y)
  }

  /// The map that brings `source` onto `target`, stretched to fit.
  public static func fitting(_ source: Rect, into target: Rect) -> Affine {
    let x = source.width > 0 ? target.width / source.width : 1
    let y = source.height > 0 ? target.height / source.height : 1
    return Affine(x, 0, 0, y, target.minX - x * source.minX, target.minY - y * source.minY)
  }

  /// This map first, then `next`.
  public func then(_ next: Affine) -> Affine {
    Affine(
      next.a * a + next.c * b, next.b * a + next.d * b, next.a * c + next.c * d,
      next.b * c + next.d * d, next.a * tx + next.c * ty + next.tx, next.b * tx + next.d * ty + next.ty)
  }

  /// Where a point lands.
  public func apply(_ p: Point) -> Point { Point(a * p.x + c * p.y + tx, b * p.x + d * p.y + ty) }

  /// The smallest rectangle around the image of `r`.
  public func bounds(of r: Rect) -> Rect {
    let p = [apply(r.point(0, 0)), apply(r.point(1, 0)), apply(r.point(0, 1)), apply(r.point(1, 1))]
    return p.dropFirst().reduce(Rect(origin: p[0], size: .zero)) {
      $0.union(Rect(origin: $1, size: .zero))
    }
  }

  /// Whether lines keep their direction: no rotation and no shear.
  public var isAxisAligned: Bool { b == 0 && c == 0 }
}

extension Affine: Interpolatable {
  /// The value a share `t` of the way to another.
  public func mixed(with o: Affine, at t: Double) -> Affine {
    Affine(
      a.mixed(with: o.a, at: t), b.mixed(with: o.b, at: t), c.mixed(with: o.c, at: t),
      d.mixed(with: o.d, at: t), tx.mixed(with: o.tx, at: t), ty.mixed(with: o.ty, at: t))
  }
}
