import Figures
import Instruments
import Mechanisms

/// The matrix A, the matrix B that it is composed with, and what is measured.
struct MatrixReading: Sendable {
  /// The ways to A and to B.
  let first, second: MatrixPath
  /// How far the way to A is gone.
  let t: Double
  /// The vector that is followed.
  static let x = Point(-2, 1)
  /// What e₁ and e₂ are called where A takes them.
  static let landed = ["Ae_{1}", "Ae_{2}"]

  init(first: MatrixPath, second: MatrixPath, t: Double = 1) {
    self.first = first
    self.second = second
    self.t = t
  }

  /// B is a turn; next to a turn it is the shear.
  init(_ inputs: MatrixInputs) {
    let degrees = Double(inputs.degrees)
    self.init(
      first: inputs.preset.path(degrees: degrees),
      second: (inputs.preset == .rotate ? MatrixPreset.shear : .rotate).path(degrees: degrees), t: inputs.t)
  }

  /// A, a share of the way that the reader chose.
  func a(_ share: Double = 1) -> PlaneMatrix { first(t * share) }
  /// B, a share of its way.
  func b(_ share: Double = 1) -> PlaneMatrix { second(share) }
  /// First A, then B; and first B, then A.
  var ba: PlaneMatrix { b() * a() }
  var ab: PlaneMatrix { a() * b() }
  /// Whether the order makes no difference.
  var commutes: Bool { ba.isNear(ab) }

  /// The directions that A keeps, as a person writes them: their larger part is 1.
  var kept: [Point] { a().eigenDirections.map { $0 * (1 / max($0.x.magnitude, $0.y.magnitude)) } }

  /// The length of e₁ in points, so that all that some matrices show fits in a plane of half this height.
  func unit(_ half: Double, _ matrices: [PlaneMatrix], with vectors: [Point] = [x]) -> Double {
    let shown = (matrices + [.identity, first.matrix]).flatMap { m in
      (vectors + [Point(1, 1), Point(1, -1)]).map { m($0).length } + [m.svd.sigma[0]]
    }
    return half / (shown.max() ?? 1)
  }

  /// The corners of the unit square, and of a fine polygon for the unit circle.
  static let square = [Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1)]
  static let circle = (0..<72).map { k in
    let angle = 2 * Maths.pi * Double(k) / 72
    return Point(Maths.cos(angle), Maths.sin(angle))
  }

  /// What is measured of a matrix.
  func telemetry(_ m: PlaneMatrix) -> Telemetry {
    let sigma = m.svd.sigma
    let real = m.realEigenvalues.map { number($0) }
    return Telemetry([
      Telemetry.Reading(Phrase("det"), m.determinant + 0, digits: 2, unit: Phrase("area", zh: "面积")),
      Telemetry.Reading(Phrase("σ_{1}"), sigma[0], digits: 2, unit: "×"),
      Telemetry.Reading(Phrase("σ_{2}"), sigma[1], digits: 2, unit: "×"),
      Telemetry.Reading(
        Phrase("real eigenvalues", zh: "实特征值"), Phrase(real.isEmpty ? "—" : real[0] + ", " + real[1])),
      Telemetry.Reading(Phrase("rank", zh: "秩"), Double(m.rank)),
    ])
  }
}

/// A number with two digits after the point at most, and no minus before a zero; one that `moves` always has both,
/// so that it keeps its width.
func number(_ x: Double, moves: Bool = false) -> String {
  let x = x.magnitude < 0.005 ? 0 : x
  return moves ? fixed(x, 2) : trimmed(x, 2)
}

/// A vector as it is written in a line.
func pair(_ v: Point, moves: Bool = false) -> String {
  "(\(number(v.x, moves: moves)), \(number(v.y, moves: moves)))"
}
