import Figures
import Mechanisms

/// Who computes what, and when: the lanes of one run or of two above each other, and the tokens of requests.
public struct GanttState: Sendable {
  /// What is drawn of the hand-over.
  enum Links: Sendable {
    case none
    /// The parcel of the followed request under way.
    case parcel
    /// An arrow for each request.
    case arrows
  }

  /// What is measured in the rows of tokens.
  enum Measure: Sendable {
    case none
    /// The longest gap of each request.
    case gaps
    /// The time to its first token.
    case firstTokens
  }

  let runs: [ServingRun]
  let followed: Int
  let level: ServiceLevel
  let times: ServingTimes
  /// The time at the end of the axis, in ms.
  let horizon: Double
  var links = Links.arrows
  var measure = Measure.gaps
  /// What is there at the start and at the end of the beat, in ms; all when nil.
  var shown: ClosedRange<Double>?

  init(_ runs: [ServingRun], of all: DisaggRuns, horizon: Double? = nil) {
    (self.runs, followed, level, times) = (runs, all.followed, all.level, all.times)
    self.horizon = horizon ?? runs.reduce(0) { max($0, $1.end) }
  }

  /// The same run looked at in another way.
  func with(_ links: Links, _ measure: Measure = .none, shown: ClosedRange<Double>? = nil) -> GanttState {
    var state = self
    (state.links, state.measure, state.shown) = (links, measure, shown)
    return state
  }

  /// How far the run is shown at a moment of its beat, in ms.
  func now(_ progress: Double) -> Double {
    guard let shown else { return .infinity }
    return shown.lowerBound + (shown.upperBound - shown.lowerBound) * progress
  }

  /// The requests that have a row of their own: all, or where two runs share the stage the followed one.
  var rows: [Int] { runs.count > 1 ? [followed] : runs[0].requests.map { $0.id } }
}
