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
  /// The walk of each start, its points in order.
  let walks: [[Double]]
  /// Steps done before the beat and at its end.
  let steps: ClosedRange<Int>
  /// How many of the walks, the first, had arrived before.
  let arrived: Int

  init(_ starts: [Double], steps: ClosedRange<Int>, arrived: Int = 0) {
    self.init(starts, walks: starts.map { TwoValleys.descent(from: $0) }, steps: steps, arrived: arrived)
  }

  init(_ starts: [Double], walks: [[Double]], steps: ClosedRange<Int>, arrived: Int = 0) {
    (self.starts, self.walks, self.steps, self.arrived) = (starts, walks, steps, arrived)
  }

  /// Whether the far starts are in the picture too.
  var isWide: Bool { starts.count > Self.near.count }

  /// Steps done at a progress.
  func time(_ progress: Double) -> Double {
    Double(steps.lowerBound) + Double(steps.upperBound - steps.lowerBound) * progress
  }

  /// Steps that a walk has done by then.
  func time(_ i: Int, _ t: Double) -> Double { i < arrived ? Double(Self.shown) : t }

  /// Where a walk stands by then.
  func place(_ i: Int, _ t: Double) -> Double {
    let (walk, t) = (walks[i], time(i, t))
    let step = min(Int(t), walk.count - 1)
    return walk[step].mixed(with: walk[min(step + 1, walk.count - 1)], at: t - Double(step))
  }

  static let parting = Phrase(
    "Another surface: two starts part at 0.101, a maximum, and settle in different valleys.",
    zh: "换一个曲面：两个起点在极大值 0.101 处分开，落进不同的谷。")

  static var still: Stage {
    var stage = GradientValleys(near + far, steps: shown...shown).stage(1)
    stage.caption = Phrase(
      "Each walk ends in the valley on its own side of the maximum, not in the deeper one.",
      zh: "走到哪个谷，只看起点在极大值的哪一侧，而不看哪个更深。")
    return stage
  }

  static var beats: [Beat<GradientFigure.State>] {
    [
      Beat(
        "surface", .valleys(GradientValleys(near, steps: 0...0)),
        Phrase(
          "Two valleys and a maximum between them; two starts, a tenth apart.",
          zh: "两个谷，中间一个极大值；两个起点只差 0.1。")),
      Beat(
        "part", .valleys(GradientValleys(near, steps: 0...35)),
        Phrase(
          "The slope has opposite signs on the two sides: every step takes them further apart.",
          zh: "两侧坡度符号相反：每一步都让它们离得更远。"), continuous: 4),
      Beat(
        "settle", .valleys(GradientValleys(near, steps: 35...shown)),
        Phrase(
          "Steps shrink with the slope, and each walk settles in its own valley.",
          zh: "坡度越缓步子越小，各自停在自己的谷里。"), continuous: 3),
      Beat(
        "far starts", .valleys(GradientValleys(near + far, steps: 0...shown, arrived: near.count)),
        Phrase(
          "From far outside it ends the same way: only the side of the maximum counts.",
          zh: "从远处出发也一样：只看在极大值的哪一侧。"), continuous: 5),
    ]
  }

  /// The surface, and where each walk is after each step.
  func stage(_ progress: Double) -> Stage {
    let t = time(progress)
    let view = GradientValleysView(valleys: self, t: t)
    return Stage(
      subtitle: Phrase(
        "g = x⁴/4 − x²/2 + 0.1x, learning rate η = 0.1", zh: "g = x⁴/4 − x²/2 + 0.1x，学习率 η = 0.1"),
      telemetry: Telemetry(
        [.init(Phrase("steps t", zh: "步 t"), Double(Int(t)))]
          + starts.indices.prefix(2).map { i in
            let start = trimmed(starts[i], 2)
            return .init(
              Phrase("x from \(start)", zh: "x（起点 \(start)）"), Phrase(fixed(place(i, Double(Int(t))), 3)))
          })
    ) {
      Row(spacing: Spacing.xxl, align: .stretch) {
        view.surface.flex().same("surface of g")
        view.history.frame(width: GradientScene.panelWidth).same("walks along g")
      }
    }
  }
}
