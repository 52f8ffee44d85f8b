import Figures
import Instruments
import Mechanisms

/// The factors and the products of the matrix story.
extension AttentionMatrices {
  /// A matrix's name with its shape.
  private func name(_ name: String, _ rows: Int, _ columns: Int) -> Node {
    Row(spacing: Spacing.s, align: .guide) {
      Text(Phrase(name), .note.bold)
      Text(Phrase("[\(rows) × \(columns)]"), .data.painted(.muted))
    }.node
  }

  var legend: Node {
    Column(spacing: 4) {
      Text(Phrase("**Q**: what a token looks for", zh: "**Q**：token 在找什么"))
      Text(Phrase("**K**: what it is", zh: "**K**：它是什么"))
      Text(Phrase("**V**: what it hands over", zh: "**V**：它给出什么"))
    }.padding(Insets(top: Spacing.l))
  }

  // MARK: Factors

  /// The sentence, and below each token its key: the columns of Kᵀ.
  var keys: Node {
    let cell = Size(Self.token.pitch, Self.factor)
    return Column(spacing: 0) {
      Column(spacing: 0) {
        r.arcs(step >= .arcs ? r.edges(all: true) : [], weighted: true, on: Self.token, height: Self.arcs)
        r.chips(on: Self.token, height: Self.chip, hiding: false)
      }.padding(Insets(left: Self.token.gap / 2, bottom: Spacing.xs))
      Overlay(align: .topLeading) {
        TensorGrid(rows: r.width, columns: r.count, cell: cell, outline: .edge(.compute)) { d, k in
          .number(r.run.keys[k, d], NumberFormat(), heat: r.run.keys[k, d] / 2)
        }
        name("K^{T}", r.width, r.count).frame(height: cell.height * Double(r.width))
          .frame(width: 90, align: .trailing).offset(x: -90 - Spacing.m)
      }
    }.node
  }

  var queries: Node {
    Column(spacing: Spacing.s, align: .end) {
      TensorGrid(
        rows: r.count, columns: r.width, cell: Self.query, rowLabels: r.tokens, ring: ring(r.width),
        outline: .edge(.compute)
      ) { q, d in
        .number(r.run.queries[q, d], NumberFormat(), heat: r.run.queries[q, d] / 2, strong: q == r.query)
      }
      name("Q", r.count, r.width)
    }.node
  }

  var values: Node {
    Column(spacing: 0, align: .end) {
      name("V", r.count, r.width)
      TensorGrid(
        rows: r.count, columns: r.width, cell: Size(Self.output.width, Self.factor), rowLabels: r.tokens,
        columnLabels: Words.dimensions, outline: .edge(.compute)
      ) { k, d in
        .number(r.run.values[k, d], NumberFormat(), heat: r.run.values[k, d] / 2)
      }
    }.node
  }

  private func ring(_ columns: Int) -> TensorGrid.Stretch {
    TensorGrid.Stretch(row: r.query, columns: 0...columns - 1)
  }

  // MARK: Products

  var weights: Node {
    let full = step < .weights
    return Column(spacing: Spacing.s, align: .center) {
      TensorGrid(
        rows: r.count, columns: r.count, cell: Size(Self.token.pitch, Self.query.height),
        ring: full ? ring(r.count) : r.ring
      ) { q, k in
        switch step {
        case .factors: .empty
        case .scores:
          .number(
            r.run.rows[q].scores[k], NumberFormat(), heat: r.run.rows[q].scores[k] / 8, strong: q == r.query,
            counts: false)
        default: r.weightCell(q, k)
        }
      } tag: { cell, q, k in
        cell.same("weight", q, k)
      }
      name(full ? "Q K^{T}" : "A = softmax(\(formula))", r.count, r.count)
      if !full && r.masked { r.maskLabel(Phrase("M: causal mask", zh: "M：因果掩码")) }
    }.node
  }

  /// What softmax runs over.
  private var formula: String {
    "Q K^{T}" + (r.scaled || r.temperature != 1 ? " " + r.divisor[.en] : "") + (r.masked ? " + M" : "")
  }

  var outputs: Node {
    Column(spacing: Spacing.s, align: .center) {
      TensorGrid(rows: r.count, columns: r.width, cell: Self.output, ring: ring(r.width)) { q, d in
        step == .mix ? outputCell(r.run.rows[q].output[d]) : .empty
      }
      name("O = A V", r.count, r.width)
    }.node
  }
}
