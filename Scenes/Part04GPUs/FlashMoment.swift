import Figures
import Instruments
import Mechanisms

/// Where the two loops are: which tile of Q stays in SRAM, which tile of K and V has come, and what has been
/// done with it.
struct FlashMoment: Sendable {
  /// What was done last.
  enum Phase: Int, Comparable, Sendable {
    /// SRAM is empty.
    case empty
    /// A tile of Q has come.
    case queries
    /// A tile of K and V has come and given scores.
    case scores
    /// The maximum is new, the old sum and output have shrunk.
    case rescaled
    /// The tile is in the sum and in the output.
    case added
    /// The output is divided and has left.
    case written
    static func < (a: Phase, b: Phase) -> Bool { a.rawValue < b.rawValue }
  }

  /// What SRAM keeps of a row.
  struct Statistics: Sendable {
    let max, sum: Double
    let output: [Double]
  }

  let reading: FlashReading
  /// The tile of Q, from 0; those before it are done. One more than there are when all are done.
  let tile: Int
  /// Which of its tiles of K and V, in order of loading.
  let visit: Int
  let phase: Phase

  init(_ reading: FlashReading, tile: Int? = nil, visit: Int = 0, _ phase: Phase) {
    self.reading = reading
    self.tile = tile ?? reading.tile
    self.visit = visit
    self.phase = phase
  }

  var run: TiledAttention { reading.run }
  /// The rows in SRAM.
  var rows: Range<Int> { run.queryTiles.rows(tile) }
  /// The tile of K and V in SRAM; nil when none is.
  var keyTile: Int? {
    phase >= .scores && phase <= .added && visit < run.visits[tile].count ? run.visits[tile][visit] : nil
  }
  /// Whether a tile of O is in HBM.
  func isWritten(_ other: Int) -> Bool { other < tile || other == tile && phase == .written }
  /// The followed row as a row of a tile, if it is in that.
  func followed(in other: Int) -> Int? {
    other == reading.tile ? reading.row - run.queryTiles.rows(other).lowerBound : nil
  }

  /// Whether SRAM keeps anything of its rows.
  var keepsStatistics: Bool {
    phase == .rescaled || phase == .added || phase == .scores && visit > 0
  }

  /// What SRAM keeps of a row; nil before its first tile and after its output has left.
  func statistics(_ row: Int) -> Statistics? {
    guard keepsStatistics else { return nil }
    let steps = run.rows[row].steps
    func after(_ step: Int) -> Statistics? {
      guard steps.indices.contains(step) else { return nil }
      return Statistics(max: steps[step].max, sum: steps[step].sum, output: steps[step].output)
    }
    switch phase {
    case .empty, .queries, .written: return nil
    case .scores: return after(visit - 1)
    case .added: return after(visit)
    case .rescaled:
      let step = steps[visit]
      let old = after(visit - 1)?.output ?? Array(repeating: 0, count: run.width)
      return Statistics(max: step.max, sum: step.rescaledSum, output: old.map { $0 * step.factor })
    }
  }

  /// A tile of O in either memory: divided once it has left. The shade is the size of the number.
  func output(_ tile: Int) -> Node {
    let most = reading.largestOutput
    let cells: [[HeatBlock.Cell]] = run.queryTiles.rows(tile).map { i in
      let numbers = isWritten(tile) ? run.rows[i].output : statistics(i)?.output ?? []
      return numbers.map { .heat(($0.magnitude / most).squareRoot()) }
    }
    return HeatBlock(cells, followed: followed(in: tile)).node
  }

  // MARK: Counters

  /// Tiles of scores that are finished with.
  var tilesDone: Int {
    let before = run.visits[..<tile].reduce(0) { $0 + $1.count }
    switch phase {
    case .empty, .queries: return before
    case .scores, .rescaled: return before + visit
    case .added: return before + visit + 1
    case .written: return before + run.visits[tile].count
    }
  }

  /// The trips to and from HBM that have been made: one for Q, two for each K and V, one each for O and L.
  var moves: ArraySlice<AttentionTraffic.Move> {
    let all = reading.tiled.moves
    let before = run.visits[..<tile].reduce(0) { $0 + 3 + 2 * $1.count }
    switch phase {
    case .empty: return all[..<before]
    case .queries: return all[..<(before + 1)]
    case .scores, .rescaled, .added: return all[..<(before + 1 + 2 * (visit + 1))]
    case .written: return all[..<(before + 3 + 2 * run.visits[tile].count)]
    }
  }

  /// Rows whose maximum has moved so far.
  var rescales: Int {
    run.rows.indices.reduce(0) { count, row in
      let steps = run.rows[row].steps
      let seen: Int
      if isWritten(row / run.queryTiles.size) {
        seen = steps.count
      } else if rows.contains(row) && phase >= .scores {
        seen = visit + (phase == .scores ? 0 : 1)
      } else {
        seen = 0
      }
      return count + steps.prefix(seen).reduce(0) { $0 + ($1.moves ? 1 : 0) }
    }
  }

  var telemetry: Telemetry {
    reading.telemetry(
      moved: moves.reduce(0) { $0 + $1.elements }, rescales: rescales, tiles: tilesDone)
  }
}
