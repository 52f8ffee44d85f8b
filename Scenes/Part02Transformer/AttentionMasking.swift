import Figures
import Instruments
import Mechanisms

/// What the causal mask does: scores, masked scores and weights side by side, and what comes of masking
/// not at all or too late.
public struct AttentionMasking: Sendable {
  /// How far the story is.
  enum Step: Int, Sendable {
    case sentence, scores, open, late, masked
  }

  let reading: AttentionReading
  /// The same run without a mask.
  let open: AttentionReading
  let step: Step

  init(_ reading: AttentionReading, open: AttentionReading, _ step: Step) {
    self.reading = reading
    self.open = open
    self.step = step
  }

  static func story(_ r: AttentionReading, open: AttentionReading) -> Story<AttentionGraph.State> {
    func at(_ step: Step) -> AttentionGraph.State { .masking(AttentionMasking(r, open: open, step)) }
    let late = AttentionMasking(r, open: open, .late)
    return Story {
      Beat(
        "scores", run: [at(.sentence), at(.scores)],
        Phrase(
          "Every query meets every key, later ones too: \(r.count * r.count) scores.",
          zh: "每个 query 都遇上每个 key，包括后面的：共 \(r.count * r.count) 个得分。"))
      Beat("no mask", at(.open), late.leak)
      Beat(
        "too late", at(.late),
        Phrase(
          "Hidden after softmax, the rest of row \(r.asked) sums to \(late.kept), not to 1.",
          zh: "softmax 之后才遮：\(r.word) 一行剩下的只有 \(late.kept)，不是 1。"))
      Beat("mask", at(.masked), late.lesson)
    }
  }

  // MARK: What the model says

  /// What the followed row gives to later tokens when nothing is masked.
  private var future: Double {
    open.row.weights.enumerated().reduce(0) { $1.offset > open.query ? $0 + $1.element : $0 }
  }

  /// What is left of a row when its later tokens are hidden after softmax.
  func rest(_ r: Int) -> Double {
    open.run.rows[r].weights.enumerated().reduce(0) { $1.offset <= r ? $0 + $1.element : $0 }
  }

  var kept: String { fixed(rest(open.query), 2) }
  var gone: String { fixed(future, 2) }

  private var leak: Phrase {
    open.query == open.count - 1
      ? Phrase(
        "Unmasked, every row but the last reads tokens that come later.", zh: "不加掩码，除最后一行外，每行都读到后面的 token。")
      : Phrase(
        "Unmasked, \(open.asked) takes \(gone) of its mix from tokens that come later.",
        zh: "不加掩码，\(open.word) 有 \(gone) 的份额来自后面的 token。")
  }

  private var lesson: Phrase {
    reading.masked
      ? Phrase(
        "Masked before softmax, each row sums to 1 and nothing comes from later tokens.",
        zh: "在 softmax 之前加掩码：每行之和为 1，后面的 token 一点不占。")
      : Phrase(
        "The mask is off: each row sums to 1, but reads later tokens.", zh: "掩码已关：每行之和为 1，却读到了后面的 token。")
  }

  // MARK: The picture

  static let track = Track(6, size: 54, gap: 10)
  static let cell = 38.0, gap = 52.0, sum = 44.0
  private static let names = 46.0, sentenceHeight = 82.0

  /// The chips' hatch when tokens are hidden too late.
  private var causal: AttentionReading {
    AttentionReading(run: AttentionSentence.attention(), query: open.query)
  }

  /// What the weights are computed from at this step.
  private var shown: AttentionReading { step == .masked ? reading : open }

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "What \(reading.asked) may see, before and after softmax", zh: "softmax 前后，\(reading.word) 能看到什么"),
      telemetry: shown.telemetry, caption: lesson
    ) {
      sentence.padding(Insets(left: Self.names)).same("sentence")
      remark.frame(height: Self.sentenceHeight)
        .padding(Insets(left: Self.names + Self.track.length + Spacing.xxl)).same("remark")
      Row(spacing: 0, align: .end) {
        grids
        sums.same("sums")
      }.frame(width: 880, height: 368, align: .bottomTrailing)
    }
  }

  /// Asking has not begun, reaches every token, or only what is left of them.
  private var edges: [AttentionReading.Edge] {
    step == .sentence ? [] : shown.edges(all: false).filter { step != .late || $0.key <= $0.query }
  }

  private var sentence: Node {
    Column(spacing: 0) {
      shown.arcs(
        edges, weighted: step != .scores, on: Self.track, height: Self.sentenceHeight - 32)
      (step == .late ? causal : shown).chips(on: Self.track, height: 32, hiding: true)
    }.node
  }
}
