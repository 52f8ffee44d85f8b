import Figures
import Instruments
import Mechanisms

/// The tree of all thoughts as every search finds it: forty places, nothing visited.
struct TreeGround {
  /// Room of the tree, and of the panel on its right.
  static let width = 648.0, panel = 218.0, gap = 14.0, height = 368.0
  static let track = Track(27, size: 24)
  static let levels = [34.0, 124, 220, 314]

  /// Where a node stands among the leaves.
  static func place(_ node: Int) -> Double {
    let leaves = ThoughtTree.leaves(below: node)
    return Double(leaves[0] + leaves[leaves.count - 1]) / 2 - Double(ThoughtTree.leaves.lowerBound)
  }

  /// A place in the tree that no search has come to, with its number; a leaf other than the target only where
  /// that has been computed.
  static func ghost(_ node: Int, isComputed: Bool = true) -> TreeDiagram.Knot {
    let level = ThoughtTree.level(node)
    var knot = TreeDiagram.Knot(
      parent: ThoughtTree.parent(node), place: place(node), level: level, radius: level == 0 ? 14 : 5,
      surface: Surface(fill: .plain(.paper), stroke: Stroke(.line, width: 1.25, dash: [2, 2])), edge: .hair)
    if isComputed || level < ThoughtTree.depth || node == ThoughtTree.goal {
      label(&knot, node, isSeen: false)
    }
    return knot
  }

  /// Writes the number of a thought, and the mean reward measured below it.
  static func label(
    _ knot: inout TreeDiagram.Knot, _ node: Int, isSeen: Bool, mean: Double? = nil
  ) {
    let isTarget = ThoughtTree.distance(node) == 0 && knot.level == ThoughtTree.depth
    // Ink for what is seen; one weight throughout, because a change of weight is another word.
    let style = isTarget ? TextStyle.note.bold : isSeen ? .note : .note.painted(.muted)
    let number = fixed(Double(ThoughtTree.value(node)))
    let measured =
      mean.map { Quantity($0, NumberFormat(digits: 2, bare: true), .data.painted(.muted), align: 1).node }
      ?? .empty
    switch knot.level {
    case 0:
      let target = ThoughtTree.target
      knot.beside =
        Text(
          Phrase("start \(number), target \(target)", zh: "从 \(number) 出发，目标 \(target)"), .note.bold
        ).node
      (knot.besideIsRight, knot.besideDrop) = (true, -14)
    case 1:
      let action = ThoughtTree.action(node).map { ThoughtTree.name($0) } ?? ""
      knot.besideIsRight = knot.parent.map { knot.place > place($0) } ?? true
      knot.beside =
        Row(spacing: mean == nil ? 0 : Spacing.s) {
          Text(Phrase("\(action): \(number)"), style, halo: 4)
          measured
        }.node
    case ThoughtTree.depth: knot.below = Text(Phrase(number), style, align: 0.5).node
    default:
      knot.beside =
        Column(spacing: 0, align: .end) {
          Text(Phrase(number), style, align: 1, halo: 4)
          measured
        }.node
      knot.besideDrop = mean == nil ? 0 : 9
    }
  }

  /// The tree with the panel beside it.
  static func stage(
    _ subtitle: Phrase, _ telemetry: Telemetry, knots: [TreeDiagram.Knot], tokens: [TreeDiagram.Token] = [],
    panel: Node
  ) -> Stage {
    Stage(subtitle: subtitle, telemetry: telemetry) {
      Row(spacing: gap, align: .start) {
        TreeDiagram(knots, tokens: tokens, on: track, levels: levels) { disc, node in
          disc.same(
            "thought", node,
            named: Phrase("thought \(ThoughtTree.value(node))", zh: "thought \(ThoughtTree.value(node))"))
        } edgeTag: { edge, node in
          edge.same("edge", node)
        }.node.frame(width: width, height: height)
        panel.frame(width: Self.panel, height: height, align: .topLeading)
      }
    }
  }

  /// What every search measures.
  static func telemetry(
    visited: Int, _ effort: Telemetry.Reading, best: Double?, _ share: Telemetry.Reading? = nil
  ) -> Telemetry {
    Telemetry(
      [
        Telemetry.Reading(Phrase("nodes seen", zh: "访问的节点"), Phrase("\(visited)/\(ThoughtTree.count)")),
        effort,
        best.map { Telemetry.Reading(Phrase("best reward", zh: "叶子最高奖励"), $0, digits: 2) }
          ?? Telemetry.Reading(Phrase("best reward", zh: "叶子最高奖励"), "–"),
      ] + (share.map { [$0] } ?? []))
  }
}
