import Figures
import Instruments
import Mechanisms

/// How the line with two valleys and the walks on it are drawn after some steps.
struct GradientValleysView {
  let valleys: GradientValleys
  /// Steps done, which need not be whole.
  let t: Double

  /// After how many steps a walk that started near the maximum is named.
  private static let named = 55

  private var starts: [Double] { valleys.starts }
  private var isWide: Bool { valleys.isWide }
  private var maximum: Double { TwoValleys.stationary[1] }
  private var span: ClosedRange<Double> { isWide ? -2.2...2.2 : -1.8...1.8 }
  private var height: ClosedRange<Double> { isWide ? -0.8...2.4 : -0.55...0.75 }

  /// The line, the walks so far on it, and which valley each side of the maximum leads to.
  var surface: Node {
    Plot(x: PlotAxis(.linear, span, "x"), y: PlotAxis(.linear, height, "g(x)")) {
      PlotItem.curve(line, Stroke(.muted, width: 2)).same("curve", named: Phrase("surface g", zh: "曲面 g"))
      PlotItem.curve(
        [PlotPoint(maximum, height.lowerBound), PlotPoint(maximum, height.upperBound)], .absent
      ).same("watershed", named: Phrase("the maximum between the valleys", zh: "两谷之间的极大值"))
      side(Phrase("from here: left valley", zh: "从这边出发：左谷"), span.lowerBound, 1).same("side", 0)
      side(Phrase("from here: right valley", zh: "从这边出发：右谷"), span.upperBound, 0).same("side", 1)
      for i in TwoValleys.stationary.indices { stationary(i) }
      for i in starts.indices {
        PlotItem.dot(on(starts[i]), .trace(.cache)).same("valley start", i)
        trace(i)
      }
      for i in starts.indices.reversed() {
        PlotItem.dot(on(valleys.place(i, t)), mark(i)).same("ball", i, named: name(i))
      }
    }.node
  }

  private func on(_ x: Double) -> PlotPoint { PlotPoint(x, TwoValleys.value(x)) }

  private var line: [PlotPoint] {
    let ends = isWide ? (-2.03, 2.03) : (-1.68, 1.62)
    return (0...160).map { on(ends.0.mixed(with: ends.1, at: Double($0) / 160)) }
  }

  /// Where the starts of one side lead, written at the top beside the maximum's line.
  private func side(_ words: Phrase, _ end: Double, _ align: Double) -> PlotItem {
    let (low, high) = (TwoValleys.value(maximum) + 0.2, height.upperBound)
    return PlotItem.words(
      PlotLabel(words, .note.bold),
      inside: [
        PlotPoint(maximum, high), PlotPoint(end, high), PlotPoint(end, low), PlotPoint(maximum, low),
      ], places: [Alignment(align, 0)])
  }

  private func stationary(_ i: Int) -> PlotItem {
    let x = TwoValleys.stationary[i]
    let name = fixed(x, 3)
    return PlotItem.words(
      PlotLabel(
        i == 1 ? Phrase("maximum \(name)", zh: "极大值 \(name)") : Phrase("valley \(name)", zh: "谷 \(name)"),
        .note, sides: i == 1 ? [.aboveRight] : [.below]), beside: on(x), clearance: 16
    ).same("stationary", i)
  }

  /// The places of a walk so far, on the line.
  private func trace(_ i: Int) -> PlotItem {
    let places = valleys.walks[i].prefix(GradientValleys.shown + 1).map { on($0) }
    return PlotItem.trail(
      places, drawn: valleys.time(i, t), Stroke(.line, width: 0), mark: .trace(.cache)
    ).same("steps", i)
  }

  private func mark(_ i: Int) -> PlotMark { i == 0 ? .followed(.cache) : .rest(.cache) }

  private func name(_ i: Int) -> Phrase {
    Phrase("walk from \(trimmed(starts[i], 2))", zh: "起点 \(trimmed(starts[i], 2))")
  }

  /// x after each step of every walk, between the levels where the slope is 0.
  var history: Node {
    let last = Double(GradientValleys.shown)
    return Plot(
      x: PlotAxis(.linear, 0...last, GradientWords.step),
      y: PlotAxis(.linear, isWide ? -2.2...2.2 : -1.4...1.4, Phrase("x after each step", zh: "每步之后的 x"))
    ) {
      for (i, x) in TwoValleys.stationary.enumerated() {
        PlotItem.curve(
          [PlotPoint(0, x), PlotPoint(last, x)], i == 1 ? .absent : Stroke(.line, width: 1.25)
        ).same("level", i)
      }
      for i in starts.indices.reversed() {
        let walk = valleys.walks[i].prefix(GradientValleys.shown + 1)
        let places = walk.enumerated().map { PlotPoint(Double($0), $1) }
        let now = valleys.time(i, t)
        PlotItem.trail(places, drawn: now, i == 0 ? .strong : Stroke(.muted, width: 1.5)).same("history", i)
        PlotItem.dot(places[places.count - 1], mark(i), now: PlotPoint(now, valleys.place(i, t)))
          .same("now", i)
        historyName(i).same("name", i)
      }
    }.node.padding(Insets(right: Spacing.m))
  }

  /// A far start is named where it stands, a near one once it has left the other.
  private func historyName(_ i: Int) -> PlotItem {
    if i >= GradientValleys.near.count {
      return PlotItem.words(PlotLabel(name(i), sides: [.right]), beside: PlotPoint(1, starts[i] * 0.98))
    }
    let label = PlotLabel(
      name(i), i == 0 ? .note.bold : .note, sides: [starts[i] < maximum ? .below : .above],
      opacity: isWide ? 1 : (valleys.time(i, t) - Double(Self.named)).clamped(to: 0...1))
    return PlotItem.words(
      label, beside: PlotPoint(Double(Self.named), valleys.walks[i][Self.named]), clearance: 12)
  }
}
