import Figures
import Mechanisms

// The stories of what an iteration computes: selective batching, chunked prefill.
extension ContinuousBatching {
  static func selectiveStory(_ runs: BatchingRuns) -> Story<State> {
    let prompts = RowsState.prompts(runs)
    let mixed = RowsState.mixed(runs)
    return Story {
      Beat("padded", .rows(prompts.at(.padded)), RowsCaptions.padded(prompts.batch))
      Beat("flat", .rows(prompts.at(.flat)), RowsCaptions.flat(prompts.batch))
      Beat("linear", .rows(prompts.at(.linear)), RowsCaptions.linear)
      Beat("attention", .rows(prompts), RowsCaptions.attention)
      Beat("mixed", .rows(mixed), RowsCaptions.mixed(mixed))
    }
  }

  static func selectiveStill(_ runs: BatchingRuns) -> Stage {
    let state = RowsState.prompts(runs)
    return captioned(state.stage, RowsCaptions.finding(state.batch))
  }

  static func chunkedStory(_ runs: BatchingRuns) -> Story<State> {
    let whole = ColumnsState(runs, shown: runs.continuous, budget: nil)
    let limited = ColumnsState(runs, shown: runs.continuous, budget: runs.chunked.policy.budget)
    let cut = limited.cut(runs)
    return Story {
      Beat("columns", .columns(whole), ColumnsCaptions.columns)
      Beat("stall", .columns(whole.noting(.stall)), ColumnsCaptions.stall(whole))
      Beat("budget", .columns(limited), ColumnsCaptions.budget(limited))
      Beat("cut", .columns(cut), ColumnsCaptions.cut(runs), pace: Pace(seconds: 2.4))
      Beat("price", .columns(cut.noting(.price)), ColumnsCaptions.price(runs))
    }
  }

  static func chunkedStill(_ runs: BatchingRuns) -> Stage {
    let cut = ColumnsState(runs, shown: runs.continuous, budget: runs.chunked.policy.budget).cut(runs)
    return captioned(cut.stage, ColumnsCaptions.finding(runs))
  }
}
