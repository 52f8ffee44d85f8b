import Mechanisms
import Testing

@Suite struct BatchStateTests {
  let flow = BatchScheduler(slots: 4, policy: .continuous).run(.textbook())

  @Test func startFillsTheSlotsInOrder() {
    let s = flow.state(at: 0)
    #expect(s.slots.map { $0?.request.id } == [0, 1, 2, 3])
    #expect(s.waiting == [4, 5, 6, 7, 8, 9, 10, 11])
    #expect(s.entering == [0, 1, 2, 3])
    #expect(s.finished.isEmpty && s.leaving.isEmpty)
    #expect(s.slots.map { $0?.emitted } == [0, 0, 0, 0])
  }

  @Test("At boundary 2 A leaves and E takes its slot")
  func boundaryTwo() {
    let before = flow.state(at: 2, settled: false)
    #expect(before.slots.map { $0?.request.id } == [0, 1, 2, 3])
    #expect(before.slots.map { $0?.remaining } == [0, 5, 1, 3])
    #expect(before.waiting.first == 4)
    let after = flow.state(at: 2)
    #expect(after.slots.map { $0?.request.id } == [4, 1, 2, 3])
    #expect(after.leaving == [0])
    #expect(after.entering == [4])
    #expect(after.finished == [0])
    #expect(after.waiting == [5, 6, 7, 8, 9, 10, 11])
  }

  @Test("At boundary 9 I and J leave together, told by slot: J from slot 1 before I from slot 3")
  func leavingTogether() {
    #expect(flow.state(at: 9).leaving == [9, 8])
    #expect(flow.state(at: 9).entering == [10, 11])
    #expect(flow.state(at: 9).finished.suffix(2) == [9, 8])
  }

  @Test func endIsEmpty() {
    #expect(flow.states.count == 15)
    let s = flow.state(at: 99)
    #expect(s.boundary == 14)
    #expect(s.slots.allSatisfy { $0 == nil } && s.waiting.isEmpty)
    #expect(s.finished.count == 12)
    #expect(s.finished.last == 10)
  }

  @Test func everyRequestIsSomewhereAtEveryBoundary() {
    for policy in BatchPropertyTests.policies {
      let s = BatchScheduler(slots: 3, policy: policy).run(.textbook(requests: 17))
      for state in s.states {
        let held = state.slots.compactMap { $0?.request.id }
        #expect((held + state.waiting + state.finished).sorted() == Array(0..<17))
      }
    }
  }

  @Test func statesAdvanceByTheCellsOfTheirIteration() {
    for policy in BatchPropertyTests.policies {
      let s = BatchScheduler(slots: 3, policy: policy).run(.textbook(requests: 9))
      for k in 0..<s.iterations {
        let (now, then) = (s.state(at: k), s.state(at: k + 1, settled: false))
        for slot in 0..<3 {
          let cell = s.cell(slot: slot, iteration: k)
          #expect(now.slots[slot]?.request.id == then.slots[slot]?.request.id)
          #expect(cell.request == now.slots[slot]?.request.id)
          guard let a = now.slots[slot], let b = then.slots[slot] else { continue }
          #expect(b.promptDone - a.promptDone == (cell.kind == .prefill ? cell.tokens : 0))
          let gives = cell.kind == .decode || (cell.kind == .prefill && b.promptDone == b.request.prompt)
          #expect(b.emitted - a.emitted == (gives ? 1 : 0))
        }
      }
    }
  }

  @Test("A static batch keeps the finished in their slots until it returns")
  func heldSlots() {
    let s = BatchScheduler(slots: 4, policy: .static).run(.textbook())
    let held = s.cell(slot: 0, iteration: 4)
    #expect(held.kind == .idle)
    #expect(held.request == 0)
    #expect(s.state(at: 4).slots.map { $0?.remaining } == [0, 3, 0, 1])
  }

