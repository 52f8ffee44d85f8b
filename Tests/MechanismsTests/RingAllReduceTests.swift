import Geometry
import Mechanisms
import Testing

@Suite("Ring all-reduce: checks of 6.1") struct RingAllReduceTests {
  @Test("2(N−1) steps; each rank sends one chunk a step, so 2(N−1)/N of the vector", arguments: 2...16)
  func steps(n: Int) {
    let ring = RingAllReduce(ranks: n)
    #expect(ring.steps == 2 * (n - 1))
    for step in ring.transfers {
      #expect(step.map { $0.from } == Array(0..<n))
      #expect(Set(step.map { $0.to }).count == n && Set(step.map { $0.chunk }).count == n)
    }
  }

  @Test(
    "After N−1 steps rank r alone holds all of chunk r+1; after 2(N−1) everybody holds all", arguments: 2...16
  )
  func contributors(n: Int) {
    let ring = RingAllReduce(ranks: n)
    for r in 0..<n {
      for c in 0..<n {
        #expect(ring.isComplete(ring.states[n - 1][r][c]) == (c == (r + 1) % n))
        #expect(ring.isComplete(ring.states[2 * (n - 1)][r][c]))
      }
    }
    // A piece never takes in a rank twice: each addition joins disjoint sets.
    for (t, step) in ring.transfers.enumerated() where t < n - 1 {
      for s in step {
        #expect(
          ring.states[t][s.from][s.chunk].contributors & ring.states[t][s.to][s.chunk].contributors == 0)
      }
    }
  }

  @Test("All ranks end bitwise equal, with the sum of all", arguments: 2...16)
  func equality(n: Int) {
    let ring = RingAllReduce(ranks: n, seed: 5)
    let last = ring.states[ring.steps]
    for r in 1..<n { #expect(last[r] == last[0]) }
    for c in 0..<n {
      let sum = (0..<n).reduce(0.0) { $0 + ring.states[0][$1][c].value }
      #expect((last[0][c].value - sum).magnitude < 1e-12)
    }
  }

  @Test("Additions per rank: N−1 chunks, (N−1)/N of the vector", arguments: 2...16)
  func additions(n: Int) {
    #expect(RingAllReduce(ranks: n).additionsPerRank == n - 1)
    let cost = AllReduceCost(.ring, ranks: n, bytes: 1, bandwidth: 1, latency: 0)
    #expect((cost.additionsPerRank * Double(n) - Double(n - 1)).magnitude < 1e-12)
  }

  @Test("Wrong shapes are refused")
  func shapes() {
    #expect(RingAllReduce([[1, 2]]) == nil && RingAllReduce([[1, 2], [1]]) == nil)
    #expect(RingAllReduce(ranks: 1).ranks == 2 && RingAllReduce(ranks: 33).ranks == 32)
  }
}

@Suite("All-reduce costs: checks of 6.1") struct AllReduceCostTests {
  private func cost(
    _ scheme: AllReduceScheme, _ n: Int, _ bytes: Double, _ bandwidth: Double, _ latency: Double = 0
  ) -> AllReduceCost {
    AllReduceCost(scheme, ranks: n, bytes: bytes, bandwidth: bandwidth, latency: latency)
  }

  @Test func times() {
    #expect((cost(.ring, 8, 14e9, 450e9).time - 0.054_444).magnitude < 1e-6)
    #expect((cost(.ring, 4, 1e9, 100e9).time - 0.015).magnitude < 1e-12)
    let slow = cost(.ring, 4, 1e9, 100e9, 5e-6)
    #expect((slow.time - 0.015 - 6 * 5e-6).magnitude < 1e-12)
    #expect((slow.latencyShare - 30e-6 / slow.time).magnitude < 1e-12)
  }

  @Test("busbw = algbw × 2(N−1)/N, the link's bandwidth without latency (NCCL tests, PERFORMANCE)")
  func busBandwidth() {
    for (n, factor) in [(2, 1.0), (4, 1.5), (8, 1.75), (64, 1.96875)] {
      #expect(AllReduceCost.busFactor(ranks: n) == factor)
      let c = cost(.ring, n, 1e9, 100e9)
      #expect((c.busBandwidth - 100e9).magnitude < 1)
      #expect((c.busBandwidth / c.algorithmBandwidth - factor).magnitude < 1e-12)
    }
  }

  @Test("A root needs N times the ring's bandwidth term", arguments: 2...16)
  func root(n: Int) {
    let (ring, root) = (cost(.ring, n, 1e9, 1e11), cost(.root, n, 1e9, 1e11))
    #expect((root.transferTime / ring.transferTime - Double(n)).magnitude < 1e-9)
    #expect((ring.bytesOnBusiestPort - 2 * Double(n - 1) / Double(n) * 1e9).magnitude < 1e-3)
    #expect(ring.bytesOnBusiestPort < 2e9)
  }

  @Test("Recursive doubling: ⌊log₂N⌋ steps, two more when N is no power of two")
  func doubling() {
    for (n, steps) in [(2, 1), (3, 3), (4, 2), (5, 4), (8, 3), (12, 5), (16, 4)] {
      #expect(cost(.recursiveDoubling, n, 1, 1).steps == steps)
      #expect(RecursiveDoubling(ranks: n).steps.count == steps)
    }
  }

  @Test("After its steps every rank holds everybody", arguments: 1...16)
  func doublingCompletes(n: Int) throws {
    let run = RecursiveDoubling(ranks: n)
    let all = UInt32((UInt64(1) << UInt64(n)) - 1)
    #expect(try #require(run.states.last).allSatisfy { $0 == all })
    for (t, step) in run.steps.enumerated() where step.kind != .foldOut {
      for pair in step.pairs { #expect(run.states[t][pair.from] & run.states[t][pair.to] == 0) }
    }
  }
}
