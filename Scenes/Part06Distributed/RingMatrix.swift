import Figures
import Instruments
import Mechanisms

/// Who is in each chunk on each rank, or when it came.
extension RingPhase {
  /// A row for each rank, a column for each chunk; a mark for each rank whose numbers are in the sum.
  var matrix: Node {
    let r = reading
    let cell = Size(
      min(250, (RingReading.tableSize.width - RingReading.rowNames) / Double(r.ranks)),
      min(110, 264 / Double(r.ranks)))
    return Node(width: RingReading.tableSize.width, height: 310) { rect, canvas in
      let origin = Point(rect.minX + RingReading.rowNames, rect.minY + 46)
      let head =
        adds
        ? Phrase("**ranks in each chunk’s sum**: a mark for each", zh: "**每个分块的和里有谁**：一个 rank 一格")
        : Phrase(
          "**when each chunk arrived**: the step, or where it was summed", zh: "**每个分块何时到达**：第几步，或在此算完")
      canvas.put(Text(head), at: Point(rect.minX, rect.minY + 10), .leading, index: 0)
      for c in 0..<r.ranks {
        let x = origin.x + (Double(c) + 0.5) * cell.width
        let name = Text(r.letter(c), c == RingReading.followed ? .data.bold : .data.painted(.muted))
        canvas.put(name, at: Point(x, rect.minY + 34), index: 10 + c)
      }
      let every = cell.height >= 15.5 ? 1 : 2
      for k in 0..<r.ranks {
        let y = origin.y + (Double(k) + 0.5) * cell.height
        if k % every == 0 {
          canvas.put(
            Text(Phrase("rank \(k)"), .note.painted(.muted)), at: Point(rect.minX, y), .leading, index: 40 + k
          )
        }
        for c in 0..<r.ranks {
          let at = Rect(
            origin.x + Double(c) * cell.width, origin.y + Double(k) * cell.height, cell.width, cell.height)
          canvas.put((adds ? sum(k, c) : copy(k, c)).same("sum", k, c), in: at, index: 100 + 20 * k + c)
        }
      }
    }.same("matrix")
  }

  /// The ranks in a sum, a mark for each.
  private func sum(_ rank: Int, _ chunk: Int) -> Node {
    let r = reading
    let piece = r.piece(rank, chunk, after: step)
    let isComplete = r.run.isComplete(piece)
    return Node.filling { rect, canvas in
      let area = rect.outset(by: -min(2, rect.height / 10))
      frame(area, chunk, isComplete, &canvas)
      let inner = area.inset(
        by: Insets(horizontal: min(6, area.width / 8), vertical: min(14, area.height / 4)))
      let unit = inner.width / Double(r.ranks)
      for k in 0..<r.ranks {
        let gap = min(2, unit / 5)
        let mark = Rect(inner.minX + Double(k) * unit + gap / 2, inner.minY, unit - gap, inner.height)
        let isIn = piece.contains(k)
        canvas.outline(
          .rectangle(mark, radius: min(2, unit / 4)), fill: isIn ? .plain(.category(chunk, .fill)) : nil,
          stroke: isIn ? Stroke(.category(chunk, .edge)) : Stroke(.faint, width: 1))
        canvas.put(
          FittingText([Phrase("\(k)")], TextStyle.data.painted(isIn ? .ink : .paper)),
          in: isIn ? mark : .zero, index: k)
      }
    }
  }

  /// When a complete chunk came, or that it was summed here.
  private func copy(_ rank: Int, _ chunk: Int) -> Node {
    let r = reading
    let arrival =
      (r.half...r.run.steps).first { r.run.isComplete(r.piece(rank, chunk, after: $0)) } ?? r.run.steps
    let isComplete = arrival <= step
    let words =
      arrival == r.half
      ? [Phrase("summed here", zh: "在此算完"), Phrase("sum", zh: "和"), Phrase("Σ")]
      : [Phrase("step \(arrival)", zh: "第 \(arrival) 步"), Phrase("\(arrival)")]
    return Node.filling { rect, canvas in
      let area = rect.outset(by: -min(2, rect.height / 10))
      let share = Double(r.piece(rank, chunk, after: step).count) / Double(r.ranks)
      let level = Rect(area.minX, area.minY, area.width * share, area.height)
      canvas.outline(.rectangle(level, radius: 3), fill: .plain(.category(chunk, .fill)))
      frame(area, chunk, isComplete, &canvas)
      if isComplete {
        canvas.put(FittingText(words, TextStyle.note.painted(.category(chunk, .onFill))), in: area, index: 0)
      }
    }
  }

  /// The edge of a cell: heavy when it is complete, ink for the chunk that is followed.
  private func frame(_ area: Rect, _ chunk: Int, _ isComplete: Bool, _ canvas: inout Canvas) {
    let paint: Paint = chunk == RingReading.followed ? .ink : .category(chunk, .edge)
    canvas.outline(
      .rectangle(area, radius: min(4, area.height / 4)), stroke: Stroke(paint, width: isComplete ? 2.5 : 1.25)
    )
  }
}
