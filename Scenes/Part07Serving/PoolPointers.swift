import Figures
import Mechanisms

// The lines between tables and blocks.
extension PoolDrawing {
  /// From each entry to its block; several that reach one block on one side arrive below each other.
  var pointers: [Node] {
    var arrivals: [(id: Int, row: Int, block: Int)] = []
    for guest in state.guests where !hasEnded(guest) {
      for (row, block) in state.table(guest).enumerated() where state.rows.contains(block) {
        arrivals.append((guest.sequence ?? 0, row, block))
      }
    }
    let lines = arrivals.map { end -> Node in
      let isRight = isRight(end.id)
      let peers = arrivals.filter { $0.block == end.block && self.isRight($0.id) == isRight }
      let index = peers.firstIndex { $0.id == end.id && $0.row == end.row } ?? 0
      let step = min(0.3, 0.7 / Double(peers.count))
      let y = 0.5 + (Double(index) - Double(peers.count - 1) / 2) * step
      let isEvent = state.isEvent(end.id, row: end.row)
      return Connector(
        from: .init(Identity("entry", scope, end.id, end.row), at: isRight ? .leading : .trailing),
        to: .init(Identity("block", scope, end.block), at: Alignment(isRight ? 1 : 0, y)),
        stroke: isEvent ? .strong : .arrow
      ).same("pointer", scope, end.id, end.row)
    }
    return lines + [trace, old].compactMap { $0 }
  }

  private func isRight(_ sequence: Int) -> Bool {
    (state.guests.first { $0.sequence == sequence }?.id ?? 0) % 2 == 1
  }

  /// Where the entry of the copy pointed before; only in a panel, which has no motion.
  private var old: Node? {
    guard form == .panel, state.guests.count == 2, case .copied(let from, let to) = state.write,
      let id = state.pool.sequences.firstIndex(where: { $0.table.contains(to) }),
      let row = state.pool.sequences[id].table.firstIndex(of: to),
      state.rows.firstIndex(of: from) ?? 0 > row
    else { return nil }
    return Connector(
      from: .init(Identity("entry", scope, id, row), at: .bottom),
      to: .init(Identity("block", scope, from), at: .leading), route: .elbow,
      stroke: Stroke(.line, width: 1.5, dash: [2, 4]), head: false
    ).same("trace", scope)
  }

  /// From a block to its copy.
  private var trace: Node? {
    guard case .copied(let from, let to) = state.write, state.rows.contains(from), state.rows.contains(to)
    else {
      return nil
    }
    let isRight = state.pool.sequences.firstIndex { $0.table.contains(to) }.map { self.isRight($0) } ?? false
    let x = isRight ? 1.0 : 0
    return Connector(
      from: .init(Identity("block", scope, from), at: Alignment(x, 0.3)),
      to: .init(Identity("block", scope, to), at: Alignment(x, 0.8)), route: .arc(form == .wide ? 26 : 14),
      stroke: Stroke(.ink, width: 1.5, dash: [4, 3])
    ).same("copy", scope)
  }
}
