#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds what repeats in a band of rows: the LZ77 half of deflate, made for flat pictures.
///
/// A flat picture repeats the pixel to the left, then the row above, then something else nearby; the matcher
/// tries them in this order and takes the longest. What it finds depends on nothing but the bytes, also when it
/// starts from what it found before a change.
struct BandMatcher {
  /// Symbols of literals and lengths, and of distances.
  static let symbols = 286, distances = 30, allSymbols = symbols + distances
  /// Longest repeat of deflate.
  static let longest = 258
  /// Stands for no place of the table.
  static let noSlot = 1 << 13
  /// As far back as deflate reaches.
  private static let window = 32768
  /// Repeats at least this long are taken without looking for a longer one.
  private static let enough = 16

  /// What is added to where tokens are made.
  typealias Output = UnsafeMutablePointer<BandToken>

  /// Bytes of a row and of a pixel.
  let row, pixel: Int
  /// What the last band is made of, or, where one is changed, the last row.
  let tokens: Output
  /// Where the tokens of each row begin, and where the last one's end.
  private let rows: UnsafeMutablePointer<Int32>
  /// How often each symbol of literals and lengths occurs in the last band, then each of distances.
  let counts: UnsafeMutablePointer<UInt32>
  /// Where four bytes with some hash last stood.
  let recent: UnsafeMutablePointer<Int32>
  /// For each place of `recent`, how many bytes from where it leads to are as they were before a change; 0 if it may
  /// not lead to where it did.
  let clear: UnsafeMutablePointer<UInt16>

  /// A matcher for bands of up to `rows` rows.
  init(row: Int, pixel: Int, rows: Int) {
    (self.row, self.pixel) = (row, pixel)
    tokens = .allocate(capacity: row * rows)
    self.rows = .allocate(capacity: rows + 1)
    counts = .allocate(capacity: Self.allSymbols)
    recent = .allocate(capacity: Self.noSlot + 1)
    clear = .allocate(capacity: Self.noSlot + 1)
  }

  /// Gives its memory back.
  func deallocate() {
    tokens.deallocate()
    rows.deallocate()
    counts.deallocate()
    recent.deallocate()
    clear.deallocate()
  }

  /// The tokens that a row of the last band was found to be made of.
  func tokens(inRow y: Int) -> UnsafeBufferPointer<BandToken> {
    UnsafeBufferPointer(start: tokens + Int(rows[y]), count: Int(rows[y + 1] - rows[y]))
  }

  /// Finds what rows are made of.
  func match(_ bytes: UnsafePointer<UInt8>, rows count: Int) {
    recent.update(repeating: -1, count: Self.noSlot + 1)
    counts.update(repeating: 0, count: Self.allSymbols)
    // The end of the block.
    counts[256] = 1
    var out = tokens
    for y in 0..<count {
      rows[y] = Int32(out - tokens)
      if isRepeated(y, bytes) {
        repeatRow(&out)
      } else {
        let row = Row(y, of: count, bytes, self)
        var i = row.start
        while i < row.end { i &+= add(token(at: i, row), to: &out) }
      }
    }
    rows[count] = Int32(out - tokens)
  }

  /// Whether a row is best written as the one above. A row of one colour is shorter as the same pixel again.
  func isRepeated(_ y: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    y > 0 && row <= Self.window && isAsAbove(0..<row, y, bytes) && !isPlain(0..<row, y, bytes)
  }

  /// Whether a part of a row is as the row above.
  func isAsAbove(_ part: Range<Int>, _ y: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let start = bytes + y * row + part.lowerBound
    return memcmp(start, start - row, part.count) == 0
  }

  /// Whether a part of a row has one colour.
  func isPlain(_ part: Range<Int>, _ y: Int, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let start = bytes + y * row + max(1, part.lowerBound)
    let count = part.upperBound - max(1, part.lowerBound) - pixel
    return count <= 0 || memcmp(start, start + pixel, count) == 0
  }

  /// Adds a row as a repeat of the one above.
  func repeatRow(_ out: inout Output) {
    var left = row
    while left > 0 {
      // What is left over must be long enough, too.
      let length = left <= Self.longest ? left : min(Self.longest, left - 3)
      left -= add(BandToken(repeat: length, distance: row, slot: Self.noSlot), to: &out)
    }
  }

  /// Adds a token, counts its symbols and says how many bytes it stands for.
  @inline(__always) func add(_ token: BandToken, to out: inout Output) -> Int {
    count(token, 1)
    append(token, to: &out)
    return token.length
  }

  /// Adds a token whose symbols are counted.
  @inline(__always) func append(_ token: BandToken, to out: inout Output) {
    out.pointee = token
    out += 1
  }

  /// Adds to how often the symbols of a token occur.
  @inline(__always) func count(_ token: BandToken, _ n: UInt32) {
    let word = token.word
    if token.isRepeat {
      counts[Int(DeflateSymbol(length: word &>> 16 & 0xFF).code)] &+= n
      counts[Self.symbols &+ Int(DeflateSymbol(distance: word & 0xFFFF).code)] &+= n
    } else {
      counts[Int(word & 0xFF)] &+= n
      if token.isTriple {
        counts[Int(word &>> 8 & 0xFF)] &+= n
        counts[Int(word &>> 16 & 0xFF)] &+= n
      }
    }
  }

  /// A row that is being matched.
  struct Row {
    let bytes: UnsafeRawPointer
    /// Its bytes in the band.
    let start, end: Int
    /// From here on single bytes are left, because no whole words can be read.
    let last: Int
    /// How far above the row before is; further than any byte if there is none.
    let above: Int

    init(_ y: Int, of count: Int, _ bytes: UnsafePointer<UInt8>, _ matcher: BandMatcher) {
      self.bytes = UnsafeRawPointer(bytes)
      start = y &* matcher.row
      end = start &+ matcher.row
      last = min(end &- 3, count &* matcher.row &- 8)
      above = y > 0 && matcher.row <= BandMatcher.window ? matcher.row : Int.max
    }
  }

  /// The token for what begins at a place of a row, which `recent` then knows.
  @inline(__always) func token(at i: Int, _ row: Row) -> BandToken {
    // The byte for the filter stands alone.
    guard i > row.start && i <= row.last else {
      return BandToken(byte: (row.bytes + i).load(as: UInt8.self))
    }
    let here = row.bytes + i
    let word = load(here)
    let limit = min(Self.longest, row.end &- i)
    var (length, distance, slot) = (0, 0, Self.noSlot)
    if i >= pixel {
      let n = min(limit, same(word, here, here - pixel, limit))
      if n >= 3 { (length, distance) = (n, pixel) }
    }
    if length < limit {
      if i >= row.above {
        let n = min(limit, same(word, here, here - row.above, limit))
        if n >= 4 && n > length &+ 4 { (length, distance) = (n, row.above) }
      }
      if length < Self.enough {
        slot = Self.hash(word)
        let candidate = Int(recent[slot])
        recent[slot] = Int32(truncatingIfNeeded: i)
        if candidate >= 0 && i &- candidate <= Self.window {
          let n = min(limit, same(word, here, row.bytes + candidate, limit))
          if n >= 4 && n > length &+ (distance == pixel ? 1 : 0) { (length, distance) = (n, i &- candidate) }
        }
      }
    }
    // A pixel that has to be written out is seldom met again from its second byte on.
    return length == 0
      ? BandToken(three: UInt32(truncatingIfNeeded: word & 0xFF_FFFF), slot: slot)
      : BandToken(repeat: length, distance: distance, slot: slot)
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
    return Int(truncatingIfNeeded: (four &* 0x9E37_79B1) &>> 19)
  }
}
