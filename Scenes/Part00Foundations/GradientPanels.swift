import Figures
import Instruments
import Mechanisms

/// The still: crawl, zigzag and bounce side by side, each with its path and f after each step.
struct GradientPanels {
  private let subject: GradientCase

  init(_ subject: GradientCase) { self.subject = subject }

  var stage: Stage {
    let own = subject.run(subject.rate)
    return Stage(
      subtitle: GradientWords.subtitle(subject, dashed: true),
      telemetry: GradientWords.telemetry(GradientScene(subject), min(own.steps, GradientCase.followed)),
      caption: caption,
      size: Size(960, 640)
    ) {
      Row(spacing: Spacing.xl, align: .stretch) {
        panel(subject.slow, Phrase("crawl", zh: "缓慢")).flex()
        panel(subject.best, subject.zigzags ? Phrase("zigzag", zh: "Z 字") : Phrase("straight", zh: "直达"))
          .flex()
        panel(
          subject.largest,
          subject.bounces ? Phrase("endless bounce", zh: "永远来回") : Phrase("on the axis", zh: "在轴上")
        ).flex()
      }
    }
  }

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
      "Small steps crawl, the best zigzag (\(best.steps) steps to 10^{−6}), larger ones never arrive.",
      zh: "步子小则慢；最佳步长走 Z 字，\(best.steps) 步到 10^{−6}；再大就到不了。")
  }

  private func panel(_ rate: Double, _ name: Phrase) -> Node {
    let steps = subject.shown(rate)
    let scene = GradientScene(subject, rate: rate).with {
      ($0.steps, $0.earlier, $0.panel) = (
        steps...steps, [subject.rate].filter { $0 != rate }, .values(steps: GradientDescent.longest)
      )
    }
    return Node.filling { rect, canvas in
      let title = Text(
        Phrase("η = \(subject.name(rate)): \(name[.en])", zh: "η = \(subject.name(rate))：\(name[.zh])"),
        .label)
      canvas.put(title, at: rect.origin, .topLeading, index: 0)
      let map = Rect(rect.minX, rect.minY + 22, rect.width, 220)
      canvas.put(GradientMap(scene, done: Double(steps), isSmall: true), in: map, index: 1)
      canvas.put(
        GradientPanel(scene: scene, done: Double(steps), isSmall: true),
        in: Rect(rect.minX, map.maxY, rect.width, rect.maxY - map.maxY), index: 2)
    }.same("panel", Int(rate * 1e6), named: name)
  }
}
