import Figures
import Instruments
import Mechanisms

/// The table of what each rank received in each step, as it fills.
extension RingReading {
  /// Where the table stands and how large it is, in points; names of its rows, headings of its columns.
  static let tableLeft = 326.0, tableSize = Size(554, 272), rowNames = 64.0, headings = 46.0

  /// A row for each rank, a column for each of the first steps: the chunk received and how many ranks are in it.
  func table(_ steps: Int) -> Node {
    let columns = run.steps
    let cell = Size(
      min(250, (Self.tableSize.width - Self.rowNames) / Double(columns)),
      min(100, (Self.tableSize.height - Self.headings) / Double(ranks)))
    return Node(width: Self.tableSize.width, height: Self.tableSize.height) { rect, canvas in
      let origin = Point(rect.minX + Self.rowNames, rect.minY + Self.headings)
      headings(cell, steps, rect, &canvas)
      let every = cell.height >= 15 ? 1 : 2
      for r in stride(from: 0, to: ranks, by: every) {
        let name = Text(Phrase("rank \(r)"), .note.painted(.muted))
        canvas.put(
          name, at: Point(rect.minX, origin.y + (Double(r) + 0.5) * cell.height), .leading, index: 100 + r)
      }
      for t in 0..<columns {
        for move in run.transfers[t] {
          let at = Rect(
            origin.x + Double(t) * cell.width, origin.y + Double(move.to) * cell.height, cell.width,
            cell.height)
          let node = t < steps ? received(t, move) : cell.width >= 24 ? openPlace(t, move) : .empty
          canvas.put(node, in: at, index: 1000 + 100 * t + move.to)
        }
      }
      phaseLine(cell, origin, &canvas)
    }.same("table")
  }

  private func received(_ t: Int, _ move: RingTransfer) -> Node {
    let sum = piece(move.to, move.chunk, after: t + 1)
    let name = letter(move.chunk)[.en]
    // Where two digits have no room, no cell has a count.
    let count = ranks < 10 ? [Phrase("\(sum.count)")] : []
    let words = [Phrase("\(name)  \(sum.count)/\(ranks)"), Phrase("\(name)\(sum.count)")] + count
    return cell(
      move.chunk, sum,
      words: words,
      isAcross: true
    ).same("received", t, move.to)
  }

  private func openPlace(_ t: Int, _ move: RingTransfer) -> Node {
    Node.filling { rect, canvas in
      canvas.outline(.rectangle(rect.outset(by: -2.5), radius: 3), stroke: .absent)
    }.same("open place", t, move.to)
  }

  private func headings(_ cell: Size, _ steps: Int, _ rect: Rect, _ canvas: inout Canvas) {
    let left = rect.minX + Self.rowNames
    let width = cell.width * Double(half)
    let names = [
      [Phrase("reduce-scatter: add"), Phrase("reduce-scatter"), Phrase("add", zh: "相加")],
      [Phrase("all-gather: copy"), Phrase("all-gather"), Phrase("copy", zh: "复制")],
    ]
    for (k, words) in names.enumerated() {
      let room = Rect(left + Double(k) * width + Spacing.s, rect.minY, width - Spacing.m, 22)
      canvas.put(FittingText(words, .note.bold, align: .leading), in: room, index: k)
    }
    let every = cell.width >= 22 ? 1 : cell.width >= 12 ? 2 : 5
    for t in stride(from: 0, to: run.steps, by: every) {
      let label = Text(Phrase("\(t + 1)"), .data.painted(.muted))
      canvas.put(label, at: Point(left + (Double(t) + 0.5) * cell.width, rect.minY + 34), index: 10 + t)
    }
    // Read with the names below: what rank 0 received in step 1.
    let corner = [(Phrase("received", zh: "收到的"), 11.0), (Phrase("in step", zh: "第几步"), 34)]
    for (k, (words, y)) in corner.enumerated() {
      canvas.put(
        Text(words, .note.painted(.muted)), at: Point(rect.minX, rect.minY + y), .leading, index: 90 + k)
    }
  }

  /// Where adding ends and copying begins.
  private func phaseLine(_ cell: Size, _ origin: Point, _ canvas: inout Canvas) {
    let x = origin.x + Double(half) * cell.width
    canvas.line(
      Point(x, origin.y - (cell.width >= 24 ? Self.headings - 2 : 2)),
      Point(x, origin.y + Double(ranks) * cell.height + 4),
      stroke: .strong)
  }
}
