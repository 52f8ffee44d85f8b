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

  static let token = Track(6, size: 54, gap: 4)
  static let names = 46.0, query = Size(36, 27), output = Size(64, 27), factor = 22.0
  static let arcs = 56.0, chip = 28.0, gap = 24.0
  /// Where the rows of the products begin, below the factors that give their columns.
  static let crossing = arcs + chip + Spacing.xs + 4 * factor + gap / 2
  static let weights = names + 4 * query.width + gap
  static let outputs = 880 - 4 * output.width

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

  var r: AttentionReading { reading }
}
