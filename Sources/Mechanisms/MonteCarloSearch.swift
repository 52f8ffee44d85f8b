import Geometry

/// Monte Carlo tree search with UCT (Kocsis & Szepesvári 2006; Browne et al. 2012, alg. 2) over the tree of
/// thoughts: select, expand, simulate, back up, again and again.
public struct MonteCarloSearch: Equatable, Sendable {
  /// What is known of a node.
  public struct Statistics: Equatable, Sendable {
    /// N, how many simulations came through.
    public var visits = 0
    /// W, the sum of their rewards.
    public var rewards = 0.0
    /// Q̄ = W / N; 0 before the first visit.
    public var mean: Double { visits > 0 ? rewards / Double(visits) : 0 }
  }

  /// One simulation.
  public struct Round: Equatable, Sendable {
    /// The nodes that were selected, from the root down.
    public let selected: [Int]
    /// The new node; nil when the selection ended at a leaf.
    public let expanded: Int?
    /// The nodes of the random play below it, down to a leaf.
    public let rollout: [Int]
    /// The leaf that was reached.
    public let leaf: Int
    /// What it is worth.
    public let reward: Double
    /// The nodes that are counted: the selected and the new one.
    public var counted: [Int] { selected + (expanded.map { [$0] } ?? []) }
  }

  /// c, how much an uncertain child is worth.
  public let exploration: Double
  /// The simulations in order.
  public let rounds: [Round]
  /// What is known of each node after each number of simulations, from 0.
  public let history: [[Statistics]]

  /// Runs some simulations; random play draws ⌊3u⌋ from mulberry32.
  public init(simulations: Int, exploration c: Double, seed: UInt32) {
    var random = Mulberry32(seed: seed)
    var statistics = Array(repeating: Statistics(), count: ThoughtTree.count)
    var rounds: [Round] = []
    var history = [statistics]
    for _ in 0..<max(0, simulations) {
      var selected = [0]
      var node = 0
      func children() -> [Int] { ThoughtTree.children(node) }
      while !children().isEmpty && children().allSatisfy({ statistics[$0].visits > 0 }) {
        node = Self.best(of: node, statistics, exploration: c)
        selected.append(node)
      }
      let expanded = children().first { statistics[$0].visits == 0 }
      var rollout: [Int] = []
      node = expanded ?? node
      while !children().isEmpty {
        let action = min(ThoughtTree.branching - 1, Int(Double(ThoughtTree.branching) * random.next()))
        node = children()[action]
        rollout.append(node)
      }
      let round = Round(
        selected: selected, expanded: expanded, rollout: rollout, leaf: node,
        reward: ThoughtTree.reward(node))
      for node in round.counted {
        statistics[node].visits += 1
        statistics[node].rewards += round.reward
      }
      rounds.append(round)
      history.append(statistics)
    }
    (exploration, self.rounds, self.history) = (c, rounds, history)
  }

  /// Q̄ + c·√(ln N_parent / N_child); ∞ before the first visit.
  public static func score(mean: Double, parent: Int, visits: Int, exploration c: Double) -> Double {
    mean + bonus(parent: parent, visits: visits, exploration: c)
  }

  /// c·√(ln N_parent / N_child), what uncertainty adds to a score.
  public static func bonus(parent: Int, visits: Int, exploration c: Double) -> Double {
    guard visits > 0 else { return .infinity }
    return c * (Maths.log(Double(max(1, parent))) / Double(visits)).squareRoot()
  }

  /// The child with the highest score; ties to the lower action.
  static func best(of node: Int, _ statistics: [Statistics], exploration c: Double) -> Int {
    var best = ThoughtTree.children(node)[0]
    func score(_ child: Int) -> Double {
      Self.score(
        mean: statistics[child].mean, parent: statistics[node].visits, visits: statistics[child].visits,
        exploration: c)
    }
    for child in ThoughtTree.children(node) where score(child) > score(best) { best = child }
    return best
  }

  /// What is known of each node in the end.
  public var statistics: [Statistics] { history[history.count - 1] }

  /// The most visited child at each level after some simulations, from the root as far as the tree reaches;
  /// ties to the lower action.
  public func answer(after simulations: Int) -> [Int] {
    let statistics = history[simulations.clamped(to: 0...history.count - 1)]
    var path = [0]
    while let next = ThoughtTree.children(path[path.count - 1]).filter({ statistics[$0].visits > 0 })
      .max(by: { (statistics[$0].visits, $1) < (statistics[$1].visits, $0) })
    {
      path.append(next)
    }
    return path
  }
}
