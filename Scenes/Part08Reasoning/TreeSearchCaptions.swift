import Figures
import Mechanisms

/// The sentences of the searches.
struct TreeSearchCaptions {
  let beam: BeamSearch
  let monte: MonteCarloSearch

  // MARK: By levels

  private let target = ThoughtTree.target
  /// The thoughts that greedy search keeps, and the one before the last on the way to the target.
  private let greedyPath = BeamSearch(beam: 1).levels.map { ThoughtTree.value($0.kept[0]) }
  private let missed = ThoughtTree.value(ThoughtTree.path(ThoughtTree.goal)[ThoughtTree.depth - 1])

  let leaves = Phrase(
    "Three actions, three times: \(ThoughtTree.leaves.count) ways from \(ThoughtTree.start), and only one of them ends at \(ThoughtTree.target).",
    zh: "三种动作，走三步：从 \(ThoughtTree.start) 出发有 \(ThoughtTree.leaves.count) 条路，只有一条到 \(ThoughtTree.target)。")
  var firstStep: Phrase {
    Phrase(
      "Greedy scores three children and keeps only \(greedyPath[0]), the nearest to \(target).",
      zh: "贪心给三个子节点打分，只留离 \(target) 最近的 \(greedyPath[0])。")
  }
  var secondStep: Phrase {
    Phrase(
      "From \(greedyPath[0]) it keeps \(greedyPath[1]). The way to \(target) leads through \(missed), which it drops.",
      zh: "从 \(greedyPath[0]) 它留下 \(greedyPath[1])。去 \(target) 要经过 \(missed)，已经丢掉。")
  }
  var greedy: Phrase {
    let (a, b, c) = (greedyPath[0], greedyPath[1], greedyPath[2])
    return Phrase(
      "Greedy keeps the nearest to \(target): \(a), \(b), then \(c). It cannot go back to \(missed), the way to \(target).",
      zh: "贪心只留最接近 \(target) 的：\(a)、\(b)、\(c)；通往 \(target) 的 \(missed) 已经丢掉。")
  }

  private var width: String { "\(beam.beam)" }
  private func values(_ level: Int) -> String {
    var out = ""
    for (i, node) in beam.levels[level].kept.prefix(4).enumerated() {
      out += (i > 0 ? ", " : "") + "\(ThoughtTree.value(node))"
    }
    return out + (beam.levels[level].kept.count > 4 ? " …" : "")
  }

  let score = Phrase(
    "Tree of Thoughts scores every child of the frontier, no matter whose it is.",
    zh: "ToT 给前沿的每个子节点打分，不管来自哪一支。")
  var prune: Phrase {
    let kept = beam.levels[0].kept.count
    return kept < 3
      ? Phrase(
        "It keeps the \(kept) nearest to \(target), \(values(0)), and prunes the rest.",
        zh: "留下离 \(target) 最近的 \(kept) 个（\(values(0))），其余剪枝。")
      : Phrase(
        "A beam of \(width) keeps all three: nothing is pruned yet.", zh: "beam 为 \(width)，三个都留：还不用剪枝。")
  }
  var beamed: Phrase {
    Phrase(
      "A beam of \(width) keeps the nearest \(beam.levels[1].kept.count) of level 2: \(values(1)).",
      zh: "beam 为 \(width)：第二层留下最近的 \(beam.levels[1].kept.count) 个：\(values(1))。")
  }
  var met: Phrase {
    let (count, end) = (beam.evaluations, ThoughtTree.value(beam.answer))
    return beam.finds
      ? Phrase(
        "It meets \(target) after \(count) evaluations; the whole tree would take \(ThoughtTree.count - 1).",
        zh: "评估 \(count) 次后遇到 \(target)；看完整棵树要 \(ThoughtTree.count - 1) 次。")
      : Phrase(
        "It ends at \(end) after \(count) evaluations: \(missed) was pruned.",
        zh: "评估 \(count) 次，停在 \(end)：\(missed) 早被剪掉了。")
  }
  let published = Phrase(
    "With a language model as proposer and judge, a wider beam solves more puzzles.",
    zh: "让语言模型来提出和评判 thought，beam 越宽，解出的题越多。")

  // MARK: By simulations

  let firstThree = Phrase(
    "The first three simulations try each action once: an unvisited child comes first.",
    zh: "头三次模拟把三个动作各试一次：没访问过的优先。")
  var select: Phrase {
    Phrase(
      "MCTS, simulation \(monte.told + 1): walk down by score while every child has been tried.",
      zh: "MCTS 第 \(monte.told + 1) 次模拟：子节点都试过时，按得分往下走。")
  }
  let expand = Phrase("Expand: the next child without a visit joins the tree.", zh: "扩展：下一个没访问过的子节点加入树中。")
  var simulate: Phrase {
    let round = monte.rounds[monte.told]
    let (x, r) = (ThoughtTree.value(round.leaf), fixed(round.reward, 2))
    return Phrase(
      "Simulate: random play falls to \(x). Its reward is 1 / (1 + |24 − x|) = \(r).",
      zh: "模拟：随机走到 \(x)，奖励 1 / (1 + |24 − x|) = \(r)。")
  }
  let backUp = Phrase(
    "Back up: every node up to the root counts the visit and the reward.", zh: "回传：一路到根，每个节点都记下这次访问和奖励。")
  private var route: String {
    var out = ""
    for node in monte.answer(after: monte.rounds.count).dropFirst() {
      out += (out.utf8.isEmpty ? "" : ", ") + (ThoughtTree.action(node).map { ThoughtTree.name($0) } ?? "")
    }
    return out
  }
  var rounds: Phrase {
    Phrase(
      "After \(monte.rounds.count) rounds the most visited path is the answer: \(route).",
      zh: "\(monte.rounds.count) 次之后，访问最多的路就是答案：\(route)。")
  }
  var still: Phrase {
    let marked = monte.marked
    guard monte.isForBonus(marked), let child = monte.rounds[marked].selected.dropFirst().first else {
      return Phrase(
        "Simulation \(marked + 1) is marked 1–4; over many rounds the best-rewarded branch is visited most.",
        zh: "1–4 标出第 \(marked + 1) 次模拟；次数多了，访问聚到奖励高的地方。")
    }
    let action = ThoughtTree.action(child).map { ThoughtTree.name($0) } ?? ""
    return Phrase(
      "Simulation \(marked + 1) tries \(action) for its bonus; yet the best-rewarded branch is visited most.",
      zh: "第 \(marked + 1) 次模拟因加分去试 \(action)；但访问仍聚到奖励高的地方。")
  }

  // MARK: By score

  let oneEach = Phrase("No score is needed until every child has one visit.", zh: "每个子节点都访问过一次之前，不用比得分。")
  let largest = Phrase("Then the largest sum of mean reward and bonus is selected.", zh: "之后选平均奖励与加分之和最大的。")
  let shrinks = Phrase(
    "A visit shrinks the child’s own bonus; the others’ grow slowly with ln N.",
    zh: "访问一次，自己的加分变小；别人的随 ln N 慢慢变大。")
  var shares: Phrase {
    monte.exploration > 0
      ? Phrase(
        "So the best child gets most visits, and no child is given up for good.",
        zh: "于是最好的子节点得到最多访问，而谁也不会被彻底放弃。")
      : Phrase(
        "With c = 0 there is no bonus: bad luck at first may never be made good.",
        zh: "c = 0 就没有加分：第一次运气差，就可能翻不了身。")
  }
}
