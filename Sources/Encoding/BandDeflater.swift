import CISAL

/// Compresses bands of rows, each into a piece of deflate (RFC 1951) that needs no other.
///
/// A piece ends on a whole byte and is not the last one of its stream, so pieces can be kept and put together
/// anew. The same bytes give the same piece, on every processor.
final class BandDeflater {
  /// Bytes of a row with the byte for its filter, and of a pixel.
  private let row, pixel: Int
  private let output: UnsafeMutablePointer<UInt8>
  private let matcher: BandMatcher
  private let counts: UnsafeMutableBufferPointer<UInt32>

  /// A compressor for bands of up to `rows` rows.
  init(row: Int, pixel: Int, rows: Int) {
    (self.row, self.pixel) = (row, pixel)
    // No symbol takes more than 15 bits and no repeat more than 48 for at least three bytes.
    output = .allocate(capacity: 2 * row * rows + 2048)
    matcher = BandMatcher(capacity: row * rows)
    counts = .allocate(capacity: 286 + 30)
  }

  deinit {
    output.deallocate()
    matcher.deallocate()
    counts.deallocate()
  }

  /// Compresses `rows` packed rows; what is given to `body` is void after. Also gives their Adler-32 sum (RFC 1950).
  func deflate<T>(
    _ packed: UnsafeMutablePointer<UInt8>, rows: Int, _ body: (UnsafeRawBufferPointer, _ adler: UInt32) -> T
  ) -> T {
    let bytes = rows * row
    let adler = isal_adler32(1, packed, UInt64(bytes))
    let tokens = UnsafeBufferPointer(
      start: matcher.tokens, count: matcher.match(packed, count: bytes, row: row, pixel: pixel))
    count(tokens)
    let symbols = HuffmanCode(UnsafeBufferPointer(rebasing: counts[..<286]), limit: 15)
    let distances = HuffmanCode(UnsafeBufferPointer(rebasing: counts[286...]), limit: 15)
    var bits = BitWriter(output)
    writeHeader(symbols, distances, to: &bits)
    write(tokens, symbols, distances, to: &bits)
    // An empty stored block ends the piece on a whole byte.
    bits.put(0, 3)
    bits.align()
    bits.put(0xFFFF_0000, 32)
    bits.flush()
    return body(UnsafeRawBufferPointer(start: output, count: bits.next - output), adler)
  }

  private func count(_ tokens: UnsafeBufferPointer<UInt32>) {
    counts.update(repeating: 0)
    guard let n = counts.baseAddress else { return }
    for token in tokens {
      if token & BandMatcher.isTriple != 0 {
        n[Int(token & 0xFF)] &+= 1
        n[Int(token &>> 8 & 0xFF)] &+= 1
        n[Int(token &>> 16 & 0xFF)] &+= 1
      } else if token & BandMatcher.isRepeat == 0 {
        n[Int(token)] &+= 1
      } else {
        n[Int(Self.symbol(length: token &>> 16 & 0xFF).code)] &+= 1
        n[286 &+ Int(Self.symbol(distance: token & 0xFFFF).code)] &+= 1
      }
    }
    n[256] = 1
  }

