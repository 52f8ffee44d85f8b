import Figures
import Instruments
import Mechanisms

/// Where the step is too large: what is left of a coordinate exceeds 1.
struct GradientBlowUp {
  private let subject: GradientCase
  private let n = GradientCase.followed

  init(_ subject: GradientCase) { self.subject = subject }

  private func scene(_ rate: Double, after earlier: [Double] = []) -> GradientScene {
    GradientScene(subject, rate: rate).with {
      ($0.steps, $0.panel, $0.known, $0.earlier) = (0...n, .factors, 0, earlier.filter { $0 != rate })
    }
  }

  /// Four learning rates: what each leaves after a step, and where it leads.
  var still: Stage {
    let rates = Self.distinct([subject.rate, subject.slow, subject.best, subject.largest, subject.beyond])
    let over = scene(subject.beyond, after: rates)
    return Stage(
      subtitle: GradientWords.subtitle(subject),
      telemetry: GradientWords.telemetry(over, subject.shown(subject.beyond), isNamed: true),
      caption: Phrase(
        "Below 2/λ_{max} = \(subject.name(subject.largest)) every start converges; above it, steps grow.",
        zh: "低于 2/λ_{max} = \(subject.name(subject.largest))，任何起点都收敛；高于它，越走越远。"),
      size: Size(960, 640)
    ) {
      Row(spacing: Spacing.xl, align: .stretch) {
        GradientFactors(scene: over).node.flex()
        Column(spacing: Spacing.s, align: .stretch) {
          for pair in [Array(rates.prefix(2)), Array(rates.suffix(2))] {
            Row(spacing: Spacing.l, align: .stretch) {
              for rate in pair {
                GradientSmall(subject, rate: rate, fate(rate), isFirst: rate == rates.first).node.flex()
              }
            }.node.flex()
          }
        }.node.frame(width: 536)
      }
    }
  }

  /// Four of the rates, in order: of two alike one, and the second only where it is needed.
  private static func distinct(_ rates: [Double]) -> [Double] {
    var out: [Double] = []
    for rate in rates where !out.contains(rate) { out.append(rate) }
    if out.count > 4 { out.remove(at: 1) }
    return out.sorted()
  }

  /// What becomes of the start.
  private func fate(_ rate: Double) -> Phrase {
    let run = subject.run(rate)
    return switch run.end {
    case .converged:
      Phrase("there in \(run.steps) step\(run.steps == 1 ? "" : "s")", zh: "\(run.steps) 步收敛")
    case .diverged: Phrase("grows for ever", zh: "一步步发散")
    case .unfinished:
      rate == subject.largest ? Phrase("bounces for ever", zh: "永远来回") : Phrase("on its way", zh: "在途中")
    }
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
