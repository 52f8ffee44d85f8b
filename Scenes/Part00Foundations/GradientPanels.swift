import Figures
import Instruments
import Mechanisms

/// The still: crawl, zigzag and bounce side by side, each with its path and with f after each step until it has
/// arrived.
struct GradientPanels {
  private let subject: GradientCase

  init(_ subject: GradientCase) { self.subject = subject }

  var stage: Stage {
    let own = subject.run(subject.rate)
    return Stage(
      subtitle: GradientWords.subtitle(subject, isDefining: true),
      telemetry: GradientWords.telemetry(
        GradientScene(subject), min(own.steps, GradientCase.followed), isNamed: true),
      caption: caption,
      size: Size(960, 640)
    ) {
      Row(spacing: Spacing.xl, align: .stretch) {
        panel(subject.slow, Phrase("a crawl", zh: "慢爬"))
        panel(subject.best, subject.zigzags ? Phrase("a zigzag", zh: "Z 字形") : straight)
        panel(subject.largest, subject.bounces ? Phrase("an endless bounce", zh: "永远来回") : straight)
      }
    }
  }

  private var straight: Phrase { Phrase("a walk", zh: "直走") }

  private var caption: Phrase {
    let best = subject.run(subject.best)
    guard subject.zigzags else {
      return Phrase(
        "Small steps crawl; from here the best goes straight, with no valley to cross.",
        zh: "步子小则慢；从这里出发，最佳步长直奔最低点，不必横穿谷底。")
    }
    guard best.end == .converged else {
      return Phrase(
        "Small steps crawl; in so narrow a valley even the best zigzag beyond \(best.steps) steps.",
        zh: "步子小则慢；谷这么窄，最佳步长走 \(best.steps) 步 Z 字也还不够。")
    }
    return Phrase(
      "Step by −η∇f: small η crawls, the best zigzags to f < 10^{−6} in \(best.steps), the last never arrives.",
      zh: "每步 −η∇f：η 小则慢；最佳走 Z 字，\(best.steps) 步到 10^{−6}；再大就到不了。")
  }

  private func panel(_ rate: Double, _ name: Phrase) -> Node {
    let run = subject.run(rate)
    let title =
      run.end == .converged
      ? Phrase(
        "\(name[.en]) of \(run.steps) step\(run.steps == 1 ? "" : "s")", zh: "\(name[.zh]) \(run.steps) 步")
      : name
    let map = GradientSmall(subject, rate: rate, title, isFirst: rate == subject.slow)
    let values = GradientValues(
      scene: map.scene.with { $0.earlier = [subject.rate].filter { $0 != rate } },
      steps: GradientDescent.longest, done: Double(map.steps), isSmall: true)
    return Node.filling { rect, canvas in
      let upper = Rect(rect.minX, rect.minY, rect.width, 256)
      canvas.put(map, in: upper, index: 0)
      canvas.put(values, in: Rect(rect.minX, upper.maxY, rect.width, rect.maxY - upper.maxY), index: 1)
    }.same("panel", Int(rate * 1e6), named: name).flex()
  }
}
