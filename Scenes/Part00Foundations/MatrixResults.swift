import Figures
import Instruments
import Mechanisms

/// What comes out of the planes in a row.
extension MatrixChain {
  /// The product of each row as far as its factors have acted, and how it is read.
  func results(_ p: Double) -> Node {
    let names = [["I", "A", "BA"], ["I", "B", "AB"]]
    let ways = ["x → Ax → B(Ax)", "x → Bx → A(Bx)"]
    return Overlay(align: .topLeading) {
      for row in [0, 1] {
        Column(spacing: Spacing.s, align: .end) {
          reading.equation(
            "\(names[row][done]) =", matrix(row, done, p), row, moves: done > 0 && p < 1)
          Text(Phrase(ways[row]), .data.painted(.muted))
        }.frame(width: 172).padding(Insets(left: 708, top: 52 + 188 * Double(row)))
      }
    }.node
  }

  /// The axes as lengths, what they make of the area once they are stretched, and the directions that are kept.
  func sigmas(_ p: Double) -> Node {
    let m = reading.a()
    let sigma = matrix(0, 3, p).svd.sigma
    let det = number(m.determinant.magnitude)
    return Overlay(align: .topLeading) {
      for k in [0, 1] {
        Row(spacing: Spacing.s) {
          Text(Phrase("singular value σ_{\(k + 1)}", zh: "奇异值 σ_{\(k + 1)}")).frame(
            width: 132, align: .leading)
          Node(width: 76 * sigma[k], height: 20) { rect, canvas in
            canvas.outline(
              .rectangle(rect, radius: 2), fill: .plain(.category(4 + k, .fill)),
              stroke: Stroke(.category(4 + k, .edge)))
          }
          Text(Phrase(number(sigma[k], moves: true)), .data)
        }.same("sigma", k).padding(Insets(top: 300 + 32 * Double(k)))
      }
      if done > 1 {
        Text(
          Phrase(
            "σ_{1} · σ_{2} = |**determinant**| = \(det): ellipse’s area over π",
            zh: "σ_{1} · σ_{2} = |**行列式**| = \(det)，即椭圆面积除以 π")
        ).padding(Insets(left: 448, top: 300))
      }
      if compares {
        Text(keptWords).same("kept", named: Phrase("kept directions", zh: "保持的方向")).padding(
          Insets(left: 448, top: 332))
      }
    }.same("sigmas")
  }

  private var keptWords: Phrase {
    let kept = reading.kept.map { pair($0) }.withCommas
    if reading.a().isScalar {
      return Phrase("every vector is an **eigenvector**", zh: "每个向量都是**特征向量**")
    }
    return reading.kept.isEmpty
      ? Phrase("no real **eigenvector**: every direction turns", zh: "没有实**特征向量**：每个方向都被转动")
      : Phrase("**eigenvector** (dashed): keeps direction \(kept)", zh: "**特征向量**（虚线）：保持方向 \(kept)")
  }
}

extension [String] {
  /// One after the other, with commas.
  fileprivate var withCommas: String {
    var out = ""
    for (i, word) in enumerated() { out += (i == 0 ? "" : ", ") + word }
    return out
  }
}
