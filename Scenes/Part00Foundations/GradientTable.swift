import Figures
import Instruments
import Mechanisms

/// The arithmetic of the next step, coordinate by coordinate: they do not know of each other.
struct GradientTable: NodeConvertible {
  let scene: GradientScene
  /// Steps done.
  let step: Int

  /// Height with all rows, in points.
  static let height = NumberTable.height(rows: 5)

  var node: Node {
    let z = scene.run.points[step]
    let (curvature, slope) = (scene.run.bowl.curvature, scene.run.bowl.gradient(z))
    let rows = [
      row(Phrase("z now", zh: "当前 z"), z),
      row(Phrase("gradient λz", zh: "梯度 λz"), slope),
      row(Phrase("step −η∇f", zh: "一步 −η∇f"), slope * -scene.rate),
      NumberTable.Row(
        Phrase("factor 1 − ηλ", zh: "系数 1 − ηλ"),
        [1 - scene.rate * curvature.x, 1 - scene.rate * curvature.y].map { .word(Phrase(fixed($0, 3))) },
        strong: true),
    ]
    let header = NumberTable.Row(
      "", [.quiet(Phrase("x, along", zh: "x，沿谷")), .quiet(Phrase("y, across", zh: "y，横谷"))])
    return NumberTable(
      [header] + rows.prefix(scene.known), on: Track(2, size: 92), nameWidth: GradientScene.panelWidth - 184
    ).node.frame(height: Self.height, align: .top)
  }

  private func row(_ name: Phrase, _ value: Point) -> NumberTable.Row {
    NumberTable.Row(name, [value.x, value.y].map { .word(Phrase(GradientWords.signed($0))) })
  }
}
