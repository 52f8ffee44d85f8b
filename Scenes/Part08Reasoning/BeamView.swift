import Figures
import Instruments
import Mechanisms

/// Search by levels: the children of the frontier are scored, the nearest are kept, the rest pruned.
public struct BeamView: Sendable {
  let search: BeamSearch
  /// How many levels have been scored, and whether the last of them is pruned yet.
  let scored: Int
  let isPruned: Bool
  /// Whether the published results stand beside the tree instead of the scores.
  var showsResults = false

  init(_ search: BeamSearch, scored: Int, pruned: Bool, showsResults: Bool = false) {
    (self.search, self.scored, isPruned) = (search, scored, pruned)
    self.showsResults = showsResults
  }

  /// What has become of a node.
  enum Fate { case ghost, scored, kept, pruned }

  func fate(_ node: Int) -> Fate {
    let level = ThoughtTree.level(node)
    if level == 0 { return .kept }
    guard level <= scored, search.levels[level - 1].scored.contains(node) else { return .ghost }
    if level == scored && !isPruned { return .scored }
    return search.levels[level - 1].kept.contains(node) ? .kept : .pruned
  }

  private var isDone: Bool { scored == ThoughtTree.depth && isPruned }

  // MARK: The tree

  private func knot(_ node: Int) -> TreeDiagram.Knot {
    var knot = TreeGround.ghost(node)
    let fate = fate(node)
    guard fate != .ghost else { return knot }
    let leaf = knot.level == ThoughtTree.depth
    knot.radius = leaf ? 9 : 13
    switch fate {
    case .ghost: break
    case .scored: (knot.surface, knot.edge) = (.rest(.compute), .edge(.compute))
    case .pruned:
      knot.surface = Surface(fill: .idle, stroke: Stroke(.role(.masked, .edge)))
      knot.edge = Stroke(.role(.masked, .edge))
    case .kept:
      (knot.surface, knot.edge) = (.solid(.compute), Stroke(.ink, width: 2.5))
      knot.isRaised = true
    }
    if knot.level == 0 { knot.surface = .solid(.compute) }
    TreeGround.label(&knot, node, isSeen: fate != .pruned)
    return knot
  }

  var stage: Stage {
    let seen = search.levels.prefix(scored).flatMap { $0.scored }
    let leaves = seen.filter { ThoughtTree.level($0) == ThoughtTree.depth }.map { ThoughtTree.reward($0) }
    return TreeGround.stage(
      subtitle,
      TreeGround.telemetry(
        visited: 1 + seen.count,
        Telemetry.Reading(Phrase("evaluations", zh: "评估次数"), Double(seen.count)), best: leaves.max()),
      knots: (0..<ThoughtTree.count).map(knot),
      tokens: isDone ? ends : [], panel: showsResults ? PublishedResults(beam: search.beam).node : scores)
  }

  private var subtitle: Phrase {
    Phrase(
      "Each thought adds 5, doubles or takes 2 away; the beam keeps \(search.beam) a level",
      zh: "每个 thought（思路）加 5、乘 2 或减 2；每层保留 \(search.beam) 个")
  }

  /// Whether the answer is the target, and if not, where that would have been.
  private var ends: [TreeDiagram.Token] {
    func token(_ words: Phrase, _ role: Role, at node: Int) -> TreeDiagram.Token {
      TreeDiagram.Token(
        Text(words, .note.bold.painted(.role(role, .text)), halo: 4).same("end", node), at: node,
        offset: Point(0, 53))
    }
    return search.finds
      ? [token(Phrase("found", zh: "命中"), .compute, at: search.answer)]
      : [
        token(Phrase("miss", zh: "没中"), .alarm, at: search.answer),
        token(Phrase("never seen", zh: "没看到"), .masked, at: ThoughtTree.goal),
      ]
  }

  // MARK: The scores

  /// Lines of the panel below its head: a name for each level, a row for each of its nodes.
  private static let most = 12

  /// The levels that are listed, the last scored among them: all of them while they fit.
  private var listed: Range<Int> {
    var (first, lines) = (scored, 0)
    while first > 0 {
      lines += search.levels[first - 1].scored.count + 1
      if lines > Self.most && first < scored { break }
      first -= 1
    }
    return first..<scored
  }

  /// The nodes of each level that is listed, the nearest first.
  private var scores: Node {
    let listed = listed
    let most = listed.flatMap { search.levels[$0].scored }.map { ThoughtTree.distance($0) }.max() ?? 1
    return Column(spacing: Spacing.row) {
      Text(Phrase("distance to target\n|24 − x|, a rule of thumb", zh: "到目标的距离\n|24 − x|，只是粗略估计"), .note.bold)
      if listed.isEmpty {
        Text(
          Phrase(
            "of each level the nearest\n\(kept) kept, the rest pruned", zh: "每层留下最近的 \(search.beam) 个，\n其余剪枝"),
          .note.painted(.muted))
      }
      for (line, entry) in lines.enumerated() {
        switch entry {
        case .level(let level):
          Text(Phrase("level \(level)", zh: "第 \(level) 层"), .note.painted(.muted)).same("rank", line)
        case .node(let node): row(node, most).same("rank", line)
        case .more(let count):
          Text(Phrase("and \(count) more", zh: "还有 \(count) 个"), .note.painted(.muted)).same("rank", line)
        }
      }
    }.node
  }

  /// A line of the panel.
  private enum Line {
    case level(Int), node(Int), more(Int)
  }

  /// The levels that are listed, each with its name and its nodes, the nearest first.
  private var lines: [Line] {
    listed.flatMap { level -> [Line] in
      let ranked = search.levels[level].scored.sorted {
        (ThoughtTree.distance($0), $0) < (ThoughtTree.distance($1), $1)
      }
      let shown = ranked.count < Self.most ? ranked.count : Self.most - 2
      return [.level(level + 1)] + ranked.prefix(shown).map { .node($0) }
        + (shown < ranked.count ? [.more(ranked.count - shown)] : [])
    }
  }

  private var kept: String { search.beam == 1 ? "one is" : "\(search.beam) are" }

  private func row(_ node: Int, _ most: Int) -> Node {
    let fate = fate(node)
    let look: Surface = fate == .pruned ? .idle : fate == .kept ? .solid(.compute) : .rest(.compute)
    let distance = Double(ThoughtTree.distance(node))
    return Row(spacing: Spacing.s) {
      Text(Phrase(fixed(Double(ThoughtTree.value(node)))), .data, align: 1)
        .frame(width: 28, align: .trailing)
      Box(look).frame(width: max(2, 88 * distance / Double(max(1, most))), height: 15)
        .frame(width: 88, align: .leading)
      Text(Phrase("\(ThoughtTree.distance(node))"), .data.painted(.muted)).frame(width: 22, align: .leading)
      Text(verdict(fate), .note.painted(fate == .kept ? .ink : .muted))
    }.node
  }

  private func verdict(_ fate: Fate) -> Phrase {
    switch fate {
    case .kept: Phrase("keep", zh: "保留")
    case .pruned: Phrase("prune", zh: "剪枝")
    default: Phrase("score", zh: "打分")
    }
  }
}
