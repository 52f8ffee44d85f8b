/// How an all-reduce is done.
public enum AllReduceScheme: Int, CaseIterable, Sendable {
  /// Chunks go round a ring: 2(N − 1) steps of S/N (Patarasuk and Yuan 2009).
  case ring
  /// One rank collects all vectors and sends the sum back, over one port, one peer at a time: 2(N − 1) steps
  /// of S.
  case root
  /// Pairs at growing distances exchange whole vectors: ⌊log₂N⌋ steps of S, and when N is no power of two
  /// one to fold the others in and one to give them the sum.
  case recursiveDoubling
}

/// The time of an all-reduce: every step costs a latency and its bytes over the bandwidth of a link.
public struct AllReduceCost: Equatable, Sendable {
  /// How it is done.
  public let scheme: AllReduceScheme
  /// How many ranks take part, 1 or more.
  public let ranks: Int
  /// Bytes of the vector.
  public let bytes: Double
  /// Bytes a second of a link, in each direction.
  public let bandwidth: Double
  /// Seconds that a step takes whatever it sends.
  public let latency: Double

  /// Creates a cost; ranks under 1 count as 1.
  public init(_ scheme: AllReduceScheme, ranks: Int, bytes: Double, bandwidth: Double, latency: Double) {
    self.scheme = scheme
    self.ranks = Swift.max(1, ranks)
    self.bytes = bytes
    self.bandwidth = bandwidth
    self.latency = latency
  }

  /// The largest power of two that is not above N, as an exponent.
  private var doublings: Int {
    var exponent = 0
    while 1 << (exponent + 1) <= ranks { exponent += 1 }
    return exponent
  }

  /// Steps one after the other.
  public var steps: Int {
    switch scheme {
    case .ring, .root: return 2 * (ranks - 1)
    case .recursiveDoubling: return doublings + (1 << doublings == ranks ? 0 : 2)
    }
  }
  /// Bytes that one step sends over a link.
  public var bytesPerStep: Double { scheme == .ring ? bytes / Double(ranks) : bytes }
  /// Bytes that the busiest port passes on or takes in, one after the other: 2(N − 1)/N·S on a ring.
  public var bytesOnBusiestPort: Double { Double(steps) * bytesPerStep }
  /// Seconds of latency, and of sending bytes.
  public var latencyTime: Double { Double(steps) * latency }
  /// Seconds of sending bytes.
  public var transferTime: Double { bytesOnBusiestPort / bandwidth }
  /// Seconds in all.
  public var time: Double { latencyTime + transferTime }
  /// Share of the time that is latency.
  public var latencyShare: Double { time > 0 ? latencyTime / time : 0 }
  /// Bytes of the vector a second; 0 when it takes no time.
  public var algorithmBandwidth: Double { time > 0 ? bytes / time : 0 }
  /// algbw × 2(N − 1)/N, which a perfect ring brings up to the link's own bandwidth (NCCL tests,
  /// PERFORMANCE notes).
  public var busBandwidth: Double { algorithmBandwidth * AllReduceCost.busFactor(ranks: ranks) }
  /// Additions that each rank of a ring does, in elements per element of the vector: (N − 1)/N.
  public var additionsPerRank: Double { Double(ranks - 1) / Double(ranks) }

  /// 2(N − 1)/N, the least that each rank must send, in vectors.
  public static func busFactor(ranks: Int) -> Double { 2 * Double(ranks - 1) / Double(ranks) }
}
