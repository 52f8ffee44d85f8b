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

  /// Which of a request’s tokens a work emits, from 0.
  func token(_ id: Int, at time: Double) -> Int { tokens(of: id).firstIndex { $0 >= time - 1e-9 } ?? 0 }
}
