import Geometry

/// When requests may enter and leave a batch.
public enum BatchPolicy: Equatable, Sendable {
  /// Request-level: a batch is filled, runs until its longest request ends, and returns whole.
  case `static`
  /// Iteration-level: at each boundary the finished leave and the queue's head enters
  /// (Yu et al., ORCA, OSDI 2022, Alg. 1). A prompt is computed in one iteration.
  case continuous
  /// Iteration-level with at most `budget` tokens an iteration: one for each running decode, the rest
  /// for prompts, oldest first (Agrawal et al., Sarathi-Serve, OSDI 2024, Alg. 3). Decodes are never
  /// held back, even where they alone exceed the budget; a budget under 1 counts as 1.
  case chunked(budget: Int)

  /// Tokens an iteration may compute; nil without a limit.
  public var budget: Int? {
    if case .chunked(let budget) = self { return Swift.max(1, budget) }
    return nil
  }
}

/// Decides which request runs in which slot and iteration. Requests are served first come, first
/// served, and take the lowest free slot.
public struct BatchScheduler: Equatable, Sendable {
  /// Places in the batch, 1…256.
  public let slots: Int
  /// The rule.
  public let policy: BatchPolicy
  /// KV token slots that running requests may reserve together; nil without a limit.
  public let reservationLimit: Int?

  /// Creates a scheduler; `slots` is clamped to 1…256.
  ///
  /// Under a `reservationLimit` a request enters only while prompt + output of all that run fit, and
  /// the first that doesn't fit holds back those behind it (ORCA, Alg. 1). A request that
  /// could never fit is refused.
  public init(slots: Int, policy: BatchPolicy, reservationLimit: Int? = nil) {
    self.slots = slots.clamped(to: 1...256)
    self.policy = policy
    self.reservationLimit = reservationLimit
  }

  /// Runs a workload to its end.
  public func run(_ workload: BatchWorkload) -> BatchSchedule {
    let limit = reservationLimit ?? Int.max
    let queue = workload.queue.filter { $0.reservation <= limit }
    let refused = workload.requests.filter { $0.reservation > limit }.map { $0.id }
    let (placements, batches) =
      policy == .static ? runStatic(queue, limit) : (runIterations(queue, limit), [])
    return BatchSchedule(
      policy: policy, slots: slots, workload: workload, placements: placements, batches: batches,
      refused: refused)
  }

  /// Fills one batch after another.
  private func runStatic(_ queue: [BatchRequest], _ limit: Int) -> ([BatchPlacement], [StaticBatch]) {
    var placements: [BatchPlacement] = []
    var batches: [StaticBatch] = []
    var (head, now) = (0, 0)
    while head < queue.count {
      let start = Swift.max(now, queue[head].arrival)
      let first = head
      var reserved = 0
      while head < queue.count && head - first < slots && queue[head].arrival <= start
        && reserved + queue[head].reservation <= limit
      {
        reserved += queue[head].reservation
        head += 1
      }
      let members = queue[first..<head]
      var longest = queue[first]
      for r in members where r.output > longest.output { longest = r }
      let end = start + longest.output
      for (slot, r) in members.enumerated() {
        let chunk = PromptChunk(request: r.id, iteration: start, offset: 0, tokens: r.prompt)
        placements.append(
          BatchPlacement(
            request: r, slot: slot, start: start, end: end, chunks: [chunk],
            blocker: r.arrival < start ? batches.last?.longest : nil))
      }
      batches.append(
        StaticBatch(start: start, end: end, requests: members.map { $0.id }, longest: longest.id))
      now = end
    }
    return (placements, batches)
  }

  /// Runs iteration by iteration.
  private func runIterations(_ queue: [BatchRequest], _ limit: Int) -> [BatchPlacement] {
    var table = SlotTable(count: slots, limit: limit)
    var placements: [BatchPlacement] = []
    var (head, now) = (0, 0)
    while true {
      let left = table.retire(at: now)
      placements += left
      while head < queue.count && queue[head].arrival <= now, let slot = table.freeSlot(for: queue[head]) {
        let freed = left.first { $0.slot == slot } ?? left.first
        table.admit(queue[head], to: slot, at: now, blocker: queue[head].arrival < now ? freed?.id : nil)
        head += 1
      }
      if table.isEmpty {
        guard head < queue.count else { return placements }
        now = queue[head].arrival
        continue
      }
      table.step(at: now, budget: policy.budget)
      now += 1
    }
  }
}
