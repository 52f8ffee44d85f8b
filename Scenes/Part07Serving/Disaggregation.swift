import Figures
import Mechanisms

/// Prefill and decode on GPUs of their own, and the KV cache handed over between them.
public struct Disaggregation: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// Mixed GPUs, then pools, then a burst.
    case overview
    /// Prefill and decode on the same GPUs.
    case colocated
    /// A pool for each.
    case disaggregated
    /// How many GPUs each pool should have.
    case ratio
    /// How long requests wait for a prefill.
    case queueing
  }

  /// What stands on the stage.
  public enum State: Sendable {
    /// Lanes and rows of tokens.
    case gantt(GanttState)
    /// What pools of some sizes serve.
    case ratio(RatioState)
    /// Curves of the mean time to first token.
    case queue(QueueState)
  }

  /// Its name, place and title.
  public static let about = About(
    "disaggregation", chapter: "7.4", part: "07-serving",
    title: Phrase("Disaggregation", zh: "Prefill/decode 分离"))

  /// The runs that the parameters describe.
  public static func inputs(_ knobs: inout Knobs) -> DisaggRuns {
    let gap = knobs.int(
      "arrival-gap", 20...120, default: 50, step: 5, label: Phrase("arrival gap, ms", zh: "到达间隔，ms"))
    let prefill = knobs.int(
      "prefill-gpus", 1...4, default: 1, label: Phrase("prefill GPUs", zh: "prefill GPU 数"))
    let decode = knobs.int("decode-gpus", 1...4, default: 1, label: Phrase("decode GPUs", zh: "decode GPU 数"))
    let transfer = knobs.int(
      "transfer", 0...60, default: 5, step: 5, label: Phrase("transfer, ms", zh: "KV 传输，ms"))
    return DisaggRuns(
      gap: Double(gap), prefill: prefill, decode: decode, times: ServingTimes(handover: Double(transfer)))
  }

  /// The beats of a mode.
  public static func story(_ runs: DisaggRuns, _ mode: Mode) -> Story<State> {
    switch mode {
    case .overview: return overviewStory(runs)
    case .colocated: return colocatedStory(runs)
    case .disaggregated: return disaggregatedStory(runs)
    case .ratio: return ratioStory(runs)
    case .queueing: return queueingStory()
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .gantt(let state): return state.stage(at)
    case .ratio(let state): return state.stage
    case .queue(let state): return state.stage
    }
  }

  /// The one picture that explains a mode.
  public static func still(_ runs: DisaggRuns, _ mode: Mode) -> Stage {
    var stage: Stage
    switch mode {
    case .overview:
      stage = GanttState([runs.mixed, runs.split], of: runs).stage(.still)
      stage.caption = DisaggCaptions.finding(runs)
    case .colocated:
      stage = GanttState([runs.mixed], of: runs).stage(.still)
      stage.caption = DisaggCaptions.gaps(runs)
    case .disaggregated:
      stage = GanttState([runs.split], of: runs).stage(.still)
      stage.caption = DisaggCaptions.even(runs)
    case .ratio:
      let state = RatioState(PoolRatio(), prefill: runs.prefill, decode: runs.decode)
      stage = state.stage
      stage.caption = RatioWords.sweep(state)
    case .queueing:
      stage = QueueState(3).stage
      stage.caption = QueueWords.still
    }
    return stage
  }
}
