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
          left, r.ab, 0, swaps ? "AB" : "", other: swaps ? r.ba.flattened(step == .flatten ? p : 0) : nil),
        left, unit)
      middle(right, unit, p, composes: composes, swaps: swaps)
        .frame(width: 168, height: 368, align: .topLeading).padding(Insets(left: 356))
      panel(
        composes
          ? Phrase("first A, then B", zh: "先 A 后 B")
          : step == .rest ? Phrase("A has not acted", zh: "A 尚未作用") : Phrase("after", zh: "变换后"), 1,
        items(
          right, r.ba, 1, composes ? "BA" : step == .rest ? "" : "A",
          other: swaps ? r.ab.flattened(step == .flatten ? p : 0) : nil), right, unit
      ).padding(Insets(left: 548))
    }
  }

  private func items(
    _ m: PlaneMatrix, _ target: PlaneMatrix, _ k: Int, _ prefix: String, other: PlaneMatrix?
  ) -> [MatrixPlaneItem] {
    let r = reading
    var out = [r.square(m, in: k)]
    if let other { out.append(r.ghost(other, in: k)) }
    if step == .ellipse {
      out.append(r.ellipse(m, in: k))
      out += r.axes(
        m, of: r.a(), in: k, k == 0 ? ["v_{1}", "v_{2}"] : ["σ_{1}", "σ_{2}"], beside: r.first.flatAt != nil)
    }
    if step == .mix { out += r.mix(m, in: k) }
    if step != .ellipse { out += r.basis(m, in: k, prefix, facing: step == .flatten ? target : nil) }
    if step == .mix { out.append(r.vector(m, in: k, Phrase(k == 0 ? "x" : "Ax"))) }
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

  private func middle(
    _ m: PlaneMatrix, _ unit: Double, _ p: Double, composes: Bool, swaps: Bool
  ) -> Node {
    let r = reading
    return Column(spacing: Spacing.m) {
      if composes {
        r.equation("BA =", r.ba)
        if swaps { r.equation("AB =", r.ab, 1) } else { r.equation("B =", r.b(), 1) }
      } else {
        r.equation("A =", r.a())
        Paragraph(
          step == .ellipse
            ? Phrase(
              "**singular values** σ_{1} = \(number(r.a().svd.sigma[0])), σ_{2} = \(number(r.a().svd.sigma[1]))",
              zh: "**奇异值** σ_{1} = \(number(r.a().svd.sigma[0]))，σ_{2} = \(number(r.a().svd.sigma[1]))")
            : Phrase(
              "**column** 1 is where e_{1} lands, **column** 2 where e_{2} does",
              zh: "第 1 **列**是 e_{1} 的落点，第 2 **列**是 e_{2} 的落点"), width: 168
        ).frame(width: 168, height: 64, align: .topLeading).same("remark")
      }
      r.areas(m, unit: unit).padding(Insets(top: composes ? 4 : 8))
      if !composes { r.track(r.t * (step == .rest ? 0 : step == .glide ? p : (1 - 2 * p).magnitude)) }
    }.node
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
