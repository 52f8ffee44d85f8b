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

  func stage(_ p: Double) -> Stage {
    let r = reading
    let m =
      step == .basis ? .identity : step == .land ? r.a(p) : step == .mix ? r.a() : r.a((1 - 2 * p).magnitude)
    let hasX = step == .mix || step == .ride
    let unit = r.unit(184 - 32, [r.a()])
    let (x, y) = (MatrixReading.x, m(MatrixReading.x))
    return Stage(
      subtitle: Phrase("a matrix is two arrows: its columns", zh: "一个矩阵就是两个箭头：它的两列"),
      telemetry: r.telemetry(m), caption: Self.lesson(r)
    ) {
      MatrixPlane(
        unit: unit, columns: m.columns,
        [r.square(m, in: 0)] + (hasX ? r.mix(m, in: 0) : []) + r.basis(m, in: 0, step == .basis ? "" : "A")
          + (hasX ? [r.vector(m, in: 0, Phrase("Ax"))] : [])
      ).node.frame(width: 544, height: 368).same("plane", 0, named: Phrase("the plane", zh: "平面"))
      Column(spacing: Spacing.l) {
        r.equation("A =", m)
        line(
          0,
          Phrase(
            "**column 1** = Ae_{1} = \(steadyPair(m.columns[0]))",
            zh: "**第 1 列** = Ae_{1} = \(steadyPair(m.columns[0]))")
        )
        line(
          1,
          Phrase(
            "**column 2** = Ae_{2} = \(steadyPair(m.columns[1]))",
            zh: "**第 2 列** = Ae_{2} = \(steadyPair(m.columns[1]))")
        )
        if hasX {
          Column(spacing: Spacing.xs) {
            Text(Phrase("x = (\(number(x.x)), \(number(x.y)))"), .label)
            Text(
              Phrase(
                "Ax = \(number(x.x)) · column 1 + \(number(x.y)) · column 2",
                zh: "Ax = \(number(x.x)) · 第 1 列 + \(number(x.y)) · 第 2 列"))
            Text(
              Phrase(
                "= \(number(x.x)) · \(steadyPair(m.columns[0])) + \(number(x.y)) · \(steadyPair(m.columns[1]))"
              ),
              .note)
            Text(Phrase("= \(steadyPair(y))"), .label)
          }.same("arithmetic", named: Phrase("the mix", zh: "组合"))
        }
        r.track(r.t * (step == .basis ? 0 : step == .land ? p : step == .mix ? 1 : (1 - 2 * p).magnitude))
      }.padding(Insets(left: 576, top: 8))
    }
  }

  private func line(_ k: Int, _ words: Phrase) -> Node {
    Text(words, .note.painted(.category(k, .text))).same("column", k)
  }
}
