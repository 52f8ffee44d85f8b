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

  var still: Stage {
    var stage = scene.with { $0.steps = 0...n }.stage(1)
    stage.caption = rate
    return stage
  }

  private var rate: Phrase {
    guard subject.zigzags else {
      return subject.bowl.condition > 1
        ? Phrase(
          "At η = \(name) x keeps \(left) of itself a step; y is 0 from the start on.",
          zh: "η = \(name) 时 x 每步剩 \(left)；y 从一开始就是 0。")
        : Phrase(
          "A round bowl has no valley to cross: at η = \(name) one step arrives.",
          zh: "圆碗没有谷可横穿：η = \(name) 时一步就到。")
    }
    return Phrase(
      "At η = \(name) both coordinates keep \(left) of themselves a step; y also changes its sign.",
      zh: "η = \(name) 时两个坐标每步都剩 \(left)，y 还会变号。")
  }

  var beats: [Beat<GradientFigure.State>] {
    let long = GradientScene(subject, rate: subject.best).with {
      ($0.steps, $0.panel, $0.earlier) = (
        n...n, .values(steps: GradientDescent.longest), [subject.rate].filter { $0 != subject.best }
      )
    }
    let (own, best) = (subject.run(subject.rate), subject.run(subject.best))
    return [
      Beat(
        "aim", .bowl(scene.with { $0.arrow = .downhill }),
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
              zh: "谷这么窄，最佳 η 走 \(best.steps) 步也还没到。"),
        pace: .together),
    ]
  }
}

/// Where the step is too large: what is left of a coordinate exceeds 1.
struct GradientBlowUp {
  private let subject: GradientCase
  private let n = GradientCase.followed

  init(_ subject: GradientCase) { self.subject = subject }

  private func scene(_ rate: Double, after earlier: [Double] = []) -> GradientScene {
    GradientScene(subject, rate: rate).with {
      ($0.steps, $0.panel, $0.earlier) = (0...n, .factors, earlier.filter { $0 != rate })
    }
  }

  var still: Stage {
    var stage = scene(subject.beyond, after: [subject.rate, subject.best, subject.largest]).stage(1)
    stage.caption = Phrase(
      "Below 2/λ_{max} = \(subject.name(subject.largest)) every start converges; above it, steps grow.",
      zh: "低于 2/λ_{max} = \(subject.name(subject.largest))，任何起点都收敛；高于它，越走越远。")
    return stage
  }

  var beats: [Beat<GradientFigure.State>] {
    let (own, best, edge, over) = (subject.rate, subject.best, subject.largest, subject.beyond)
    func left(_ rate: Double) -> String { fixed(subject.bowl.contraction(step: rate), 3) }
    return [
      Beat(
        "factor", .bowl(scene(own)),
        Phrase(
          "η = \(subject.name(own)): a step leaves \(left(own)) of the slower coordinate.",
          zh: "η = \(subject.name(own))：一步之后，较慢的坐标剩 \(left(own))。"), continuous: 5),
      Beat(
        "best", .bowl(scene(best, after: [own])),
        subject.bowl.condition == 1
          ? Phrase(
            "At η = \(subject.name(best)) the factor is 0: in a round bowl one step arrives.",
            zh: "η = \(subject.name(best)) 时系数为 0：圆碗里一步就到。")
          : Phrase(
            "Where the two lines cross the worse factor is smallest: \(left(best)) at η = \(subject.name(best)).",
            zh: "两线相交处较差的系数最小：η = \(subject.name(best)) 时为 \(left(best))。"), continuous: 5),
      Beat(
        "edge", .bowl(scene(edge, after: [own, best])),
        Phrase(
          "At η = \(subject.name(edge)) the factor is exactly 1: no distance is lost.",
          zh: "η = \(subject.name(edge)) 时系数恰为 1：一点也不缩小。"), continuous: 5),
      Beat(
        "blow-up", .bowl(scene(over, after: [own, best, edge])),
        Phrase(
          "At η = \(subject.name(over)) it is \(left(over)): any distance across grows, step by step.",
          zh: "η = \(subject.name(over)) 时为 \(left(over))：横向的偏离一步步放大。"), continuous: 5),
    ]
  }
}
