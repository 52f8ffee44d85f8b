import Figures
import Mechanisms

/// A moment of Monte Carlo tree search: some simulations are done, and one may be under way.
struct MonteCarloMoment: Sendable {
  /// What the simulation under way does.
  enum Phase: Equatable, Sendable {
    /// Nothing: it is between two simulations.
    case rest
    /// Some of its nodes are selected, from the root down.
    case select(Int)
    /// The new node is there.
    case expand
    /// Random play has made some steps.
    case simulate(Int)
    /// The reward has been counted at some nodes, from the new one up.
    case backUp(Int)
    /// All four of an earlier simulation at once, for a still.
    case whole
  }

  let search: MonteCarloSearch
  /// Simulations that are done.
  let done: Int
  let phase: Phase

  init(_ search: MonteCarloSearch, done: Int, _ phase: Phase = .rest) {
    self.search = search
    self.done = done.clamped(to: 0...search.rounds.count)
    self.phase = phase
  }

  /// The simulation that is under way; for a still the one that is told.
  var round: MonteCarloSearch.Round? {
    let index = phase == .whole ? search.marked : done
    return phase == .rest || !search.rounds.indices.contains(index) ? nil : search.rounds[index]
  }

  /// The nodes that are lit: selected, new, or being counted.
  var lit: [Int] {
    guard let round else { return [] }
    switch phase {
    case .rest: return []
    case .select(let count): return Array(round.selected.prefix(count))
    default: return round.counted
    }
  }

  /// The nodes of random play so far.
  var played: [Int] {
    guard let round else { return [] }
    switch phase {
    case .simulate(let count): return Array(round.rollout.prefix(count))
    case .backUp, .whole: return round.rollout
    default: return []
    }
  }

  /// Where the reward is on its way up; nil when it is not.
  var carrier: Int? {
    guard let round else { return nil }
    switch phase {
    case .simulate(let count): return count == round.rollout.count ? round.leaf : nil
    case .backUp(let count): return round.counted.reversed()[max(0, count - 1)]
    default: return nil
    }
  }

  /// What is known of a node now.
  func statistics(_ node: Int) -> MonteCarloSearch.Statistics {
    guard case .backUp(let count) = phase, let round, round.counted.suffix(count).contains(node) else {
      return search.history[done][node]
    }
    return search.history[done + 1][node]
  }

  /// Whether a node is in the tree.
  func isInTree(_ node: Int) -> Bool {
    statistics(node).visits > 0 || lit.contains(node) || node == 0
  }

  /// Simulations whose reward is known.
  private var known: Int {
    if case .backUp = phase { return done + 1 }
    return carrier == nil ? done : done + 1
  }

  var telemetry: Telemetry {
    let best = search.rounds.prefix(known).map { $0.reward }.max()
    let root = statistics(0).visits
    let top = ThoughtTree.children(0).map { statistics($0).visits }.max() ?? 0
    return TreeGround.telemetry(
      visited: (0..<ThoughtTree.count).filter { isInTree($0) }.count,
      Telemetry.Reading(Phrase("simulations", zh: "模拟次数"), Double(known)), best: best,
      Telemetry.Reading(
        Phrase("visits on best branch", zh: "最佳分支访问占比"),
        values: [root > 0 ? .number(100 * Double(top) / Double(root), NumberFormat()) : .word("–")],
        unit: root > 0 ? "%" : nil))
  }
}

extension MonteCarloSearch {
  /// The simulation that is told step by step: the fourth, which first selects, expands and plays; of fewer,
  /// the last. As an index of the rounds.
  var told: Int { Swift.max(0, Swift.min(3, rounds.count - 1)) }

  /// The simulation that a still marks: the last that ended in random play, so that its new node has been
  /// visited least since. As an index of the rounds.
  var marked: Int { rounds.lastIndex { $0.expanded != nil && !$0.rollout.isEmpty } ?? 0 }

  /// Whether a simulation went to a child of the root that had not the best mean: the bonus took it there.
  func isForBonus(_ round: Int) -> Bool {
    guard let child = rounds[round].selected.dropFirst().first else { return false }
    let statistics = history[round]
    return ThoughtTree.children(0).contains { statistics[$0].mean > statistics[child].mean }
  }
}