  @Test("KV reservations: the first that doesn't fit holds back those behind it (ORCA, OSDI 2022, Alg. 1)")
  func reservations() {
    // Prompt + output: 6, 16, 9, 8. At the start A and B take 22 of 30; D's 8 would fit, C's 9 don't.
    let w = BatchWorkload(outputs: [2, 7, 3, 5], prompts: [4, 9, 6, 3])
    let s = BatchScheduler(slots: 4, policy: .continuous, reservationLimit: 30).run(w)
    #expect(s.placements.map { $0.start } == [0, 0, 2, 5])
    #expect(s.placements.map { $0.blocker } == [nil, nil, 0, 2])
    #expect(s.states.map { $0.reserved } == [22, 22, 25, 25, 25, 24, 24, 8, 8, 8, 0])
    let refusing = BatchScheduler(slots: 4, policy: .continuous, reservationLimit: 10).run(w)
    #expect(refusing.refused == [1])
    #expect(refusing.placements.map { $0.id } == [0, 2, 3])
    let batch = BatchScheduler(slots: 4, policy: .static, reservationLimit: 30).run(w)
    #expect(batch.batches.map { $0.requests } == [[0, 1], [2, 3]])
  }

  @Test("Whoever frees the last reservation is the blocker, even from another slot")
  func blockerInAnotherSlot() {
    // 2 + 6 of 9 are reserved; C's 8 need A and B gone, and A's slot 0 is the lowest free one.
    let w = BatchWorkload(outputs: [1, 5, 3], prompts: [1, 1, 5])
    let s = BatchScheduler(slots: 2, policy: .continuous, reservationLimit: 9).run(w)
    #expect(s.placements.map { $0.start } == [0, 0, 5])
    #expect(s.placements.map { $0.slot } == [0, 1, 0])
    #expect(s.placements.map { $0.blocker } == [nil, nil, 1])
  }

  @Test func idleTimeBeforeAnArrivalIsCounted() {
    for policy in [BatchPolicy.static, .continuous, .chunked(budget: 4)] {
      let w = BatchWorkload(outputs: [2, 1], arrivals: [3, 10])
      let s = BatchScheduler(slots: 1, policy: policy).run(w)
      #expect(s.placements.map { $0.start } == [3, 10])
      #expect(s.iterations == 11)
      #expect(s.meanCompletion == 8)
      #expect(s.meanLatency == 1.5)
      #expect(s.idleRuns(slot: 0).map { $0.next } == [0, 1])
    }
  }

  @Test func badInputIsClamped() {
    for policy in [BatchPolicy.static, .continuous, .chunked(budget: -3)] {
      let none = BatchScheduler(slots: 0, policy: policy).run(BatchWorkload(outputs: []))
      #expect(none.slots == 1 && none.iterations == 0 && none.grid == [[]])
      #expect(none.idleShare == 0 && none.meanCompletion == 0 && none.tokensPerIteration == 0)
      #expect(none.states.count == 1)
      #expect(none.load(of: 5).tokens == 0)
      #expect(none.lane(-1).isEmpty && none.idleRuns(slot: 7).isEmpty)
      let odd = BatchScheduler(slots: -2, policy: policy)
        .run(BatchWorkload(outputs: [-1, 0, 2], prompts: [-4], arrivals: [-9]))
      #expect(odd.placements.map { $0.request.output } == [1, 1, 2])
      #expect(odd.iterations == 4)
    }
    #expect(BatchWorkload(outputs: [.max], prompts: [.max], arrivals: [.max]).requests[0].output == 16_384)
    #expect(BatchWorkload.textbook(requests: -1).requests.isEmpty)
    #expect(BatchWorkload.textbook(requests: 9999).requests.count == BatchWorkload.maximumCount)
    #expect(BatchWorkload.textbook(spread: .nan) == BatchWorkload.textbook())
    #expect(BatchWorkload.textbook(spread: 7) == BatchWorkload.textbook())
    let stuck = BatchScheduler(slots: 2, policy: .static, reservationLimit: -1).run(.textbook())
    #expect(stuck.refused.count == 12 && stuck.iterations == 0)
  }
}
