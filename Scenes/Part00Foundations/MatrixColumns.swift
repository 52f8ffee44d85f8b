import Figures
import Instruments
import Mechanisms

/// One large plane: the columns move the grid, and any vector with it.
public struct MatrixColumns: Sendable {
  enum Step: Int, Sendable { case basis, land, mix, ride }

  let reading: MatrixReading
  let step: Step

  init(_ reading: MatrixReading, _ step: Step) {
    self.reading = reading
    self.step = step
  }

  static func story(_ r: MatrixReading) -> Story<MatrixFigure.State> {
    func at(_ step: Step) -> MatrixFigure.State { .columns(MatrixColumns(r, step)) }
    return Story {
      Beat(
        "basis", at(.basis),
        Phrase(
          "At rest the columns are e_{1} = (1, 0) and e_{2} = (0, 1).",
          zh: "静止时两列就是 e_{1} = (1, 0) 和 e_{2} = (0, 1)。"))
      Beat(
        "land", at(.land),
        Phrase(
          "e_{1} lands on \(pair(r.a().columns[0])), column 1; e_{2} on \(pair(r.a().columns[1])), column 2.",
          zh: "基向量落在两列：\(pair(r.a().columns[0])) 和 \(pair(r.a().columns[1]))。"),
        continuous: 2)
      Beat("mix", at(.mix), lesson(r))
      Beat(
        "ride", at(.ride),
        Phrase(
          "Back and forth: at every moment x is the same mix of the moving columns.",
          zh: "来回走一遍：任一时刻，x 都是移动中两列的同一组合。"),
        continuous: 3.2)
    }
  }

  private static func lesson(_ r: MatrixReading) -> Phrase {
    let x = MatrixReading.x
    return Phrase(
      "x is \(number(x.x)) of e_{1} and \(number(x.y)) of e_{2}, so Ax is as much of each column: \(pair(r.a()(x))).",
      zh: "Ax 按 x 的份数组合两列，得 \(pair(r.a()(x)))。")
  }

  /// The picture; in the still, which does not move, numbers are as short as they can be.
  func stage(_ p: Double, isStill: Bool = false) -> Stage {
    let r = reading
    // How much of the way is gone; a ride goes back and forth.
    let share = step == .basis ? 0 : step == .land ? p : step == .mix ? 1 : MatrixOverview.andBack(p)
    let m = r.a(share)
    let moves = !isStill
    let hasX = step == .mix || step == .ride
    let unit = r.unit(184 - 32, [r.a()])
    return Stage(
      subtitle: Phrase("a matrix is two arrows: its columns", zh: "一个矩阵就是两个箭头：它的两列"),
      telemetry: r.telemetry(m), caption: Self.lesson(r)
    ) {
      MatrixPlane(
        unit: unit, columns: m.columns,
        [r.square(m, in: 0)] + (hasX ? r.mix(m, in: 0, unit: unit) : [])
          + r.basis(m, in: 0, step == .basis ? "" : "A") + (hasX ? [r.vector(m, in: 0, "Ax")] : [])
      ).node.frame(width: 544, height: 368).same("plane", 0, named: Phrase("the plane", zh: "平面"))
      Column(spacing: Spacing.l) {
        r.equation(
          step == .basis ? "I =" : "A =", m, moves: p < 1,
          heads: step == .basis ? ["e_{1}", "e_{2}"] : MatrixReading.landed)
        for k in [0, 1] {
          Text(
            Phrase(
              "**column \(k + 1)**: e_{\(k + 1)} lands on \(pair(m.columns[k], moves: moves))",
              zh: "**第 \(k + 1) 列**：e_{\(k + 1)} 落在 \(pair(m.columns[k], moves: moves))"),
            .note.painted(.category(k, .text))
          ).same("column", k)
        }
        if hasX { arithmetic(m, moves: moves) }
        r.track(r.t * share)
      }.padding(Insets(left: 576))
    }
  }

  /// The same mix, of e₁ and e₂ and of the columns.
  private func arithmetic(_ m: PlaneMatrix, moves: Bool) -> Node {
    let x = MatrixReading.x
    let shares = [number(x.x), number(x.y)]
    return Column(spacing: Spacing.xs) {
      Text(Phrase("x = \(pair(x)) = \(shares[0]) e_{1} + \(shares[1]) e_{2}"))
      Text(
        Phrase(
          "Ax = \(shares[0]) of column 1 and \(shares[1]) of column 2",
          zh: "Ax = \(shares[0]) 份第 1 列 + \(shares[1]) 份第 2 列"))
      Text(
        Phrase(
          "= \(shares[0]) · \(pair(m.columns[0], moves: moves)) + \(shares[1]) · \(pair(m.columns[1], moves: moves))"
        ))
      Text(Phrase("= \(pair(m(x), moves: moves))"), .label)
    }.same("arithmetic", named: Phrase("the mix", zh: "组合"))
  }
}
