import Figures
import Mechanisms

// The stories of paging and of what it replaces.
extension PagedAttention {
  static func overviewStory(_ runs: PagingRuns) -> Story<State> {
    let line = LineState(runs)
    let decode = runs.decode(2)
    let (before, after) = runs.ended
    return Story {
      Beat("contiguous", .line(line.at(.reserved)), PagingCaptions.reserved(line.full))
      Beat("refused", run: [.line(line.at(.freed)), .line(line.at(.refused))], PagingCaptions.refused(line))
      Beat("blocks", run: [.line(line.at(.blocks)), .line(line.at(.paged))], PagingCaptions.blocks(line))
      Beat(
        "prompt", run: ([runs.empty] + runs.prefill).map { pool(runs, $0) },
        PagingCaptions.prompt(state(runs, runs.prompted)), pace: Pace(seconds: 0.4))
      Beat(
        "append", run: decode.map { pool(runs, $0, .lastToken(of: 0)) },
        PagingCaptions.append(from: runs.prompted, to: decode[1]))
      Beat("fork", pool(runs, runs.forked, fork(runs)), PagingCaptions.fork(state(runs, runs.forked)))
      Beat("write", .pool(firstWrite(runs)), ForkCaptions.write(firstWrite(runs)))
      Beat("free", .pool(ending(runs, before, after)), PagingCaptions.ended(before, after))
    }
  }

  static func contiguousStory(_ runs: PagingRuns) -> Story<State> {
    let state = PolicyState(slots: runs.slots)
    return Story {
      Beat("arrive", .policies(state), PolicyCaptions.arrive)
      Beat("longest", .policies(state.showing(1)), PolicyCaptions.of(state.showing(1)))
      Beat("power of two", .policies(state.showing(2)), PolicyCaptions.of(state.showing(2)))
      Beat("exact", .policies(state.showing(3)), PolicyCaptions.of(state.showing(3)))
    }
  }

  static func pagedStory(_ runs: PagingRuns) -> Story<State> {
    let growth = runs.decode(runs.lengths[0] - runs.prompt)
    let filled = runs.fill > 0 ? growth[runs.fill - 1] : runs.prompted
    let gathered = runs.gathered.indices.map { gathering(runs, $0) }
    return Story {
      Beat(
        "prompt", run: runs.prefill.map { .pool(single(runs, $0)) },
        PagingCaptions.prompt(single(runs, runs.prompted)), pace: Pace(seconds: 0.4))
      Beat(
        "fill",
        run: (runs.fill > 0 ? Array(growth.prefix(runs.fill)) : [runs.prompted]).map {
          .pool(single(runs, $0, .lastToken(of: 0)))
        },
        PagingCaptions.fill(filled, runs.fill))
      Beat(
        "new block", .pool(single(runs, growth[runs.fill], .lastToken(of: 0))),
        PagingCaptions.open(growth[runs.fill]))
      Beat(
        "all requests", run: gathered.map { .pool($0) }, PagingCaptions.gathered(gathered[gathered.count - 1])
      )
    }
  }

  static func copyStory(_ runs: PagingRuns) -> Story<State> {
    let last = PoolState(runs.sampled, prompt: runs.prompt, room: runs.room)
    return Story {
      Beat("prompt", pool(runs, runs.prompted), PagingCaptions.prompt(state(runs, runs.prompted)))
      Beat("fork", pool(runs, runs.forked, fork(runs)), ForkCaptions.fork(state(runs, runs.forked)))
      Beat("first write", .pool(firstWrite(runs)), ForkCaptions.write(firstWrite(runs)))
      Beat("second write", .pool(written(runs, 1)), ForkCaptions.next(written(runs, 1), writer(runs, 1)))
      Beat(
        "run on", run: (2..<max(3, runs.writes.count)).map { .pool(written(runs, $0)) } + [.pool(last)],
        ForkCaptions.saved(runs.sampled), pace: Pace(seconds: 0.5))
    }
  }

