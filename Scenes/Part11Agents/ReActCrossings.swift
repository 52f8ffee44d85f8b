import Figures
import Instruments
import Mechanisms

/// The lines across the boundary: an action goes over it, an observation comes back to the next call.
extension ReActScene {
  @NodeBuilder var crossings: [Node] {
    for i in 0..<calls where reading.loop.calls[i].isObserved && (i < done || part >= .action) { over(i) }
    if part == .observation { reply }
    for i in 0..<max(0, contexts - 1) where i < done { back(i) }
    if isAnswered {
      for (i, call) in reading.loop.calls.enumerated() {
        if call.found.map({ $0 >= 2 }) ?? false, i + 2 < reading.count { around(i) }
      }
    }
  }

  /// Whether the answer is linked to the lengths that it compares.
  private var isAnswered: Bool {
    isLinked && reading.loop.answer != nil && reading.loop.style == .react && done == reading.count
  }

  /// The row of the table that a call asks, and who that is.
  private func asked(_ i: Int) -> (row: Int, identity: Identity) {
    if case .lookup(let goal, misspelt: false) = reading.loop.calls[i].action {
      return (goal, Identity("fact", goal))
    }
    return (ReActLoop.facts.count, Identity("not found", 0))
  }

  /// From an action to the table, past the observations; once there is one, to the observation.
  private func over(_ i: Int) -> Node {
    if i < done || part == .observation {
      return Connector(
        from: .init(Identity("action", i), at: Alignment(1, 0.6)),
        to: .init(Identity("observation", i), at: Alignment(0, 0.6)), stroke: i < done ? .arrow : .strong
      ).same("over", i)
    }
    return Node(width: 880, height: Self.height) { rect, canvas in
      let (from, to) = (place(i, in: rect), Self.tablePlace(asked(i).row, in: rect))
      let start = Point(from.maxX + 2, from.point(0, 0.6).y)
      let turn = rect.minX + Self.observation.x + Self.observation.width + 5
      bend(start, Point(to.minX - 2, to.midY), at: turn, &canvas)
    }.same("over", i)
  }

  /// From the table to the observation that is being written.
  private var reply: Node {
    Connector(
      from: .init(asked(done).identity, at: .leading),
      to: .init(Identity("observation", done), at: .trailing), stroke: .strong
    ).same("reply")
  }

  /// From an observation to the call that reads it next; in ink to an answer that rests on it.
  private func back(_ i: Int) -> Node {
    let isEvidence = isAnswered && i + 2 == reading.count
    return Connector(
      from: .init(Identity("observation", i), at: Alignment(0, 0.85)),
      to: .init(Identity("call", i + 1), at: Alignment(1, 0.2)), stroke: isEvidence ? .strong : .arrow
    ).same("back", i)
  }

  /// From an earlier observation to the answer, right of and below those in between.
  private func around(_ i: Int) -> Node {
    Node(width: 880, height: Self.height) { rect, canvas in
      let (from, to) = (place(i, in: rect), place(reading.count - 1, in: rect))
      let start = Point(rect.minX + Self.observation.x + Self.observation.width + 2, from.midY)
      bend(start, Point(to.maxX + 2, to.point(0, 0.78).y), at: start.x + 7, &canvas)
    }.same("evidence", i)
  }

  /// An arrow in ink that leaves level, turns up or down at x, and arrives level.
  private func bend(_ start: Point, _ tip: Point, at x: Double, _ canvas: inout Canvas) {
    let (down, left) = (tip.y > start.y ? 1.0 : -1, tip.x < x ? 1.0 : -1)
    let r = min(5, (tip.y - start.y).magnitude / 2)
    var path = Path()
    path.move(to: start)
    path.line(to: Point(x - r, start.y))
    path.cubic(Point(x - r / 2, start.y), Point(x, start.y + down * r / 2), to: Point(x, start.y + down * r))
    path.line(to: Point(x, tip.y - down * r))
    path.cubic(
      Point(x, tip.y - down * r / 2), Point(x - left * r / 2, tip.y), to: Point(x - left * r, tip.y))
    path.line(to: Point(tip.x + left * Arrowhead.notch, tip.y))
    canvas.outline(.path(path), stroke: .strong)
    canvas.outline(.path(Arrowhead.path(tip: tip, along: Point(-left, 0))), fill: .plain(.ink))
  }
}
