import Geometry

/// All-reduce by recursive doubling: in step k every rank exchanges its whole sum with the one whose number
/// differs in bit k. Ranks beyond the largest power of two are folded into a partner first and get the sum
/// last.
public struct RecursiveDoubling: Equatable, Sendable {
  /// What a step does.
  public enum Kind: Equatable, Sendable {
    /// A rank beyond the power of two gives its vector to a partner.
    case foldIn
    /// Two ranks exchange sums.
    case exchange
    /// A partner gives the sum back.
    case foldOut
  }
  /// A step: its kind, and who sends to whom.
  public struct Step: Equatable, Sendable {
    /// What it does.
    public let kind: Kind
    /// Each sender and receiver, from 0; both ways in an exchange.
    public let pairs: [(from: Int, to: Int)]

    /// Same kind, same pairs.
    public static func == (a: Step, b: Step) -> Bool {
      a.kind == b.kind && a.pairs.elementsEqual(b.pairs) { $0.from == $1.from && $0.to == $1.to }
    }
  }

  /// How many ranks there are, 1…32.
  public let ranks: Int
  /// The steps, one after the other.
  public let steps: [Step]
  /// Before the first step and after each: whose vectors each rank's sum holds, a bit each.
  public let states: [[UInt32]]

  /// Creates the exchange of some ranks, clamped to 1…32.
  public init(ranks wanted: Int) {
    let n = wanted.clamped(to: 1...32)
    var core = 1
    while core * 2 <= n { core *= 2 }
    let folded = (core..<Swift.max(core, n)).map { (from: $0, to: $0 - core) }
    var steps: [Step] = []
    if n > core { steps.append(Step(kind: .foldIn, pairs: folded)) }
    var distance = 1
    while distance < core {
      steps.append(Step(kind: .exchange, pairs: (0..<core).map { (from: $0, to: $0 ^ distance) }))
      distance *= 2
    }
    if n > core {
      steps.append(Step(kind: .foldOut, pairs: folded.map { (from: $0.to, to: $0.from) }))
    }
    var state = (0..<n).map { UInt32(1) << UInt32($0) }
    var states = [state]
    for step in steps {
      let sent = state
      for pair in step.pairs { state[pair.to] |= sent[pair.from] }
      states.append(state)
    }
    (ranks, self.steps, self.states) = (n, steps, states)
  }
}
