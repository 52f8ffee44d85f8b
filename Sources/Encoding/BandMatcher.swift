#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds what repeats in a band of rows: the LZ77 half of deflate, made for flat pictures.
///
/// A flat picture repeats the pixel to the left, then the row above, then something else nearby; the matcher
/// tries them in this order and takes the longest. What it finds depends on nothing but the bytes.
struct BandMatcher {
  /// Literals as they are, or three at a time as `isTriple` with the first one lowest; repeats as `isRepeat`, length − 3 in bits 16–23, distance − 1 in bits 0–15.
  let tokens: UnsafeMutablePointer<UInt32>
  /// The bit that tells repeats, and the one that tells three literals.
  static let isRepeat: UInt32 = 1 << 31, isTriple: UInt32 = 1 << 30
  /// How often each symbol of literals and lengths occurs, then each of distances.
  let counts: UnsafeMutablePointer<UInt32>
  /// Symbols of literals and lengths, and of distances.
  static let symbols = 286, distances = 30
  /// Where four bytes with some hash last stood.
  private let recent: UnsafeMutablePointer<Int32>
  private static let hashBits: UInt32 = 13
  /// As far back as deflate reaches.
  private static let window = 32768
  /// Longest repeat of deflate.
  private static let longest = 258
  /// Repeats at least this long are taken without looking for a longer one.
  private static let enough = 16

  /// A matcher for bands of up to `capacity` bytes.
  init(capacity: Int) {
    tokens = .allocate(capacity: capacity)
    counts = .allocate(capacity: Self.symbols + Self.distances)
    recent = .allocate(capacity: 1 << Int(Self.hashBits))
  }

  /// Gives its memory back.
  func deallocate() {
    tokens.deallocate()
    counts.deallocate()
    recent.deallocate()
  }

  /// Fills `tokens` with what the bytes are made of, and `counts`, and returns how many tokens there are; `row` bytes make a row and
  /// `pixel` a pixel.
  func match(_ bytes: UnsafeMutablePointer<UInt8>, count: Int, row: Int, pixel: Int) -> Int {
    recent.update(repeating: -1, count: 1 << Int(Self.hashBits))
    counts.update(repeating: 0, count: Self.symbols + Self.distances)
    counts[256] = 1
    let hasAbove = row <= Self.window
    var out = tokens
    var start = 0
    while start < count {
      let line = bytes + start
      // A row of one colour is shortest as the same pixel again.
      if hasAbove && start > 0 && memcmp(line, line - row, row) == 0
        && memcmp(line + 1, line + 1 + pixel, row - 1 - pixel) != 0
      {
        out = repeated(row, distance: row, to: out)
      } else {
        out = match(
          row: start..<start + row, of: bytes, count, above: hasAbove && start > 0 ? row : Int.max, pixel, out
        )
      }
      start += row
    }
    return out - tokens
  }

  /// Adds that `count` bytes, of which there are three at least, repeat those at a distance.
  private func repeated(_ count: Int, distance: Int, to out: UnsafeMutablePointer<UInt32>)
    -> UnsafeMutablePointer<UInt32>
  {
    var (out, left) = (out, count)
    while left > 0 {
      // What is left over must be long enough, too.
      let length = left <= Self.longest ? left : min(Self.longest, left - 3)
      out.pointee = token(length, distance)
      out += 1
      left -= length
    }
    return out
  }

