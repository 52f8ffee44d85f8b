/// How a layer's heads share what they cache.
public enum AttentionHeads: Equatable, Sendable {
  /// Query heads in equal groups, each group on one key–value head: MHA when there are as many of
  /// both, MQA with one key–value head, otherwise GQA (Ainslie et al. 2023).
  case grouped(query: Int, keyValue: Int, dimension: Int)
  /// Multi-head latent attention, absorbed: all heads read one latent vector, and one rotary key
  /// (DeepSeek-V2, 2024, §2.1).
  case latent(query: Int, latent: Int, rotary: Int)

  /// Numbers that one token leaves in the cache of one layer; what is negative counts as 0.
  public var cachedNumbers: Double {
    switch self {
    case .grouped(_, let keyValue, let dimension): 2 * Self.count(keyValue) * Self.count(dimension)
    case .latent(_, let latent, let rotary): Self.count(latent) + Self.count(rotary)
    }
  }

  /// FLOP of one decoded token in one layer for each cached token: 2 for each number in a score and 2
  /// for each number mixed, in every query head.
  public var flopsPerCachedToken: Double {
    switch self {
    case .grouped(let query, _, let dimension): 4 * Self.count(query) * Self.count(dimension)
    case .latent(let query, let latent, let rotary):
      2 * Self.count(query) * (2 * Self.count(latent) + Self.count(rotary))
    }
  }

  private static func count(_ n: Int) -> Double { Double(Swift.max(0, n)) }
}
