import Figures
import Mechanisms

/// One policy under way: the queue above, the slots below, both on one axis of iterations.
public struct SlotsState: Sendable {
  let schedule: BatchSchedule
  let followed: Int
  /// Iterations on the axis.
  let horizon: Int
  /// The iteration boundary that has been reached.
  var boundary = 0
  /// Whether those that leave and enter at the boundary have done so.
  var settled = false

  /// Nothing has run, nobody has entered. The axis is as long as the schedule unless given.
  init(_ schedule: BatchSchedule, followed: Int, horizon: Int? = nil) {
    self.schedule = schedule
    self.followed = followed
    self.horizon = horizon ?? schedule.iterations
  }

  /// The same schedule at another boundary.
  func at(_ boundary: Int, settled: Bool = true) -> SlotsState {
    var state = self
    (state.boundary, state.settled) = (boundary, settled)
    return state
  }

  /// The schedule at its end.
  var end: SlotsState { at(schedule.iterations) }

  /// The states after this one up to a boundary: for each iteration its end, then the exchange, where
  /// somebody leaves or enters; the last exchange only when `settled`.
  func run(to last: Int, settled: Bool = true) -> [SlotsState] {
    var states: [SlotsState] = []
    for k in boundary...max(boundary, last) {
      if k > boundary { states.append(at(k, settled: false)) }
      if (k < last || settled) && !happened(k) && exchanges(at: k) { states.append(at(k)) }
    }
    return states.isEmpty ? [self] : states
  }

  /// Whether what happens at a boundary has happened.
  func happened(_ k: Int) -> Bool { k < boundary || k == boundary && settled }

  private func exchanges(at k: Int) -> Bool { schedule.placements.contains { $0.start == k || $0.end == k } }
}
