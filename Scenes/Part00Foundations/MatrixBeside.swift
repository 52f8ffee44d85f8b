import Figures
import Instruments
import Mechanisms

/// What stands between the two planes of the default story.
extension MatrixOverview {
  /// The matrices that act, and what becomes of the area.
  func beside(_ left: PlaneMatrix, _ right: PlaneMatrix, _ unit: Double, _ p: Double) -> Node {
    let r = reading
    let moves = p < 1
    return Column(spacing: Spacing.m) {
      switch step {
      case .rest, .glide, .mix, .ellipse:
        r.equation("A =", r.a(), heads: MatrixReading.landed)
        remark(r.a())
        r.areas(right, unit: unit)
        r.track(r.t * (step == .rest ? 0 : step == .glide ? p : Self.andBack(p)))
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
          "**singular values**\nσ_{1} = \(sigma[0])\nσ_{2} = \(sigma[1])",
          zh: "**奇异值**\nσ_{1} = \(sigma[0])\nσ_{2} = \(sigma[1])")
        : Phrase(
          "each **column** is\nwhere a **basis vector**\nlands", zh: "每一**列**都是一个\n**基向量**的落点")
    ).frame(width: 168, align: .topLeading).same("remark")
  }
}
