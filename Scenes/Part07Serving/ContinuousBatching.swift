import Figures
import Mechanisms

/// Static, continuous and chunked batching: who holds which slot, and when.
public struct ContinuousBatching: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// Static, then continuous batching, both side by side, then chunked prefill.
    case comparison
    /// A batch returns as a whole.
    case `static`
    /// Requests come and go at iteration boundaries.
    case continuous
    /// One flat strip of rows instead of a padded rectangle.
    case selectiveBatching = "selective-batching"
    /// Prompts cut under a token budget.
    case chunkedPrefill = "chunked-prefill"
  }

  /// What stands on the stage.
  public enum State: Sendable {
    /// One policy under way: the queue, the slots.
    case slots(SlotsState)
    /// Two schedules on one axis.
    case comparison(ComparisonState)
    /// The rows of one iteration.
    case rows(RowsState)
    /// The tokens of each iteration.
    case columns(ColumnsState)
  }

  /// Its name, place and title.
  public static let about = About(
    "continuous-batching", chapter: "7.1", part: "07-serving",
    title: Phrase("Continuous batching", zh: "连续批处理"))

  /// Runs the workload that the parameters describe under each policy.
  public static func inputs(_ knobs: inout Knobs) -> BatchingRuns {
    let slots = knobs.int("slots", 2...8, default: 4, label: Phrase("slots", zh: "slot（槽位）数"))
    let requests = knobs.int("requests", 4...24, default: 12, label: Phrase("requests", zh: "请求数"))
    let spread = knobs.real(
      "length-spread", 0...1, default: 1, step: 0.1, label: Phrase("length spread", zh: "长度差异"))
    let budget = knobs.int(
      "token-budget", 4...32, default: 8,
      label: Phrase("token budget (chunked prefill only)", zh: "token 预算（仅用于 chunked prefill）"))
    return BatchingRuns(slots: slots, requests: requests, spread: spread, budget: budget)
  }

  /// The beats of a mode.
  public static func story(_ runs: BatchingRuns, _ mode: Mode) -> Story<State> {
    switch mode {
    case .comparison: return comparisonStory(runs)
    case .static: return staticStory(runs)
    case .continuous: return continuousStory(runs)
    case .selectiveBatching: return selectiveStory(runs)
    case .chunkedPrefill: return chunkedStory(runs)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .slots(let state): return state.stage
    case .comparison(let state): return state.stage
    case .rows(let state): return state.stage
    case .columns(let state): return state.stage
    }
  }

  /// The one picture that explains a mode.
  public static func still(_ runs: BatchingRuns, _ mode: Mode) -> Stage {
    switch mode {
    case .comparison: return comparisonStill(runs)
    case .static: return staticStill(runs)
    case .continuous: return continuousStill(runs)
    case .selectiveBatching: return selectiveStill(runs)
    case .chunkedPrefill: return chunkedStill(runs)
    }
  }
}
