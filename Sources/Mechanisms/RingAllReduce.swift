import Geometry

/// A piece of the vector on one rank: its value, and whose values are in it.
public struct PartialSum: Equatable, Sendable {
  /// The sum so far.
  public let value: Double
  /// The ranks that are in it, a bit each.
  public let contributors: UInt32

  /// Creates a sum of some ranks.
  public init(_ value: Double, contributors: UInt32) {
    self.value = value
    self.contributors = contributors
  }

  /// How many ranks are in it.
  public var count: Int { contributors.nonzeroBitCount }
  /// Whether a rank is in it.
  public func contains(_ rank: Int) -> Bool { contributors >> UInt32(rank) & 1 == 1 }
}

/// A chunk on its way from a rank to the next one.
public struct RingTransfer: Equatable, Sendable {
  /// The ranks, from 0.
  public let from, to: Int
  /// The chunk, from 0.
  public let chunk: Int
  /// Whether it is added to what stands there; if not, it overwrites it.
  public let adds: Bool
}

/// All-reduce on a ring (Patarasuk and Yuan 2009): the vector is cut into a chunk for each rank; N − 1 steps of
/// adding leave a complete chunk on each rank, N − 1 steps of copying bring them to everybody.
///
/// All transfers of a step happen at once: each rank sends one chunk and receives another.
public struct RingAllReduce: Equatable, Sendable {
  /// How many ranks, and chunks, there are: 2…32.
  public let ranks: Int
  /// What moves in each step.
  public let transfers: [[RingTransfer]]
  /// Before the first step and after each: a row for each rank, a column for each chunk.
  public let states: [[[PartialSum]]]

  /// Runs it on the values of each rank, a row of N chunks for each; nil unless there are 2…32 rows and as many
  /// columns.
  public init?(_ values: [[Double]]) {
    guard (2...32).contains(values.count), values.allSatisfy({ $0.count == values.count }) else { return nil }
    self.init(square: values)
  }

  private init(square values: [[Double]]) {
    let n = values.count
    ranks = n
    var state = values.enumerated().map { r, row in
      row.map { PartialSum($0, contributors: 1 << UInt32(r)) }
    }
    var states = [state]
    var transfers: [[RingTransfer]] = []
    for t in 0..<2 * (n - 1) {
      let adds = t < n - 1
      let step = (0..<n).map { r in
        // In the second phase the rank starts from the chunk that it completed.
        let chunk = adds ? r - t : r + 1 - (t - (n - 1))
        return RingTransfer(from: r, to: (r + 1) % n, chunk: (chunk % n + n) % n, adds: adds)
      }
      let sent = state
      for s in step {
        let (own, other) = (state[s.to][s.chunk], sent[s.from][s.chunk])
        state[s.to][s.chunk] =
          adds
          ? PartialSum(own.value + other.value, contributors: own.contributors | other.contributors) : other
      }
      transfers.append(step)
      states.append(state)
    }
    (self.transfers, self.states) = (transfers, states)
  }

  /// Runs it on pseudo-random values between 0 and 1; the ranks are clamped to 2…32.
  public init(ranks: Int, seed: UInt32 = 1) {
    let n = ranks.clamped(to: 2...32)
    var dice = Mulberry32(seed: seed)
    self.init(square: (0..<n).map { _ in (0..<n).map { _ in dice.next() } })
  }

  /// Steps in all, half of which add.
  public var steps: Int { transfers.count }
  /// Additions that one rank does, in chunks.
  public var additionsPerRank: Int {
    transfers.reduce(0) { n, step in n + step.filter { $0.adds && $0.to == 0 }.count }
  }
  /// Whether a piece holds all ranks.
  public func isComplete(_ sum: PartialSum) -> Bool { sum.count == ranks }
}
