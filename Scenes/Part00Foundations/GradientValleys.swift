import Figures
import Instruments
import Mechanisms

/// A line with two valleys: where a walk ends is decided by the side of the maximum on which it starts.
public struct GradientValleys: Sendable {
  /// Starts on both sides of the maximum, and far outside.
  static let near = [0.05, 0.15], far = [-2.0, 2]
  /// Steps that a picture shows; the run goes on where nothing moves.
  static let shown = 100

  let starts: [Double]
  let steps: ClosedRange<Int>
  /// The walk of each start, its points in order.
  let walks: [[Double]]

  init(starts: [Double], steps: ClosedRange<Int>) {
    self.init(starts: starts, steps: steps, walks: starts.map { TwoValleys.descent(from: $0) })
  }

  init(starts: [Double], steps: ClosedRange<Int>, walks: [[Double]]) {
    (self.starts, self.steps, self.walks) = (starts, steps, walks)
  }

  static let parting = Phrase(
    "Another surface: two starts part at 0.101, a maximum, and settle in different valleys.",
    zh: "换一个曲面：两个起点在极大值 0.101 处分开，落进不同的谷。")

  static var still: Stage {
    var stage = GradientValleys(starts: near + far, steps: shown...shown).stage(1)
    stage.caption = Phrase(
      "Each walk ends in the valley on its own side of the maximum, not in the deeper one.",
      zh: "走到哪个谷，只看起点在极大值的哪一侧，而不看哪个更深。")
    return stage
  }

  static var beats: [Beat<GradientFigure.State>] {
    [
      Beat(
        "surface", .valleys(GradientValleys(starts: near, steps: 0...0)),
        Phrase(
          "Two valleys and a maximum between them; two starts, a tenth apart.",
          zh: "两个谷，中间一个极大值；两个起点只差 0.1。")),
      Beat(
        "part", .valleys(GradientValleys(starts: near, steps: 0...35)),
        Phrase(
          "The slope has opposite signs on the two sides: every step takes them further apart.",
          zh: "两侧坡度符号相反：每一步都让它们离得更远。"), continuous: 4),
      Beat(
        "settle", .valleys(GradientValleys(starts: near, steps: 35...shown)),
        Phrase(
          "Steps shrink with the slope, and each walk settles in its own valley.",
          zh: "坡度越缓步子越小，各自停在自己的谷里。"), continuous: 3),
      Beat(
        "far starts", .valleys(GradientValleys(starts: near + far, steps: 0...shown)),
        Phrase(
          "From far outside it ends the same way: only the side of the maximum counts.",
          zh: "从远处出发也一样：只看在极大值的哪一侧。"), continuous: 5),
    ]
  }

  func stage(_ progress: Double) -> Stage {
    let t = Double(steps.lowerBound) + Double(steps.upperBound - steps.lowerBound) * progress
    let places = walks.map { at(t, $0) }
    return Stage(
      subtitle: Phrase(
        "g = x⁴/4 − x²/2 + 0.1x, learning rate η = 0.1", zh: "g = x⁴/4 − x²/2 + 0.1x，学习率 η = 0.1"),
      telemetry: Telemetry(
        [.init(Phrase("steps t", zh: "步 t"), Double(Int(t)))]
          + zip(starts, places).prefix(2).map { start, x in
            .init(
              Phrase("x from \(trimmed(start, 2))", zh: "x（起点 \(trimmed(start, 2))）"), Phrase(fixed(x, 3)))
          })
    ) {
      Row(spacing: Spacing.xxl, align: .stretch) {
        surface(t, places).flex().same("surface of g")
        history(t, places).frame(width: GradientScene.panelWidth).same("beside")
      }
    }
  }

  private func at(_ t: Double, _ walk: [Double]) -> Double {
    let i = min(Int(t), walk.count - 1)
    return walk[i].mixed(with: walk[min(i + 1, walk.count - 1)], at: t - Double(i))
  }

  private func mark(_ i: Int) -> PlotMark { i == 0 ? .followed(.cache) : .rest(.cache) }

