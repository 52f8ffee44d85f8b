import Figures
import Mechanisms

/// The default story: an arrow, a step, many steps; then larger learning rates; then another surface.
struct GradientOverview {
  private let subject: GradientCase
  private let n = GradientCase.followed

  init(_ subject: GradientCase) { self.subject = subject }

  var beats: [Beat<GradientFigure.State>] {
    let own = GradientScene(subject)
    return [
      Beat("arrow", .bowl(own.with { ($0.arrow, $0.known) = (.downhill, 2) }), arrow),
      Beat(
        "step", .bowl(own.with { ($0.arrow, $0.steps, $0.known) = (.scaled, 0...1, 3) }), step,
        continuous: 2.4),
      Beat("repeat", .bowl(own.with { ($0.steps, $0.known) = (1...n, 3) }), repeated, continuous: 6),
      Beat("zigzag", .bowl(scene(subject.best, after: [subject.rate])), zigzag, continuous: 6),
      Beat(
        "bounce", .bowl(scene(subject.largest, after: [subject.rate, subject.best])), bounce, continuous: 6),
      Beat(
        "growth", .bowl(scene(subject.beyond, after: [subject.rate, subject.best, subject.largest])), growth,
        continuous: 6),
      Beat(
        "two valleys",
        .valleys(GradientValleys(GradientValleys.near, steps: 0...GradientValleys.shown)),
        GradientValleys.parting, pace: .cut, continuous: 5),
    ]
  }

  private func scene(_ rate: Double, after earlier: [Double]) -> GradientScene {
    GradientScene(subject, rate: rate).with {
      ($0.steps, $0.earlier) = (0...n, earlier.filter { $0 != rate })
    }
  }

  private var arrow: Phrase {
    subject.zigzags
      ? Phrase(
        "−∇f is perpendicular to the contour: straight down, but not at the minimum.",
        zh: "−∇f 垂直于等高线：最陡的下坡方向，却不指向最低点。")
      : Phrase(
        "−∇f is perpendicular to the contour; from here it does point at the minimum.",
        zh: "−∇f 垂直于等高线；从这里出发，它恰好指向最低点。")
  }

  private var step: Phrase {
    let name = subject.name(subject.rate)
    return Phrase(
      "The learning rate η = \(name) scales the arrow, and the arrow becomes a step.",
      zh: "学习率 η = \(name) 缩放箭头，箭头成为一步。")
  }

  private var repeated: Phrase {
    let shown = subject.shown(subject.rate)
    let (from, to) = (GradientWords.number(subject.bowl(subject.start)), value(subject.rate))
    return subject.run(subject.rate).end == .diverged
      ? Phrase(
        "Each step starts afresh, yet f grows from \(from): this η diverges.",
        zh: "每一步重新取梯度，f 却从 \(from) 越变越大：这个 η 会发散。")
      : Phrase(
        "Each step takes the gradient afresh: in \(shown) steps f goes from \(from) to \(to).",
        zh: "每一步都重新取梯度：\(shown) 步内 f 从 \(from) 变到 \(to)。")
  }

  private func value(_ rate: Double) -> String {
    GradientWords.number(subject.value(rate, after: n))
  }

  private var zigzag: Phrase {
    let name = subject.name(subject.best)
    return subject.zigzags
      ? Phrase(
        "η = \(name), the best fixed step, crosses the valley each time: f falls to \(value(subject.best)).",
        zh: "η = \(name) 是最佳固定步长：每步都横穿谷底，f 降到 \(value(subject.best))。")
      : Phrase(
        "η = \(name), the best fixed step; with nothing to cross, the path is straight.",
        zh: "η = \(name) 是最佳固定步长；不必横穿谷底，路径是直的。")
  }

  private var bounce: Phrase {
    let name = subject.name(subject.largest)
    return subject.bounces
      ? Phrase(
        "η = \(name) = 2/λ_{max}: each step lands as far beyond the axis; it bounces for ever.",
        zh: "η = \(name) = 2/λ_{max}：每步都落在轴对面同样远处，永远来回。")
      : Phrase(
        "η = \(name) = 2/λ_{max} would bounce, but this start is on the axis: y stays 0.",
        zh: "η = \(name) = 2/λ_{max} 本会来回弹，但起点在轴上：y 一直是 0。")
  }

  private var growth: Phrase {
    let name = subject.name(subject.beyond)
    return subject.run(subject.beyond).end == .diverged
      ? Phrase(
        "η = \(name) is too large: y grows with each step, the path diverges off the frame.",
        zh: "η = \(name) 太大：y 一步比一步大，路径发散，离开画面。")
      : Phrase(
        "η = \(name) would diverge, if y were not exactly 0.", zh: "η = \(name) 本会发散，只因 y 恰好为 0 才没有。")
  }
}
