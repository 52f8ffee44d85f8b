import Figures
import Instruments
import Mechanisms

/// The default story: from six tokens to all rows of weights.
public struct AttentionOverview: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case tokens, split, ask, mask, share, row, mix, allRows
    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  let reading: AttentionReading
  let step: Step

  init(_ reading: AttentionReading, _ step: Step) {
    self.reading = reading
    self.step = step
  }

  static func story(_ r: AttentionReading) -> Story<AttentionGraph.State> {
    func at(_ step: Step) -> AttentionGraph.State { .overview(AttentionOverview(r, step)) }
    return Story {
      Beat("split", run: [at(.tokens), at(.split)], Captions.split)
      Beat("ask", at(.ask), Captions.ask(r))
      Beat("mask", at(.mask), Captions.mask(r))
      Beat("softmax", run: [at(.share), at(.row)], Captions.softmax(r))
      Beat("mix", at(.mix), Captions.mix(r))
      Beat("all rows", at(.allRows), Captions.allRows(r))
    }
  }

  // MARK: Measures

  static let track = Track(6, size: 54, gap: 10)
  static let names = 100.0
  static let arcs = 64.0, chip = 32.0, pitch = 22.0, cell = 46.0
  /// From the top of the stage to the table, and to the middle of its row of shares.
  static let table = arcs + chip + 4
  static let shares = table + 3.5 * pitch

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "How \(reading.asked) reads itself and the tokens before it: score, mask, softmax, mix",
        zh: "\(reading.asked) 怎样读自己和前面的 token：打分、掩码、softmax、混合"),
      telemetry: reading.telemetry, caption: Captions.still
    ) {
      if step >= .share { link }
      Column(spacing: 0) {
        arcDiagram.padding(Insets(left: Self.names))
        chips.padding(Insets(left: Self.names))
        if step <= .mask { vectors } else { shareTable }
      }
      if step >= .share { values }
      matrix.frame(width: 880, align: .topTrailing)
    }
  }

  // MARK: The sentence

  private var chips: Node {
    TokenStrip(reading.tokens, on: Self.track, height: Self.chip) { i in
      i == reading.query ? .followed : step >= .mask && !reading.row.visible[i] ? .notYet : .rest
    } tag: { chip, i in
      chip.same("token", i, named: reading.tokens[i])
    }.node
  }

  private var arcDiagram: Node {
    let edges = step < .ask ? [] : reading.edges(all: step == .allRows)
    let arcs = edges.map { reading.arc($0, weighted: step >= .share) }
    return ArcDiagram(arcs, on: Self.track, height: Self.arcs) { arc, i in
      arc.same("edge", edges[i].query, edges[i].key)
    }.node
  }

  // MARK: Queries, keys, values

  private var vectors: Node {
    Column(spacing: Spacing.row) {
      if step >= .split {
        line(Words.query, queries)
        line(Words.key, keys)
      }
      if step == .split { line(Words.value, valueStrips(spread: true)) }
      if step >= .ask { line(Words.score, scores) }
      notes.padding(Insets(top: Spacing.l))
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
    return TrackRow(Self.track, height: 24) { i in
      if step == .split || i == asked {
        return strip(reading.run.queries.row(i)).same("query", i).copy(0, of: "token", i)
      }
      return reading.row.visible[i] ? strip(reading.run.queries.row(asked)).copy(i + 1, of: "query", asked) : nil
    }
  }

  private var keys: TrackRow {
    TrackRow(Self.track, height: 24) { i in
      guard step < .mask || reading.row.visible[i] else { return nil }
      return strip(reading.run.keys.row(i)).copy(1, of: "token", i)
    }
  }

  func valueStrips(spread: Bool) -> TrackRow {
    TrackRow(Self.track, height: 24) { i in
      guard spread || reading.row.visible[i] else { return nil }
      return strip(reading.run.values.row(i)).copy(2, of: "token", i)
    }
  }

  private func strip(_ numbers: [Double]) -> Node {
    vectorStrip(numbers, cell: Size(Self.track.size / Double(max(1, numbers.count)), 24))
  }

  private var scores: TrackRow {
    TrackRow(Self.track, height: 24) { i in
      if reading.row.visible[i] {
        return Quantity(reading.row.scores[i], NumberFormat(), .data, align: 0.5).same("score", i)
      }
      return step == .mask ? Text("−∞", .data.painted(.muted)).same("scaled", i) : nil
    }
  }

  private var notes: Node {
    Column(spacing: 2) {
      if step == .split {
        Text(Phrase("**query**: what the token looks for", zh: "**query**：这个 token 在找什么"))
        Text(Phrase("**key**: what the token is", zh: "**key**：这个 token 是什么"))
        Text(Phrase("**value**: what the token hands over", zh: "**value**：这个 token 能给出什么"))
        Text(
          Phrase(
            "Four numbers each: determiner, noun, verb, preposition.", zh: "各 4 个数：限定词、名词、动词、介词。"),
          .note.painted(.muted))
      }
    }.node
  }
}
