/// What one kernel asks for: arithmetic, and bytes to and from memory.
public struct KernelCost: Equatable, Sendable {
  /// Operations, FLOP; a multiply–add is two.
  public let flops: Double
  /// Bytes moved, each operand once.
  public let bytes: Double

  /// Creates a cost; what is negative or not a number becomes 0.
  public init(flops: Double, bytes: Double) {
    self.flops = flops > 0 ? flops : 0
    self.bytes = bytes > 0 ? bytes : 0
  }

  /// Arithmetic intensity, FLOP/B (Williams, Waterman & Patterson, CACM 2009); 0 without arithmetic,
  /// ∞ for arithmetic without memory.
  public var intensity: Double { flops == 0 ? 0 : flops / bytes }

  /// An M×K by K×N product: 2MNK FLOP over MK + KN + MN numbers.
  public static func gemm(m: Int, k: Int, n: Int, bytesPerNumber b: Double) -> KernelCost {
    let (m, k, n) = (extent(m), extent(k), extent(n))
    return KernelCost(flops: 2 * m * n * k, bytes: b * (m * k + k * n + m * n))
  }

  /// A square projection [d × d] of a decode batch (one row for each request) or of a prompt (one row
  /// for each token).
  public static func projection(rows: Int, width d: Int, _ precision: Precision) -> KernelCost {
    gemm(m: rows, k: d, n: d, bytesPerNumber: precision.bytes)
  }

  /// Decode attention of one layer: each request's new query against its own cache, QKᵀ and PV over
  /// the cached numbers. Softmax, Q and the output are not counted.
  ///
  /// The intensity depends neither on the batch nor on the length, as the bytes grow with both.
  public static func decodeAttention(
    _ heads: AttentionHeads, batch: Int = 1, context: Int = 1, bytesPerNumber b: Double = 2
  ) -> KernelCost {
    let tokens = extent(batch) * extent(context)
    return KernelCost(flops: tokens * heads.flopsPerCachedToken, bytes: tokens * heads.cachedNumbers * b)
  }

  /// A norm: each number is read and written once, for about 4 FLOP.
  public static func norm(elements: Int, bytesPerNumber b: Double) -> KernelCost {
    KernelCost(flops: 4 * extent(elements), bytes: 2 * b * extent(elements))
  }

  private static func extent(_ n: Int) -> Double { Double(Swift.max(0, n)) }
}
