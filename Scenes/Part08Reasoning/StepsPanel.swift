import Figures
import Instruments
import Mechanisms

/// The number of a step in a disc.
struct Badge: NodeConvertible {
  let number: Int
  let isOn: Bool

  var node: Node {
    Node(width: 22, height: 22) { rect, canvas in
      canvas.outline(.ellipse(rect), fill: .plain(isOn ? .ink : .paper), stroke: Stroke(isOn ? .ink : .line))
      let style = TextStyle.note.bold.painted(isOn ? .paper : .muted)
      canvas.put(Text(Phrase("\(number)"), style, align: 0.5), at: rect.center, index: 0)
    }
  }
}

/// The four steps of a simulation, the one under way in ink.
struct StepsPanel: NodeConvertible {
  let at: MonteCarloMoment

  private var step: Int {
    switch at.phase {
    case .rest: 0
    case .select: 1
    case .expand: 2
    case .simulate: 3
    case .backUp: 4
    case .whole: 5
    }
  }

  /// What the selection compares.
  private func formula(_ isOn: Bool) -> Node {
    let style = TextStyle.note.painted(isOn ? .ink : .muted)
    return Column(spacing: 2) {
      Text(Phrase("go to the child with the", zh: "走向得分最大的子节点，"), style)
      Row(spacing: 4) {
        Text(Phrase("largest", zh: "得分："), style)
        UpperConfidence(style)
      }
    }.node
  }

  private var expansion: Phrase {
    guard at.phase == .whole, let new = at.round?.expanded else {
      return Phrase("add the next child that\nhas no visit yet", zh: "加上下一个还没有\n访问过的子节点")
    }
    let now = at.statistics(new).visits
    return Phrase(
      "add a child that had no\nvisit yet (it has \(now) now)", zh: "加上一个没访问过的子\n节点（现在有 \(now) 次）")
  }

  var node: Node {
    let steps: [(Phrase, Phrase)] = [
      (
        Phrase("select", zh: "选择"),
        Phrase(
          "N, n: visits of parent,\nchild. The second term, a\nbonus, shrinks as n grows",
          zh: "N、n：父、子节点的访问\n次数。后一项是加分，\nn 越大，加分越小")
      ),
      (Phrase("expand", zh: "扩展"), expansion),
      (
        Phrase("simulate", zh: "模拟"),
        Phrase(
          "play at random down to\na leaf: r = 1 / (1 + |24 − x|)", zh: "随机走到叶子：\nr = 1 / (1 + |24 − x|)")
      ),
      (
        Phrase("back up", zh: "回传"),
        Phrase("add 1 visit and reward r at\nevery node up to the root", zh: "一路到根，每个节点\n加 1 次访问和奖励 r")
      ),
    ]
    return Column(spacing: Spacing.m) {
      for (i, words) in steps.enumerated() {
        let isOn = step == i + 1 || step == 5
        Row(spacing: Spacing.s, align: .start) {
          Badge(number: i + 1, isOn: isOn)
          Column(spacing: 2) {
            Text(words.0, .note.bold)
            if i == 0 { formula(isOn) }
            Text(words.1, .note.painted(isOn ? .ink : .muted))
          }
        }.same("step", i)
      }
    }.node
  }
}

/// Q̄ + c √(ln N / n), the score of a child.
struct UpperConfidence: NodeConvertible {
  let style: TextStyle

  init(_ style: TextStyle) { self.style = style }

  var node: Node {
    Row(spacing: 3) {
      Text(Phrase("Q̄ + c"), style)
      Radical(Text(Phrase("ln N / n"), style), stroke: Stroke(style.paint, width: 1.25))
    }.node
  }
}
