import Figures
import Mechanisms

/// The stories of the searches.
struct TreeSearchStories {
  let beam: BeamSearch
  let greedy = BeamSearch(beam: 1)
  let monte: MonteCarloSearch
  private var words: TreeSearchCaptions { TreeSearchCaptions(beam: beam, monte: monte) }

  typealias State = TreeSearch.State

  private func beam(_ search: BeamSearch, _ scored: Int, _ pruned: Bool, results: Bool = false) -> State {
    .beam(BeamView(search, scored: scored, pruned: pruned, showsResults: results))
  }

  private func at(_ done: Int, _ phase: MonteCarloMoment.Phase = .rest, answer: Bool = false) -> State {
    .monteCarlo(MonteCarloView(MonteCarloMoment(monte, done: done, phase), showsAnswer: answer))
  }

  /// At most eight numbers of simulations between two, the last among them.
  private func few(_ from: Int, _ to: Int) -> [Int] {
    let step = max(1, (to - from + 7) / 8)
    return stride(from: to, to: from, by: -step).reversed()
  }

  // MARK: Parts of stories

  /// The four steps of one simulation.
  private var steps: [Beat<State>] {
    let told = monte.told
    guard monte.rounds.indices.contains(told) else { return [] }
    let round = monte.rounds[told]
    return [
      Beat(
        "select", run: [at(told)] + (1...round.selected.count).map { at(told, .select($0)) }, words.select),
      Beat("expand", at(told, .expand), words.expand),
      Beat(
        "simulate", run: (1...max(1, round.rollout.count)).map { at(told, .simulate($0)) }, words.simulate),
      Beat("back up", run: (1...round.counted.count).map { at(told, .backUp($0)) }, words.backUp),
    ]
  }

  private var rounds: Beat<State> {
    let all = monte.rounds.count
    return Beat(
      "many rounds", run: few(monte.told + 1, all).map { at($0) } + [at(all, answer: true)], words.rounds,
      pace: Pace(seconds: 0.5, order: .together, staggers: false))
  }

  // MARK: Stories

  var overview: [Beat<State>] {
    [
      Beat("all leaves", beam(greedy, 0, false), words.leaves),
      Beat("greedy", run: (1...3).map { beam(greedy, $0, true) }, words.greedy),
      Beat(
        "beam", run: [beam(beam, 1, false), beam(beam, 1, true), beam(beam, 2, false), beam(beam, 2, true)],
        words.beamed),
      Beat("meets 24", run: [beam(beam, 3, false), beam(beam, 3, true)], words.met),
    ] + steps + [rounds]
  }

  var greedyStory: [Beat<State>] {
    [
      Beat("first step", run: [beam(greedy, 1, false), beam(greedy, 1, true)], words.firstStep),
      Beat("second step", run: [beam(greedy, 2, false), beam(greedy, 2, true)], words.secondStep),
      Beat("miss", run: [beam(greedy, 3, false), beam(greedy, 3, true)], words.greedy),
    ]
  }

  var beamStory: [Beat<State>] {
    [
      Beat("score", beam(beam, 1, false), words.score),
      Beat("prune", beam(beam, 1, true), words.prune),
      Beat("second level", run: [beam(beam, 2, false), beam(beam, 2, true)], words.beamed),
      Beat("third level", run: [beam(beam, 3, false), beam(beam, 3, true)], words.met),
      Beat("published", beam(beam, 3, true, results: true), words.published),
    ]
  }

  var monteCarlo: [Beat<State>] {
    [Beat("first three", run: (0...monte.told).map { at($0) }, words.firstThree)] + steps + [rounds]
  }

  var scores: [Beat<State>] {
    let all = monte.rounds.count
    func at(_ done: Int, _ phase: MonteCarloMoment.Phase) -> State {
      .monteCarlo(
        MonteCarloView(
          MonteCarloMoment(monte, done: done, phase),
          panel: ScoreBars(search: monte, done: min(done, all)).node))
    }
    let early = min(3, all), middle = min(max(early + 1, 8), all)
    return [
      Beat("one visit each", run: (0...early).map { at($0, .rest) }, words.oneEach),
      Beat(
        "largest score",
        run: [
          at(min(early, all - 1), .select(1)), at(min(early, all - 1), .select(2)),
          at(min(early + 1, all), .rest),
        ], words.largest),
      Beat(
        "bonus shrinks",
        run: few(min(early + 1, all), middle).map { at($0, .rest) } + [at(middle, .select(1))],
        words.shrinks),
      Beat("in the end", run: few(middle, all).map { at($0, .rest) } + [at(all, .rest)], words.shares),
    ]
  }
}
