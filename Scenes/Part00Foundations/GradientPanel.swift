import Figures
import Instruments
import Mechanisms

/// What stands beside the map.
struct GradientPanel: NodeConvertible {
  let scene: GradientScene
  let done: Double
  /// Whether it is one of three side by side.
  var isSmall = false

  private var subject: GradientCase { scene.subject }
  /// Where f leaves the picture.
  private static let top = 2e3
  private static let step = Phrase("step", zh: "步")

  var node: Node {
    switch scene.panel {
    case .values(let steps): values(steps)
    case .coordinates: coordinates
    case .factors: factors
    }
  }

  /// f after each step, on a logarithmic axis.
  private func values(_ steps: Int) -> Node {
    let isLong = steps > GradientCase.followed
    let low = isLong ? GradientDescent.small : 1e-2
    let rates = [scene.rate] + scene.earlier
    let seen = rates.map { subject.run($0) }.filter {
      isLong && $0.end == .converged
    }
    let arrivals = seen.map {
      Axis.Tick(Double($0.steps), Phrase("\($0.steps)"), isEvent: $0.step == scene.rate)
    }
    return Plot(
      x: PlotAxis(.linear, 0...Double(steps), Self.step, marked: arrivals),
      y: PlotAxis(.log, low...Self.top, Phrase("f after each step", zh: "每步之后的 f"), powers: true)
    ) {
      if !isLong, rates.contains(where: { subject.run($0).values.prefix(steps + 1).contains { $0 > Self.top } }) {
        PlotItem.curve([PlotPoint(0, Self.top), PlotPoint(Double(steps), Self.top)], Stroke(.line))
      }
      for rate in scene.earlier {
        curve(rate, steps, .infinity, Stroke(.muted, width: 1.5, dash: [5, 3]))
        name(rate, steps, .note.painted(.muted), low)
      }
      curve(scene.rate, steps, isLong ? .infinity : done, .strong)
      if !isLong {
        PlotItem.dot(value(Double(scene.run.steps)), .followed(.cache), now: value(done), inside: true)
          .same("value", named: Phrase("f now", zh: "当前的 f"))
      }
      name(scene.rate, steps, .note.bold, low)
    }.node
  }

  /// f after a number of steps that need not be whole, on the straight line that the axis makes of a step.
  private func value(_ done: Double) -> PlotPoint {
    let values = scene.run.values
    let i = min(Int(done), values.count - 1)
    let (a, b) = (max(values[i], 1e-12), max(values[min(i + 1, values.count - 1)], 1e-12))
    return PlotPoint(done, a * Maths.pow(b / a, done - Double(i)))
  }

  private func curve(_ rate: Double, _ steps: Int, _ drawn: Double, _ stroke: Stroke) -> PlotItem {
    let values = subject.run(rate).values.prefix(steps + 1).enumerated().map { PlotPoint(Double($0), $1) }
    return PlotItem.trail(values, drawn: drawn, stroke).same(identity("values", rate))
  }

  /// The learning rate beside the middle of its curve.
  private func name(_ rate: Double, _ steps: Int, _ style: TextStyle, _ low: Double) -> PlotItem {
    let values = subject.run(rate).values
    let seen = values.prefix(steps + 1).prefix { $0 > low && $0 < 1e3 }.count
    let at = max(0, seen * 3 / 4 - 1)
    let isDrawn = rate != scene.rate || steps > GradientCase.followed
    return PlotItem.words(
      PlotLabel(
        "η = \(subject.name(rate))", style, sides: [.aboveRight, .belowLeft, .above, .below, .right, .left],
        rank: rate == scene.rate ? 0 : 1, opacity: isDrawn ? 1 : (done - Double(at)).clamped(to: 0...1)),
      beside: PlotPoint(Double(at), min(max(values[at], low), 1e2))
    ).same(identity("name", rate))
  }

  /// Side by side, the same curve stands in each panel.
  private func identity(_ kind: StaticString, _ rate: Double) -> Identity {
    Identity(kind, Int(rate * 1e6), isSmall ? Int(scene.rate * 1e6) : 0)
  }

