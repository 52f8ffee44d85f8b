import Figures
import Instruments
import Mechanisms

/// What stands to the right of the table: what the numbers mean and come from, then the mix.
extension AttentionOneQuery {
  var right: Node {
    switch step {
    case .keys: return .empty
    case .query:
      return Column(spacing: Spacing.m) {
        Text(Phrase("The four numbers stand for", zh: "四个数依次代表"))
        named(Words.kinds) {
          .number(r.run.queries[r.query, $0], NumberFormat(), heat: r.run.queries[r.query, $0] / 2)
        }
        Text(sought)
      }.padding(Insets(top: Spacing.s))
    case .score: return lines { r.product(with: $0) }
    case .softmax:
      return lines { i in
        significant(r.row.exponentials[i]) + " / " + significant(r.row.sum) + " = "
          + fixed(r.row.weights[i], 4)
      }
    case .values, .mix: return mixing
    }
  }

  private var sought: Phrase {
    var kinds: [Phrase] = []
    for (i, kind) in Words.kinds.enumerated() where r.run.queries[r.query, i] > 0 { kinds.append(kind) }
    guard let first = kinds.first else {
      return Phrase("\(r.asked) looks for nothing.", zh: "\(r.word) 什么也不找。")
    }
    let (en, zh) = kinds.dropFirst().reduce((first[.en], first[.zh])) {
      ($0.0 + " and a " + $1[.en], $0.1 + "和" + $1[.zh])
    }
    return Phrase("\(r.asked) looks for a \(en).", zh: "\(r.word) 在找\(zh)。")
  }

  /// A calculation in every row that the query may see.
  private func lines(_ text: (Int) -> String) -> Node {
    TrackRow(AttentionKeyTable.rows, width: 284) { i in
      guard r.row.visible[i] else { return nil }
      return Text(Phrase(text(i)), .data.painted(.muted)).frame(width: 284, align: .leading)
    }.node
  }

  /// Bands as high as their shares of one row; then they merge into the new vector in the row of its token.
  private var mixing: Node {
    let unit = AttentionKeyTable.rows.size
    let middle = AttentionKeyTable.rows.center(r.query)
    let merged = step == .mix
    let bands = r.row.weights.enumerated().map { i, w in
      Ribbons.Band(from: AttentionKeyTable.rows.center(i), width: w * unit, fill: .scale(w))
    }
    return Overlay(align: .topLeading) {
      Row(spacing: 0, align: .start) {
        Ribbons(bands, into: middle, merged: merged, direction: .right) { $0.same("flow", $1) }
          .frame(width: 110, height: AttentionKeyTable.rows.length)
        TokenChip(
          merged ? r.tokens[r.query] : "1", merged ? .followed : .absent, size: Size(56, unit)
        ).same("output", named: Words.new(r))
          .padding(Insets(top: middle - unit / 2))
        if merged {
          named(Words.dimensions) { outputCell(r.row.output[$0]) }
            .padding(Insets(left: Spacing.m, top: middle - 2 * Self.number.height))
        }
      }
      if r.masked && r.query < 4 {
        Paragraph(Words.later, width: r.query < 3 ? 280 : 160).frame(
          height: AttentionKeyTable.rows.pitch + AttentionKeyTable.rows.size
        )
        .padding(Insets(top: AttentionKeyTable.rows.start(4)))
      }
    }.node
  }

  private static let number = Size(56, 26)

  /// Four numbers below each other with what each stands for.
  private func named(_ names: [Phrase], _ cell: (Int) -> TensorCell) -> Node {
    Row(spacing: Spacing.s) {
      TensorGrid(rows: names.count, columns: 1, cell: Self.number, outline: .strong) { i, _ in cell(i) }
      TrackRow(Track(names.count, size: Self.number.height), width: 90) { i in
        Text(names[i], .note.painted(.muted)).frame(width: 90, align: .leading)
      }
    }.node
  }
}
