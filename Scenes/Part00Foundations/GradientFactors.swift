import Figures
import Instruments
import Mechanisms

/// |1 − ηλ| of both coordinates over the learning rate: below 1 a coordinate shrinks, above it grows.
struct GradientFactors: NodeConvertible {
  let scene: GradientScene

  private var subject: GradientCase { scene.subject }
  private var bowl: QuadraticBowl { scene.subject.bowl }
  /// The largest rate on the axis.
  private var end: Double { max(subject.beyond, subject.rate) * 1.1 }
  private static let high = 1.3

  var node: Node {
    Plot(
      x: PlotAxis(
        .linear, 0...end, Phrase("learning rate η", zh: "学习率 η"),
        marked: [Axis.Tick(scene.rate, Phrase(subject.name(scene.rate)), isEvent: true)]),
      y: PlotAxis(
        .linear, -0.1...Self.high, Phrase("|1 − ηλ|, left after a step", zh: "|1 − ηλ|：每步剩余"))
    ) {
      limit
      if bowl.condition > 1 {
        line(bowl.curvature.x, "x", Stroke(.muted, width: 1.5, dash: [5, 3]), .note.painted(.muted), at: end)
      }
      line(bowl.curvature.y, "y", .strong, .note, at: 0.75 / bowl.curvature.y)
      for rate in scene.earlier { dot(rate, .rest(.cache), .note).same("factor", Int(rate * 1e6)) }
      dot(scene.rate, .followed(.cache), .note.bold).same("factor")
    }.node
  }

  /// Above 1 nothing arrives.
  @PlotBuilder private var limit: [PlotItem] {
    let (left, right) = (PlotPoint(0, 1), PlotPoint(end, 1))
    let above = [left, right, PlotPoint(end, Self.high), PlotPoint(0, Self.high)]
    PlotItem.area(above, .role(.alarm, .fill))
    PlotItem.curve([left, right], Stroke(.role(.alarm, .edge), width: 1.5))
    PlotItem.words(
      PlotLabel(
        Phrase("above 1: diverge", zh: "大于 1：发散"), .note.bold.painted(.role(.alarm, .text)), rank: 0),
      inside: above, places: [.leading, .trailing])
  }

  private func factor(_ curvature: Double, _ rate: Double) -> Double { (1 - rate * curvature).magnitude }

  /// The factor of one coordinate, named beside one of its places.
  @PlotBuilder private func line(
    _ curvature: Double, _ name: String, _ stroke: Stroke, _ style: TextStyle, at rate: Double
  ) -> [PlotItem] {
    let rates = [0, 1 / curvature, end].filter { $0 <= end }
    PlotItem.trail(rates.map { PlotPoint($0, factor(curvature, $0)) }, stroke)
    PlotItem.words(
      PlotLabel(
        "\(name): λ = \(trimmed(curvature, 2))", style, sides: [.belowLeft, .left, .right, .above], rank: 2,
        isOptional: true), beside: PlotPoint(rate, factor(curvature, rate)))
  }

  /// What a learning rate leaves of the slower coordinate; its name only where that lies on the axes.
  private func dot(_ rate: Double, _ mark: PlotMark, _ style: TextStyle) -> PlotItem {
    let left = bowl.contraction(step: rate)
    let name = PlotLabel(
      "\(subject.name(rate))", style, sides: [.belowLeft, .left, .below, .aboveLeft, .right], rank: 1,
      isOptional: rate != scene.rate)
    return PlotItem.dot(PlotPoint(rate, left), mark, inside: true, label: left < Self.high ? name : nil)
  }
}
