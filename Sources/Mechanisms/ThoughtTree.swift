import Geometry

/// A puzzle whose partial solutions form a tree: from 2, three times one of {+5, ×2, −2}, to reach 24.
///
/// Nodes are numbered level by level: the root is 0, and the children of node i, in the order of the actions,
/// are 3i + 1, 3i + 2, 3i + 3. Of the 27 leaves exactly one equals 24: +5, +5, ×2.
public enum ThoughtTree {
  /// Where every path begins, and where it should end.
  public static let start = 2, target = 24
  /// How many actions a whole path has, and how many there are to choose from.
  public static let depth = 3, branching = 3
  /// How many nodes there are: 1 + 3 + 9 + 27.
  public static let count = 40
  /// The nodes without children.
  public static let leaves = 13..<40

  /// An action as it is written, from 0.
  public static func name(_ action: Int) -> String { ["+5", "×2", "−2"][action.clamped(to: 0...2)] }

  /// What an action makes of a number.
  static func apply(_ action: Int, to x: Int) -> Int { action == 0 ? x + 5 : action == 1 ? x * 2 : x - 2 }

  /// The node above; nil for the root.
  public static func parent(_ node: Int) -> Int? { node > 0 ? (node - 1) / branching : nil }
  /// The action that led to a node; nil for the root.
  public static func action(_ node: Int) -> Int? { node > 0 ? (node - 1) % branching : nil }
  /// The nodes below, in the order of the actions; none below a leaf.
  public static func children(_ node: Int) -> [Int] {
    node < leaves.lowerBound ? (1...branching).map { branching * node + $0 } : []
  }
  /// How many actions led to a node.
  public static func level(_ node: Int) -> Int { path(node).count - 1 }
  /// The nodes from the root to a node, both included.
  public static func path(_ node: Int) -> [Int] {
    var path = [node]
    while let up = parent(path[0]) { path.insert(up, at: 0) }
    return path
  }
  /// The number at a node.
  public static func value(_ node: Int) -> Int {
    path(node).reduce(start) { x, node in action(node).map { apply($0, to: x) } ?? x }
  }
  /// v = |24 − x|, how far a node is from the target: a rule of thumb, and not what can still be reached.
  public static func distance(_ node: Int) -> Int { Int((target - value(node)).magnitude) }
  /// r = 1 / (1 + |24 − x|), what a leaf is worth: 1 on target.
  public static func reward(_ leaf: Int) -> Double { 1 / Double(1 + distance(leaf)) }
  /// The one leaf on target.
  public static var goal: Int { leaves.first { distance($0) == 0 } ?? leaves.lowerBound }
  /// The leaves below a node, itself if it is one.
  public static func leaves(below node: Int) -> [Int] {
    leaves.filter { path($0).contains(node) }
  }
}

/// Search by levels with a beam (Tree of Thoughts, BFS: Yao et al. 2023, alg. 1): score every child of the
/// frontier, keep the b nearest to the target. With b = 1 it is greedy.
public struct BeamSearch: Equatable, Sendable {
  /// One level of the search.
  public struct Level: Equatable, Sendable {
    /// The children that were scored, in the order of their action sequences.
    public let scored: [Int]
    /// Those that are kept, the nearest first; ties by action sequence.
    public let kept: [Int]
  }

  /// How many nodes a level keeps.
  public let beam: Int
  /// The levels from the first action on.
  public let levels: [Level]

  /// Runs the search; a beam under 1 counts as 1.
  public init(beam: Int) {
    self.beam = max(1, beam)
    var levels: [Level] = []
    var frontier = [0]
    for _ in 0..<ThoughtTree.depth {
      let scored = frontier.sorted().flatMap { ThoughtTree.children($0) }
      // Node numbers follow the action sequences, so that they settle ties.
      let ranked = scored.sorted {
        let (a, b) = (ThoughtTree.distance($0), ThoughtTree.distance($1))
        return a != b ? a < b : $0 < $1
      }
      frontier = Array(ranked.prefix(self.beam))
      levels.append(Level(scored: scored, kept: frontier))
    }
    self.levels = levels
  }

  /// Children scored in all.
  public var evaluations: Int { levels.reduce(0) { $0 + $1.scored.count } }
  /// The leaf that it ends at.
  public var answer: Int { levels[ThoughtTree.depth - 1].kept[0] }
  /// Whether that is the target.
  public var finds: Bool { ThoughtTree.distance(answer) == 0 }
}

/// A published success rate on the Game of 24 with GPT-4 (Yao et al. 2023, Table 2).
public struct ThoughtResult: Equatable, Sendable {
  /// How it was asked: straight, with a chain of thought, with the vote of 100 chains, with a tree.
  public enum Method: Equatable, Sendable {
    case direct, chain, vote
    case tree(beam: Int)
  }

  /// How it was asked.
  public let method: Method
  /// Share of puzzles solved, in per cent.
  public let solved: Double

  /// All of the table that the figure shows.
  public static let gameOf24 = [
    ThoughtResult(method: .direct, solved: 7.3), ThoughtResult(method: .chain, solved: 4),
    ThoughtResult(method: .vote, solved: 9), ThoughtResult(method: .tree(beam: 1), solved: 45),
    ThoughtResult(method: .tree(beam: 5), solved: 74),
  ]
}
