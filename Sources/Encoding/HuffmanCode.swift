/// A prefix code of deflate (RFC 1951, 3.2.2): short codes for what is frequent.
struct HuffmanCode {
  /// Bits of each symbol's code; 0 for symbols that do not occur.
  private(set) var lengths: [UInt8]
  /// The codes, their bits in the order in which they are written.
  private(set) var codes: [UInt16]

  /// The code for symbols that occur so often, no code longer than `limit` bits.
  init(_ frequencies: UnsafeBufferPointer<UInt32>, limit: Int) {
    lengths = Array(repeating: 0, count: frequencies.count)
    codes = Array(repeating: 0, count: frequencies.count)
    // Rarest first; among equals the order of the symbols decides, so that the code is always the same.
    var leaves: [UInt64] = []
    leaves.reserveCapacity(frequencies.count)
    for (symbol, n) in frequencies.enumerated() where n > 0 {
      leaves.append(UInt64(n) << 16 | UInt64(symbol))
    }
    leaves.sort()
    let symbols = leaves.map { Int($0 & 0xFFFF) }
    if symbols.count == 1 { lengths[symbols[0]] = 1 }
    if symbols.count > 1 {
      let depths = HuffmanCode.depths(leaves.map { $0 >> 16 })
      set(HuffmanCode.limited(depths, to: limit), symbols)
    }
    number()
  }

  /// How deep each leaf hangs in Huffman's tree; weights ascend.
  private static func depths(_ weights: [UInt64]) -> [Int] {
    let m = weights.count
    var sums: [UInt64] = []
    sums.reserveCapacity(m)
    var parents = [Int](repeating: 0, count: 2 * m - 1)
    var (leaf, inner) = (0, 0)
    for node in 0..<m - 1 {
      var sum: UInt64 = 0
      for _ in 0..<2 {
        if leaf < m && (inner >= node || weights[leaf] <= sums[inner]) {
          sum += weights[leaf]
          parents[leaf] = m + node
          leaf += 1
        } else {
          sum += sums[inner]
          parents[m + inner] = m + node
          inner += 1
        }
      }
      sums.append(sum)
    }
    var depths = [Int](repeating: 0, count: 2 * m - 1)
    for node in stride(from: 2 * m - 3, through: 0, by: -1) { depths[node] = depths[parents[node]] + 1 }
    depths.removeLast(m - 1)
    return depths
  }

  /// Depths of which none exceeds the limit and that still make a complete code. The rarest leaf comes first.
  private static func limited(_ depths: [Int], to limit: Int) -> [Int] {
    var depths = depths.map { min($0, limit) }
    let room = 1 << limit
    var used = depths.reduce(0) { $0 + 1 << (limit - $1) }
    while used > room {
      // Lengthen the rarest code that can still grow.
      guard let i = depths.firstIndex(where: { $0 < limit }) else { break }
      depths[i] += 1
      used -= 1 << (limit - depths[i])
    }
    for i in depths.indices.reversed() {
      while depths[i] > 1 && used + 1 << (limit - depths[i]) <= room {
        used += 1 << (limit - depths[i])
        depths[i] -= 1
      }
    }
    return depths
  }

  private mutating func set(_ depths: [Int], _ symbols: [Int]) {
    for (depth, symbol) in zip(depths, symbols) { lengths[symbol] = UInt8(depth) }
  }

  /// Gives out the codes, shorter ones first and equal ones in the order of their symbols.
  private mutating func number() {
    var counts = [Int](repeating: 0, count: 17)
    for length in lengths where length > 0 { counts[Int(length) + 1] += 1 }
    var next = [Int](repeating: 0, count: 17)
    for bits in 1...15 { next[bits] = (next[bits - 1] + counts[bits]) << 1 }
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let code = next[Int(length)]
      next[Int(length)] += 1
      codes[symbol] = UInt16(truncatingIfNeeded: code).reversedBits >> (16 - UInt16(length))
    }
  }
}

extension UInt16 {
  /// The same bits from the other end.
  fileprivate var reversedBits: UInt16 {
    var x = self
    x = (x & 0x5555) << 1 | (x >> 1) & 0x5555
    x = (x & 0x3333) << 2 | (x >> 2) & 0x3333
    x = (x & 0x0F0F) << 4 | (x >> 4) & 0x0F0F
    return x << 8 | x >> 8
  }
}
