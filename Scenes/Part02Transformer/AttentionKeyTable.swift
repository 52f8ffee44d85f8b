import Figures
import Instruments
import Mechanisms

/// The followed row as columns of a table with a row for each key.
struct AttentionKeyTable: Sendable {
  /// The run.
  let reading: AttentionReading
  /// Whether softmax has run: what it gives is shown.
  let normalised: Bool

  /// The rows, and the heights of the headings above and of the totals below them, in points.
  static let rows = Track(6, size: 40, gap: 6), heading = 44.0, total = 28.0
  static let height = heading + rows.length + total

  /// A column with its heading and, once softmax has run, a total below it.
  func column(
    _ name: Phrase, _ width: Double, strong: Bool = false, total: NumberTable.Entry = .nothing,
    _ piece: (Int) -> Node?
  ) -> Node {
    Column(spacing: 0, align: .center) {
      Text(name, strong ? .note.bold : .note.painted(.muted), align: 0.5)
        .frame(width: width, height: Self.heading - 4, align: .bottom).padding(Insets(bottom: 4))
      TrackRow(Self.rows, width: width, piece: piece)
      if normalised { total.node(strong: strong).frame(height: Self.total) }
    }.node
  }

  /// The tokens, those that the query may not see hatched.
  func tokens(_ width: Double) -> Node {
    column("token", width) { i in
      let state: TokenState = i == reading.query ? .followed : row.visible[i] ? .rest : .notYet
      return TokenChip(reading.tokens[i], state, size: Size(width, 32))
        .same("token", i, named: reading.tokens[i])
    }
  }

  /// The scores, unless they are still to come.
  func scores(_ width: Double, shown: Bool = true) -> Node {
    column(Phrase("score", zh: "得分"), width) { i in
      shown ? (row.visible[i] ? number(row.scores[i]) : nothing("−∞")).same("score", i) : nil
    }
  }

  /// What softmax is applied to.
  func scaled(_ width: Double) -> Node {
    column(divisor, width, total: .quiet(Words.sum)) { i in
      normalised ? (row.visible[i] ? number(row.scaled[i]) : nothing("−∞")).same("scaled", i) : nil
    }
  }

  /// Their exponentials.
  func exponentials(_ width: Double) -> Node {
    column("exp", width, total: .quiet(Phrase(significant(row.sum)))) { i in
      normalised ? (row.visible[i] ? number(row.exponentials[i]) : nothing("0")).same("exp", i) : nil
    }
  }

  /// The shares.
  func shares(_ width: Double) -> Node {
    column(Words.shareColumn, width, strong: true, total: .word("1")) { i in
      guard normalised else { return nil }
      let share = NumberTable.Entry.number(row.weights[i], NumberFormat(digits: 4)).node(strong: true)
      return (row.visible[i] ? share : nothing("0")).same("share", i)
    }
  }

  /// A panel as high as the table, for its most important column.
  func panel(_ width: Double) -> Node { Box(.panel).frame(width: width, height: Self.height) }

  private var row: AttentionRow { reading.row }

  private func number(_ x: Double) -> Node { NumberTable.Entry.word(Phrase(significant(x))).node() }

  private func nothing(_ word: Phrase) -> Node { NumberTable.Entry.quiet(word).node() }

  /// The divisor, on two lines where it is long.
  private var divisor: Phrase {
    switch (reading.scaled, reading.temperature == 1) {
    case (true, false): Phrase("÷ √\(reading.width)\n÷ \(trimmed(reading.temperature))")
    case (false, true): Phrase("not\nscaled", zh: "不缩放")
    default: reading.divisor
    }
  }
}