  /// Adds what a row is made of; no repeat reaches over its end.
  private func match(
    row: Range<Int>, of bytes: UnsafeMutablePointer<UInt8>, _ count: Int, above: Int, _ pixel: Int,
    _ tokens: UnsafeMutablePointer<UInt32>
  ) -> UnsafeMutablePointer<UInt32> {
    let input = UnsafeRawPointer(bytes)
    let end = row.upperBound
    var out = tokens
    // The byte for the filter stands alone.
    out.pointee = literal(bytes[row.lowerBound])
    out += 1
    var i = row.lowerBound + 1
    // At the end of all bytes no whole words can be read.
    let last = min(end &- 3, count &- 8)
    while i <= last {
      let here = input + i
      let word = load(here)
      let limit = min(Self.longest, end &- i)
      var (length, distance) = (0, 0)
      if i >= pixel {
        let n = min(limit, same(word, here, here - pixel, limit))
        if n >= 3 { (length, distance) = (n, pixel) }
      }
      if length < limit {
        if i >= above {
          let n = min(limit, same(word, here, here - above, limit))
          if n >= 4 && n > length &+ 4 { (length, distance) = (n, above) }
        }
        if length < Self.enough {
          let slot = Self.hash(word)
          let candidate = Int(recent[slot])
          recent[slot] = Int32(truncatingIfNeeded: i)
          if candidate >= 0 && i &- candidate <= Self.window {
            let n = min(limit, same(word, here, input + candidate, limit))
            if n >= 4 && n > length &+ (distance == pixel ? 1 : 0) {
              (length, distance) = (n, i &- candidate)
            }
          }
        }
      }
      if length == 0 {
        // A pixel that has to be written out is seldom met again from its second byte on.
        out.pointee = triple(UInt32(truncatingIfNeeded: word & 0xFF_FFFF))
        i &+= 3
      } else {
        out.pointee = token(length, distance)
        i &+= length
      }
      out += 1
    }
    while i < end {
      out.pointee = literal(bytes[i])
      out += 1
      i &+= 1
    }
    return out
  }

  // Tokens are counted where they are made, while the matcher waits for memory.

  @inline(__always) private func literal(_ byte: UInt8) -> UInt32 {
    counts[Int(byte)] &+= 1
    return UInt32(byte)
  }

  @inline(__always) private func triple(_ bytes: UInt32) -> UInt32 {
    counts[Int(bytes & 0xFF)] &+= 1
    counts[Int(bytes &>> 8 & 0xFF)] &+= 1
    counts[Int(bytes &>> 16)] &+= 1
    return Self.isTriple | bytes
  }

  @inline(__always) private func token(_ length: Int, _ distance: Int) -> UInt32 {
    let (l, d) = (UInt32(truncatingIfNeeded: length &- 3), UInt32(truncatingIfNeeded: distance &- 1))
    counts[Int(DeflateSymbol(length: l).code)] &+= 1
    counts[Self.symbols &+ Int(DeflateSymbol(distance: d).code)] &+= 1
    return Self.isRepeat | l &<< 16 | d
  }

  @inline(__always) private func load(_ p: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: p.loadUnaligned(as: UInt64.self))
  }

  /// How many bytes, up to `limit`, are the same in two places; `word` is the first eight of `a`.
  @inline(__always) private func same(
    _ word: UInt64, _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ limit: Int
  ) -> Int {
    let difference = word ^ load(b)
    if difference != 0 { return difference.trailingZeroBitCount &>> 3 }
    var n = 8
    while n &+ 32 <= limit {
      let x = (load(a + n) ^ load(b + n)) | (load(a + n + 8) ^ load(b + n + 8))
      let y = (load(a + n + 16) ^ load(b + n + 16)) | (load(a + n + 24) ^ load(b + n + 24))
      if x | y != 0 { break }
      n &+= 32
    }
    while n &+ 8 <= limit {
      let difference = load(a + n) ^ load(b + n)
      if difference != 0 { return n &+ difference.trailingZeroBitCount &>> 3 }
      n &+= 8
    }
    while n < limit && (a + n).load(as: UInt8.self) == (b + n).load(as: UInt8.self) { n &+= 1 }
    return n
  }

  @inline(__always) private static func hash(_ word: UInt64) -> Int {
    let four = UInt32(truncatingIfNeeded: word)
    return Int(truncatingIfNeeded: (four &* 0x9E37_79B1) &>> (32 &- hashBits))
  }
}
