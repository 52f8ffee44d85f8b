import Figures
import Instruments
import Mechanisms

/// f after each step, on a logarithmic axis.
struct GradientValues: NodeConvertible {
  let scene: GradientScene
  let steps: Int
  let done: Double
  /// Whether it is one of three side by side, whose titles name the learning rate.
  var isSmall = false

  private var subject: GradientCase { scene.subject }
  /// Whether runs are drawn to their end.
  private var isLong: Bool { steps > GradientCase.followed }
  /// Where f leaves the picture; runs that are drawn to their end stop a little above it.
  private var low: Double { isLong ? GradientDescent.small / 4 : 1e-2 }
  private static let high = 2e3
  /// Room for names at the ends of curves, in steps.
  private static let margin = 5

  var node: Node {
    let rates = [scene.rate] + scene.earlier
    let arrived = rates.map { subject.run($0) }.filter { isLong && $0.end == .converged }
    return Plot(
      x: PlotAxis(
        .linear, 0...Double(steps + (isLong ? 0 : Self.margin)), GradientWords.step,
        marked: arrived.map {
          Axis.Tick(Double($0.steps), Phrase("\($0.steps)"), isEvent: $0.step == scene.rate)
        }),
      y: PlotAxis(.log, low...Self.high, Phrase("f after each step", zh: "每步之后的 f"), powers: true)
    ) {
      for rate in scene.earlier {
        curve(rate, .infinity, Stroke(.muted, width: 1.5, dash: [5, 3]))
        if isLong { end(rate, .trace(.cache)) }
        name(rate, .note.painted(.muted))
      }
      curve(scene.rate, isLong ? .infinity : done, .strong)
      if isLong {
        end(scene.rate, PlotMark(.circle, .solid(.cache), radius: 6))
      } else {
        PlotItem.dot(value(Double(scene.run.steps)), .followed(.cache), now: value(done), inside: true)
          .same("value", named: Phrase("f now", zh: "当前的 f"))
      }
      if !isSmall { name(scene.rate, .note.bold) }
    }.node.padding(Insets(right: isLong ? Spacing.m : Spacing.s))
  }

  /// A run's values; one that is drawn to its end stops where it counts as arrived.
  private func places(_ rate: Double) -> [PlotPoint] {
    let floor = isLong ? GradientDescent.small : 1e-12
    return subject.run(rate).values.prefix(steps + 1).enumerated().map {
      PlotPoint(Double($0), max($1, floor))
    }
  }

  /// f after a number of steps that need not be whole, on the straight line that the axis makes of a step.
  private func value(_ done: Double) -> PlotPoint {
    let places = places(scene.rate)
    let i = min(Int(done), places.count - 1)
    let (a, b) = (places[i].y, places[min(i + 1, places.count - 1)].y)
    return PlotPoint(done, a * Maths.pow(b / a, done - Double(i)))
  }

  private func curve(_ rate: Double, _ drawn: Double, _ stroke: Stroke) -> PlotItem {
    PlotItem.trail(places(rate), drawn: drawn, stroke).same(identity("values", rate))
  }

  /// Where a run has arrived, or still is after all steps.
  private func end(_ rate: Double, _ mark: PlotMark) -> PlotItem {
    let places = places(rate)
    return PlotItem.dot(places[places.count - 1], mark, inside: true).same(identity("end", rate))
  }

  /// The learning rate beside its curve: by the middle of a whole run, where it is drawn; else at the end.
  private func name(_ rate: Double, _ style: TextStyle) -> PlotItem {
    let isOwn = rate == scene.rate
    let seen = places(rate).prefix { $0.y >= low && $0.y < Self.high / 2 }
    let at = seen[max(0, isLong ? seen.count * 3 / 4 - 1 : seen.count - 1)]
    let sides: [LabelSide] =
      isLong
      ? [.aboveRight, .belowLeft, .above, .below, .right, .left]
      : isOwn ? [.aboveLeft, .belowLeft, .above, .left, .below] : [.right, .belowRight, .aboveRight, .below]
    return PlotItem.words(
      PlotLabel(
        Phrase(isOwn || isLong ? "η = \(subject.name(rate))" : subject.name(rate)), style, sides: sides,
        rank: isOwn ? 0 : 1, opacity: isOwn && !isLong ? (done - at.x + 1).clamped(to: 0...1) : 1),
      beside: at, clearance: isOwn ? 12 : 4
    ).same(identity("name", rate))
  }

  /// Side by side, the same curve stands in each panel.
  private func identity(_ kind: StaticString, _ rate: Double) -> Identity {
    Identity(kind, Int(rate * 1e6), isSmall ? Int(scene.rate * 1e6) : 0)
  }
}
