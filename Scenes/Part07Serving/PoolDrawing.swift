import Figures
import Instruments
import Mechanisms

/// The blocks of a pool, the tables on both sides of them, and the pointers between.
struct PoolDrawing: NodeConvertible {
  let state: PoolState
  var form = PoolPlaces.Form.wide
  /// Tells several drawings in one picture apart.
  var scope = 0

  var node: Node {
    Node.filling { rect, canvas in
      let places = PoolPlaces(rect, state, form)
      headings(places, &canvas)
      for (row, id) in state.rows.enumerated() {
        canvas.put(block(id, places.block(row).height), in: places.block(row), index: 100 + row)
      }
      if state.folded > 0 { canvas.put(fold, in: places.fold, index: 1) }
      for isRight in [false, true] { side(isRight, places, &canvas) }
      for (i, pointer) in pointers.enumerated() { canvas.put(pointer, in: .zero, index: 200 + i) }
    }
  }

  private func headings(_ places: PoolPlaces, _ canvas: inout Canvas) {
    guard form == .wide else { return }
    canvas.put(Text(PagingWords.blocks, .note.bold), in: places.heading.leftHalf, index: 2)
    canvas.put(
      Text(PagingWords.references, .note.painted(.muted), align: 1), in: places.heading, index: 3)
  }

  private func block(_ id: Int, _ height: Double) -> Node {
    let (pool, (isEvent, isSolid)) = (state.pool, state.emphasis(id))
    let tokens = pool.contents[id].enumerated().map { slot, token in
      KVToken(state.words(token), isFollowed: isLast(token, in: id), isNew: state.isNew(token)) { cell in
        // Where a token was copied to, its words come out of the block that they were copied from.
        guard case .copied(let from, let to) = state.write, to == id, slot < pool.contents[id].count - 1
        else {
          return cell.same("slot", scope, id, slot, token.writer).enter(from: .top)
        }
        return cell.same(Identity("slot", scope, id, slot, token.writer))
          .emerging(from: "block", scope, from)
      }
    }
    let waste = pool.blockSize - tokens.count
    return KVBlock(
      id, slots: pool.blockSize, tokens: tokens, references: pool.references[id],
      emphasis: isSolid ? .followed : isEvent ? .event : .rest,
      remark: form == .wide && height >= 18 ? PagingWords.waste(waste) : []
    ).same("block", scope, id, named: PagingWords.block(id, pool))
  }

  private func isLast(_ token: PagedPool.Token, in block: Int) -> Bool {
    guard case .lastToken(let id) = state.focus, state.pool.lastBlock(of: id) == block else { return false }
    return token.writer == id && token.position == state.pool.sequences[id].length - 1
  }

  /// Blocks that nobody uses in the whole story, small and in one line.
  private var fold: Node {
    let (count, scope, slots) = (state.folded, scope, state.pool.blockSize)
    let first = state.rows.count
    return Node.filling { rect, canvas in
      let words = PagingWords.folded(first...(first + count - 1))
      let line = measure(words[canvas.language], TextStyle.note.painted(.muted), canvas.language)
      canvas.put(
        Text(words, .note.painted(.muted)), in: Rect(rect.minX, rect.minY, line.width, rect.height), index: 0)
      let x = rect.minX + line.width + Spacing.m
      let pitch = min(24, (rect.maxX - x) / Double(count))
      let gap = min(3, pitch / 4)
      for i in 0..<count {
        let place = Rect(rect.maxX - pitch * Double(count - i) + gap, rect.minY + 4, pitch - gap, 12)
        canvas.put(KVBlock(first + i, slots: slots).same("block", scope, first + i), in: place, index: i + 1)
      }
    }
  }

  private func side(_ isRight: Bool, _ places: PoolPlaces, _ canvas: inout Canvas) {
    let guests = state.guests.filter { ($0.id % 2 == 1) == isRight && !hasEnded($0) }
    let (rooms, pitch) = places.tables(guests.map { state.table($0).count }, isRight: isRight)
    let box = Size(places.form.box, places.height(pitch))
    for (i, guest) in guests.enumerated() {
      let table = table(guest, isRight, box, pitch, isFirst: i == 0)
      canvas.put(table, in: rooms[i], index: 10 + guest.id)
    }
    guard form == .wide, let remark = isRight ? state.remarks.right : state.remarks.left else { return }
    let top = (rooms.last?.maxY ?? places.top + places.form.heading - 20) + 20
    let width = rooms.isEmpty ? 216.0 : state.isMixed ? 180 : 158
    let room = Rect(
      isRight ? places.room.maxX - width : places.room.minX, top, width, places.room.maxY - top)
    let words = Paragraph(remark, .note, width: room.width, align: isRight ? 1 : 0)
    let height = words.node.measure(Size(room.width, .infinity), canvas.language).size.height
    guard height <= room.height else { return }
    let place = Rect(room.minX, room.minY + (room.height - height) * 0.4, room.width, height)
    canvas.put(words.node.same("remark", isRight ? 1 : 0), in: place, index: isRight ? 5 : 4)
  }

  func hasEnded(_ guest: PoolState.Guest) -> Bool {
    guest.sequence.map { state.pool.sequences[$0].hasEnded } ?? false
  }

  private func table(
    _ guest: PoolState.Guest, _ isRight: Bool, _ box: Size, _ pitch: Double, isFirst: Bool
  ) -> Node {
    guard let id = guest.sequence else { return refusal(guest, isRight) }
    let entry = state.pool.sequences[id]
    let rows = entry.table.enumerated().map { row, block in
      BlockTable.Entry(
        block, label: PagingWords.range(row, of: state.pool.blockSize, length: entry.length),
        isEvent: state.isEvent(id, row: row)
      ) { box in
        // An entry is a copy of the first sample’s, or comes from the free list; there it goes in the end.
        let shared = id > 0 && !state.isMixed && row < state.pool.blocks(for: state.prompt)
        let node = box.same("entry", scope, id, row).merging(into: "free", scope, block)
        return shared
          ? node.emerging(from: "entry", scope, 0, row) : node.emerging(from: "free", scope, block)
      }
    }
    // The pointers of the table above leave a heading little room.
    let names = PagingWords.table(guest.id, isHalted: entry.isHalted)
    let heading = form == .panel ? [Phrase(requestName(guest.id))] : isFirst ? names : names.suffix(1)
    return BlockTable(
      heading, rows,
      isRight: isRight, isHalted: entry.isHalted, box: box, pitch: pitch
    ).same("table", scope, guest.id)
  }

  /// What a request says that found too few free blocks.
  private func refusal(_ guest: PoolState.Guest, _ isRight: Bool) -> Node {
    guard form == .wide else { return Node.empty.same("table", scope, guest.id) }
    let needs = state.pool.blocks(for: guest.length)
    let words = PagingWords.refused(guest.id, needs: needs, free: state.pool.free.count)
    return Node.filling { rect, canvas in
      let room = Rect(isRight ? rect.maxX - 200 : rect.minX, rect.minY, 200, 24 + 40)
      canvas.put(
        Text(words, .note.painted(.role(.alarm, .text)), align: isRight ? 1 : 0),
        at: room.point(isRight ? 1 : 0, 0),
        isRight ? .topTrailing : .topLeading, index: 0)
    }.same("table", scope, guest.id)
  }
}

extension Rect {
  fileprivate var leftHalf: Rect { Rect(minX, minY, width / 2, height) }
}
