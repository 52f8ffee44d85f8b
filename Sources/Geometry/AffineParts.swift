/// The linear part of a map taken apart into what a viewer sees: how large, turned how far, how slanted.
///
/// Mixing these instead of the six coefficients keeps what turns from shrinking on the way.
public struct AffineParts: Hashable, Sendable {
  /// Scale along the turned x axis and across it; both are above 0.
  public var scaleX, scaleY: Double
  /// Clockwise turn, in radians from −π to π.
  public var angle: Double
  /// How far y leans along x, as a multiple.
  public var shear: Double

  /// Takes a map apart; nil for one that mirrors or flattens.
  public init?(_ m: Affine) {
    let det = m.determinant
    scaleX = (m.a * m.a + m.b * m.b).squareRoot()
    guard scaleX > 1e-12 && det > 1e-18 else { return nil }
    scaleY = det / scaleX
    angle = m.b == 0 && m.a > 0 ? 0 : Maths.atan2(m.b, m.a)
    shear = (m.a * m.c + m.b * m.d) / (scaleX * scaleX)
  }

  /// The map with these parts that keeps the origin.
  public var map: Affine {
    let (s, k) = angle == 0 ? (0, 1) : (Maths.sin(angle), Maths.cos(angle))
    let (a, b) = (scaleX * k, scaleX * s)
    return Affine(a, b, shear * a - scaleY * s, shear * b + scaleY * k, 0, 0)
  }

  /// The parts a share `t` of the way to others, turning the shorter way. Scales grow by equal factors in
  /// equal shares when `geometric`, by equal amounts otherwise.
  public func mixed(with other: AffineParts, at t: Double, geometric: Bool) -> AffineParts {
    func grown(_ a: Double, _ b: Double) -> Double {
      geometric && a != b ? a * Maths.pow(b / a, t) : a.mixed(with: b, at: t)
    }
    var out = self
    out.scaleX = grown(scaleX, other.scaleX)
    out.scaleY = grown(scaleY, other.scaleY)
    out.shear = shear.mixed(with: other.shear, at: t)
    var turn = other.angle - angle
    if turn > Maths.pi { turn -= 2 * Maths.pi }
    if turn < -Maths.pi { turn += 2 * Maths.pi }
    out.angle = angle + turn * t
    return out
  }
}

extension Affine {
  /// By how much areas grow; negative for a map that mirrors.
  public var determinant: Double { a * d - b * c }

  /// The map back; nil where areas vanish.
  public var inverse: Affine? {
    let det = determinant
    guard det.magnitude > 1e-18 else { return nil }
    return Affine(
      d / det, -b / det, -c / det, a / det, (c * ty - d * tx) / det, (b * tx - a * ty) / det)
  }

  /// The map that shows `source` in the middle of `target`, as large as fits, undistorted.
  public static func showing(_ source: Rect, in target: Rect) -> Affine {
    let x = source.width > 0 ? target.width / source.width : .infinity
    let y = source.height > 0 ? target.height / source.height : .infinity
    let k = min(x, y).isFinite ? min(x, y) : 1
    if source == target { return .identity }
    let (p, q) = (source.center, target.center)
    return Affine(k, 0, 0, k, q.x - k * p.x, q.y - k * p.y)
  }
}
