/// The head of a block of deflate that brings its own codes: how long each is, in a code of its own (RFC 1951, 3.2.7).
struct CodeHeader {
  /// The codes of literals and lengths, then those of distances (see `HuffmanCoder`).
  private let codes: UnsafePointer<UInt32>
  private let symbols, distances: Int

  init(_ codes: UnsafePointer<UInt32>, symbols: Int, distances: Int) {
    (self.codes, self.symbols, self.distances) = (codes, symbols, distances)
  }

  /// Writes it.
  func write(with coder: HuffmanCoder, to bits: inout BitWriter) {
    let capacity = symbols + distances
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity + 2 * 19) { memory in
      guard let steps = memory.baseAddress else { return }
      let (uses, own) = (steps + capacity, steps + capacity + 19)
      let count = fill(steps)
      uses.update(repeating: 0, count: 19)
      for i in 0..<count { uses[Int(steps[i] & 31)] += 1 }
      coder.code(uses, count: 19, limit: 7, into: own)
      write(UnsafeBufferPointer(start: steps, count: count), own, &bits)
    }
  }

  private func write(
    _ steps: UnsafeBufferPointer<UInt32>, _ own: UnsafePointer<UInt32>, _ bits: inout BitWriter
  ) {
    bits.put(0b100, 3)  // not the last block; a code of its own
    bits.put(UInt64(symbols - 257), 5)
    bits.put(UInt64(distances - 1), 5)
    bits.put(19 - 4, 4)
    bits.flush()
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
      bits.put(UInt64(own[symbol] &>> 16), 3)
      bits.flush()
    }
    for step in steps {
      let code = own[Int(step & 31)]
      bits.put(UInt64(code & 0xFFFF), UInt64(code &>> 16))
      bits.put(UInt64(step &>> 8 & 0xFF), UInt64(step &>> 16))
      bits.flush()
    }
  }

  /// Puts lengths with repeats put in short into `steps` and says how many those are: a symbol in bits 0–4, extra bits
  /// from bit 8 on, and how many from bit 16 on. 16 repeats the last length, 17 and 18 are zeros.
  private func fill(_ steps: UnsafeMutablePointer<UInt32>) -> Int {
    var next = steps
    func add(_ symbol: UInt32, _ extra: Int = 0, _ bits: UInt32 = 0) {
      next.pointee = symbol | UInt32(truncatingIfNeeded: extra) &<< 8 | bits &<< 16
      next += 1
    }
    let all = symbols + distances
    var i = 0
    while i < all {
      let value = codes[i] &>> 16
      var n = 1
      while i + n < all && codes[i + n] &>> 16 == value { n += 1 }
      i += n
      if value > 0 {
        add(value)
        n -= 1
      }
      while n >= 3 {
        let piece = min(n, value > 0 ? 6 : 138)
        if value > 0 {
          add(16, piece - 3, 2)
        } else if piece >= 11 {
          add(18, piece - 11, 7)
        } else {
          add(17, piece - 3, 3)
        }
        n -= piece
      }
      for _ in 0..<n { add(value) }
    }
    return next - steps
  }
}
