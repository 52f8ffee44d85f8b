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
    var knot = TreeGround.ghost(node, isComputed: false)
    let isMarked = at.phase == .whole && at.round?.counted.contains(node) ?? false
    let isLit = answer.contains(node) || at.phase != .whole && at.lit.contains(node)
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
    if isMarked && !isLit { knot.surface.stroke = .strong }
    let share = Double(statistics.visits) / Double(max(1, at.statistics(0).visits))
    knot.edge = Stroke(isLit ? .ink : .role(.compute, .edge), width: max(isLit ? 2.5 : 1.5, 12 * share))
    knot.isRaised = isLit || isMarked
    // The way of the marked simulation is dashed, and dotted where it went on at random.
    if isMarked && !isLit { knot.edge = Stroke(.ink, width: 2.5, dash: [7, 4]) }
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
      subtitle, at.telemetry, knots: (0..<ThoughtTree.count).map(knot), tokens: tokens,
      panel: panel ?? StepsPanel(at: at).node)
  }

  private var subtitle: Phrase {
    let c = trimmed(at.search.exploration)
    let marks = at.phase == .whole ? at.search.marked + 1 : nil
    return Phrase(
      "After \(at.done) simulation\(at.done == 1 ? "" : "s"), c = \(c); disc area: visits, number: mean reward Q̄"
        + (marks.map { "; 1–4 mark simulation \($0)" } ?? ""),
      zh: "\(at.done) 次模拟后，c = \(c)；圆面积：访问次数，数字：平均奖励 Q̄" + (marks.map { "；1–4 标出第 \($0) 次模拟" } ?? ""))
  }

  // MARK: What stands at the nodes

  /// Above a node, beside the edge that comes down to it.
  private func beside(_ node: Int) -> Point {
    let way = TreeGround.place(node) - TreeGround.place(ThoughtTree.parent(node) ?? node)
    return Point(way < 0 ? -12 : way > 0 ? 12 : 18, -radius(node) - 13)
  }

  private var tokens: [TreeDiagram.Token] {
    var tokens: [TreeDiagram.Token] = []
    if let end = answer.last, ThoughtTree.level(end) == ThoughtTree.depth {
      let words = Text(Phrase("answer", zh: "答案"), .note.bold, halo: 4).same("end", end)
      // Below the number of the leaf, but not beyond the edge of the tree.
      let x = TreeGround.track.pitch * TreeGround.place(end) + TreeGround.track.size / 2
      tokens.append(TreeDiagram.Token(words, at: end, offset: Point(max(0, 26 - x), 53)))
    }
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
      // Beside the last edge of random play, on the side on which it leans.
      let above = ThoughtTree.parent(round.leaf) ?? 0
      let leans = TreeGround.place(round.leaf) > TreeGround.place(above) ? 1.0 : -1
      let half = (TreeGround.levels[3] - TreeGround.levels[2]) / 2
      let marks: [(node: Int, offset: Point)] = [
        (last, last == 0 ? Point(-70, 0) : beside(last)), (new, beside(new)),
        (above, Point(leans * 34, half)), (0, Point(-44, 0)),
      ]
      for (i, mark) in marks.enumerated() {
        let badge = Badge(number: i + 1, isOn: true).node.same("mark", i)
        tokens.append(TreeDiagram.Token(badge, at: mark.node, offset: mark.offset))
      }
    }
    return tokens
  }
}
