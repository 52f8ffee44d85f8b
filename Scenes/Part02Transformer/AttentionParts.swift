import Figures
import Instruments
import Mechanisms

/// What several modes of attention draw alike.
extension AttentionReading {
  /// A query and a key that it may see, both from 0.
  struct Edge: Sendable {
    let query, key: Int
  }

  /// The edges of the row that is followed; with `all` those of every row, the followed one's on top.
  func edges(all: Bool) -> [Edge] {
    var edges: [Edge] = []
    for (q, row) in run.rows.enumerated() where all && q != query {
      for k in row.visible.indices where row.visible[k] { edges.append(Edge(query: q, key: k)) }
    }
    for k in row.visible.indices where row.visible[k] { edges.append(Edge(query: query, key: k)) }
    return edges
  }

  /// How wide an arc of weight 1 is, in points.
  static let fullArc = 12.0

  /// Edges over the sentence: as wide as their weights, or plain arrows.
  func arcs(_ edges: [Edge], weighted: Bool, on track: Track, height: Double) -> Node {
    ArcDiagram(edges.map { arc($0, weighted: weighted) }, on: track, height: height) { arc, i in
      arc.same("edge", edges[i].query, edges[i].key, named: meaning(edges[i], weighted: weighted))
    }.node
  }

  private func meaning(_ edge: Edge, weighted: Bool) -> Phrase {
    let (q, k) = (name(edge.query), name(edge.key))
    guard weighted else { return Phrase("\(q) asks \(k)", zh: "\(q) 问 \(k)") }
    let weight = fixed(run.rows[edge.query].weights[edge.key], 3)
    return Phrase("\(q) takes \(weight) from \(k)", zh: "\(q) 从 \(k) 取 \(weight)")
  }

  private func arc(_ edge: Edge, weighted: Bool) -> ArcDiagram.Arc {
    guard weighted else { return ArcDiagram.Arc(from: edge.query, to: edge.key, stroke: .strong, head: true) }
    let weight = run.rows[edge.query].weights[edge.key]
    // The other rows are there to be seen as many, not one by one.
    let followed = edge.query == query
    return ArcDiagram.Arc(
      from: edge.query, to: edge.key,
      stroke: Stroke(followed ? .ink : .line, width: weight * Self.fullArc),
      fill: followed ? .role(.compute, .solid) : .panel)
  }

  /// The sentence; with `hiding` the keys that the followed row may not see are hatched.
  func chips(on track: Track, height: Double, hiding: Bool) -> Node {
    TokenStrip(tokens, on: track, height: height) { i in
      i == query ? .followed : hiding && !row.visible[i] ? .notYet : .rest
    } tag: { chip, i in
      chip.same("token", i, named: tokens[i])
    }.node
  }

  /// The stretch of the followed row that it may see.
  var ring: TensorGrid.Stretch {
    TensorGrid.Stretch(row: query, columns: 0...(row.visible.lastIndex(of: true) ?? 0))
  }

  /// A weight as a cell.
  func weightCell(_ r: Int, _ c: Int, digits: Int = 2) -> TensorCell {
    let row = run.rows[r]
    guard row.visible[c] else { return .masked() }
    let format: NumberFormat = digits == 3 ? .share(row.weights[c]) : NumberFormat(digits: digits, bare: true)
    return .number(row.weights[c], format, heat: row.weights[c], strong: r == query)
  }

  /// A plate on the hatch of the triangle.
  func maskLabel(_ words: Phrase) -> Node {
    Text(words, .note.painted(.role(.masked, .text)))
      .background(.plate, padding: Insets(horizontal: 5, vertical: 1))
      .placed(.over(Identity("weight", 0, 4))).same("mask")
  }

  /// The visible key with the highest score; of several the first.
  var best: Int {
    var best = 0
    for i in row.scores.indices where row.visible[i] && row.scores[i] > row.scores[best] { best = i }
    return best
  }
}

/// A query, key or value as a strip of small whole numbers.
func vectorStrip(_ numbers: [Double], cell: Size) -> Node {
  TensorGrid(
    rows: 1, columns: numbers.count, cell: cell, outline: .edge(.compute)
  ) { _, i in
    .number(numbers[i], NumberFormat(digits: 0), heat: numbers[i] / 2)
  }.node
}

extension NumberFormat {
  /// A share, or what is mixed in shares: `.107`; 0 or 1 where it is exactly that, `1.00` where nearly.
  static func share(_ x: Double) -> NumberFormat {
    NumberFormat(digits: x == 0 || x == 1 ? 0 : x >= 0.9995 ? 2 : 3, bare: true)
  }
}

/// A number of a mixed value as a cell.
func outputCell(_ x: Double) -> TensorCell { .number(x, .share(x), heat: x) }

/// A mixed value with the meaning of each number below it.
func outputStrip(_ numbers: [Double], cell: Size) -> Node {
  Column(spacing: 0) {
    TensorGrid(rows: 1, columns: numbers.count, cell: cell, outline: .strong) { _, i in
      outputCell(numbers[i])
    }
    TrackRow(Track(numbers.count, size: cell.width), height: 22) { i in
      Words.dimensions.indices.contains(i) ? Text(Words.dimensions[i], .note.painted(.muted)).node : nil
    }
  }.node
}

/// A remark in muted ink.
func quiet(_ en: String, zh: String) -> Text { Text(Phrase(en, zh: zh), .note.painted(.muted)) }