  /// Both coordinates as shares of their start: they decouple, and y changes its sign.
  private var coordinates: Node {
    let points = scene.run.points.prefix(subject.shown(scene.rate) + 1)
    func share(_ all: [Double]) -> [PlotPoint] {
      all.enumerated().map { PlotPoint(Double($0), all[0] == 0 ? 0 : $1 / all[0]) }
    }
    let (x, y) = (share(points.map { $0.x }), share(points.map { $0.y }))
    return Plot(
      x: PlotAxis(.linear, 0...Double(GradientCase.followed), Self.step),
      y: PlotAxis(.linear, -1...1, Phrase("share of the start left", zh: "剩余占起点的比例"), digits: 1)
    ) {
      PlotItem.curve([PlotPoint(0, 0), PlotPoint(Double(GradientCase.followed), 0)], Stroke(.line))
      PlotItem.trail(y, drawn: done, .strong, mark: .trace(.cache)).same("across", named: "y")
      PlotItem.trail(x, drawn: done, Stroke(.muted, width: 1.5, dash: [5, 3])).same("along", named: "x")
      coordinate(Phrase("x, along", zh: "x，沿谷"), .note.painted(.muted), x, .aboveRight)
      coordinate(Phrase("y, across", zh: "y，横谷"), .note.bold, y, .belowRight)
    }.node
  }

  private func coordinate(_ words: Phrase, _ style: TextStyle, _ points: [PlotPoint], _ side: LabelSide)
    -> PlotItem
  {
    let i = min(side == .aboveRight ? 4 : 3, points.count - 1)
    return PlotItem.words(
      PlotLabel(
        words, style, sides: [side, .right, .above, .below], opacity: (done - Double(i)).clamped(to: 0...1)),
      beside: points[i])
  }

  /// |1 − ηλ| of both coordinates: below 1 a coordinate shrinks, above it grows.
  private var factors: Node {
    let end = max(subject.beyond, subject.rate) * 1.1
    func factor(_ curvature: Double, _ rate: Double) -> Double { (1 - rate * curvature).magnitude }
    func line(_ curvature: Double) -> [PlotPoint] {
      ([0, 1 / curvature, end].filter { $0 <= end }).map { PlotPoint($0, factor(curvature, $0)) }
    }
    let (x, y) = (subject.bowl.curvature.x, subject.bowl.curvature.y)
    return Plot(
      x: PlotAxis(
        .linear, 0...end, Phrase("learning rate η", zh: "学习率 η"), digits: end < 0.5 ? 2 : 1,
        marked: [Axis.Tick(scene.rate, Phrase(subject.name(scene.rate)), isEvent: true)]),
      y: PlotAxis(.linear, -0.1...1.3, Phrase("|1 − ηλ|, left after a step", zh: "|1 − ηλ|：每步剩余"), digits: 1)
    ) {
      PlotItem.area(
        [PlotPoint(0, 1), PlotPoint(end, 1), PlotPoint(end, 1.3), PlotPoint(0, 1.3)], .role(.alarm, .fill))
      PlotItem.curve([PlotPoint(0, 1), PlotPoint(end, 1)], Stroke(.role(.alarm, .edge), width: 1.5))
      if x != y {
        PlotItem.trail(line(x), Stroke(.muted, width: 1.5, dash: [5, 3]))
        curvature(
          Phrase("x: λ = \(trimmed(x, 2))"), .note.painted(.muted), PlotPoint(end, factor(x, end)), .belowLeft
        )
      }
      PlotItem.trail(line(y), .strong)
      curvature(Phrase("y: λ = \(trimmed(y, 2))"), .note, PlotPoint(0.75 / y, 0.25), .belowLeft)
      PlotItem.words(
        PlotLabel(
          Phrase("above 1: diverge", zh: "大于 1：发散"), .note.bold.painted(.role(.alarm, .text)), rank: 0),
        inside: [PlotPoint(0, 1.3), PlotPoint(end, 1.3), PlotPoint(end, 1), PlotPoint(0, 1)],
        places: [.leading, .trailing])
      for rate in scene.earlier {
        PlotItem.dot(
          PlotPoint(rate, subject.bowl.contraction(step: rate)), .rest(.cache), inside: true,
          label: factorName(rate, .note)
        ).same("factor", Int(rate * 1e6))
      }
      PlotItem.dot(
        PlotPoint(scene.rate, subject.bowl.contraction(step: scene.rate)), .followed(.cache), inside: true,
        label: factorName(scene.rate, .note.bold)
      ).same("factor")
    }.node
  }

  /// Which line it is.
  private func curvature(_ words: Phrase, _ style: TextStyle, _ at: PlotPoint, _ side: LabelSide) -> PlotItem
  {
    PlotItem.words(
      PlotLabel(words, style, sides: [side, .left, .right, .above], rank: 2, isOptional: true), beside: at)
  }

  /// The learning rate beside its dot; none where that lies beyond the axes.
  private func factorName(_ rate: Double, _ style: TextStyle) -> PlotLabel? {
    guard subject.bowl.contraction(step: rate) < 1.3 else { return nil }
    return PlotLabel(
      "\(subject.name(rate))", style, sides: [.belowLeft, .left, .below, .aboveLeft, .right], rank: 1,
      isOptional: rate != scene.rate)
  }
}