  /// The code lengths of both codes, themselves coded (RFC 1951, 3.2.7).
  private func writeHeader(_ symbols: HuffmanCode, _ distances: HuffmanCode, to bits: inout BitWriter) {
    let lengths = symbols.lengths + distances.lengths
    let steps = Self.runs(of: lengths)
    var uses = [UInt32](repeating: 0, count: 19)
    for step in steps { uses[Int(step.code)] += 1 }
    let code = uses.withUnsafeBufferPointer { HuffmanCode($0, limit: 7) }
    bits.put(0b100, 3)  // not the last block; a code of its own
    bits.put(286 - 257, 5)
    bits.put(30 - 1, 5)
    bits.put(19 - 4, 4)
    bits.flush()
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
      bits.put(UInt64(code.lengths[symbol]), 3)
      bits.flush()
    }
    for step in steps {
      bits.put(UInt64(code.codes[Int(step.code)]), UInt64(code.lengths[Int(step.code)]))
      bits.put(step.extra, step.bits)
      bits.flush()
    }
  }

  private typealias Run = (code: UInt8, extra: UInt64, bits: UInt64)

  /// Code lengths with repeats put in short: 16 repeats the last one, 17 and 18 are zeros.
  private static func runs(of lengths: [UInt8]) -> [Run] {
    var runs: [Run] = []
    var i = 0
    while i < lengths.count {
      let value = lengths[i]
      var n = 1
      while i + n < lengths.count && lengths[i + n] == value { n += 1 }
      i += n
      if value > 0 {
        runs.append((value, 0, 0))
        n -= 1
      }
      while n >= 3 {
        let most = value > 0 ? 6 : (n >= 11 ? 138 : 10)
        let piece = min(n, most)
        if value > 0 {
          runs.append((16, UInt64(piece - 3), 2))
        } else {
          runs.append(piece >= 11 ? (18, UInt64(piece - 11), 7) : (17, UInt64(piece - 3), 3))
        }
        n -= piece
      }
      for _ in 0..<n { runs.append((value, 0, 0)) }
    }
    return runs
  }

  private func write(
    _ tokens: UnsafeBufferPointer<UInt32>, _ symbols: HuffmanCode, _ distances: HuffmanCode,
    to bits: inout BitWriter
  ) {
    var writer = bits
    let lengthCodes = (0...255).map { (l: UInt32) -> UInt64 in
      let s = Self.symbol(length: l)
      let n = UInt64(symbols.lengths[Int(s.code)])
      return UInt64(symbols.codes[Int(s.code)]) | UInt64(s.extra) << n | (n + UInt64(s.bits)) << 32
    }
    symbols.codes.withUnsafeBufferPointer { codes in
      symbols.lengths.withUnsafeBufferPointer { lengths in
        lengthCodes.withUnsafeBufferPointer { lengthCodes in
          for token in tokens {
            if token & BandMatcher.isTriple != 0 {
              let (a, b, c) = (Int(token & 0xFF), Int(token &>> 8 & 0xFF), Int(token &>> 16 & 0xFF))
              writer.put(UInt64(codes[a]), UInt64(lengths[a]))
              writer.put(UInt64(codes[b]), UInt64(lengths[b]))
              writer.put(UInt64(codes[c]), UInt64(lengths[c]))
            } else if token & BandMatcher.isRepeat == 0 {
              writer.put(UInt64(codes[Int(token)]), UInt64(lengths[Int(token)]))
            } else {
              let length = lengthCodes[Int(token &>> 16 & 0xFF)]
              writer.put(length & 0xFFFF_FFFF, length &>> 32)
              let s = Self.symbol(distance: token & 0xFFFF)
              writer.put(UInt64(distances.codes[Int(s.code)]), UInt64(distances.lengths[Int(s.code)]))
              writer.put(UInt64(s.extra), UInt64(s.bits))
            }
            writer.flush()
          }
          writer.put(UInt64(codes[256]), UInt64(lengths[256]))
          writer.flush()
        }
      }
    }
    bits = writer
  }

  private typealias Symbol = (code: UInt32, extra: UInt32, bits: UInt32)

  /// The symbol of a length, given less 3 (RFC 1951, 3.2.5).
  @inline(__always) private static func symbol(length l: UInt32) -> Symbol {
    if l == 255 { return (285, 0, 0) }
    if l < 8 { return (257 &+ l, 0, 0) }
    let bits = 29 &- UInt32(truncatingIfNeeded: l.leadingZeroBitCount)
    return (261 &+ bits &* 4 &+ (l &>> bits & 3), l & ((1 &<< bits) &- 1), bits)
  }

  /// The symbol of a distance, given less 1.
  @inline(__always) private static func symbol(distance d: UInt32) -> Symbol {
    if d < 4 { return (d, 0, 0) }
    let bits = 30 &- UInt32(truncatingIfNeeded: d.leadingZeroBitCount)
    return (2 &+ bits &* 2 &+ (d &>> bits & 1), d & ((1 &<< bits) &- 1), bits)
  }
}
