import Figures
import Instruments
import Mechanisms

/// A query scores every key that it may see; softmax turns scores into shares; the output is that mix of
/// values (Vaswani et al. 2017, eq. 1). Follows the row “sat” of a six-token sentence.
public struct AttentionGraph: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// From tokens to all rows of weights.
    case attention
    /// One query worked out number by number.
    case oneQuery = "one-query"
    /// What the causal mask does, and why before softmax.
    case mask
    /// What dividing the scores does to the shares.
    case scale
    /// All queries at once, as matrices.
    case fullMatrix = "full-matrix"
  }

  /// What a reader chooses.
  public struct Inputs: Sendable {
    /// Which row is followed, from 0.
    var query: Int
    /// Divides the scores.
    var temperature: Double
    /// Whether scores are divided by √d.
    var scaled: Bool
    /// Whether later tokens are hidden.
    var masked: Bool
  }

  /// One state, in the terms of its mode.
  public enum State: Sendable {
    /// The default mode.
    case overview(AttentionOverview)
    /// One query, number by number.
    case oneQuery(AttentionOneQuery)
    /// The mask.
    case masking(AttentionMasking)
    /// The divisor.
    case scaling(AttentionScaling)
    /// All queries.
    case matrices(AttentionMatrices)
  }

  /// Its name, place and title.
  public static let about = About(
    "attention-graph", chapter: "2.4", part: "02-transformer", title: Phrase("Attention", zh: "注意力"))

  /// The work is part of what the figure teaches: no token is cheaper for being masked.
  public static let waivers = [
    Waiver(
      "telemetry-constant",
      because: "4n²d is what a whole matrix of scores costs, whichever query, mask or temperature is chosen")
  ]

  /// Declares and reads the parameters.
  public static func inputs(_ knobs: inout Knobs) -> Inputs {
    Inputs(
      query: knobs.int("query", 1...6, default: 3) - 1,
      temperature: knobs.real(
        "temperature", 0.25...4, default: 1, step: 0.25, label: Phrase("temperature", zh: "温度")),
      scaled: knobs.flag("scale", default: true, label: Phrase("scale by √d_{k}", zh: "除以 √d_{k}")),
      masked: knobs.flag("mask", default: true, label: Phrase("causal mask", zh: "因果掩码")))
  }

  /// Runs attention and tells the beats.
  public static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State> {
    let reading = AttentionReading(inputs)
    switch mode {
    case .oneQuery: return AttentionOneQuery.story(reading)
    case .mask: return AttentionMasking.story(reading, open: AttentionReading(inputs, masked: false))
    case .scale: return AttentionScaling.story(inputs)
    case .fullMatrix: return AttentionMatrices.story(reading)
    case .attention: return AttentionOverview.story(reading)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .overview(let state): state.stage
    case .oneQuery(let state): state.stage
    case .masking(let state): state.stage
    case .scaling(let state): state.stage
    case .matrices(let state): state.stage
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: Inputs, _ mode: Mode) -> Stage {
    let reading = AttentionReading(inputs)
    switch mode {
    case .oneQuery: return AttentionOneQuery(reading, .mix).stage
    case .mask: return AttentionMasking(reading, open: AttentionReading(inputs, masked: false), .masked).stage
    case .scale: return AttentionScaling(reading).stage
    case .fullMatrix: return AttentionMatrices(reading, .mix).stage
    case .attention: return AttentionOverview(reading, .allRows).stage
    }
  }
}
