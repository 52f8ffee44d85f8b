/// What a band was found to be made of: kept, so that after a change only what it can reach is matched anew.
///
/// Every row has room for a few more tokens, so that a change is written where it happens: most of what is kept stays
/// as it is, and the processor need not write it back to memory.
final class BandParse {
  /// The tokens of all rows; none reaches over the end of its row.
  private var tokens: UnsafeMutablePointer<BandToken>
  /// Where the room of each row begins, and where that of the last one ends.
  private let starts: UnsafeMutablePointer<Int>
  /// How many tokens each row has.
  private let lengths: UnsafeMutablePointer<Int>
  private let rows: Int
  /// How often each symbol of literals and lengths occurs, then each of distances.
  let counts: UnsafeMutablePointer<UInt32>

  /// What the matcher found in `rows` rows.
  init(_ matcher: BandMatcher, rows: Int) {
    self.rows = rows
    starts = .allocate(capacity: rows + 1)
    lengths = .allocate(capacity: rows)
    counts = .allocate(capacity: BandMatcher.allSymbols)
    counts.update(from: matcher.counts, count: BandMatcher.allSymbols)
    starts[0] = 0
    for y in 0..<rows {
      lengths[y] = matcher.tokens(inRow: y).count
      starts[y + 1] = starts[y] + Self.room(lengths[y])
    }
    tokens = .allocate(capacity: starts[rows])
    for y in 0..<rows {
      if let found = matcher.tokens(inRow: y).baseAddress {
        (tokens + starts[y]).update(from: found, count: lengths[y])
      }
    }
  }

  deinit {
    tokens.deallocate()
    starts.deallocate()
    lengths.deallocate()
    counts.deallocate()
  }

  /// The tokens of a row.
  func tokens(inRow y: Int) -> UnsafeBufferPointer<BandToken> {
    UnsafeBufferPointer(start: tokens + starts[y], count: lengths[y])
  }

  /// Replaces the tokens of a row, of which `head` at the start and `tail` at the end are as they were.
  func replace(inRow y: Int, by new: UnsafeBufferPointer<BandToken>, head: Int, tail: Int) {
    guard let found = new.baseAddress else { return }
    if new.count > starts[y + 1] - starts[y] { widen(y, to: new.count) }
    // What comes after a change stays where it is if as many tokens lie before it.
    let end = new.count == lengths[y] ? new.count - tail : new.count
    if head < end { (tokens + starts[y] + head).update(from: found + head, count: end - head) }
    lengths[y] = new.count
  }

  /// Room for so many tokens and some more.
  private static func room(_ count: Int) -> Int { count + count / 16 + 4 }

  /// Makes room in a row for so many tokens, and moves those of all rows.
  private func widen(_ row: Int, to count: Int) {
    let old = tokens
    let size = starts[rows] - (starts[row + 1] - starts[row]) + Self.room(count)
    tokens = .allocate(capacity: size)
    var start = 0
    for y in 0..<rows {
      let (from, end) = (starts[y], starts[y + 1])
      (tokens + start).update(from: old + from, count: lengths[y])
      starts[y] = start
      start += y == row ? Self.room(count) : end - from
    }
    starts[rows] = start
    old.deallocate()
  }
}
