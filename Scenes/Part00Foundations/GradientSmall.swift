import Figures
import Instruments
import Mechanisms

/// A path on the bowl among others, its learning rate and what becomes of it above it.
struct GradientSmall: NodeConvertible {
  let scene: GradientScene
  let steps: Int
  private let name: Phrase
  private let isFirst: Bool

  init(_ subject: GradientCase, rate: Double, _ name: Phrase, isFirst: Bool) {
    let steps = subject.shown(rate)
    scene = GradientScene(subject, rate: rate).with { ($0.steps, $0.arrow) = (steps...steps, .downhill) }
    (self.steps, self.name, self.isFirst) = (steps, name, isFirst)
  }

  var node: Node {
    let eta = "η = \(scene.subject.name(scene.rate))"
    let isLost = scene.run.end == .diverged
    let title = Text(
      Phrase("\(eta): \(name[.en])", zh: "\(eta)：\(name[.zh])"),
      isLost ? .label.painted(.role(.alarm, .text)) : .label)
    return Node.filling { rect, canvas in
      canvas.put(title, at: rect.origin, .topLeading, index: 0)
      canvas.put(
        GradientMap(scene, done: Double(steps), form: .small, isNamed: isFirst),
        in: rect.inset(by: Insets(top: TextStyle.label.lineHeight)), index: 1)
    }
  }
}
