import Geometry

/// The requests that the chapter on PagedAttention measures pools with.
public enum PagingWorkload {
  /// Final lengths in tokens, prompt and output together.
  public static let lengths = [11, 6, 19, 3]
  /// The longest request that is allowed, in tokens.
  public static let longest = 32

  /// Reserves slots for requests of some lengths in one pool, in order.
  public static func contiguous(
    _ lengths: [Int] = lengths, slots: Int, _ policy: ContiguousPool.Policy
  ) -> ContiguousPool {
    var pool = ContiguousPool(slots: slots)
    for (id, length) in lengths.enumerated() {
      pool.reserve(policy.slots(for: length), written: length, for: id)
    }
    return pool
  }

  /// A pool full of three reservations, a quarter, a half and a quarter of it, that a request of three
  /// eighths does not fit into once the outer two have ended.
  public static func fragmented(slots: Int) -> (full: ContiguousPool, holed: ContiguousPool, request: Int) {
    var full = ContiguousPool(slots: slots)
    let outer = max(1, slots / 4)
    let sizes = [outer, max(0, slots - 2 * outer), outer]
    for (id, size) in sizes.enumerated() {
      // As much of the first three lengths as the pool is larger or smaller than 64 slots.
      let tokens = max(1, [6, 11, 3][id] * slots / 64)
      full.reserve(size, written: tokens, for: id)
    }
    var holed = full
    holed.end(0)
    holed.end(2)
    return (full, holed, outer + (outer + 1) / 2)
  }
}
