import Figures
import Instruments
import Mechanisms

/// The three matrices of the mask and what is said beside the sentence.
extension AttentionMasking {
  // MARK: Remarks

  var remark: Node {
    Column(spacing: 4) {
      switch step {
      case .sentence: Node.empty
      case .scores:
        Text(
          Phrase(
            "\(open.asked) scores all \(open.count) tokens, also those that come later.",
            zh: "\(open.word) 给全部 \(open.count) 个 token 打分，后面的也打。"))
      case .open:
        Text(Phrase("Training asks for the next token:", zh: "训练要预测下一个 token："))
        Text(Phrase("a row that sees it only has to copy it.", zh: "能看见它的行，照抄就行。"))
      case .late:
        Text(Phrase("Later tokens have already taken their share,", zh: "后面的 token 已经分走了份额，"))
        Text(Phrase("so what is left does not sum to 1.", zh: "所以剩下的加起来不到 1。"))
      case .masked:
        verdict(
          "no mask", zh: "不加掩码", "\(gone) goes to later tokens", zhEnd: "\(gone) 给了后面的 token", !reading.masked
        )
        verdict(
          "masked after softmax", zh: "softmax 之后加掩码", "the row sums to \(kept)", zhEnd: "这一行之和为 \(kept)",
          false
        )
        verdict(
          "masked before softmax", zh: "softmax 之前加掩码", "the row sums to 1", zhEnd: "这一行之和为 1", reading.masked
        )
      }
    }.node
  }

  private func verdict(_ en: String, zh: String, _ end: String, zhEnd: String, _ holds: Bool) -> Node {
    let style = holds ? TextStyle.note.bold : .note.painted(.muted)
    return Row(spacing: Spacing.m) {
      Text(Phrase(en, zh: zh), style).frame(width: 180, align: .leading)
      Text(Phrase(end, zh: zhEnd), style)
    }.node
  }

  // MARK: Matrices

  var grids: Node {
    Row(spacing: 0, align: .end) {
      Column(spacing: 0, align: .end) {
        heading(Phrase("scores \(open.divisor[.en])", zh: "得分 \(open.divisor[.zh])"))
        grid(labels: open.tokens, ring: wholeRow) { r, c in
          step == .sentence ? .empty : score(r, c)
        } tag: { cell, r, c in
          cell.same("score", r, c)
        }
      }.same("scores")
      arrow.same("arrow", 0)
      Column(spacing: 0, align: .end) {
        heading(reading.masked ? Phrase("+ causal mask", zh: "+ 因果掩码") : Phrase("mask off", zh: "掩码已关"))
        grid(ring: step == .masked ? reading.ring : nil) { r, c in
          guard step == .masked else { return .empty }
          return reading.run.rows[r].visible[c] ? score(r, c) : .masked("−∞")
        } tag: { cell, r, c in
          cell.same("masked", r, c).copy(0, of: "score", r, c)
        }
      }.same("masking")
      arrow.same("arrow", 1)
      Column(spacing: 0, align: .end) {
        heading(Phrase("softmax: **attention weights**", zh: "softmax：**注意力权重**"))
        grid(ring: step == .masked ? reading.ring : wholeRow) { r, c in
          weight(r, c)
        } tag: { cell, r, c in
          cell.same("weight", r, c)
        }
      }.same("weights")
    }.node
  }

  /// From the followed row of one matrix to that of the next.
  private var arrow: Node {
    Node(width: Self.gap, height: Self.cell * Double(open.count)) { rect, canvas in
      let y = rect.minY + (Double(open.query) + 0.5) * Self.cell
      canvas.arrow(
        from: Port(Point(rect.minX, y), out: Point(1, 0)), to: Port(Point(rect.maxX, y), out: Point(-1, 0)),
        gap: 10)
    }
  }

  private var wholeRow: TensorGrid.Stretch {
    TensorGrid.Stretch(row: open.query, columns: 0...open.count - 1)
  }

  private func heading(_ phrase: Phrase) -> Node {
    Text(phrase, .note.painted(.muted), align: 0.5)
      .frame(width: Self.cell * Double(open.count), height: 24, align: .top)
  }

  private func grid(
    labels: [Phrase] = [], ring: TensorGrid.Stretch?, cells: (Int, Int) -> TensorCell,
    tag: (Node, Int, Int) -> Node
  ) -> TensorGrid {
    TensorGrid(
      rows: open.count, columns: open.count, cell: Size(Self.cell, Self.cell), rowLabels: labels,
      columnLabels: open.tokens, ring: ring, cells: cells, tag: tag)
  }

  private func score(_ r: Int, _ c: Int) -> TensorCell {
    let value = open.run.rows[r].scaled[c]
    let most = open.run.rows.reduce(0) { $1.scaled.reduce($0) { max($0, $1) } }
    let whole = value == value.rounded(.down)
    return .number(
      value, NumberFormat(digits: whole ? 0 : value < 1 ? 2 : 1, bare: true),
      heat: most > 0 ? value / most * 0.6 : 0, strong: r == open.query)
  }

  private func weight(_ r: Int, _ c: Int) -> TensorCell {
    switch step {
    case .sentence, .scores: .empty
    case .open: open.weightCell(r, c)
    case .late: c > r ? .masked() : open.weightCell(r, c)
    case .masked: reading.weightCell(r, c)
    }
  }

  // MARK: Row sums

  /// The sums of the rows of weights.
  var sums: Node {
    Column(spacing: 0, align: .center) {
      Text(Words.sum, .note.painted(.muted)).frame(width: Self.sum, height: 22, align: .top)
      TrackRow(Track(open.count, size: Self.cell), width: Self.sum) { r in
        guard step != .sentence && step != .scores else { return nil }
        let sum = step == .late ? rest(r) : 1
        let wrong = sum < 0.9995
        let style = (r == open.query ? TextStyle.data.bold : .data).painted(
          wrong ? .role(.alarm, .text) : .ink)
        return Quantity(sum, NumberFormat(digits: 2, bare: true), style, align: 0.5).same("sum", r)
      }
    }.node
  }
}
