import Figures
import Instruments
import Mechanisms

/// From the row of scores to the mixed value, and the triangle beside it.
extension AttentionOverview {
  /// Scores, exponentials and shares below their keys.
  var shareTable: Node {
    let row = reading.row
    func entries(_ visible: (Int) -> NumberTable.Entry, masked: NumberTable.Entry) -> [NumberTable.Entry] {
      (0..<reading.count).map { row.visible[$0] ? visible($0) : masked }
    }
    return NumberTable(
      [
        NumberTable.Row(
          Words.score, entries({ .word(Phrase(significant(row.scores[$0]))) }, masked: .quiet("−∞"))),
        NumberTable.Row(
          reading.divisor,
          entries({ .word(Phrase(significant(row.scaled[$0]))) }, masked: .quiet("−∞"))
            + [.quiet(Words.sum)]),
        NumberTable.Row(
          "exp",
          entries({ .word(Phrase(significant(row.exponentials[$0]))) }, masked: .quiet("0"))
            + [.quiet(Phrase(significant(row.sum)))]),
        NumberTable.Row(
          Words.shareOfSum,
          entries({ .number(row.weights[$0], .share(row.weights[$0])) }, masked: .quiet("0")) + [.word("1")],
          strong: true),
      ], on: Self.track, nameWidth: Self.names, pitch: Self.pitch
    ) { entry, row, place in
      switch row {
      case 0: entry.same("score", place)
      case 1: entry.same("scaled", place)
      case 2: entry.same("exp", place)
      default: entry.same("share", place)
      }
    }.padding(Insets(top: Self.table - Self.arcs - Self.chip))
  }

  /// The panel that links the row of shares to its row of the triangle.
  var link: Node {
    let triangleRow = Self.shares + (Double(reading.query) - 2) * Self.cell
    return Node.filling { rect, canvas in
      let half = Self.pitch / 2 + 1
      let gutter = rect.minX + Self.names + Self.track.center(6) + 32
      func bar(_ x0: Double, _ x1: Double, _ y0: Double, _ y1: Double) -> Outline {
        .rectangle(
          Rect(
            from: Point(x0, rect.minY + min(y0, y1) - half), to: Point(x1, rect.minY + max(y0, y1) + half)),
          radius: 4)
      }
      let end = rect.maxX - 6 * Self.cell
      canvas.outline(bar(rect.minX - 8, gutter + 16, Self.shares, Self.shares), fill: .plain(.panel))
      canvas.outline(bar(gutter, gutter + 16, Self.shares, triangleRow), fill: .plain(.panel))
      canvas.outline(bar(gutter, end, triangleRow, triangleRow), fill: .plain(.panel))
    }
  }

  /// Values flow in their shares and merge into the new vector.
  var values: Node {
    let row = reading.row
    let unit = Self.track.size
    let bands = (0..<reading.count).map { i in
      Ribbons.Band(
        from: Self.names + Self.track.center(i), width: row.weights[i] * unit, fill: .scale(row.weights[i]))
    }
    let ribbons = Ribbons(
      bands, into: Self.names + Self.track.center(reading.query), merged: step >= .mix
    ) { $0.same("flow", $1) }
    return Column(spacing: 0) {
      line(Words.value, valueStrips(spread: false))
      Overlay(align: .topLeading) {
        Text(Words.widths, .note.painted(.muted)).frame(height: 80)
        ribbons
        if step >= .mix { hint }
      }.frame(width: 540, height: 80)
      output
    }.padding(Insets(top: Self.table + 4 * Self.pitch + Spacing.s))
  }

  @NodeBuilder private var hint: [Node] {
    let left = Self.names + Self.track.end(reading.query) + Spacing.l
    if reading.masked && 540 - left > 150 {
      Paragraph(Words.later, width: 540 - left).padding(Insets(left: left)).frame(height: 80)
    }
  }

  /// The new vector; before values flow, the place where their widths will add up to 1. The chip is as wide
  /// as those together, so it says on a line of its own that the token is new.
  private var output: Node {
    let cell = Size(46, Self.chip), gap = Spacing.m
    let merged = step >= .mix
    let right = reading.query < 3
    let vector = outputStrip(reading.row.output, cell: cell)
    let left =
      Self.names + Self.track.start(reading.query)
      - (right || !merged ? 0 : gap + 4 * cell.width)
    let word = merged ? Words.newToken(reading) : "1"
    let look: Surface = merged ? .solid(.compute) : .absent
    let chip = Overlay {
      Box(look).frame(width: Self.track.size, height: merged ? Self.newChip : Self.chip)
      Text(word, (merged ? TextStyle.note.bold : .note).painted(look.words), align: 0.5)
    }.node
    return Overlay(align: .topLeading) {
      Text(merged ? Words.output : Words.sum, .note.painted(.muted)).frame(height: Self.chip)
      Row(spacing: gap, align: .start) {
        if merged && !right { vector }
        chip.same("output", named: Words.new(reading))
        if merged && right { vector }
      }.padding(Insets(left: left))
    }.node
  }

  /// The triangle of weights.
  var matrix: Node {
    let hidden = step >= .mask && reading.masked
    return Column(spacing: 0, align: .end) {
      Text(Words.matrix(filled: step >= .row), .note.painted(.muted), align: 1)
        .frame(height: Self.shares - 2.5 * Self.cell - 22, align: .topTrailing)
      TensorGrid(
        rows: reading.count, columns: reading.count, cell: Size(Self.cell, Self.cell),
        rowLabels: reading.tokens, columnLabels: reading.tokens,
        ring: reading.ring
      ) { r, c in
        cell(r, c)
      } tag: { cell, r, c in
        // The followed row comes out of the shares; until then it is only places.
        guard r == reading.query && reading.row.visible[c] else { return cell.same("weight", r, c) }
        return step >= .row ? cell.copy(0, of: "share", c) : cell.same("place", c)
      }
      if hidden { reading.maskLabel(Words.mask) }
      if step == .allRows {
        Text(Words.rounding, .note.painted(.muted)).same("rounding")
      }
    }.node
  }

  private func cell(_ r: Int, _ c: Int) -> TensorCell {
    let masked = step >= .mask && !reading.run.rows[r].visible[c]
    let known = step == .allRows || step >= .row && r == reading.query
    return masked || known ? reading.weightCell(r, c, digits: 3) : .empty
  }
}
