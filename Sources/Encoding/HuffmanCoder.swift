/// Makes prefix codes of deflate (RFC 1951, 3.2.2): short codes for what is frequent.
///
/// It makes one after the other in the same memory, because a band of a flat picture is soon compressed and arrays
/// would then cost as much as its code.
final class HuffmanCoder {
  /// Symbols that occur, rarest first: how often, from bit 16 on, and which. The other half serves for sorting.
  private let leaves: UnsafeMutablePointer<UInt64>
  private let capacity: Int
  /// How often the symbols below each inner node of the tree occur.
  private let sums: UnsafeMutablePointer<UInt64>
  /// For each leaf and then each inner node what it hangs from, and later how deep.
  private let depths: UnsafeMutablePointer<Int32>
  private let buckets: UnsafeMutablePointer<Int>

  /// For codes of up to `capacity` symbols.
  init(capacity: Int) {
    self.capacity = capacity
    leaves = .allocate(capacity: 2 * capacity)
    sums = .allocate(capacity: capacity)
    depths = .allocate(capacity: 2 * capacity)
    buckets = .allocate(capacity: 256)
  }

  deinit {
    leaves.deallocate()
    sums.deallocate()
    depths.deallocate()
    buckets.deallocate()
  }

  /// Makes the code for `count` symbols that occur so often, no code longer than `limit` bits. For each symbol it gives
  /// the code, its bits in the order in which they are written, and from bit 16 on how many; 0 for what does not occur.
  func code(
    _ frequencies: UnsafePointer<UInt32>, count: Int, limit: Int, into codes: UnsafeMutablePointer<UInt32>
  ) {
    codes.update(repeating: 0, count: count)
    var m = 0
    var most: UInt32 = 0
    for symbol in 0..<count where frequencies[symbol] > 0 {
      leaves[m] = UInt64(frequencies[symbol]) &<< 16 | UInt64(symbol)
      most = max(most, frequencies[symbol])
      m &+= 1
    }
    // Among equals the order of the symbols decides, so that the code is always the same.
    let sorted = sort(m, most)
    if m == 1 { codes[Int(sorted[0] & 0xFFFF)] = 1 &<< 16 }
    if m > 1 {
      hang(sorted, m)
      shorten(m, to: limit)
      for i in 0..<m { codes[Int(sorted[i] & 0xFFFF)] = UInt32(truncatingIfNeeded: depths[i]) &<< 16 }
    }
    number(codes, count)
  }

  /// Sorts the leaves by how often they occur, byte by byte, and says where they then stand.
  private func sort(_ m: Int, _ most: UInt32) -> UnsafeMutablePointer<UInt64> {
    var (from, to) = (leaves, leaves + capacity)
    var shift: UInt64 = 16
    while (UInt64(most) &<< 16) &>> shift > 0 {
      buckets.update(repeating: 0, count: 256)
      for i in 0..<m { buckets[Int(from[i] &>> shift & 255)] &+= 1 }
      var start = 0
      for b in 0..<256 { (buckets[b], start) = (start, start &+ buckets[b]) }
      for i in 0..<m {
        let b = Int(from[i] &>> shift & 255)
        to[buckets[b]] = from[i]
        buckets[b] &+= 1
      }
      (from, to) = (to, from)
      shift &+= 8
    }
    return from
  }

  /// Finds how deep each leaf hangs in Huffman's tree.
  private func hang(_ leaves: UnsafeMutablePointer<UInt64>, _ m: Int) {
    var (leaf, inner) = (0, 0)
    for node in 0..<m - 1 {
      var sum: UInt64 = 0
      for _ in 0..<2 {
        if leaf < m && (inner >= node || leaves[leaf] &>> 16 <= sums[inner]) {
          sum &+= leaves[leaf] &>> 16
          depths[leaf] = Int32(truncatingIfNeeded: m &+ node)
          leaf &+= 1
        } else {
          sum &+= sums[inner]
          depths[m &+ inner] = Int32(truncatingIfNeeded: m &+ node)
          inner &+= 1
        }
      }
      sums[node] = sum
    }
    depths[2 * m - 2] = 0
    for node in stride(from: 2 * m - 3, through: 0, by: -1) { depths[node] = depths[Int(depths[node])] &+ 1 }
  }

  /// Changes the depths so that none exceeds the limit and they still make a complete code.
  private func shorten(_ m: Int, to most: Int) {
    let limit = Int32(most)
    let room = 1 << most
    var used = 0
    for i in 0..<m {
      depths[i] = min(depths[i], limit)
      used += 1 << Int(limit - depths[i])
    }
    while used > room {
      // Lengthen the rarest code that can still grow.
      guard let i = (0..<m).first(where: { depths[$0] < limit }) else { break }
      depths[i] += 1
      used -= 1 << Int(limit - depths[i])
    }
    var i = m - 1
    while used < room && i >= 0 {
      while depths[i] > 1 && used + 1 << Int(limit - depths[i]) <= room {
        used += 1 << Int(limit - depths[i])
        depths[i] -= 1
      }
      i -= 1
    }
  }

  /// Gives out the codes, shorter ones first and equal ones in the order of their symbols.
  private func number(_ codes: UnsafeMutablePointer<UInt32>, _ count: Int) {
    // Codes of each length, then the next one of each.
    let next = buckets
    next.update(repeating: 0, count: 17)
    for symbol in 0..<count where codes[symbol] > 0 { next[Int(codes[symbol] &>> 16)] &+= 1 }
    var code = 0
    for bits in 1...16 { (next[bits], code) = (code, (code &+ next[bits]) &<< 1) }
    for symbol in 0..<count where codes[symbol] > 0 {
      let length = codes[symbol] &>> 16
      let code = UInt16(truncatingIfNeeded: next[Int(length)])
      next[Int(length)] &+= 1
      codes[symbol] |= UInt32(code.reversedBits &>> (16 &- UInt16(length)))
    }
  }
}

extension UInt16 {
  /// The same bits from the other end.
  fileprivate var reversedBits: UInt16 {
    var x = self
    x = (x & 0x5555) &<< 1 | (x &>> 1) & 0x5555
    x = (x & 0x3333) &<< 2 | (x &>> 2) & 0x3333
    x = (x & 0x0F0F) &<< 4 | (x &>> 4) & 0x0F0F
    return x &<< 8 | x &>> 8
  }
}
