/// What is the same element of a drawing over time, by its looks at numbered moments.
struct Track<Key: Hashable, Look: Equatable> {
  /// Moments in a row at which it looks the same.
  struct Run {
    let first: Int
    var last: Int
    let look: Look
  }

  let key: Key
  private(set) var runs: [Run] = []

  init(_ key: Key) { self.key = key }

  /// Notes how it looks at a moment; moments come in order.
  mutating func add(_ moment: Int, _ look: Look) {
    if let last = runs.last, last.last == moment - 1, last.look == look {
      runs[runs.count - 1].last = moment
    } else {
      runs.append(Run(first: moment, last: moment, look: look))
    }
  }

  /// The moments from which to which it is there without a gap, as ranges of its runs.
  var stays: [Range<Int>] {
    var out: [Range<Int>] = []
    var start = 0
    for i in runs.indices.dropFirst() where runs[i].first != runs[i - 1].last + 1 {
      out.append(start..<i)
      start = i
    }
    if !runs.isEmpty { out.append(start..<runs.count) }
    return out
  }
}

/// The elements of all moments in one order that is the paint order of each moment.
///
/// Where two moments contradict each other, what has jumped becomes a second element.
struct TrackOrder<Key: Hashable, Look: Equatable> {
  private(set) var tracks: [Track<Key, Look>] = []
  /// The tracks from back to front.
  private(set) var order: [Int] = []
  private var ranks: [Int] = []
  private var known: [Key: [Int]] = [:]
  private var last: (keys: [Key], tracks: [Int]) = ([], [])

  /// Adds what is there at a moment, from back to front; keys differ.
  mutating func add(_ moment: Int, _ marks: [(key: Key, look: Look)]) {
    let keys = marks.map { $0.key }
    if keys != last.keys { last = (keys, place(keys)) }
    for (track, mark) in zip(last.tracks, marks) { tracks[track].add(moment, mark.look) }
  }

  private mutating func place(_ keys: [Key]) -> [Int] {
    // The tracks used last, as many of them as keep their order.
    let candidates = keys.map { known[$0]?.last }
    let kept = increasing(candidates.map { $0.map { ranks[$0] } })
    var out: [Int] = []
    var fresh: [Int: [Int]] = [:]
    var (floor, k) = (-1, 0)
    while k < keys.count {
      if kept[k], let track = candidates[k] {
        out.append(track)
        floor = ranks[track]
        k += 1
        continue
      }
      let next = (k..<keys.count).first { kept[$0] }.flatMap { candidates[$0] }
      let ceiling = next.map { ranks[$0] } ?? Int.max
      if let old = known[keys[k]]?.last(where: { ranks[$0] > floor && ranks[$0] < ceiling }) {
        out.append(old)
        floor = ranks[old]
      } else {
        let track = tracks.count
        tracks.append(Track(keys[k]))
        ranks.append(-1)
        known[keys[k], default: []].append(track)
        fresh[floor, default: []].append(track)
        out.append(track)
      }
      k += 1
    }
    insert(fresh)
    return out
  }

  /// Puts new tracks behind the ones of these ranks.
  private mutating func insert(_ fresh: [Int: [Int]]) {
    guard !fresh.isEmpty else { return }
    var grown = fresh[-1] ?? []
    for (rank, track) in order.enumerated() {
      grown.append(track)
      grown += fresh[rank] ?? []
    }
    order = grown
    for (rank, track) in order.enumerated() { ranks[track] = rank }
  }

  /// Which numbers belong to a longest increasing series of them.
  private func increasing(_ numbers: [Int?]) -> [Bool] {
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: numbers.count)
    for (i, number) in numbers.enumerated() {
      guard let number else { continue }
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if (numbers[ends[middle]] ?? 0) < number { low = middle + 1 } else { high = middle }
      }
      before[i] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(i) } else { ends[low] = i }
    }
    var kept = [Bool](repeating: false, count: numbers.count)
    var i = ends.last ?? -1
    while i >= 0 {
      kept[i] = true
      i = before[i]
    }
    return kept
  }
}
