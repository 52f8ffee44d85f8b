import Figures
import Instruments
import Mechanisms

/// Attention tile by tile: each row keeps a running maximum and a running sum, and the N × N matrix of scores
/// never has to exist in HBM (Dao et al. 2022; Dao 2023).
public struct FlashAttention: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// One tile of Q through the loop, and what it saves.
    case flashattention
    /// What one row keeps, tile by tile.
    case onlineSoftmax = "online-softmax-of-one-row"
    /// The order of the two loops.
    case tileLoop = "tile-loop"
    /// What is moved, by both schedules.
    case traffic
    /// Which tiles a causal mask spares.
    case causal
  }

  /// What a reader chooses.
  public struct Inputs: Sendable {
    /// Rows of Q, K, V and O.
    var count: Int
    /// Rows of a tile of Q, and of one of K and V.
    var queryTile, keyTile: Int
    /// Whether later keys are hidden.
    var causal: Bool
  }

  /// One state, in the terms of its mode.
  public enum State: Sendable {
    /// The default mode.
    case overview(FlashOverview)
    /// One row.
    case row(FlashRow)
    /// The two loops.
    case loop(FlashLoop)
    /// The bill.
    case traffic(FlashTraffic)
    /// The mask.
    case causal(FlashCausal)
  }

  /// Its name, place and title.
  public static let about = About(
    "flashattention-tiles", chapter: "4.5", part: "04-gpus",
    title: Phrase("FlashAttention", zh: "FlashAttention 分块"))

  /// Declares and reads the parameters.
  public static func inputs(_ knobs: inout Knobs) -> Inputs {
    Inputs(
      count: knobs.int("n", 8...64, default: 16, step: 4, label: Phrase("rows N", zh: "行数 N")),
      queryTile: knobs.int(
        "b-r", 1...16, default: 4, label: Phrase("rows of a Q tile, B_{r}", zh: "Q 分块的行数 B_{r}")),
      keyTile: knobs.int(
        "b-c", 1...16, default: 4, label: Phrase("rows of a K and V tile, B_{c}", zh: "K、V 分块的行数 B_{c}")),
      causal: knobs.int("causal", 0...1, default: 0, label: Phrase("causal mask", zh: "因果掩码")) == 1)
  }

  private static func reading(_ inputs: Inputs, causal: Bool? = nil) -> FlashReading {
    FlashReading(
      .waves(
        inputs.count, queryTile: inputs.queryTile, keyTile: inputs.keyTile, causal: causal ?? inputs.causal))
  }

  /// Runs both loops and tells the beats.
  public static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State> {
    switch mode {
    case .flashattention: return Story(FlashOverview.story(reading(inputs)))
    case .onlineSoftmax: return Story(FlashRow.story(reading(inputs)))
    case .tileLoop: return Story(FlashLoop.story(reading(inputs)))
    case .traffic: return Story(FlashTraffic.story(reading(inputs)))
    case .causal:
      return Story(FlashCausal.story(reading(inputs, causal: true), reading(inputs, causal: false)))
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .overview(let state): state.stage
    case .row(let state): state.stage
    case .loop(let state): state.stage
    case .traffic(let state): state.stage
    case .causal(let state): state.stage
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: Inputs, _ mode: Mode) -> Stage {
    switch mode {
    case .flashattention: return FlashOverview.still(reading(inputs))
    case .onlineSoftmax: return FlashRow.still(reading(inputs))
    case .tileLoop: return FlashLoop.still(reading(inputs))
    case .traffic: return FlashTraffic.still(reading(inputs))
    case .causal: return FlashCausal.still(reading(inputs, causal: true), reading(inputs, causal: false))
    }
  }
}
