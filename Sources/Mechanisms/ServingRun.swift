import Geometry

/// A request of a serving trace; times in ms.
public struct ServingRequest: Sendable, Equatable {
  /// Its number, from 0, in the order of arrival.
  public let id: Int
  /// When it arrives.
  public let arrival: Double
  /// How many tokens it asks for, the first included.
  public let output: Int

  /// Creates a request.
  public init(id: Int, arrival: Double, output: Int) {
    (self.id, self.arrival, self.output) = (id, arrival, max(1, output))
  }
}

/// What prefill, decode and the way between them take; times in ms.
public struct ServingTimes: Sendable, Equatable {
  /// A prefill, which emits token 1.
  public let prefill: Double
  /// A decode iteration, which emits one token of each active request.
  public let iteration: Double
  /// Handing the KV cache over from a prefill GPU to a decode GPU.
  public let handover: Double

  /// Creates times.
  public init(prefill: Double = 40, iteration: Double = 10, handover: Double = 5) {
    (self.prefill, self.iteration, self.handover) = (prefill, iteration, handover)
  }
}

/// What a reader may demand: time to the first token, and mean time for each further one, in ms.
public struct ServiceLevel: Sendable, Equatable {
  /// Time to first token at most.
  public let ttft: Double
  /// Time per output token at most.
  public let tpot: Double

  /// Creates an objective.
  public init(ttft: Double = 60, tpot: Double = 12) { (self.ttft, self.tpot) = (ttft, tpot) }
}

/// Who computed what and when, and what the requests saw of it. Simulated by `ServingSimulator`.
public struct ServingRun: Sendable, Equatable {
  /// What a GPU is for.
  public enum Pool: Int, Sendable {
    /// Prefill and decode.
    case mixed
    /// Prefill alone, and decode alone.
    case prefill, decode
  }

  /// A stretch of work of one GPU.
  public struct Work: Sendable, Equatable {
    /// The GPU.
    public let gpu: Int
    /// When it starts and ends, in ms.
    public let start, end: Double
    /// The request whose prompt it reads; nil for a decode iteration.
    public let prefill: Int?
    /// The requests that it emits a token of.
    public let emits: [Int]
  }

  /// The way of a KV cache.
  public struct Handover: Sendable, Equatable {
    /// Whose.
    public let request: Int
    /// From which GPU to which.
    public let from, to: Int
    /// When it leaves and arrives, in ms.
    public let start, end: Double
  }

  /// The requests, by number.
  public let requests: [ServingRequest]
  /// What each GPU is for.
  public let gpus: [Pool]
  /// All work, by start.
  public let work: [Work]
  /// The KV caches handed over; none where GPUs are mixed.
  public let handovers: [Handover]

  /// When each token of a request was emitted, in ms.
  public func tokens(of id: Int) -> [Double] { work.filter { $0.emits.contains(id) }.map { $0.end } }
}

/// What is measured.
extension ServingRun {
  /// When the last token was emitted, in ms.
  public var end: Double { work.reduce(0) { max($0, $1.end) } }

  /// From its arrival to the first token, in ms.
  public func ttft(_ id: Int) -> Double { (tokens(of: id).first ?? 0) - requests[id].arrival }

  /// From the first token to the last, for each further one, in ms; 0 for a single token.
  public func tpot(_ id: Int) -> Double {
    let tokens = tokens(of: id)
    guard let first = tokens.first, let last = tokens.last, tokens.count > 1 else { return 0 }
    return (last - first) / Double(tokens.count - 1)
  }

  /// The longest gap between two tokens of a request, and after which token, from 0; nil for a single token.
  public func longestGap(_ id: Int) -> (after: Int, from: Double, to: Double)? {
    let tokens = tokens(of: id)
    guard tokens.count > 1 else { return nil }
    let gaps = (1..<tokens.count).map { tokens[$0] - tokens[$0 - 1] }
    var k = 0
    for i in gaps.indices where gaps[i] > gaps[k] + 1e-9 { k = i }
    return (k, tokens[k], tokens[k + 1])
  }

  /// The longest gap between two tokens of any request, in ms.
  public var worstGap: Double {
    requests.reduce(0) { most, r in max(most, longestGap(r.id).map { $0.to - $0.from } ?? 0) }
  }

  /// Mean time to first token, in ms.
  public var meanTTFT: Double {
    requests.isEmpty ? 0 : requests.reduce(0) { $0 + ttft($1.id) } / Double(requests.count)
  }

  /// The longest time per output token, in ms.
  public var worstTPOT: Double { requests.reduce(0) { max($0, tpot($1.id)) } }

  /// The requests within an objective.
  public func attained(_ level: ServiceLevel) -> [Int] {
    requests.map { $0.id }.filter { ttft($0) <= level.ttft + 1e-9 && tpot($0) <= level.tpot + 1e-9 }
  }

  /// Requests within an objective, for each second and GPU.
  public func goodput(_ level: ServiceLevel) -> Double {
    end > 0 ? Double(attained(level).count) / (end / 1000) / Double(gpus.count) : 0
  }

  /// Share of the time up to the last token that the GPUs of a pool are busy; nil when there are none.
  public func utilisation(_ pool: Pool) -> Double? {
    let members = gpus.indices.filter { gpus[$0] == pool }
    guard !members.isEmpty, end > 0 else { return nil }
    let busy = work.filter { members.contains($0.gpu) }.reduce(0) { $0 + $1.end - $1.start }
    return busy / end / Double(members.count)
  }
}
