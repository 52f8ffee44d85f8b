import Mechanisms
import Testing

/// The chapter's arithmetic on the model of Zhong et al., DistServe, OSDI 2024.
@Suite struct ServingRunTests {
  private let simulator = ServingSimulator()
  private let level = ServiceLevel()
  private let steady = ServingTrace.steady(gap: 50)
  private let burst = ServingTrace.burst

  private func isNear(_ a: Double, _ b: Double, _ tolerance: Double = 5e-4) -> Bool {
    (a - b).magnitude <= tolerance
  }

  @Test("Two mixed GPUs: the worst gap is a prefill and an iteration")
  func colocated() {
    let run = simulator.colocated(steady, gpus: 2)
    for id in 0..<6 {
      #expect(run.ttft(id) == 40)
      #expect(isNear(run.tpot(id), id < 4 ? 15.714 : 10))
    }
    #expect(run.worstGap == 50 && run.attained(level) == [4, 5])
  }

  @Test("1P1D: the worst gap is the hand-over and an iteration")
  func disaggregated() {
    let run = simulator.disaggregated(steady, prefill: 1, decode: 1)
    for id in 0..<6 { #expect(run.ttft(id) == 40 && isNear(run.tpot(id), 10.714)) }
    #expect(run.worstGap == 15 && run.attained(level).count == 6)
  }

  @Test("A burst: splitting costs first tokens and saves the others")
  func bursts() {
    let (mixed, split) = (
      simulator.colocated(burst, gpus: 2), simulator.disaggregated(burst, prefill: 1, decode: 1)
    )
    #expect(mixed.meanTTFT == 40 && split.meanTTFT == 50)
    #expect(isNear(mixed.worstTPOT, 17.273) && isNear(split.worstTPOT, 10.455))
    #expect(mixed.attained(level).count == 2 && split.attained(level).count == 6)
  }

  @Test("Whatever the pools: every token once, no GPU at two things at once, nothing before it is there")
  func invariants() {
    for gap in stride(from: 20.0, through: 120, by: 25) {
      for (x, y) in [(1, 1), (2, 1), (1, 3), (4, 4)] {
        let trace = ServingTrace.steady(gap: gap)
        let simulator = ServingSimulator(ServingTimes(handover: gap / 4))
        for run in [
          simulator.colocated(trace, gpus: x + y), simulator.disaggregated(trace, prefill: x, decode: y),
        ] {
          for request in trace {
            let tokens = run.tokens(of: request.id)
            #expect(tokens.count == request.output && zip(tokens, tokens.dropFirst()).allSatisfy { $0 < $1 })
            #expect(run.ttft(request.id) >= 40)
          }
          for gpu in run.gpus.indices {
            let work = run.work.filter { $0.gpu == gpu }
            #expect(zip(work, work.dropFirst()).allSatisfy { $0.end <= $1.start })
          }
          for handover in run.handovers {
            let first = run.work.first { $0.prefill == nil && $0.emits.contains(handover.request) }
            #expect(handover.end - handover.start == gap / 4 && (first?.start ?? 0) >= handover.end)
          }
        }
      }
    }
  }

  @Test("Eqs. 1–3 at D = 0.1 s, K = 1.6", arguments: [(5.0, 0.15, 0.1083, 0.0767), (8, 0.3, 0.1167, 0.0938)])
  func formulas(_ rate: Double, _ one: Double, _ inter: Double, _ intra: Double) {
    #expect(isNear(PrefillQueue().meanTTFT(rate: rate), one, 5e-5))
    #expect(isNear(PrefillQueue(.interOp).meanTTFT(rate: rate), inter, 5e-5))
    #expect(isNear(PrefillQueue(.intraOp(speedup: 1.6)).meanTTFT(rate: rate), intra, 5e-5))
  }

  @Test("Simulated arrivals agree with Eq. 1 within 1 %", arguments: [UInt32(1), 2, 3])
  func lindley(_ seed: UInt32) {
    let mean = PrefillQueue.simulated(service: 0.1, rate: 5, requests: 200_000, seed: seed)
    #expect(isNear(mean, 0.15, 0.0015))
  }

  @Test func curvesEndAtTheirPoles() {
    for (queue, pole) in [
      (PrefillQueue(), 10.0), (PrefillQueue(.interOp), 20), (PrefillQueue(.intraOp(speedup: 1.6)), 16),
    ] {
      #expect(isNear(queue.pole, pole, 1e-9))
      #expect(queue.meanTTFT(rate: pole) == .infinity && queue.meanTTFT(rate: pole * 0.999) > 1)
    }
  }

  @Test("2P1D serves 3.33 requests a second and GPU, against 1.6 colocated")
  func ratio() {
    let ratio = PoolRatio()
    #expect(isNear(ratio.perGPU(prefill: 2, decode: 1), 10.0 / 3, 1e-9))
    #expect(ratio.throughput(prefill: 1, decode: 1) == 5.6 && ratio.colocatedRate == 1.6)
  }
}
