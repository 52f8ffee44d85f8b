/// Compresses bands of rows, each into a piece of deflate (RFC 1951) that needs no other.
///
/// A piece ends on a whole byte and is not the last one of its stream, so pieces can be kept and put together
/// anew. The same bytes give the same piece, on every processor.
final class BandDeflater {
  private let output: UnsafeMutablePointer<UInt8>
  private let matcher: BandMatcher
  private let coder = HuffmanCoder(capacity: 286)
  /// The codes of literals and lengths, then those of distances (see `HuffmanCoder`).
  private let codes: UnsafeMutablePointer<UInt32>
  /// What is written for each length, less 3: its code and extra bits, and from bit 32 on how many.
  private let lengths: UnsafeMutablePointer<UInt64>

  /// A compressor for bands of up to `rows` rows, of `row` bytes with that for the filter and `pixel` bytes a pixel.
  init(row: Int, pixel: Int, rows: Int) {
    // No symbol takes more than 15 bits and no repeat more than 48 for at least three bytes.
    output = .allocate(capacity: 2 * row * rows + 2048)
    matcher = BandMatcher(row: row, pixel: pixel, rows: rows)
    codes = .allocate(capacity: BandMatcher.symbols + BandMatcher.distances)
    lengths = .allocate(capacity: 256)
  }

  deinit {
    output.deallocate()
    matcher.deallocate()
    codes.deallocate()
    lengths.deallocate()
  }

  /// Compresses `rows` packed rows.
  func deflate<T>(_ packed: UnsafePointer<UInt8>, rows: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T {
    matcher.match(packed, rows: rows)
    return write(rows: rows, of: matcher.tokens(inRow:), body)
  }

  /// Compresses `rows` packed rows after some changes, given what they were made of before them, and keeps there what
  /// they are made of now.
  func deflate<T>(
    _ packed: UnsafePointer<UInt8>, rows: Int, after parse: BandParse, _ changes: BandChanges,
    _ body: (UnsafeRawBufferPointer) -> T
  ) -> T {
    matcher.match(packed, rows: rows, after: parse, changes)
    return write(rows: rows, of: parse.tokens(inRow:), body)
  }

  /// What the band compressed last as a whole is made of.
  func parse(rows: Int) -> BandParse { BandParse(matcher, rows: rows) }

  /// Writes what was found in each row; what is given to `body` is void after.
  private func write<T>(
    rows: Int, of tokens: (Int) -> UnsafeBufferPointer<BandToken>, _ body: (UnsafeRawBufferPointer) -> T
  ) -> T {
    let (symbols, distances) = (BandMatcher.symbols, BandMatcher.distances)
    coder.code(matcher.counts, count: symbols, limit: 15, into: codes)
    coder.code(matcher.counts + symbols, count: distances, limit: 15, into: codes + symbols)
    tabulateLengths()
    var bits = BitWriter(output)
    CodeHeader(codes, symbols: symbols, distances: distances).write(with: coder, to: &bits)
    for y in 0..<rows { write(tokens(y), to: &bits) }
    let (end, n) = Self.parts(codes[256])
    bits.put(end, n)
    // An empty stored block ends the piece on a whole byte.
    bits.put(0, 3)
    bits.align()
    bits.put(0xFFFF_0000, 32)
    bits.flush()
    return body(UnsafeRawBufferPointer(start: output, count: bits.next - output))
  }

  private func tabulateLengths() {
    for l in 0...255 {
      let s = DeflateSymbol(length: UInt32(l))
      let (code, n) = Self.parts(codes[Int(s.code)])
      lengths[l] = code | UInt64(s.extra) &<< n | (n &+ UInt64(s.bits)) &<< 32
    }
  }

  private func write(_ tokens: UnsafeBufferPointer<BandToken>, to bits: inout BitWriter) {
    let (codes, lengths, distances) = (self.codes, self.lengths, self.codes + BandMatcher.symbols)
    var writer = bits
    for token in tokens {
      let word = token.word
      if token.isTriple {
        let (a, n) = Self.parts(codes[Int(word & 0xFF)])
        let (b, m) = Self.parts(codes[Int(word &>> 8 & 0xFF)])
        let (c, l) = Self.parts(codes[Int(word &>> 16 & 0xFF)])
        writer.put(a | (b | (c &<< m)) &<< n, n &+ m &+ l)
      } else if !token.isRepeat {
        let (a, n) = Self.parts(codes[Int(word)])
        writer.put(a, n)
      } else {
        let length = lengths[Int(word &>> 16 & 0xFF)]
        writer.put(length & 0xFFFF_FFFF, length &>> 32)
        let s = DeflateSymbol(distance: word & 0xFFFF)
        let (code, n) = Self.parts(distances[Int(s.code)])
        writer.put(code | UInt64(s.extra) &<< n, n &+ UInt64(s.bits))
      }
      writer.flush()
    }
    bits = writer
  }

  /// The bits of a code, and how many.
  @inline(__always) private static func parts(_ code: UInt32) -> (UInt64, UInt64) {
    (UInt64(code & 0xFFFF), UInt64(code &>> 16))
  }
}
