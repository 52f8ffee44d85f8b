/// Finds what repeats in a band of rows: the LZ77 half of deflate, made for flat pictures.
///
/// A flat picture repeats the pixel to the left, then the row above, then something else nearby; the matcher
/// tries them in this order and takes the longest. What it finds depends on nothing but the bytes.
struct BandMatcher {
  /// Literals as they are; repeats as `isRepeat`, length − 3 in bits 16–23, distance − 1 in bits 0–15.
  let tokens: UnsafeMutablePointer<UInt32>
  /// The bit that tells repeats from literals.
  static let isRepeat: UInt32 = 1 << 31
  /// Where four bytes with some hash last stood.
  private let recent: UnsafeMutablePointer<Int32>
  private static let hashBits: UInt32 = 13
  /// As far back as deflate reaches.
  private static let window = 32768
  /// Longest repeat of deflate.
  private static let longest = 258
  /// Repeats at least this long are taken without looking for a longer one.
  private static let enough = 64

  /// A matcher for bands of up to `capacity` bytes.
  init(capacity: Int) {
    tokens = .allocate(capacity: capacity)
    recent = .allocate(capacity: 1 << Int(Self.hashBits))
  }

  /// Gives its memory back.
  func deallocate() {
    tokens.deallocate()
    recent.deallocate()
  }

  /// Fills `tokens` with what the bytes are made of and returns how many there are; `row` bytes make a row and
  /// `pixel` a pixel.
  func match(_ bytes: UnsafeMutablePointer<UInt8>, count: Int, row: Int, pixel: Int) -> Int {
    recent.update(repeating: -1, count: 1 << Int(Self.hashBits))
    let above = row <= Self.window ? row : Int.max
    let input = UnsafeRawPointer(bytes)
    var out = tokens
    var i = 0
    // The last bytes are literals, so that whole words can be read.
    while i &+ 8 <= count {
      let here = input + i
      let word = load(here)
      let limit = min(Self.longest, count &- i)
      var (length, distance) = (0, 0)
      if i >= pixel {
        let n = same(word, here, here - pixel, limit)
        if n >= 3 { (length, distance) = (n, pixel) }
      }
      if length < Self.enough {
        if i >= above {
          let n = same(word, here, here - above, limit)
          if n >= 4 && n > length { (length, distance) = (n, above) }
        }
        if length < Self.enough {
          let slot = Self.hash(word)
          let candidate = Int(recent[slot])
          recent[slot] = Int32(truncatingIfNeeded: i)
          if candidate >= 0 && i &- candidate <= Self.window {
            let n = same(word, here, input + candidate, limit)
            if n >= 4 && n > length &+ (distance == pixel ? 1 : 0) {
              (length, distance) = (n, i &- candidate)
            }
          }
        }
      }
      if length == 0 {
        out.pointee = UInt32(truncatingIfNeeded: word & 0xFF)
        i &+= 1
      } else {
        out.pointee =
          Self.isRepeat | UInt32(truncatingIfNeeded: length &- 3) &<< 16
          | UInt32(truncatingIfNeeded: distance &- 1)
        i &+= length
      }
      out += 1
    }
    while i < count {
      out.pointee = UInt32(bytes[i])
      out += 1
      i &+= 1
    }
    return out - tokens
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
