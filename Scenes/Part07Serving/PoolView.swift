import Figures
import Instruments
import Mechanisms

extension PoolState {
  /// The whole stage.
  var stage: Stage {
    Stage(subtitle: PagingWords.subtitle(self), telemetry: PagingWords.telemetry(pool)) {
      Column(spacing: Spacing.m, align: .stretch) {
        PoolDrawing(state: self).node.flex()
        switch foot {
        case .freeList: FreeList(blocks: pool.free, returned: returned).node.frame(height: 56)
        case .strips: StripComparison(state: self).node.frame(height: 48)
        }
      }
    }
  }
}

/// The free blocks in the order in which they are taken.
struct FreeList: NodeConvertible {
  let blocks: [Int]
  let returned: Int

  var node: Node {
    Node.filling { rect, canvas in
      let words = [PagingWords.freeList]
      canvas.put(
        Headline(words[0], PagingWords.freeListRule), in: Rect(rect.minX, rect.minY, rect.width, 24), index: 0
      )
      let pitch = 36.0
      let most = Int(rect.width / pitch)
      let shown = blocks.count <= most ? blocks.count : most - 3
      for (i, id) in blocks.prefix(shown).enumerated() {
        let place = Rect(rect.minX + pitch * Double(i), rect.maxY - 28, pitch - Spacing.row, 28)
        canvas.put(chip(id, isNew: i >= blocks.count - returned).same("free", 0, id), in: place, index: i + 1)
      }
      if shown < blocks.count {
        let x = rect.minX + pitch * Double(shown)
        canvas.put(
          Text(PagingWords.more(blocks.count - shown), .note.painted(.muted)),
          in: Rect(x, rect.maxY - 28, rect.maxX - x, 28), index: 900)
      }
    }
  }

  private func chip(_ id: Int, isNew: Bool) -> Node {
    Box(isNew ? Surface(stroke: .strong) : .absent, padding: Insets()) {
      Text(Phrase("\(id)"), .data.painted(.muted), align: 0.5)
    }.node
  }
}

/// The same tokens in contiguous reservations and in blocks, one length for one slot.
struct StripComparison: NodeConvertible {
  let state: PoolState

  private var pool: PagedPool { state.pool }
  private var longest: Int { PagingWorkload.longest }

  var node: Node {
    let samples = max(1, pool.sequences.count)
    let contiguous = PagingWorkload.contiguous(
      pool.sequences.isEmpty ? [state.prompt] : pool.sequences.map { $0.length }, slots: longest * samples,
      .longest(longest))
    let paged = pool.allocated * pool.blockSize
    return Node.filling { rect, canvas in
      let names = 212.0
      let scale = Scale(
        .linear, 0...Double(max(contiguous.slots, paged)), from: rect.minX + names, to: rect.maxX)
      let rows = [
        Rect(rect.minX, rect.minY, rect.width, 20), Rect(rect.minX, rect.maxY - 20, rect.width, 20),
      ]
      let labels = [PagingWords.contiguousStrip(longest), PagingWords.pagedStrip(pool.blockSize)]
      for (row, label) in zip(rows, labels) {
        canvas.put(
          Text(label, .note.painted(.muted)), at: row.point(0, 0.5), .leading, index: row == rows[0] ? 0 : 1)
      }
      for region in contiguous.regions {
        let place = Rect(scale(Double(region.start)), rows[0].minY, scale.length(Double(region.length)), 20)
        canvas.put(
          SlotRun(slots: region.length, written: region.written), in: place, index: 10 + region.request)
      }
      let tokens = Double(contiguous.regions.first?.written ?? 0)
      let hatch = Rect(
        from: Point(scale(tokens), rows[0].minY), to: Point(scale(Double(longest)), rows[0].maxY))
      canvas.put(
        FittingText([PagingWords.used(contiguous.usedShare)], .note.bold, onPlate: true), in: hatch, index: 2)
      blocks(rows[1], scale, &canvas)
      let end = scale(Double(paged))
      let after = Rect(end + Spacing.m, rows[1].minY, rect.maxX - end - Spacing.m, 20)
      let whole = measure(
        PagingWords.used(pool.usedShare)[canvas.language], TextStyle.note.bold, canvas.language
      ).width
      if after.width >= whole {
        canvas.put(
          FittingText([PagingWords.used(pool.usedShare)], .note.bold, align: .leading), in: after, index: 3)
        let left = Rect(
          after.minX + whole + Spacing.l, after.minY, max(0, after.width - whole - Spacing.l), 20)
        canvas.put(
          FittingText(
            [PagingWords.toScale(contiguous.slots, paged)], .note.painted(.muted), align: .trailing),
          in: left, index: 4)
      } else {
        let place = Rect(scale(0), rows[1].minY, end - scale(0), 20)
        canvas.put(
          FittingText([PagingWords.used(pool.usedShare)], .note.bold, onPlate: true), in: place, index: 3)
      }
    }
  }

  /// The allocated blocks side by side, in the order of the tables.
  private func blocks(_ row: Rect, _ scale: Scale, _ canvas: inout Canvas) {
    var order: [Int] = []
    for sequence in pool.sequences {
      for block in sequence.table where !order.contains(block) { order.append(block) }
    }
    for (i, block) in order.enumerated() {
      let place = Rect(
        scale(Double(i * pool.blockSize)), row.minY, scale.length(Double(pool.blockSize)), row.height)
      let isSolid = state.emphasis(block).isSolid
      canvas.put(
        SlotRun(
          slots: pool.blockSize, written: pool.contents[block].count, emphasis: isSolid ? .followed : .rest),
        in: place, index: 100 + i)
    }
  }
}
