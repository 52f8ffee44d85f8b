/// What a band was found to be made of: kept, so that after a change only what it can reach is matched anew.
final class BandParse {
  /// The tokens of all rows; none reaches over the end of its row.
  private var tokens: UnsafeMutablePointer<BandToken>
  private var capacity = 0
  /// Where each row's tokens begin, and where the last one's end.
  private let rows: UnsafeMutablePointer<Int32>
  /// How often each symbol of literals and lengths occurs, then each of distances.
  let counts: UnsafeMutablePointer<UInt32>

  /// Nothing yet, for bands of up to `rows` rows.
  init(rows: Int) {
    tokens = .allocate(capacity: 0)
    self.rows = .allocate(capacity: rows + 1)
    counts = .allocate(capacity: BandMatcher.allSymbols)
  }

  deinit {
    tokens.deallocate()
    rows.deallocate()
    counts.deallocate()
  }

  /// The tokens of a row.
  func tokens(inRow y: Int) -> UnsafeBufferPointer<BandToken> {
    UnsafeBufferPointer(start: tokens + Int(rows[y]), count: Int(rows[y + 1] - rows[y]))
  }

  /// Keeps what was found, in the same memory if it fits: the processor has that at hand.
  func keep(
    _ found: UnsafeBufferPointer<BandToken>, rows starts: UnsafeBufferPointer<Int32>,
    counts: UnsafePointer<UInt32>
  ) {
    if found.count > capacity {
      tokens.deallocate()
      capacity = found.count + found.count / 8
      tokens = .allocate(capacity: capacity)
    }
    if let start = found.baseAddress { tokens.update(from: start, count: found.count) }
    if let start = starts.baseAddress { rows.update(from: start, count: starts.count) }
    self.counts.update(from: counts, count: BandMatcher.allSymbols)
  }
}
