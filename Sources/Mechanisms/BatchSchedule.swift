/// One batch of the static policy.
public struct StaticBatch: Equatable, Sendable {
  /// Boundary at which it starts.
  public let start: Int
  /// Boundary at which all its requests return.
  public let end: Int
  /// Ids of its requests, by slot.
  public let requests: [Int]
  /// Id of the request that the others wait for: the longest, the first of equals.
  public let longest: Int
}

/// A maximal run of idle cells in one slot.
public struct IdleRun: Equatable, Sendable {
  /// The slot, from 0.
  public let slot: Int
  /// First idle iteration.
  public let start: Int
  /// Boundary at which the run ends.
  public let end: Int
  /// The request that holds the slot without working: done but not returned (static), or without a
  /// share of the token budget (chunked). Nil when the slot is empty.
  public let holder: Int?
  /// The request that enters the slot at `end`, if any; its `blocker` is whom it waited for.
  public let next: Int?
}

/// The result of a scheduler: who ran where and when, and every number that follows from it.
///
/// Boundary k lies before iteration k, both from 0; a finish time of 7 means after iterations 0…6.
public struct BatchSchedule: Equatable, Sendable {
  /// The rule that made it.
  public let policy: BatchPolicy
  /// Places in the batch.
  public let slots: Int
  /// What was asked for.
  public let workload: BatchWorkload
  /// Where each request ran, by id; refused requests are missing.
  public let placements: [BatchPlacement]
  /// The batches of the static policy in order; empty for the others.
  public let batches: [StaticBatch]
  /// Ids of the requests that could never fit the reservation limit.
  public let refused: [Int]
  /// Iterations until the last request has left.
  public let iterations: Int

  /// The placements of each slot, in order of time.
  private let lanes: [[BatchPlacement]]

  init(
    policy: BatchPolicy, slots: Int, workload: BatchWorkload, placements: [BatchPlacement],
    batches: [StaticBatch], refused: [Int]
  ) {
    self.policy = policy
    self.slots = slots
    self.workload = workload
    self.placements = placements.sorted { $0.id < $1.id }
    self.batches = batches
    self.refused = refused
    iterations = placements.reduce(0) { Swift.max($0, $1.end) }
    var lanes = Array(repeating: [BatchPlacement](), count: slots)
    for p in placements.sorted(by: { $0.start < $1.start }) { lanes[p.slot].append(p) }
    self.lanes = lanes
  }

  /// Where a request ran; nil when it was refused or isn't part of the workload.
  public func placement(of id: Int) -> BatchPlacement? { placements.first { $0.id == id } }

  /// The requests that held a slot, in order of time; none for a slot that doesn't exist.
  public func lane(_ slot: Int) -> [BatchPlacement] { lanes.indices.contains(slot) ? lanes[slot] : [] }

  /// What a slot does in an iteration; idle and empty outside the grid.
  public func cell(slot: Int, iteration: Int) -> BatchCell {
    for p in lane(slot) { if let cell = p.cell(at: iteration) { return cell } }
    return BatchCell(kind: .idle, request: nil, tokens: 0)
  }

  /// The whole grid, a row for each slot, a column for each iteration.
  public var grid: [[BatchCell]] {
    (0..<slots).map { slot in (0..<iterations).map { cell(slot: slot, iteration: $0) } }
  }

  /// The idle cells of a slot, gathered into runs.
  public func idleRuns(slot: Int) -> [IdleRun] {
    var runs: [IdleRun] = []
    let lane = lane(slot)
    func add(_ start: Int, _ end: Int, _ holder: Int?) {
      guard start < end else { return }
      let next = lane.first { $0.start == end }?.id
      runs.append(IdleRun(slot: slot, start: start, end: end, holder: holder, next: next))
    }
    var free = 0
    for p in lane {
      add(free, p.start, nil)
      var done = p.start
      for chunk in p.chunks {
        add(done, chunk.iteration, p.id)
        done = chunk.iteration + 1
      }
      add(p.lastToken, p.end, p.id)
      free = p.end
    }
    if slot >= 0 && slot < slots { add(free, iterations, nil) }
    return runs
  }

  /// Cells in which something is computed.
  public var usefulCells: Int { placements.reduce(0) { $0 + $1.usefulCells } }

  /// Share of the slot × iteration grid that is idle, 0…1; 0 when nothing ran.
  public var idleShare: Double {
    iterations == 0 ? 0 : 1 - Double(usefulCells) / (Double(slots) * Double(iterations))
  }

  /// Mean finish time in iterations from boundary 0; 0 when nothing ran.
  public var meanCompletion: Double { mean { $0.end } }

  /// Mean time from arrival to finish in iterations; 0 when nothing ran.
  public var meanLatency: Double { mean { $0.latency } }

  /// Tokens generated per iteration; 0 when nothing ran.
  public var tokensPerIteration: Double {
    iterations == 0 ? 0 : placements.reduce(0) { $0 + Double($1.request.output) } / Double(iterations)
  }

  private func mean(_ value: (BatchPlacement) -> Int) -> Double {
    placements.isEmpty
      ? 0 : placements.reduce(0) { $0 + Double(value($1)) } / Double(placements.count)
  }
}
