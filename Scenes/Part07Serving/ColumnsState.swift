import Figures
import Mechanisms

/// What each iteration of a schedule computes, in tokens: who holds which slot above, the columns below.
public struct ColumnsState: Sendable {
  /// What is written beside the columns.
  enum Note: Sendable {
    case none, stall, cut, price
  }

  let shown: BatchSchedule
  /// The schedule without a budget, whose taller columns show as dashed outlines.
  let reference: BatchSchedule
  let followed: Int
  /// Iterations on the axis.
  let horizon: Int
  /// The budget that is drawn; nil for none.
  let budget: Int?
  var note = Note.none

  init(_ runs: BatchingRuns, shown: BatchSchedule, budget: Int?, note: Note = .none) {
    self.init(
      shown: shown, reference: runs.continuous, followed: runs.followed,
      horizon: max(runs.chunked.iterations, runs.continuous.iterations), budget: budget, note: note)
  }

  init(
    shown: BatchSchedule, reference: BatchSchedule, followed: Int, horizon: Int, budget: Int?,
    note: Note = .none
  ) {
    self.shown = shown
    self.reference = reference
    self.followed = followed
    self.horizon = horizon
    self.budget = budget
    self.note = note
  }

  /// The prompts cut under the budget.
  func cut(_ runs: BatchingRuns) -> ColumnsState {
    ColumnsState(runs, shown: runs.chunked, budget: runs.chunked.policy.budget, note: .cut)
  }

  /// The same columns with other words beside them.
  func noting(_ note: Note) -> ColumnsState {
    var state = self
    state.note = note
    return state
  }

  /// Tokens of each iteration, without a budget and as shown.
  var heights: (whole: [Int], shown: [Int]) {
    let all = 0..<horizon
    return (all.map { reference.load(of: $0).tokens }, all.map { shown.load(of: $0).tokens })
  }

  /// The iteration in which a token of the followed request waits for most prompt tokens, and whose
  /// prompt is the longest in it.
  var stall: (iteration: Int, request: Int, tokens: Int)? {
    var worst: (iteration: Int, request: Int, tokens: Int)?
    for i in 0..<horizon {
      let load = shown.load(of: i)
      guard load.decodes.contains(followed), let longest = load.chunks.max(by: { $0.tokens < $1.tokens })
      else { continue }
      if longest.tokens > worst?.tokens ?? 0 { worst = (i, longest.request, longest.tokens) }
    }
    return worst
  }
}
