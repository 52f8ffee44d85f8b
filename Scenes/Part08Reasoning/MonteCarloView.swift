import Figures
import Instruments
import Mechanisms

/// The tree that Monte Carlo search has grown: the area of a disc is its visits.
public struct MonteCarloView: Sendable {
  let at: MonteCarloMoment
  /// Whether the answer so far is lit.
  var showsAnswer = false
  /// What stands on the right: the four steps unless it is something else.
  var panel: Node?

  init(_ at: MonteCarloMoment, showsAnswer: Bool = false, panel: Node? = nil) {
    (self.at, self.showsAnswer, self.panel) = (at, showsAnswer, panel)
  }

  /// Radius of a disc of one visit.
  private var one: Double { 26 / Double(max(24, at.search.rounds.count)).squareRoot() }
  private var answer: [Int] { showsAnswer ? at.search.answer(after: at.done) : [] }

  private func radius(_ node: Int) -> Double {
    max(4, one * Double(at.statistics(node).visits).squareRoot())
  }

  private func knot(_ node: Int) -> TreeDiagram.Knot {
    var knot = TreeGround.ghost(node)
    let isLit = at.lit.contains(node) || answer.contains(node)
    if at.played.contains(node) {
      knot.surface = Surface(fill: .plain(.paper), stroke: Stroke(.ink, width: 2, dash: [2, 2]))
      (knot.edge, knot.isRaised) = (Stroke(.ink, width: 2, dash: [2, 4]), true)
      knot.radius = 6
      TreeGround.label(&knot, node, isSeen: true)
    }
    guard at.isInTree(node) else { return knot }
    let statistics = at.statistics(node)
    knot.radius = radius(node)
    knot.surface = isLit ? .solid(.compute) : .rest(.compute)
    let share = Double(statistics.visits) / Double(max(1, at.statistics(0).visits))
    knot.edge = Stroke(isLit ? .ink : .role(.compute, .edge), width: max(isLit ? 2.5 : 1.5, 12 * share))
    knot.isRaised = isLit
    // The told simulation went on from here at random.
    if at.phase == .whole && at.played.contains(node) {
      (knot.edge, knot.isRaised) = (Stroke(.ink, width: 2.5, dash: [2, 4]), true)
    }
    let mean = statistics.visits > 0 ? statistics.mean : nil
    let isWide = knot.radius >= 17 && knot.level < ThoughtTree.depth
    if isWide, let mean {
      let style = TextStyle.data.painted(isLit ? .role(.compute, .onSolid) : .role(.compute, .onFill))
      knot.inside = Quantity(mean, NumberFormat(digits: 2, bare: true), style, align: 0.5).node
    }
    TreeGround.label(&knot, node, isSeen: true, mean: isWide ? nil : mean)
    return knot
  }

  var stage: Stage {
    TreeGround.stage(
      Phrase(
        "After \(at.done) simulations, c = \(trimmed(at.search.exploration)); disc area: visits N, number: Q̄ = W / N",
        zh: "\(at.done) 次模拟后，c = \(trimmed(at.search.exploration))；圆面积：访问次数 N，数字：Q̄ = W / N"),
      at.telemetry, knots: (0..<ThoughtTree.count).map(knot), tokens: tokens,
      panel: panel ?? StepsPanel(at: at).node)
  }

  // MARK: What stands at the nodes

  private var tokens: [TreeDiagram.Token] {
    var tokens: [TreeDiagram.Token] = []
    guard let round = at.round else { return tokens }
    if let carrier = at.carrier {
      let reward = Quantity(round.reward, NumberFormat(digits: 2), .data.bold)
      let pill = Row(spacing: 3) {
        Text("r", .data.bold)
        reward
      }.background(
        Surface(fill: .plain(.paper), stroke: .strong, radius: 9), padding: Insets(horizontal: 7, vertical: 1)
      )
      tokens.append(
        carrier == 0
          ? TreeDiagram.Token(pill.same("reward"), at: 0, .trailing, offset: Point(-18, -20))
          : TreeDiagram.Token(pill.same("reward"), at: carrier, .leading, offset: Point(22, -22)))
    }
    if at.phase == .whole {
      let last = round.selected[round.selected.count - 1]
      let new = round.expanded ?? round.leaf
      let marks: [(node: Int, offset: Point)] = [
        (last, last == 0 ? Point(-70, 0) : Point(0, -radius(last) - 14)), (new, Point(0, -radius(new) - 14)),
        (round.leaf, Point(0, -42)), (0, Point(-44, 0)),
      ]
      for (i, mark) in marks.enumerated() {
        let badge = Badge(number: i + 1, isOn: true).node.same("mark", i)
        tokens.append(TreeDiagram.Token(badge, at: mark.node, offset: mark.offset))
      }
    }
    return tokens
  }
}

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

  var node: Node {
    let steps: [(Phrase, Phrase)] = [
      (
        Phrase("select", zh: "选择"),
        Phrase("go to the child with the\nlargest Q̄ + c √(ln N / n)", zh: "走向 Q̄ + c √(ln N / n)\n最大的子节点")
      ),
      (
        Phrase("expand", zh: "扩展"),
        Phrase("add the next child that\nhas no visit yet", zh: "加上下一个还没有\n访问过的子节点")
      ),
      (
        Phrase("simulate", zh: "模拟"),
        Phrase(
          "play at random down to\na leaf: r = 1 / (1 + |24 − x|)", zh: "随机走到叶子：\nr = 1 / (1 + |24 − x|)")
      ),
      (
        Phrase("back up", zh: "回传"),
        Phrase("N + 1 and W + r at every\nnode up to the root", zh: "一路到根，每个节点\nN + 1，W + r")
      ),
    ]
    return Column(spacing: Spacing.l) {
      for (i, words) in steps.enumerated() {
        let isOn = step == i + 1 || step == 5
        Row(spacing: Spacing.s, align: .start) {
          Badge(number: i + 1, isOn: isOn)
          Column(spacing: 2) {
            Text(words.0, .note.bold)
            Text(words.1, .note.painted(isOn ? .ink : .muted))
          }
        }.same("step", i)
      }
    }.node
  }
}
