import Figures
import Mechanisms

// The stories of one policy, and of both in turn.
extension ContinuousBatching {
  static func comparisonStory(_ runs: BatchingRuns) -> Story<State> {
    let horizon = max(runs.fixed.iterations, runs.continuous.iterations)
    let fixed = SlotsState(runs.fixed, followed: runs.followed, horizon: horizon)
    let continuous = SlotsState(runs.continuous, followed: runs.followed, horizon: horizon)
    let returned = runs.fixed.batches[0].end
    let columns = ColumnsState(runs, shown: runs.continuous, budget: runs.chunked.policy.budget)
    return Story {
      Beat("enter", run: slots([fixed, fixed.at(0)]), BatchingCaptions.enter(runs.fixed))
      Beat(
        "static", run: slots(fixed.at(0).run(to: returned, settled: false)),
        BatchingCaptions.keepsSlot(runs.fixed), pace: .iterations)
      Beat(
        "return", run: slots(fixed.at(returned, settled: false).run(to: runs.fixed.iterations)),
        BatchingCaptions.batchReturns(runs.fixed), pace: .iterations)
      Beat("rewind", .slots(continuous.at(0)), BatchingCaptions.rewind(runs.continuous))
      Beat(
        "refill", run: slots(continuous.at(0).run(to: runs.continuous.queueEmpty)), BatchingCaptions.refill,
        pace: .iterations)
      Beat(
        "tail", run: slots(continuous.at(runs.continuous.queueEmpty).run(to: runs.continuous.iterations)),
        BatchingCaptions.tail(runs.continuous), pace: .iterations)
      Beat(
        "side by side", .comparison(comparison(runs)), BatchingCaptions.finding(runs.fixed, runs.continuous))
      Beat(
        "chunked", run: [.columns(columns), .columns(columns.cut(runs))],
        BatchingCaptions.chunked(runs.chunked))
    }
  }

  static func staticStory(_ runs: BatchingRuns) -> Story<State> {
    let run = runs.fixed
    let start = SlotsState(run, followed: runs.followed)
    let (done, returned) = (run.placements.map { $0.lastToken }.min() ?? 0, run.batches[0].end)
    return Story {
      Beat("enter", run: slots([start, start.at(0)]), BatchingCaptions.enter(run))
      Beat(
        "first done", run: slots(start.at(0).run(to: done, settled: false)),
        BatchingCaptions.cannotReturn(run),
        pace: .iterations)
      Beat(
        "idle", run: slots(start.at(done, settled: false).run(to: returned, settled: false)),
        BatchingCaptions.idles(run), pace: .iterations)
      Beat("return", .slots(start.at(returned)), BatchingCaptions.leaveTogether(run))
      Beat(
        "total", run: slots(start.at(returned).run(to: run.iterations)), BatchingCaptions.total(run),
        pace: .iterations)
    }
  }

  static func continuousStory(_ runs: BatchingRuns) -> Story<State> {
    let run = runs.continuous
    let start = SlotsState(run, followed: runs.followed)
    let done = run.placements.map { $0.end }.min() ?? 0
    return Story {
      Beat("enter", run: slots([start, start.at(0)]), BatchingCaptions.enter(run))
      Beat(
        "first done", run: slots(start.at(0).run(to: done, settled: false)), BatchingCaptions.firstDone(run),
        pace: .iterations)
      Beat("swap", .slots(start.at(done)), BatchingCaptions.swap(run))
      Beat(
        "refill", run: slots(start.at(done).run(to: max(done, run.queueEmpty))), BatchingCaptions.noGap,
        pace: .iterations)
      Beat(
        "tail", run: slots(start.at(max(done, run.queueEmpty)).run(to: run.iterations)),
        BatchingCaptions.tail(run), pace: .iterations)
    }
  }

  static func comparisonStill(_ runs: BatchingRuns) -> Stage { comparison(runs).stage }

  static func staticStill(_ runs: BatchingRuns) -> Stage {
    captioned(SlotsState(runs.fixed, followed: runs.followed).end.stage, BatchingCaptions.total(runs.fixed))
  }

  static func continuousStill(_ runs: BatchingRuns) -> Stage {
    captioned(SlotsState(runs.continuous, followed: runs.followed).end.stage, BatchingCaptions.refill)
  }

  private static func comparison(_ runs: BatchingRuns) -> ComparisonState {
    ComparisonState(upper: runs.fixed, lower: runs.continuous, followed: runs.followed)
  }

  private static func slots(_ states: [SlotsState]) -> [State] { states.map { .slots($0) } }

  static func captioned(_ stage: Stage, _ caption: Phrase) -> Stage {
    var stage = stage
    stage.caption = caption
    return stage
  }
}
