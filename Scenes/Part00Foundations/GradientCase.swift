import Figures
import Mechanisms

/// The bowl, the start and the learning rate that a reader chose, and what the model says of them.
public struct GradientCase: Sendable {
  /// Steps that the pictures follow.
  static let followed = 20

  let bowl: QuadraticBowl
  let start: Point
  /// The reader's learning rate.
  let rate: Double

  init(_ bowl: QuadraticBowl, from start: Point, rate: Double) {
    (self.bowl, self.start, self.rate) = (bowl, start, rate)
  }

  /// A quarter of the largest rate, the best, the largest, and a twentieth more.
  var slow: Double { bowl.largestStep / 4 }
  var best: Double { bowl.bestStep }
  var largest: Double { bowl.largestStep }
  var beyond: Double { bowl.largestStep * 1.05 }

  func run(_ rate: Double) -> GradientDescent { GradientDescent(bowl, from: start, step: rate) }

  /// f after some steps, or where the run ended.
  func value(_ rate: Double, after steps: Int) -> Double {
    let run = run(rate)
    return run.values[min(steps, run.steps)]
  }

  /// Steps of a run that a picture shows.
  func shown(_ rate: Double) -> Int { min(Self.followed, run(rate).steps) }

  /// How many steps a picture of whole runs has room for.
  func horizon(_ rates: [Double]) -> Int {
    let longest = rates.reduce(0) { max($0, run($1).steps) }
    return min((longest / 20 + 1) * 20, GradientDescent.longest)
  }

  /// Whether the start lies off the axis, and the bowl is steeper across than along: else nothing zigzags.
  var zigzags: Bool { start.y > 0 && bowl.condition > 1 }
  /// Whether the largest rate never arrives.
  var bounces: Bool { run(largest).end == .unfinished }

  /// How a learning rate is written: the best one as a fraction.
  func name(_ rate: Double) -> String {
    let sum = bowl.curvature.x + bowl.curvature.y
    guard rate == best else { return trimmed(rate, 3) }
    return sum == 2 ? "1" : "2/\(trimmed(sum, 2))"
  }

  /// Where the contours lie: equal steps of √f, the start on the fifth.
  var levels: [Double] {
    let first = bowl(start)
    return (1...15).map { first * Double($0 * $0) / 25 }
  }

  /// The part of the plane that every story's path begins in.
  var window: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let overshoot = start.x * (1 - largest * bowl.curvature.x)
    let height = start.y * 1.12 + 0.3
    return (min(0, overshoot) - 2.2...start.x + 1, -height...height)
  }
}
