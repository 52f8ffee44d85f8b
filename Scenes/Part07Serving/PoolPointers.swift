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
    return lines + [trace, copyName, old, readers].compactMap { $0 }
  }

  /// What the one block to follow is followed for: who reads it.
  private var readers: Node? {
    guard hasRoomForNames, case .block(let id) = state.focus, state.pool.references[id] > 1 else {
      return nil
    }
    let words = Text(PagingWords.shared(state.pool.references[id]), .note.bold, halo: 4).offset(y: 12)
    return words.placed(.rightOf(Identity("block", scope, id), gap: 12, align: 1)).same("readers", scope)
  }

  /// The name of the trace of a copy, on its bow.
  private var copyName: Node? {
    guard hasRoomForNames, case .copied(let from, let to) = state.write, state.rows.contains(from),
      state.rows.contains(to)
    else { return nil }
    let isRight = copyIsRight(to)
    return Node.filling { rect, canvas in
      // On the bow, a little further out, so that the words keep clear of the blocks.
      let x = isRight ? rect.maxX + Self.bow + 9 : rect.minX - Self.bow - 9
      canvas.put(Text(PagingWords.copy, .note, halo: 4), at: Point(x, rect.midY), .center, index: 0)
    }.same("copy name", scope).spanning([Identity("block", scope, from), Identity("block", scope, to)])
  }

  /// Whether the lines are so few that words between them are read.
  private var hasRoomForNames: Bool { form == .wide && state.pool.entries <= 8 }

  /// How far the trace of a copy stands out from the blocks, in points.
  private static let bow = 20.0

  private func copyIsRight(_ block: Int) -> Bool {
    state.pool.sequences.firstIndex { $0.table.contains(block) }.map { self.isRight($0) } ?? false
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
    let x = copyIsRight(to) ? 1.0 : 0
    return Connector(
      from: .init(Identity("block", scope, from), at: Alignment(x, 0.3)),
      to: .init(Identity("block", scope, to), at: Alignment(x, 0.8)),
      route: .arc(form == .wide ? Self.bow : 14),
      stroke: Stroke(.ink, width: 1.5, dash: [4, 3])
    ).same("copy", scope)
  }
}
