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

  /// What the planes on the left and right show at a moment.
  private func matrices(_ p: Double) -> (left: PlaneMatrix, right: PlaneMatrix) {
    let r = reading
    switch step {
    case .rest: return (.identity, .identity)
    case .glide: return (.identity, r.a(p))
    // Back to rest and forth again, so that what joins in is seen on its way.
    case .mix, .ellipse: return (.identity, r.a((1 - 2 * p).magnitude))
    case .second: return (.identity, r.b(p) * r.a())
    case .swap: return (p < 0.5 ? r.b(2 * p) : r.a(2 * p - 1) * r.b(), r.ba)
    case .flatten: return (r.ab.flattened(p), r.ba.flattened(p))
    }
  }

  func stage(_ p: Double) -> Stage {
    let r = reading
    let (left, right) = matrices(p)
    let half = 166.0
    let unit = min(
      r.unit(half - 32, [r.a()]), r.unit(half - 32, [r.ba, r.ab], with: []))
    let swaps = step == .swap || step == .flatten
    let composes = swaps || step == .second
    return Stage(
      subtitle: Phrase(
        "the columns of A are the places where e_{1} and e_{2} land", zh: "A 的列就是 e_{1}、e_{2} 的落点"),
      telemetry: r.telemetry(right), caption: MatrixCaptions.still
    ) {
      panel(
        swaps ? Phrase("first B, then A", zh: "先 B 后 A") : Phrase("before", zh: "变换前"), 0,
        items(
          left, r.ab, 0, swaps ? "AB" : "", unit, other: step == .swap ? r.ba : nil),
        left, unit)
      middle(left, right, unit, p)
        .frame(width: 168, height: 368, align: .topLeading).padding(Insets(left: 356))
      panel(
        composes
          ? Phrase("first A, then B", zh: "先 A 后 B")
          : step == .rest ? Phrase("A has not acted", zh: "A 尚未作用") : Phrase("after", zh: "变换后"), 1,
        items(
          right, r.ba, 1, composes ? "BA" : step == .rest ? "" : "A", unit,
          other: step == .swap ? r.ab : nil), right, unit
      ).padding(Insets(left: 548))
    }
  }

  private func items(
    _ m: PlaneMatrix, _ target: PlaneMatrix, _ k: Int, _ prefix: String, _ unit: Double, other: PlaneMatrix?
  ) -> [MatrixPlaneItem] {
    let r = reading
    var out = [r.square(m, in: k)]
    if let other { out.append(r.ghost(other, in: k)) }
    if step == .ellipse {
      out.append(r.ellipse(m, in: k))
      out += r.axes(
        m, of: r.a(), in: k, k == 0 ? ["v_{1}", "v_{2}"] : ["σ_{1}", "σ_{2}"], beside: r.first.flatAt != nil)
    }
    if step == .mix { out += r.mix(m, in: k, unit: unit) }
    if step != .ellipse { out += r.basis(m, in: k, prefix, facing: step == .flatten ? target : nil) }
    if step == .mix { out.append(r.vector(m, in: k, k == 0 ? "x" : "Ax")) }
    return out
  }

  private func panel(
    _ name: Phrase, _ k: Int, _ items: [MatrixPlaneItem], _ m: PlaneMatrix, _ unit: Double
  ) -> Node {
    Column(spacing: Spacing.xs) {
      Text(name, .label)
      MatrixPlane(unit: unit, columns: m.columns, items).node.frame(width: 332, height: 332)
        .same("plane", k, named: Phrase("plane \(name[.en])", zh: "平面：\(name[.zh])"))
    }.node
  }

  /// The matrices that act, and what becomes of the area.
  private func middle(_ left: PlaneMatrix, _ right: PlaneMatrix, _ unit: Double, _ p: Double) -> Node {
    let r = reading
    let moves = p < 1
    return Column(spacing: Spacing.m) {
      switch step {
      case .rest, .glide, .mix, .ellipse:
        r.equation("A =", r.a(), heads: MatrixReading.landed)
        remark(r.a())
        r.areas(right, unit: unit)
        r.track(r.t * (step == .rest ? 0 : step == .glide ? p : (1 - 2 * p).magnitude))
      case .second:
        r.equation("A =", r.a())
        r.equation("B =", r.b(), 1)
        r.equation("BA =", right, 2, moves: moves)
        r.areas(right, unit: unit)
      case .swap:
        r.equation("A =", r.a())
        r.equation("B =", r.b(), 1)
        r.equation("BA =", r.ba, 2)
        r.equation("AB =", left, 3, moves: moves)
      case .flatten:
        r.equation("BA =", right, 2, moves: moves)
        r.equation("AB =", left, 3, moves: moves)
        remark(right)
        r.areas(right, unit: unit)
      }
    }.node
  }

  /// What the columns say, or how long the axes of the ellipse are.
  private func remark(_ m: PlaneMatrix) -> Node {
    let sigma = m.svd.sigma.map { number($0, moves: step == .flatten) }
    return Text(
      step == .ellipse || step == .flatten
        ? Phrase(
          "**singular values**\nσ_{1} = \(sigma[0]), σ_{2} = \(sigma[1])",
          zh: "**奇异值**\nσ_{1} = \(sigma[0])，σ_{2} = \(sigma[1])")
        : Phrase(
          "each **column** is\nwhere a **basis vector**\nlands", zh: "每一**列**都是一个\n**基向量**的落点")
    ).frame(width: 168, align: .topLeading).same("remark")
  }
}

extension PlaneMatrix {
  /// The same with its smaller singular value shrunk to (1 − p) of it.
  func flattened(_ p: Double) -> PlaneMatrix {
    if p <= 0 { return self }
    let svd = svd
    return svd.u * PlaneMatrix(svd.sigma[0], 0, 0, (1 - p) * svd.sigma[1]) * svd.vTransposed
  }
}
