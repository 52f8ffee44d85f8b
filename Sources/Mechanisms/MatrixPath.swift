import Geometry

/// The way from rest to a matrix: for det > 0 by the polar form A = R(θ)P as R(tθ)(I + t(P − I)), so that a turn
/// turns; for det ≤ 0 straight, I + t(A − I), through a moment without area.
public struct MatrixPath: Equatable, Sendable {
  /// Where it ends.
  public let matrix: PlaneMatrix
  /// The angle of the turn in radians and the stretch before it; nil on the straight way.
  private let polar: Polar?

  private struct Polar: Equatable {
    let angle: Double
    let stretch: PlaneMatrix
  }

  /// Creates the way to a matrix; `degrees` says how far it turns where more than one angle would do.
  public init(_ matrix: PlaneMatrix, degrees: Double? = nil) {
    self.matrix = matrix
    guard matrix.determinant > 1e-12 else {
      polar = nil
      return
    }
    let angle =
      degrees.map { $0 * Maths.pi / 180 } ?? Maths.atan2(matrix.c - matrix.b, matrix.a + matrix.d)
    polar = Polar(angle: angle, stretch: .rotation(radians: -angle) * matrix)
  }

  /// The matrix a share `t` of the way, 0…1.
  public func callAsFunction(_ t: Double) -> PlaneMatrix {
    if t <= 0 { return .identity }
    if t >= 1 { return matrix }
    guard let polar else { return PlaneMatrix.identity.mixed(with: matrix, at: t) }
    return .rotation(radians: t * polar.angle) * PlaneMatrix.identity.mixed(with: polar.stretch, at: t)
  }

  /// When the area is zero on the way, 0…1; nil where it never is. On the straight way
  /// det(I + tN) = 1 + t·tr N + t²·det N, with N = A − I.
  public var flatAt: Double? {
    guard polar == nil else { return nil }
    let n = PlaneMatrix(matrix.a - 1, matrix.b, matrix.c, matrix.d - 1)
    let (trace, det) = (n.a + n.d, n.determinant)
    if det.magnitude < 1e-12 { return trace < 0 ? min(1, -1 / trace) : nil }
    let root = max(0, trace * trace - 4 * det).squareRoot()
    return [(-trace - root) / (2 * det), (-trace + root) / (2 * det)].filter { $0 > 0 && $0 < 1 + 1e-9 }.min()
  }
}

/// The matrices that the chapter names, by rows.
public enum MatrixPreset: Int, CaseIterable, Sendable {
  /// [[1, 1], [0, 1]].
  case shear
  /// A turn by an angle.
  case rotate
  /// [[2, 0], [0, ½]].
  case scale
  /// [[0, 1], [1, 0]]: a mirror in the diagonal.
  case reflect
  /// [[½, ½], [½, ½]]: onto the diagonal.
  case project
  /// [[2, 1], [1, 2]].
  case symmetric

  /// The way to the matrix; the turn is by an angle in degrees.
  public func path(degrees: Double) -> MatrixPath {
    switch self {
    case .shear: MatrixPath(PlaneMatrix(1, 1, 0, 1))
    case .rotate: MatrixPath(.rotation(degrees: degrees), degrees: degrees)
    case .scale: MatrixPath(PlaneMatrix(2, 0, 0, 0.5))
    case .reflect: MatrixPath(PlaneMatrix(0, 1, 1, 0))
    case .project: MatrixPath(PlaneMatrix(0.5, 0.5, 0.5, 0.5))
    case .symmetric: MatrixPath(PlaneMatrix(2, 1, 1, 2))
    }
  }
}