  private func surface(_ t: Double, _ places: [Double]) -> Node {
    let curve = (0...160).map { i in
      let x = -2.03 + Double(i) * 4.06 / 160
      return PlotPoint(x, TwoValleys.value(x))
    }
    return Plot(
      x: PlotAxis(.linear, -2.2...2.2, "x"), y: PlotAxis(.linear, -0.8...2.4, "g(x)", digits: 1)
    ) {
      PlotItem.curve(curve, Stroke(.muted, width: 2)).same("curve", named: Phrase("surface g", zh: "曲面 g"))
      for (i, x) in TwoValleys.stationary.enumerated() {
        PlotItem.words(
          PlotLabel(
            i == 1
              ? Phrase("maximum \(fixed(x, 3))", zh: "极大值 \(fixed(x, 3))")
              : Phrase("valley \(fixed(x, 3))", zh: "谷 \(fixed(x, 3))"), .note,
            sides: i == 1 ? [.above] : [.below]), beside: PlotPoint(x, TwoValleys.value(x)), clearance: 16
        ).same("stationary", i)
      }
      PlotItem.curve(
        [PlotPoint(TwoValleys.stationary[1], -0.8), PlotPoint(TwoValleys.stationary[1], 0)], .absent
      ).same("watershed")
      for i in places.indices {
        PlotItem.dot(PlotPoint(starts[i], TwoValleys.value(starts[i])), .trace(.cache)).same(
          "valley start", i)
        trace(i, t).same("steps", i)
      }
      for (i, x) in places.enumerated().reversed() {
        PlotItem.dot(PlotPoint(x, TwoValleys.value(x)), mark(i)).same("ball", i, named: name(i))
      }
    }.node
  }

  /// The places of a walk so far, on the curve.
  private func trace(_ i: Int, _ t: Double) -> PlotItem {
    let places = walks[i].prefix(Self.shown + 1).map { PlotPoint($0, TwoValleys.value($0)) }
    return PlotItem.trail(places, drawn: t, Stroke(.line, width: 0), mark: .trace(.cache))
  }

  private func name(_ i: Int) -> Phrase {
    Phrase("walk from \(trimmed(starts[i], 2))", zh: "起点 \(trimmed(starts[i], 2))")
  }

  private func history(_ t: Double, _ places: [Double]) -> Node {
    Plot(
      x: PlotAxis(.linear, 0...Double(Self.shown), Phrase("step", zh: "步")),
      y: PlotAxis(.linear, -2.2...2.2, Phrase("x after each step", zh: "每步之后的 x"))
    ) {
      for (i, x) in TwoValleys.stationary.enumerated() {
        PlotItem.curve(
          [PlotPoint(0, x), PlotPoint(Double(Self.shown), x)],
          Stroke(.line, width: 1.25, dash: i == 1 ? [3, 3] : [])
        ).same("level", i)
      }
      for (i, x) in places.enumerated().reversed() {
        let walk = walks[i].prefix(Self.shown + 1).enumerated().map { PlotPoint(Double($0), $1) }
        PlotItem.trail(walk, drawn: t, i == 0 ? .strong : Stroke(.muted, width: 1.5)).same("history", i)
        PlotItem.dot(walk[Self.shown], mark(i), now: PlotPoint(t, x)).same("now", i)
        historyName(i, t).same("name", i)
      }
    }.node
  }

  /// A far start is named where it stands, a near one once it has left the other.
  private func historyName(_ i: Int, _ t: Double) -> PlotItem {
    if i >= Self.near.count {
      return PlotItem.words(PlotLabel(name(i), sides: [.right]), beside: PlotPoint(1, starts[i] * 0.98))
    }
    let side: LabelSide = starts[i] < TwoValleys.stationary[1] ? .belowRight : .aboveRight
    let isKnown = walks.count > Self.near.count
    let label = PlotLabel(
      name(i), i == 0 ? .note.bold : .note, sides: [side],
      opacity: isKnown ? 1 : (t - 30).clamped(to: 0...1))
    return PlotItem.words(label, beside: PlotPoint(30, at(30, walks[i])), clearance: 10)
  }
}
