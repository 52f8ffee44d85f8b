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
        Phrase("Each row of weights mixes the rows of V into one row of the output.", zh: "每一行权重把 V 的各行混合成输出的一行。"))
    }
  }

  // MARK: Measures

  private static let token = Track(6, size: 54, gap: 4)
  private static let names = 48.0, query = Size(34, 27), output = Size(60, 27), factor = 22.0
  private static let arcs = 56.0, chip = 28.0, gap = 20.0
  private static let weights = names + 4 * query.width + gap
  private static let outputs = weights + 6 * token.pitch + 60

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
      keys.padding(Insets(left: Self.weights)).same("keys")
      if step >= .mix { values.same("values") }
    }
  }

  private var r: AttentionReading { reading }
  private var keys: Node { Node.empty }
  private var values: Node { Node.empty }
}
