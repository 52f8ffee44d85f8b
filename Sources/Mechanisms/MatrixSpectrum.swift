import Geometry

/// A = UΣVᵀ: a turn, a stretch along the axes by σ₁ ≥ σ₂ ≥ 0, and a turn, with a flip when det A < 0
/// (Trefethen and Bau 1997, lecture 4).
public struct PlaneSVD: Equatable, Sendable {
  /// Where the axes of the ellipse point: the columns of U.
  public let u: PlaneMatrix
  /// Half the axes of the ellipse that the unit circle becomes, the longer first.
  public let sigma: [Double]
  /// Turns the vectors v₁, v₂ that become those axes onto e₁, e₂.
  public let vTransposed: PlaneMatrix

  /// The stretch.
  public var stretch: PlaneMatrix { PlaneMatrix(sigma[0], 0, 0, sigma[1]) }
  /// The orthogonal directions that stay orthogonal: the columns of V.
  public var v: [Point] { vTransposed.rows }
}

extension PlaneMatrix {
  /// The singular value decomposition, in closed form: A is half of a turn-like part (`e`, `h`) and half of a
  /// flip-like part (`f`, `g`), whose lengths add up to σ₁ and differ by ±σ₂.
  public var svd: PlaneSVD {
    let (e, f, g, h) = ((a + d) / 2, (a - d) / 2, (c + b) / 2, (c - b) / 2)
    let (turning, flipping) = ((e * e + h * h).squareRoot(), (f * f + g * g).squareRoot())
    let (flip, turn) = (Maths.atan2(g, f), Maths.atan2(h, e))
    let sign = turning < flipping ? -1.0 : 1
    return PlaneSVD(
      u: .rotation(radians: (turn + flip) / 2) * PlaneMatrix(1, 0, 0, sign),
      sigma: [turning + flipping, (turning - flipping).magnitude],
      vTransposed: .rotation(radians: (turn - flip) / 2))
  }

  /// The real eigenvalues, the larger first, a double one twice; none where every direction turns.
  public var realEigenvalues: [Double] {
    let (middle, half) = ((a + d) / 2, (a - d) / 2)
    let discriminant = half * half + b * c
    guard discriminant > -1e-12 else { return [] }
    let root = max(0, discriminant).squareRoot()
    return [middle + root, middle - root]
  }

  /// Whether it stretches all directions alike and keeps every one.
  public var isScalar: Bool { isNear(PlaneMatrix(a, 0, 0, a)) }

  /// The directions that are kept, of length 1: one for each eigenvalue, one in all where both are equal, e₁ and
  /// e₂ where all are kept.
  public var eigenDirections: [Point] {
    let values = realEigenvalues
    guard let first = values.first, let last = values.last else { return [] }
    if isScalar { return PlaneMatrix.identity.columns }
    return (first - last < 1e-9 ? [first] : values).map { value in
      // A row of A − λI is perpendicular to the direction that it kills; the longer is the safer.
      let rows = [Point(a - value, b), Point(c, d - value)]
      let direction = (rows[0].length >= rows[1].length ? rows[0] : rows[1]).normal.unit
      return direction.x < -1e-12 ? direction * -1 : direction
    }
  }

  /// The same with its smaller singular value shrunk by a share of it, 0…1; at 1 the plane is a line.
  public func flattened(_ share: Double) -> PlaneMatrix {
    if share <= 0 { return self }
    let svd = svd
    return svd.u * PlaneMatrix(svd.sigma[0], 0, 0, (1 - share) * svd.sigma[1]) * svd.vTransposed
  }
}
