import Figures
import Mechanisms

/// The best fixed step: as good as it gets, and it zigzags.
struct GradientZigzag {
  private let subject: GradientCase
  private let n = GradientCase.followed

  init(_ subject: GradientCase) { self.subject = subject }

  private var scene: GradientScene {
    GradientScene(subject, rate: subject.best).with { ($0.steps, $0.panel) = (0...0, .coordinates) }
  }

  private var name: String { subject.name(subject.best) }
  private var left: String { fixed(subject.bowl.contraction(step: subject.best), 3) }

  /// The path at length; below it the two coordinates, and the race with the reader's learning rate.
  var still: Stage {
    let shown = subject.shown(subject.best)
    let scene = scene.with { ($0.arrow, $0.earlier) = (.downhill, rivals) }
    return Stage(
      subtitle: GradientWords.subtitle(subject), telemetry: GradientWords.telemetry(scene, shown),
      caption: rate, size: Size(960, 640)
    ) {
      Column(spacing: Spacing.m, align: .stretch) {
        GradientMap(scene, done: Double(shown), form: .wide).node.flex()
        Row(spacing: Spacing.xl, align: .stretch) {
          GradientCoordinates(scene: scene, done: Double(shown)).node.flex()
          GradientValues(scene: scene, steps: horizon, done: Double(shown)).node.flex()
        }.node.frame(height: 212)
      }
    }
  }

  private var rivals: [Double] { [subject.rate].filter { $0 != subject.best } }
  private var horizon: Int { subject.horizon([subject.best] + rivals) }

  private var rate: Phrase {
    guard subject.zigzags else {
      return subject.bowl.condition > 1
        ? Phrase(
          "At η = \(name) x keeps \(left) of itself a step; y is 0 from the start on.",
          zh: "η = \(name) 时 x 每步剩 \(left)；y 从一开始就是 0。")
        : Phrase(
          "A round bowl has no valley to cross: at η = \(name) one step arrives.",
          zh: "等高线是圆，没有谷要横穿：η = \(name) 一步就到。")
    }
    return Phrase(
      "At η = \(name) both coordinates keep \(left) of themselves a step; y also changes its sign.",
      zh: "η = \(name) 时两个坐标每步都剩 \(left)，y 还会变号。")
  }

  var beats: [Beat<GradientFigure.State>] {
    let long = GradientScene(subject, rate: subject.best).with {
      ($0.steps, $0.panel, $0.earlier) = (n...n, .values(steps: horizon), rivals)
    }
    let (own, best) = (subject.run(subject.rate), subject.run(subject.best))
    return [
      Beat(
        "aim", .bowl(scene.with { ($0.arrow, $0.known) = (.downhill, 2) }),
        !subject.zigzags
          ? Phrase(
            "From here −∇f points at the minimum: there is nothing to cross.",
            zh: "从这里出发，−∇f 正指向最低点：没有谷要横穿。")
          : Phrase(
            "−∇f points down the steep side of the valley, not along it to the minimum.",
            zh: "−∇f 指向陡的横谷方向，而不是沿谷底指向最低点。")),
      Beat(
        "overshoot", .bowl(scene.with { $0.steps = 0...1 }),
        !subject.zigzags
          ? Phrase(
            "One step of η = \(name) leaves \(left) of the distance, and overshoots nothing.",
            zh: "η = \(name) 走一步，距离剩 \(left)，没有越过谷底。")
          : Phrase(
            "One step of η = \(name) lands on the other side, \(left) as far from the axis.",
            zh: "η = \(name) 走一步就落到对面，离轴的距离是原来的 \(left)。"), continuous: 1.4),
      Beat("zigzag", .bowl(scene.with { $0.steps = 1...n }), rate, continuous: 6),
      Beat(
        "race", .bowl(long),
        own.end == .converged && own.step != best.step
          ? Phrase(
            "To f < 10^{−6}: \(best.steps) steps at the best η, \(own.steps) at η = \(subject.name(own.step)).",
            zh: "降到 f < 10^{−6}：最佳 η 用 \(best.steps) 步，η = \(subject.name(own.step)) 用 \(own.steps) 步。")
          : best.end == .converged
            ? Phrase(
              "To f < 10^{−6} the best η takes \(best.steps) of at most \(GradientDescent.longest) steps.",
              zh: "降到 f < 10^{−6}：最佳 η 用 \(best.steps) 步。")
            : Phrase(
              "In so narrow a valley even the best η is not there after \(best.steps) steps.",
              zh: "谷这么窄，最佳 η 走 \(best.steps) 步也还没到。")),
    ]
  }
}
