import Figures
import Instruments
import Mechanisms

/// All queries at once: Q and Kᵀ give the weights, the weights and V give the output, each product
/// standing where the rows of its first factor cross the columns of its second.
public struct AttentionMatrices: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case factors, scores, weights, arcs, mix
    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  let reading: AttentionReading
  let step: Step

  init(_ reading: AttentionReading, _ step: Step) {
    self.reading = reading
    self.step = step
  }

  static func story(_ r: AttentionReading) -> Story<AttentionGraph.State> {
    func at(_ step: Step) -> AttentionGraph.State { .matrices(AttentionMatrices(r, step)) }
    return Story {
      Beat(
        "scores", run: [at(.factors), at(.scores)],
        Phrase(
          "Every row of Q meets every column of K^{T}: \(r.count * r.count) scores at once.",
          zh: "Q 的每一行遇上 K^{T} 的每一列：一次得到 \(r.count * r.count) 个得分。"))
      Beat(
        "weights", at(.weights),
        Phrase(
          "Softmax runs along each row\(r.masked ? ", over the keys that the mask leaves" : "").",
          zh: "softmax 逐行进行\(r.masked ? "，只算掩码留下的 key" : "")。"))
      Beat("arcs", at(.arcs), Captions.allRows(r))
      Beat(
        "mix", at(.mix),
        Phrase(
          "Each row of weights mixes the rows of V into one row of the output.", zh: "每一行权重把 V 的各行混合成输出的一行。"))
    }
  }

  // MARK: Measures

  private static let token = Track(6, size: 54, gap: 4)
  private static let names = 46.0, query = Size(36, 27), output = Size(64, 27), factor = 22.0
  private static let arcs = 56.0, chip = 28.0, gap = 24.0
  /// Where the rows of the products begin, below the factors that give their columns.
  private static let crossing = arcs + chip + Spacing.xs + 4 * factor + gap / 2
  private static let weights = names + 4 * query.width + gap
  private static let outputs = 880 - 4 * output.width

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "All rows in two products: weights from Q K^{T}, output from weights and V",
        zh: "两次乘法算完所有行：Q K^{T} 得权重，权重乘 V 得输出"),
      telemetry: reading.telemetry,
      caption: Phrase(
        "Two matrix products and a softmax along each row answer every query at once.",
        zh: "两次矩阵乘法，加上逐行的 softmax，一次答完所有 query。")
    ) {
      legend
      keys.padding(Insets(left: Self.weights)).same("keys")
      queries.frame(width: Self.weights - Self.gap, align: .trailing)
        .padding(Insets(top: Self.crossing)).same("queries")
      weights.padding(Insets(left: Self.weights, top: Self.crossing)).same("weights")
      values.frame(width: 880, height: Self.crossing - Self.gap / 2, align: .bottomTrailing).same("values")
      outputs.padding(Insets(left: Self.outputs, top: Self.crossing)).same("outputs")
    }
  }

  private var r: AttentionReading { reading }

  /// A matrix's name with its shape.
  private func name(_ name: String, _ rows: Int, _ columns: Int) -> Node {
    Row(spacing: Spacing.s, align: .guide) {
      Text(Phrase(name), .note.bold)
      Text(Phrase("[\(rows) × \(columns)]"), .data.painted(.muted))
    }.node
  }

  private var legend: Node {
    Column(spacing: 4) {
      Text(Phrase("**Q**: what a token looks for", zh: "**Q**：token 在找什么"))
      Text(Phrase("**K**: what it is", zh: "**K**：它是什么"))
      Text(Phrase("**V**: what it hands over", zh: "**V**：它给出什么"))
    }.padding(Insets(top: Spacing.l))
  }

  // MARK: Factors

  /// The sentence, and below each token its key: the columns of Kᵀ.
  private var keys: Node {
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

  private var queries: Node {
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

  private var values: Node {
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

  private var weights: Node {
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

  private var outputs: Node {
    Column(spacing: Spacing.s, align: .center) {
      TensorGrid(rows: r.count, columns: r.width, cell: Self.output, ring: ring(r.width)) { q, d in
        step == .mix ? outputCell(r.run.rows[q].output[d]) : .empty
      }
      name("O = A V", r.count, r.width)
    }.node
  }
}
