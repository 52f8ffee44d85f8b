import Drawing

/// A stretch of a beat.
enum Segment: Sendable {
  /// On the way to a state from the one before it.
  case transition(Transition, state: Int, length: Double)
  /// Inside a state.
  case continuous(@Sendable (Double) -> Frame, state: Int, length: Double)

  /// Seconds that it takes.
  var length: Double {
    switch self {
    case .transition(_, _, let length), .continuous(_, _, let length): return length
    }
  }

  /// The state that it goes to or lies in.
  var state: Int {
    switch self {
    case .transition(_, let state, _), .continuous(_, let state, _): return state
    }
  }

  /// The same, `k` times as long.
  func stretched(_ k: Double) -> Segment {
    switch self {
    case .transition(let t, let state, let length): return .transition(t, state: state, length: length * k)
    case .continuous(let f, let state, let length): return .continuous(f, state: state, length: length * k)
    }
  }
}
