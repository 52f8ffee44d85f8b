import Geometry
import Mechanisms
import Testing

/// Laws that hold for every schedule.
@Suite struct BatchPropertyTests {
  static let policies: [BatchPolicy] = [
    .static, .continuous, .chunked(budget: 1), .chunked(budget: 5), .chunked(budget: 8), .chunked(budget: 32),
  ]

  /// Every slider setting of the textbook's figure.
  func sweep(_ body: (Int, BatchWorkload) -> Void) {
    for slots in 2...8 {
      for count in 4...24 {
        for tenths in 0...10 {
          body(slots, .textbook(requests: count, spread: Double(tenths) / 10))
        }
      }
    }
  }

  /// Workloads with arrivals, from a seed.
  func random(_ seed: UInt32) -> BatchWorkload {
    var dice = Mulberry32(seed: seed)
    func list(_ n: Int, _ top: Double) -> [Int] { (0..<n).map { _ in Int(dice.next() * top) } }
    return BatchWorkload(outputs: list(30, 12), prompts: list(30, 20), arrivals: list(30, 60))
  }

  @Test func usefulCellsAreTheTokens() {
    sweep { slots, w in
      for policy in [BatchPolicy.static, .continuous] {
        let s = BatchScheduler(slots: slots, policy: policy).run(w)
        #expect(s.usefulCells == w.totalOutput)
        #expect(s.placements.count == w.requests.count)
      }
    }
  }

  @Test func continuousIsWorkConservingAndNeverSlower() {
    sweep { slots, w in
      let flow = BatchScheduler(slots: slots, policy: .continuous).run(w)
      let batch = BatchScheduler(slots: slots, policy: .static).run(w)
      #expect(flow.iterations <= batch.iterations)
      #expect(flow.meanCompletion <= batch.meanCompletion)
      for state in flow.states where !state.waiting.isEmpty {
        #expect(state.slots.allSatisfy { $0 != nil })
      }
    }
  }

  @Test("Whom a request waited for: the last in its slot, or the longest of the batch before")
  func blockers() {
    for seed in 1...60 {
      let w = random(UInt32(seed))
      let flow = BatchScheduler(slots: 4, policy: .continuous).run(w)
      for p in flow.placements where p.wait > 0 {
        #expect(p.blocker == flow.lane(p.slot).last { $0.end == p.start }?.id)
      }
      let batch = BatchScheduler(slots: 4, policy: .static).run(w)
      for (before, next) in zip(batch.batches, batch.batches.dropFirst()) {
        let members = before.requests.map { w.requests[$0].output }
        #expect(before.longest == before.requests.first { w.requests[$0].output == members.max() })
        for id in next.requests where w.requests[id].arrival < next.start {
          #expect(before.end == next.start)
          #expect(batch.placement(of: id)?.blocker == before.longest)
        }
      }
    }
  }

  @Test func aBudgetThatNeverBindsChangesNothing() {
    sweep { slots, w in
      let flow = BatchScheduler(slots: slots, policy: .continuous).run(w)
      let heaviest = (0..<flow.iterations).map { flow.load(of: $0).tokens }.max() ?? 0
      let chunked = BatchScheduler(slots: slots, policy: .chunked(budget: heaviest)).run(w)
      #expect(chunked.placements == flow.placements)
    }
  }

  @Test(arguments: policies) func schedulesAreSound(_ policy: BatchPolicy) {
    for seed in 1...60 {
      let w = random(UInt32(seed))
      let s = BatchScheduler(slots: 1 + seed % 6, policy: policy).run(w)
      #expect(s.placements.map { $0.id } == w.requests.map { $0.id })
      for p in s.placements {
        #expect(p.start >= p.request.arrival && p.end >= p.lastToken)
        #expect((p.blocker == nil) == (p.wait == 0))
        #expect(p.chunks.reduce(0) { $0 + $1.tokens } == p.request.prompt)
        if policy != .static { #expect(p.end == p.lastToken) }
      }
      // First come, first served.
      let served = s.placements.sorted { ($0.request.arrival, $0.id) < ($1.request.arrival, $1.id) }
      #expect(zip(served, served.dropFirst()).allSatisfy { $0.start <= $1.start })
      // One request in a slot at a time.
      for slot in 0..<s.slots {
        let lane = s.lane(slot)
        #expect(zip(lane, lane.dropFirst()).allSatisfy { $0.end <= $1.start })
      }
      // Nobody waits beside an empty slot, unless for a batch.
      if policy != .static {
        for state in s.states where !state.waiting.isEmpty {
          #expect(state.slots.allSatisfy { $0 != nil })
        }
      }
    }
  }

  @Test func budgetsAreKeptAndUsed() {
    for seed in 1...60 {
      let budget = 1 + seed % 12
      let s = BatchScheduler(slots: 5, policy: .chunked(budget: budget)).run(random(UInt32(seed)))
      for k in 0..<s.iterations {
        let load = s.load(of: k)
        #expect(load.tokens <= max(budget, load.decodes.count))
        // What is left over is left over because no prompt wants it.
        guard load.unused > 0 else { continue }
        let after = s.state(at: k + 1, settled: false)
        #expect(after.slots.allSatisfy { $0.map { $0.promptDone == $0.request.prompt } ?? true })
      }
    }
  }

  @Test(arguments: policies) func gridAndRunsAgree(_ policy: BatchPolicy) {
    for seed in 1...20 {
      let s = BatchScheduler(slots: 4, policy: policy).run(random(UInt32(seed)))
      var useful = 0
      for (slot, cells) in s.grid.enumerated() {
        var idle = Set<Int>()
        for (k, cell) in cells.enumerated() {
          if cell.kind == .idle { idle.insert(k) } else { useful += 1 }
        }
        let runs = s.idleRuns(slot: slot)
        #expect(Set(runs.flatMap { Array($0.start..<$0.end) }) == idle)
        #expect(runs.reduce(0) { $0 + $1.end - $1.start } == idle.count)
      }
      #expect(useful == s.usefulCells)
      #expect((s.idleShare - (1 - Double(useful) / Double(4 * s.iterations))).magnitude < 1e-12)
    }
  }
}
