import Figures
import Instruments
import Mechanisms

/// The default story: the plane at rest on one side, what becomes of it on the other.
public struct MatrixOverview: Sendable {
  enum Step: Int, Sendable { case rest, glide, mix, ellipse, second, swap, flatten }

  let reading: MatrixReading
  let step: Step

  init(_ reading: MatrixReading, _ step: Step) {
    self.reading = reading
    self.step = step
  }

  static func story(_ r: MatrixReading) -> Story<MatrixFigure.State> {
    func at(_ step: Step) -> MatrixFigure.State { .overview(MatrixOverview(r, step)) }
    return Story {
      Beat("rest", at(.rest), MatrixCaptions.rest)
      Beat("columns", at(.glide), MatrixCaptions.glide, continuous: 2)
      Beat("same mix", at(.mix), MatrixCaptions.mix, continuous: 3.2)
      Beat("ellipse", at(.ellipse), MatrixCaptions.ellipse(r.a()), continuous: 3.2)
      Beat("second matrix", at(.second), MatrixCaptions.second, continuous: 2)
      Beat("swap", at(.swap), MatrixCaptions.swap(r), continuous: 3.2)
      Beat("flatten", at(.flatten), MatrixCaptions.flatten, continuous: 2)
    }
  }

  /// One of the two planes: what acted on it, and what is said of it.
  private struct Side {
    let place: Int
    let matrix: PlaneMatrix
    let name: Phrase
    /// What stands before e₁ and e₂.
    var prefix = ""
    /// Where the labels look when the matrix loses its directions.
    var facing: PlaneMatrix?
    /// What the other order does, to compare with.
    var other: PlaneMatrix?
  }

  private func left(_ p: Double) -> Side {
    let (r, name) = (reading, Phrase("first B, then A", zh: "先 B 后 A"))
    switch step {
    case .rest, .glide, .mix, .ellipse, .second:
      return Side(place: 0, matrix: .identity, name: Phrase("before", zh: "变换前"))
    case .swap:
      let matrix = p < 0.5 ? r.b(2 * p) : r.a(2 * p - 1) * r.b()
      return Side(place: 0, matrix: matrix, name: name, prefix: "AB", other: r.ba)
    case .flatten:
      return Side(place: 0, matrix: r.ab.flattened(p), name: name, prefix: "AB", facing: r.ab)
    }
  }

  private func right(_ p: Double) -> Side {
    let r = reading
    let (after, both) = (Phrase("after", zh: "变换后"), Phrase("first A, then B", zh: "先 A 后 B"))
    switch step {
    case .rest:
      return Side(place: 1, matrix: .identity, name: Phrase("A has not acted", zh: "A 尚未作用"))
    case .glide:
      return Side(place: 1, matrix: r.a(p), name: after, prefix: "A")
    case .mix, .ellipse:
      return Side(place: 1, matrix: r.a(Self.andBack(p)), name: after, prefix: "A")
    case .second:
      return Side(place: 1, matrix: r.b(p) * r.a(), name: both, prefix: "BA")
    case .swap:
      return Side(place: 1, matrix: r.ba, name: both, prefix: "BA", other: r.ab)
    case .flatten:
      return Side(place: 1, matrix: r.ba.flattened(p), name: both, prefix: "BA", facing: r.ba)
    }
  }

  /// Back to rest and forth again, so that what joins in is seen on its way.
  static func andBack(_ p: Double) -> Double { (1 - 2 * p).magnitude }

  func stage(_ p: Double) -> Stage {
    let r = reading
    let (left, right) = (left(p), right(p))
    let half = 166.0 - 32
    let unit = min(r.unit(half, [r.a()]), r.unit(half, [r.ba, r.ab], with: []))
    return Stage(
      subtitle: Phrase(
        "the columns of A are the places where e_{1} and e_{2} land", zh: "A 的列就是 e_{1}、e_{2} 的落点"),
      telemetry: r.telemetry(right.matrix), caption: MatrixCaptions.still
    ) {
      panel(left, unit)
      beside(left.matrix, right.matrix, unit, p)
        .frame(width: 168, height: 368, align: .topLeading).padding(Insets(left: 356))
      panel(right, unit).padding(Insets(left: 548))
    }
  }

  private func panel(_ side: Side, _ unit: Double) -> Node {
    let name = side.name
    let plane = MatrixPlane(unit: unit, columns: side.matrix.columns, items(side, unit))
    return Column(spacing: Spacing.xs) {
      Text(name, .label)
      plane.node.frame(width: 332, height: 332).same(
        "plane", side.place, named: Phrase("plane \(name[.en])", zh: "平面：\(name[.zh])"))
    }.node
  }

  private func items(_ side: Side, _ unit: Double) -> [MatrixPlaneItem] {
    let (r, m, k) = (reading, side.matrix, side.place)
    let ground = [r.square(m, in: k)] + (side.other.map { [r.ghost($0, in: k)] } ?? [])
    let basis = r.basis(m, in: k, side.prefix, facing: side.facing)
    switch step {
    case .ellipse:
      let names = k == 0 ? ["v_{1}", "v_{2}"] : ["σ_{1}", "σ_{2}"]
      return ground + [r.ellipse(m, in: k)]
        + r.axes(m, of: r.a(), in: k, names, beside: r.first.flatAt != nil)
    case .mix:
      return ground + r.mix(m, in: k, unit: unit) + basis + [r.vector(m, in: k, k == 0 ? "x" : "Ax")]
    default:
      return ground + basis
    }
  }
}
