import Figures
import Instruments
import Mechanisms

/// What stands beside the map: the arithmetic of a step, and a plot of many.
struct GradientPanel: NodeConvertible {
  let scene: GradientScene
  let done: Double

  var node: Node {
    Column(spacing: Spacing.m, align: .stretch) {
      if scene.known > 0 { GradientTable(scene: scene, step: Int(done)) }
      plot.node.flex().same("plot", scene.panel.number)
    }.node
  }

  private var plot: Node {
    switch scene.panel {
    case .values(let steps): GradientValues(scene: scene, steps: steps, done: done).node
    case .coordinates: GradientCoordinates(scene: scene, done: done).node
    case .factors: GradientFactors(scene: scene).node
    }
  }
}

/// Both coordinates as shares of their start: they decouple, and y changes its sign.
struct GradientCoordinates: NodeConvertible {
  let scene: GradientScene
  let done: Double

  var node: Node {
    let points = scene.run.points.prefix(scene.subject.shown(scene.rate) + 1)
    func share(_ all: [Double]) -> [PlotPoint] {
      all.enumerated().map { PlotPoint(Double($0), all[0] == 0 ? 0 : $1 / all[0]) }
    }
    let (x, y) = (share(points.map { $0.x }), share(points.map { $0.y }))
    return Plot(
      x: PlotAxis(.linear, 0...Double(GradientCase.followed), GradientWords.step),
      y: PlotAxis(.linear, -1.25...1.25, Phrase("share of the start left", zh: "剩余占起点的比例"))
    ) {
      PlotItem.curve([PlotPoint(0, 0), PlotPoint(Double(GradientCase.followed), 0)], Stroke(.line))
      PlotItem.trail(y, drawn: done, .strong, mark: .trace(.cache)).same("across", named: "y")
      PlotItem.trail(x, drawn: done, Stroke(.muted, width: 1.5, dash: [5, 3])).same("along", named: "x")
      name("x", .note.painted(.muted), x, 4, [.aboveRight, .above])
      name("y", .note.bold, y, 3, [.belowRight, .below])
    }.node.padding(Insets(right: Spacing.s))
  }

  /// The name of a coordinate beside one of its first places, once it is there.
  private func name(
    _ words: Phrase, _ style: TextStyle, _ points: [PlotPoint], _ step: Int, _ sides: [LabelSide]
  ) -> PlotItem {
    let i = min(step, points.count - 1)
    return PlotItem.words(
      PlotLabel(
        words, style, sides: sides, opacity: (done - Double(i)).clamped(to: 0...1)),
      beside: points[i])
  }
}
