import Figures
import Instruments
import Mechanisms

/// One state on the bowl: whose path is drawn, how far it is, and what stands beside the map.
public struct GradientScene: Sendable {
  /// What the arrow at the start shows.
  enum Arrow: Sendable {
    case none
    /// −∇f in full.
    case downhill
    /// −∇f on its way to −η∇f, and then the step.
    case scaled
  }

  /// What stands beside the map.
  enum Panel: Sendable {
    /// f after each of some steps.
    case values(steps: Int)
    /// Both coordinates as shares of their start.
    case coordinates
    /// What is left of each coordinate after a step, over the learning rate.
    case factors

    /// Which plot it is: a plot whose axes mean something else is another.
    var number: Int {
      switch self {
      case .values(let steps): steps
      case .coordinates: -1
      case .factors: -2
      }
    }
  }

  /// Width of what stands beside a map, in points.
  static let panelWidth = 296.0

  let subject: GradientCase
  /// The learning rate that is followed.
  let rate: Double
  /// Steps done before the beat and at its end.
  var steps = 0...0
  var arrow = Arrow.none
  /// Rows of the arithmetic that the story has come to: place, gradient, step, factor.
  var known = 4
  var panel = Panel.values(steps: GradientCase.followed)
  /// Learning rates that stay in the panel for comparison.
  var earlier: [Double] = []

  init(_ subject: GradientCase, rate: Double? = nil) {
    self.subject = subject
    self.rate = rate ?? subject.rate
  }

  /// The same state with something changed.
  func with(_ change: (inout GradientScene) -> Void) -> GradientScene {
    var scene = self
    change(&scene)
    return scene
  }

  var run: GradientDescent { subject.run(rate) }

  /// Steps done at a progress, a step being eased on its own.
  func done(_ progress: Double) -> Double {
    let (first, last) = (min(steps.lowerBound, run.steps), min(steps.upperBound, run.steps))
    let t = Double(first) + Double(last - first) * (arrow == .scaled ? max(0, progress * 2 - 1) : progress)
    return t.rounded(.down) + Easing.standard(t - t.rounded(.down))
  }

  /// Where the walk stands after a number of steps that need not be whole.
  func place(_ done: Double) -> Point {
    let points = run.points
    let i = min(Int(done), points.count - 1)
    return points[i].mixed(with: points[min(i + 1, points.count - 1)], at: done - Double(i))
  }

  /// Map, bar of f, and panel.
  func stage(_ progress: Double) -> Stage {
    let done = done(progress)
    return Stage(
      subtitle: GradientWords.subtitle(subject), telemetry: GradientWords.telemetry(self, Int(done))
    ) {
      Row(spacing: Spacing.l, align: .stretch) {
        GradientMap(self, done: done, progress: progress).node.flex().same("map")
        GradientBar(value: subject.bowl(place(done)), first: run.values[0]).node.frame(width: 44)
          .same("gauge")
        GradientPanel(scene: self, done: done).node.frame(width: Self.panelWidth).same("beside")
      }
    }
  }
}
