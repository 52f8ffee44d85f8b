import Figures
import Instruments
import Mechanisms

/// A path on the bowl among others, its learning rate and what becomes of it above it.
struct GradientSmall: NodeConvertible {
  let scene: GradientScene
  let steps: Int
  private let name: Phrase

  init(_ subject: GradientCase, rate: Double, _ name: Phrase) {
    let steps = subject.shown(rate)
    scene = GradientScene(subject, rate: rate).with { ($0.steps, $0.arrow) = (steps...steps, .downhill) }
    (self.steps, self.name) = (steps, name)
  }

  var node: Node {
    let eta = "η = \(scene.subject.name(scene.rate))"
    let isLost = scene.run.end == .diverged
    return Column(spacing: 0, align: .stretch) {
      Text(
        Phrase("\(eta): \(name[.en])", zh: "\(eta)：\(name[.zh])"),
        isLost ? .label.painted(.role(.alarm, .text)) : .label)
      GradientMap(scene, done: Double(steps), isSmall: true).node.flex()
    }.node
  }
}
