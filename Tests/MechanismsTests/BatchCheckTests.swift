import Mechanisms
import Testing

/// Published and hand-computed facts about batching; prompts and outputs are the textbook's.
@Suite struct BatchCheckTests {
  let workload = BatchWorkload.textbook()
  func run(_ policy: BatchPolicy, slots: Int = 4) -> BatchSchedule {
    BatchScheduler(slots: slots, policy: policy).run(workload)
  }

  @Test("Request-level batching: 12 requests in 4 slots (schedule of Yu et al., ORCA, OSDI 2022, §2)")
  func staticSchedule() {
    let s = run(.static)
    #expect(s.iterations == 20)
    #expect(s.usefulCells == 48)
    #expect((s.idleShare - 0.4).magnitude < 1e-12)
    #expect(s.placements.map { $0.end } == [7, 7, 7, 7, 15, 15, 15, 15, 20, 20, 20, 20])
    #expect(s.meanCompletion == 14)
    #expect((s.tokensPerIteration - 2.4).magnitude < 1e-12)
    #expect(s.batches.map { $0.end } == [7, 15, 20])
    #expect(s.batches.map { $0.longest } == [1, 5, 10])
    #expect(s.batches.map { $0.requests } == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]])
  }

  @Test("Iteration-level batching: the same requests (Yu et al., ORCA, OSDI 2022, Alg. 1)")
  func continuousSchedule() {
    let s = run(.continuous)
    #expect(s.iterations == 14)
    #expect(s.usefulCells == 48)
    #expect((s.idleShare - (1 - 48.0 / 56)).magnitude < 1e-12)
    #expect(s.placements.map { $0.end } == [2, 7, 3, 5, 6, 11, 6, 12, 9, 9, 14, 11])
    #expect((s.meanCompletion - 7.9167).magnitude < 5e-5)
    #expect(s.placements.map { $0.start } == [0, 0, 0, 0, 2, 3, 5, 6, 6, 7, 9, 9])
    #expect(s.placements.map { $0.slot } == [0, 1, 2, 3, 0, 2, 3, 0, 3, 1, 1, 3])
    #expect(s.batches.isEmpty)
  }

  @Test("Closed form of request-level batching: Σ over batches of max o, idle 1 − Σo/(B·Σ max o)")
  func staticClosedForm() {
    for slots in 1...8 {
      let outputs = workload.requests.map { $0.output }
      var total = 0
      for first in stride(from: 0, to: outputs.count, by: slots) {
        total += outputs[first..<min(first + slots, outputs.count)].reduce(0, max)
      }
      let s = run(.static, slots: slots)
      #expect(s.iterations == total)
      #expect((s.idleShare - (1 - 48 / Double(slots * total))).magnitude < 1e-12)
    }
  }

  @Test("Chunked prefill with a budget of 8 (Agrawal et al., Sarathi-Serve, OSDI 2024)")
  func chunkedSchedule() {
    let s = run(.chunked(budget: 8))
    #expect(s.iterations == 17)
    #expect(s.placements.map { $0.end } == [2, 8, 5, 7, 7, 14, 8, 14, 11, 12, 17, 14])
    #expect(
      s.placements.map { $0.chunks.map { $0.tokens } } == [
        [4], [4, 5], [2, 4], [3], [4], [5, 4], [6], [3], [4], [5, 4], [5, 1], [3],
      ])
    #expect(s.load(of: 0).tokens == 8)
    #expect(s.load(of: 0).unused == 0)
  }

  @Test("A budget of 32 never binds here, so chunking gives the continuous schedule back")
  func wideBudget() {
    #expect(run(.chunked(budget: 32)).placements == run(.continuous).placements)
  }

  @Test("d decodes beside a prompt of P: ⌈P/(T − d)⌉ iterations (Sarathi-Serve, stall-free batches)")
  func chunkCount() throws {
    for (prompt, decodes, budget) in [(24, 3, 8), (24, 0, 8), (7, 2, 3), (100, 5, 32)] {
      let workload = BatchWorkload(
        outputs: Array(repeating: 200, count: decodes) + [1],
        prompts: Array(repeating: 1, count: decodes) + [prompt],
        arrivals: Array(repeating: 0, count: decodes) + [4])
      let s = BatchScheduler(slots: 8, policy: .chunked(budget: budget)).run(workload)
      let chunks = try #require(s.placement(of: decodes)).chunks
      let share = budget - decodes
      #expect(chunks.count == (prompt + share - 1) / share)
      if prompt == 24 && decodes == 3 { #expect(chunks.map { $0.tokens } == [5, 5, 5, 5, 4]) }
    }
  }

  @Test("N equal chunks of C tokens re-read C·N(N − 1)/2 cached tokens")
  func rereading() throws {
    for chunks in 1...9 {
      let workload = BatchWorkload(outputs: [1], prompts: [8 * chunks])
      let s = BatchScheduler(slots: 1, policy: .chunked(budget: 8)).run(workload)
      #expect(try #require(s.placement(of: 0)).rereadTokens == 8 * chunks * (chunks - 1) / 2)
    }
  }

  @Test("Request E waits for B in a static batch, for A in a continuous one")
  func blockers() throws {
    let (batch, flow) = (run(.static), run(.continuous))
    let (late, early) = (try #require(batch.placement(of: 4)), try #require(flow.placement(of: 4)))
    #expect((late.start, late.blocker, late.wait) == (7, 1, 7))
    #expect((early.start, early.blocker, early.wait) == (2, 0, 2))
    #expect(batch.placement(of: 3)?.blocker == nil)
    let hole = try #require(batch.idleRuns(slot: 0).first)
    #expect((hole.start, hole.end) == (2, 7))
    #expect((hole.holder, hole.next) == (0, 4))
    // In continuous mode only the tail is idle.
    for slot in 0..<4 {
      for run in flow.idleRuns(slot: slot) { #expect(run.end == 14 && run.holder == nil) }
    }
  }

  @Test("Spread 0 makes all lengths the mean, so the policies agree")
  func equalLengths() {
    let even = BatchWorkload.textbook(spread: 0)
    #expect(even.requests.allSatisfy { $0.output == 4 })
    let batch = BatchScheduler(slots: 4, policy: .static).run(even)
    let flow = BatchScheduler(slots: 4, policy: .continuous).run(even)
    #expect(batch.placements.map { $0.end } == flow.placements.map { $0.end })
    #expect(batch.idleShare == 0)
    #expect(
      BatchWorkload.textbook(spread: 0.5).requests.map { $0.output } == [
        3, 6, 4, 5, 4, 6, 3, 5, 4, 3, 5, 3,
      ])
  }
}
