import Figures
import Instruments
import Mechanisms

/// The first half of the default story: queries, keys and values below their tokens, and the scores.
extension AttentionOverview {
  var vectors: Node {
    Column(spacing: Spacing.s) {
      if step >= .split {
        line(Words.query, queries)
        line(Words.key, keys)
      }
      if step == .split { line(Words.value, valueStrips(spread: true)) }
      if step >= .ask { line(Words.score, scores) }
      notes.padding(Insets(top: Spacing.l, bottom: 0))
    }.padding(Insets(top: Spacing.m))
  }

  func line(_ name: Phrase, _ row: TrackRow) -> Node {
    Row(spacing: 0) {
      Text(name, .note.painted(.muted)).frame(width: Self.names, align: .leading)
      row
    }.node
  }

  /// Every token's own query; once “sat” asks, its query in front of every key that it may see.
  private var queries: TrackRow {
    let asked = reading.query
    return TrackRow(Self.track, height: Self.strip) { i in
      if step == .split || i == asked {
        return strip(reading.run.queries.row(i)).same("query", i).copy(0, of: "token", i)
      }
      return reading.row.visible[i]
        ? strip(reading.run.queries.row(asked)).copy(i + 1, of: "query", asked) : nil
    }
  }

  private var keys: TrackRow {
    TrackRow(Self.track, height: Self.strip) { i in
      guard step < .mask || reading.row.visible[i] else { return nil }
      return strip(reading.run.keys.row(i)).copy(1, of: "token", i)
    }
  }

  func valueStrips(spread: Bool) -> TrackRow {
    TrackRow(Self.track, height: Self.strip) { i in
      guard spread || reading.row.visible[i] else { return nil }
      return strip(reading.run.values.row(i)).copy(2, of: "token", i)
    }
  }

  func strip(_ numbers: [Double]) -> Node {
    vectorStrip(numbers, cell: Size(Self.track.size / Double(max(1, numbers.count)), Self.strip))
  }

  private var scores: TrackRow {
    TrackRow(Self.track, height: Self.strip) { i in
      if reading.row.visible[i] {
        return Quantity(reading.row.scores[i], NumberFormat(), .data, align: 0.5).same("score", i)
      }
      return step == .mask ? Text("−∞", .data.painted(.muted)).same("score", i) : nil
    }
  }

  private var notes: Node {
    Column(spacing: 4) {
      switch step {
      case .split:
        Text(Phrase("**query**: what the token looks for", zh: "**query**：这个 token 在找什么"))
        Text(Phrase("**key**: what the token is", zh: "**key**：这个 token 是什么"))
        Text(Phrase("**value**: what the token hands over", zh: "**value**：这个 token 能给出什么"))
        quiet(
          "Four numbers each: determiner, noun, verb, preposition.", zh: "各有 4 个数：限定词、名词、动词、介词。")
      case .ask:
        Text(Phrase("Multiply number by number, then add:", zh: "逐个相乘，再相加："))
        Text(
          Phrase(
            "\(reading.name(reading.query)) · \(reading.name(reading.best)) = "
              + reading.product(with: reading.best)),
          .data)
        if reading.row.scores[reading.best] > 0 {
          quiet("A large score: the key is what the query looks for.", zh: "得分高：这个 key 正是 query 要找的。")
        } else {
          quiet("A query of zeros looks for nothing: every score is 0.", zh: "全零的 query 什么也不找：得分都是 0。")
        }
      case .mask where reading.masked:
        Text(
          Phrase(
            "**causal mask**: a token may read itself and what stands before it.",
            zh: "**因果掩码**：token 只能读自己和前面的。"))
        quiet("exp(−∞) = 0, so a masked key gets a share of exactly 0.", zh: "exp(−∞) = 0，被遮住的 key 份额恰好是 0。")
      case .mask:
        Text(
          Phrase("No causal mask: a token may read every other, later ones too.", zh: "没有因果掩码：token 也能读后面的。"))
      default: Node.empty
      }
    }.node
  }
}
