import Geometry

/// Requests that arrive at random (Poisson, `rate` a second) at prefill GPUs on which each takes `service`
/// seconds: mean time to first token, in seconds. DistServe (arXiv 2401.09670), §3.1, Eqs. 1–3.
public struct PrefillQueue: Sendable, Equatable {
  /// How GPUs share a prefill.
  public enum Parallelism: Sendable, Equatable {
    /// One GPU.
    case none
    /// Two GPUs, half of the layers each: twice the rate, the same latency.
    case interOp
    /// Two GPUs that split each layer, faster by a factor below 2.
    case intraOp(speedup: Double)
  }

  /// Seconds of a prefill on one GPU.
  public let service: Double
  /// How GPUs share it.
  public let parallelism: Parallelism

  /// Creates a queue.
  public init(service: Double = 0.1, _ parallelism: Parallelism = .none) {
    (self.service, self.parallelism) = (service, parallelism)
  }

  /// The rate from which on the queue grows for ever, in requests a second: 1/D, 2/D or K/D.
  public var pole: Double {
    switch parallelism {
    case .none: return 1 / service
    case .interOp: return 2 / service
    case .intraOp(let k): return k / service
    }
  }

  /// Mean time to first token in seconds; infinite from the pole on.
  public func meanTTFT(rate r: Double) -> Double {
    guard r < pole else { return .infinity }
    let d = service
    switch parallelism {
    case .none: return d + r * d * d / (2 * (1 - r * d))
    case .interOp: return d + r * d * d / (4 * (2 - r * d))
    case .intraOp(let k): return d / k + r * d * d / (2 * k * (k - r * d))
    }
  }

  /// Mean time to first token on one GPU over simulated requests: W ← max(0, W + D − A) (Lindley), the first
  /// of which does not wait.
  public static func simulated(service d: Double, rate: Double, requests: Int, seed: UInt32) -> Double {
    var (random, wait, sum) = (Mulberry32(seed: seed), 0.0, 0.0)
    for i in 0..<max(0, requests) {
      if i > 0 { wait = max(0, wait + d + Maths.log(1 - random.next()) / rate) }
      sum += wait + d
    }
    return requests > 0 ? sum / Double(requests) : 0
  }
}

/// What two pools can serve: the slower one decides.
public struct PoolRatio: Sendable, Equatable {
  /// Requests a second that a prefill GPU, a decode GPU and a GPU that does both within the SLO can serve.
  public let prefillRate, decodeRate, colocatedRate: Double

  /// Creates rates; those of DistServe, Fig. 1 (13B model, one A100), unless given.
  public init(prefill: Double = 5.6, decode: Double = 10, colocated: Double = 1.6) {
    (prefillRate, decodeRate, colocatedRate) = (prefill, decode, colocated)
  }

  /// Requests a second of x prefill GPUs and y decode GPUs.
  public func throughput(prefill x: Int, decode y: Int) -> Double {
    min(Double(x) * prefillRate, Double(y) * decodeRate)
  }

  /// The same for each GPU.
  public func perGPU(prefill x: Int, decode y: Int) -> Double {
    throughput(prefill: x, decode: y) / Double(max(1, x + y))
  }
}
