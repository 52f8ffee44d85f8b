import Figures
import Instruments
import Mechanisms

/// What the selection compares at a node: for each child what it has earned and what its uncertainty adds.
struct ScoreBars: NodeConvertible {
  let search: MonteCarloSearch
  /// Simulations that are done.
  let done: Int
  /// The node whose children are compared.
  var parent = 0

  private static let length = 200.0

  private func parts(_ child: Int) -> (mean: Double, bonus: Double) {
    let statistics = search.history[done]
    guard statistics[child].visits > 0 else { return (0, 0) }
    return (
      statistics[child].mean,
      MonteCarloSearch.bonus(
        parent: statistics[parent].visits, visits: statistics[child].visits, exploration: search.exploration)
    )
  }

  /// The largest score of the whole run at this node, so that bars of all moments have one scale.
  private var most: Double {
    var most = 0.5
    for statistics in search.history {
      for child in ThoughtTree.children(parent) where statistics[child].visits > 0 {
        let score = MonteCarloSearch.score(
          mean: statistics[child].mean, parent: statistics[parent].visits, visits: statistics[child].visits,
          exploration: search.exploration)
        most = max(most, score)
      }
    }
    return most
  }

  var node: Node {
    let children = ThoughtTree.children(parent)
    let statistics = search.history[done]
    let isOpen = children.contains { statistics[$0].visits == 0 }
    let scores = children.map { parts($0).mean + parts($0).bonus }
    let best = isOpen ? nil : scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }
    return Column(spacing: 18) {
      Column(spacing: 2) {
        Text(Phrase("score of each child", zh: "每个子节点的得分"), .note.bold)
        UpperConfidence(.note)
        Text(Phrase("N visits of parent, n of child", zh: "N：父节点访问次数，n：自己的"), .note.painted(.muted))
      }
      for (i, child) in children.enumerated() {
        row(child, visits: statistics[child].visits, isBest: i == best).same("score", child)
      }
      Text(
        isOpen
          ? Phrase("a child without a visit\ncomes first", zh: "没访问过的子节点\n优先")
          : Phrase("the largest score is\nselected next", zh: "下一次选得分\n最大的"), .note.painted(.muted))
    }.node
  }

  private func row(_ child: Int, visits: Int, isBest: Bool) -> Node {
    let (mean, bonus) = parts(child)
    let unit = Self.length / most
    let action = ThoughtTree.action(child).map { ThoughtTree.name($0) } ?? ""
    return Column(spacing: 4) {
      Row(spacing: Spacing.m) {
        Text(Phrase(action), .note).frame(width: 28, align: .leading)
        Quantity(Double(visits), unit: Phrase(visits == 1 ? "visit" : "visits", zh: "次访问"), .data)
        if visits > 0 { Quantity(mean + bonus, NumberFormat(digits: 2), .data) }
      }
      PartedBar([
        PartedBar.Part(mean * unit, isBest ? .solid(.compute, radius: 2) : .rest(.compute, radius: 2), ["Q̄"]),
        PartedBar.Part(
          bonus * unit,
          Surface(
            fill: .role(.cache, .fill), stroke: isBest ? .strong : .edge(.cache), radius: 2,
            words: .role(.cache, .onFill)),
          [Phrase("bonus", zh: "不确定性加分"), Phrase("bonus", zh: "加分")]),
      ]).node.frame(width: Self.length, height: 26)
    }.node
  }
}