  static func fragmentationStory(_ runs: PagingRuns) -> Story<State> {
    let line = LineState(runs)
    func at(_ step: LineState.Step) -> State { .line(line.at(step, isComparison: true)) }
    return Story {
      Beat("reserve", at(.reserved), PagingCaptions.reserved(line.full))
      Beat("end", at(.freed), PagingCaptions.ends(line))
      Beat("refuse", at(.refused), PagingCaptions.refused(line))
      Beat("paged", at(.paged), PagingCaptions.scattered(line))
    }
  }

  // MARK: Stills

  static func overviewStill(_ runs: PagingRuns) -> Stage {
    var state = PoolState(runs.sampled, prompt: runs.prompt, room: runs.room)
    let shared = state.pool.sequences.first?.table.first { runs.sampled.references[$0] > 1 }
    state = state.following(
      shared.map { .block($0) } ?? .nothing, foot: .strips, write: runs.write(0),
      left: ForkCaptions.remark(runs, 0),
      right: ForkCaptions.remark(runs, 1) ?? PagingRemarks.single(runs.sampled))
    return captioned(state.stage, PagingCaptions.still(runs.sampled))
  }

  static func contiguousStill(_ runs: PagingRuns) -> Stage {
    captioned(PolicyState(slots: runs.slots).showing(3).stage, PolicyCaptions.still)
  }

  static func pagedStill(_ runs: PagingRuns) -> Stage {
    var state = gathering(runs, runs.gathered.count - 1)
    state.foot = .strips
    return captioned(state.stage, PagingCaptions.gathered(state))
  }

  static func fragmentationStill(_ runs: PagingRuns) -> Stage {
    let line = LineState(runs)
    return captioned(line.at(.paged, isComparison: true).stage, PagingCaptions.scattered(line))
  }

  // MARK: States

  /// A state of the story in which one prompt is sampled.
  private static func state(_ runs: PagingRuns, _ pool: PagedPool) -> PoolState {
    PoolState(pool, prompt: runs.prompt, room: runs.room)
  }

  private static func pool(
    _ runs: PagingRuns, _ pool: PagedPool, _ focus: PoolState.Focus = .nothing
  ) -> State {
    .pool(state(runs, pool).following(focus, right: PagingRemarks.single(pool)))
  }

  private static func fork(_ runs: PagingRuns) -> PoolState.Focus {
    runs.forked.sequences.count > 1 ? .table(of: 1) : .nothing
  }

  private static func written(_ runs: PagingRuns, _ index: Int) -> PoolState {
    guard runs.writes.indices.contains(index) else { return state(runs, runs.sampled) }
    let turn = index % max(1, runs.writes[index].sequences.count)
    return state(runs, runs.writes[index]).following(.lastToken(of: turn), write: runs.write(index))
  }

  private static func firstWrite(_ runs: PagingRuns) -> PoolState { written(runs, 0) }

  private static func writer(_ runs: PagingRuns, _ index: Int) -> String {
    requestName(index % max(1, runs.forked.sequences.count))
  }

  private static func ending(_ runs: PagingRuns, _ before: PagedPool, _ after: PagedPool) -> PoolState {
    var state = state(runs, after).following(.nothing, left: PagingRemarks.ended(before, after))
    state.returned = after.free.count - before.free.count
    return state
  }

  /// A state of the story of one request, and of several later on.
  private static func single(
    _ runs: PagingRuns, _ pool: PagedPool, _ focus: PoolState.Focus = .nothing
  ) -> PoolState {
    let all = runs.gathered[runs.gathered.count - 1].pool
    return PoolState(pool, prompt: runs.prompt, room: all, isRising: true).following(
      focus, right: PagingRemarks.single(pool))
  }

  private static func gathering(_ runs: PagingRuns, _ count: Int) -> PoolState {
    let step = runs.gathered[count]
    let guests = step.sequences.enumerated().map {
      PoolState.Guest(id: $0, sequence: $1, length: $0 == 0 ? runs.prompt : runs.lengths[$0])
    }
    let room = runs.gathered[runs.gathered.count - 1].pool
    var state = PoolState(step.pool, guests: guests, prompt: runs.prompt, room: room, isRising: true)
    state.isMixed = true
    return state.following(.sequence(0), right: PagingWords.lost(state))
  }

  static func captioned(_ stage: Stage, _ caption: Phrase) -> Stage {
    var stage = stage
    stage.caption = caption
    return stage
  }
}
