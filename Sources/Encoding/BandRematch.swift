/// What is taken over after changes, and what is matched anew.
extension BandMatcher {
  /// A token depends on so many bytes beyond its end: a repeat of the row above is taken only if it is longer by more.
  private static let lookahead = 5

  /// Finds what rows are made of after some changes, from what they were made of before, and keeps it there.
  ///
  /// Where nothing changed, tokens are taken over without a look at the bytes, as long as the table of hashes
  /// would lead to the same places.
  func match(
    _ bytes: UnsafePointer<UInt8>, rows count: Int, after parse: BandParse, _ changes: BandChanges
  ) {
    recent.update(repeating: -1, count: Self.noSlot + 1)
    clear.update(repeating: .max, count: Self.noSlot + 1)
    counts.update(from: parse.counts, count: Self.allSymbols)
    var reach: [Range<Int>] = []
    var below = row
    for y in 0..<count {
      if y == 0 || !changes.isAsBefore(inRow: y) {
        reach = changes.reach(inRow: y)
        below = changes.first(inRow: y + 1) ?? row
      }
      let before = parse.tokens(inRow: y)
      let wasRepeated = before[0].isRepeat
      let isRepeated = reach.isEmpty ? wasRepeated : isRepeated(y, bytes, reach, wasRepeated)
      if isRepeated && wasRepeated { continue }
      if isRepeated || wasRepeated {
        // None of its tokens can stay.
        for token in before { forget(token) }
        var out = tokens
        if isRepeated { repeatRow(&out) } else { match(Row(y, of: count, bytes, self), to: &out) }
        parse.replace(
          inRow: y, by: UnsafeBufferPointer(start: tokens, count: out - tokens), head: 0, tail: 0)
      } else {
        let kept = rematch(Row(y, of: count, bytes, self), reach, below, before)
        parse.replace(inRow: y, by: kept.all, head: kept.head, tail: kept.tail)
      }
    }
    parse.counts.update(from: counts, count: Self.allSymbols)
  }

  /// Whether a row is best written as the one above, with a look at what changes reach first.
  private func isRepeated(
    _ y: Int, _ bytes: UnsafePointer<UInt8>, _ reach: [Range<Int>], _ wasRepeated: Bool
  ) -> Bool {
    guard y > 0 && reach.allSatisfy({ isAsAbove($0, y, bytes) }) else { return false }
    guard wasRepeated else { return isRepeated(y, bytes) }
    return !reach.allSatisfy { isPlain($0, y, bytes) } || !isPlain(0..<row, y, bytes)
  }

  /// Adds what a row is made of that was not written so before.
  private func match(_ row: Row, to out: inout Output) {
    var i = row.start
    while i < row.end {
      let token = token(at: i, row)
      clear[token.slot] = 0
      i &+= add(token, to: &out)
    }
    clear[Self.noSlot] = .max
  }

  /// What a row is made of, given which of its bytes changes reach, the first that changed in the row below, and its
  /// tokens before; and how many of these stay at its start and its end.
  private func rematch(
    _ row: Row, _ reach: [Range<Int>], _ below: Int, _ before: UnsafeBufferPointer<BandToken>
  ) -> (all: UnsafeBufferPointer<BandToken>, head: Int, tail: Int) {
    let (recent, clear) = (self.recent, self.clear)
    var out = tokens
    var i = row.start
    // The next token from before, and where it stood.
    var (next, place) = (0, row.start)
    // Tokens up to the first and the last that is new.
    var (head, end) = (Int.max, 0)
    var zone = 0
    while i < row.end {
      while zone < reach.count && row.start &+ reach[zone].upperBound <= i { zone &+= 1 }
      // The next byte that changed.
      let bound = zone < reach.count ? row.start &+ reach[zone].lowerBound : row.end &+ below
      if i == place {
        var copy = out
        while i < row.end {
          let token = before[next]
          let need = token.length &+ Self.lookahead
          guard need <= bound &- i && need <= Int(clear[token.slot]) else { break }
          recent[token.slot] = Int32(truncatingIfNeeded: i)
          clear[token.slot] = Self.clearance(bound &- i)
          clear[Self.noSlot] = .max
          append(token, to: &copy)
          i &+= token.length
          next &+= 1
        }
        (place, out) = (i, copy)
        if i >= row.end { break }
      }
      head = min(head, out - tokens)
      let token = token(at: i, row)
      var isAsBefore = false
      if i == place {
        isAsBefore = i < bound && before[next].slot == token.slot
        place &+= before[next].length
        forget(before[next])
        next &+= 1
      }
      clear[token.slot] = isAsBefore ? Self.clearance(bound &- i) : 0
      i &+= add(token, to: &out)
      while place < i {
        place &+= before[next].length
        forget(before[next])
        next &+= 1
      }
      clear[Self.noSlot] = .max
      end = out - tokens
    }
    let count = out - tokens
    return (UnsafeBufferPointer(start: tokens, count: count), min(head, count), count - end)
  }

  /// So many bytes, or as many as can be told.
  @inline(__always) private static func clearance(_ bytes: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: min(bytes, 0xFFFF))
  }

  /// Takes a token from before out of the counts. What it left in the table is not there now.
  private func forget(_ token: BandToken) {
    count(token, UInt32.max)
    clear[token.slot] = 0
  }
}
