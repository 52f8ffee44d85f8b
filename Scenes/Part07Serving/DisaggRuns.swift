import Figures
import Mechanisms

/// The runs that the parameters describe.
public struct DisaggRuns: Sendable {
  let prefill, decode: Int
  let times: ServingTimes
  let level: ServiceLevel
  /// Evenly spaced requests on mixed GPUs and on pools; a burst on both, and with one prefill GPU more.
  let mixed, split, mixedBurst, burst, relieved: ServingRun

  init(gap: Double, prefill: Int, decode: Int, times: ServingTimes, level: ServiceLevel = ServiceLevel()) {
    (self.prefill, self.decode, self.times, self.level) = (prefill, decode, times, level)
    let simulator = ServingSimulator(times)
    let (steady, rush) = (ServingTrace.steady(gap: gap), ServingTrace.burst)
    mixed = simulator.colocated(steady, gpus: prefill + decode)
    split = simulator.disaggregated(steady, prefill: prefill, decode: decode)
    mixedBurst = simulator.colocated(rush, gpus: prefill + decode)
    burst = simulator.disaggregated(rush, prefill: prefill, decode: decode)
    relieved = simulator.disaggregated(rush, prefill: prefill + 1, decode: decode)
  }

  /// The request that waits longest between two tokens on mixed GPUs.
  var followed: Int {
    mixed.requests.indices.max { (mixed.tpot($0), -$0) < (mixed.tpot($1), -$1) } ?? 0
  }
}

extension ServingRun {
  /// “2P1D”, or the count of mixed GPUs.
  var name: Phrase {
    let p = gpus.filter { $0 == .prefill }.count
    guard p > 0 else { return Phrase("Colocated", zh: "混合") }
    return Phrase("\(p)P\(gpus.count - p)D")
  }

  /// What a gap between two tokens is made of; times in ms.
  struct GapParts: Equatable {
    /// The requests whose prefills ran in it on the GPU that decodes.
    var prefills: [Int]
    /// Their prefills, the hand-over, the decode iteration at its end, and what is left: waiting for that.
    var prefill, handover, iteration, wait: Double
  }

  /// What the longest gap of a request is made of; nil for a single token.
  func gapParts(_ id: Int) -> GapParts? {
    guard let gap = longestGap(id),
      let last = work.first(where: { $0.emits.contains(id) && ($0.end - gap.to).magnitude < 1e-9 })
    else { return nil }
    let between = work.filter {
      $0.gpu == last.gpu && $0.prefill != nil && $0.start > gap.from - 1e-9 && $0.end < last.start + 1e-9
    }
    let prefill = between.reduce(0) { $0 + $1.end - $1.start }
    let handover = gap.after == 0 ? handovers.first { $0.request == id }.map { $0.end - $0.start } ?? 0 : 0
    let iteration = last.end - last.start
    return GapParts(
      prefills: between.compactMap { $0.prefill }, prefill: prefill, handover: handover, iteration: iteration,
      wait: max(0, gap.to - gap.from - prefill - handover - iteration))
  }

  /// Which of a request’s tokens a work emits, from 0.
  func token(_ id: Int, at time: Double) -> Int { tokens(of: id).firstIndex { $0 >= time - 1e-9 } ?? 0 }
}
