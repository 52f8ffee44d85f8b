import Figures
import Mechanisms

extension Disaggregation {
  static func overviewStory(_ runs: DisaggRuns) -> Story<State> {
    let horizon = max(runs.mixed.end, runs.split.end)
    let (mixed, split) = (gantt(runs, runs.mixed, horizon), gantt(runs, runs.split, horizon))
    let rush = max(runs.burst.end, runs.relieved.end)
    return Story {
      Beat(
        "mixed", .gantt(mixed.with(.none, shown: 0...horizon)), DisaggCaptions.mixed(runs), continuous: 5)
      Beat("gaps", .gantt(mixed.with(.none, .gaps)), DisaggCaptions.gaps(runs))
      Beat("split", .gantt(split.with(.none)), DisaggCaptions.split(runs))
      Beat("parcel", .gantt(split.with(.parcel)), DisaggCaptions.parcel(runs), continuous: 1.6)
      Beat("joins", .gantt(split.with(.arrows)), DisaggCaptions.joins(runs))
      Beat("even", .gantt(split.with(.arrows, .gaps)), DisaggCaptions.even(runs))
      Beat(
        "burst", .gantt(gantt(runs, runs.burst, rush).with(.arrows, .firstTokens)), DisaggCaptions.burst(runs)
      )
      Beat(
        "second prefill GPU", .gantt(gantt(runs, runs.relieved, rush).with(.arrows, .firstTokens)),
        DisaggCaptions.relieved(runs))
    }
  }

  static func colocatedStory(_ runs: DisaggRuns) -> Story<State> {
    let state = gantt(runs, runs.mixed, runs.mixed.end)
    // Up to the worst gap, over it, to the end.
    let gap = runs.mixed.longestGap(runs.followed).map { ($0.from, $0.to) } ?? (40, 50)
    return Story {
      Beat("start", .gantt(state.with(.none, shown: 0...gap.0)), DisaggCaptions.first(runs), continuous: 2)
      Beat(
        "interrupt", .gantt(state.with(.none, shown: gap.0...gap.1)), DisaggCaptions.interrupted(runs),
        continuous: 2)
      Beat(
        "run on", .gantt(state.with(.none, shown: gap.1...max(gap.1, state.horizon))),
        DisaggCaptions.mixed(runs),
        continuous: 3)
      Beat("gaps", .gantt(state.with(.none, .gaps)), DisaggCaptions.gaps(runs))
    }
  }

  static func disaggregatedStory(_ runs: DisaggRuns) -> Story<State> {
    let state = gantt(runs, runs.split, runs.split.end)
    let first = runs.split.tokens(of: runs.followed).first ?? 0
    return Story {
      Beat(
        "prefill", .gantt(state.with(.none, shown: 0...first)), DisaggCaptions.emitted(runs), continuous: 2)
      Beat(
        "run on", .gantt(state.with(.none, shown: first...state.horizon)), DisaggCaptions.split(runs),
        continuous: 4)
      Beat("hand-over", .gantt(state.with(.parcel)), DisaggCaptions.parcel(runs), continuous: 1.6)
      Beat("even", .gantt(state.with(.arrows, .gaps)), DisaggCaptions.even(runs))
    }
  }

  static func ratioStory(_ runs: DisaggRuns) -> Story<State> {
    let rates = PoolRatio()
    func pair(_ x: Int, _ y: Int, _ isWhole: Bool = false) -> RatioState {
      RatioState(rates, prefill: x, decode: y, isWhole: isWhole)
    }
    let best = pair(1, 1).best
    return Story {
      Beat("one each", .ratio(pair(1, 1)), RatioWords.caption(pair(1, 1)))
      Beat(
        "best pair", .ratio(pair(best.prefill, best.decode)),
        RatioWords.caption(pair(best.prefill, best.decode)))
      Beat(
        "sweep", .ratio(pair(best.prefill, best.decode, true)),
        RatioWords.sweep(pair(best.prefill, best.decode)))
      Beat(
        "chosen", .ratio(pair(runs.prefill, runs.decode, true)),
        RatioWords.chosen(pair(runs.prefill, runs.decode)))
    }
  }

  static func queueingStory() -> Story<State> {
    let names = ["one GPU", "layers split", "each layer split"]
    let all = QueueState(3).queues
    return Story(
      all.indices.map { i in Beat(names[i], .queue(QueueState(i + 1)), QueueWords.caption(all[i])) })
  }

  private static func gantt(_ runs: DisaggRuns, _ run: ServingRun, _ horizon: Double) -> GanttState {
    GanttState([run], of: runs, horizon: horizon)
  }
}
