import Figures
import Instruments
import Mechanisms

/// The small memory: one tile of each matrix, and what is kept of each row.
struct FlashSRAM: NodeConvertible {
  let at: FlashMoment

  static let width = 458.0, gap = 10.0
  static let query = 30.0, scores = 216.0, maximum = 50.0, sum = 58.0, output = 44.0
  /// Heights of the tiles of K and V, of the names below them and of the rows.
  static let factor = 38.0, names = 22.0, rowsRoom = 152.0

  var node: Node {
    Row(spacing: Self.gap, align: .start) {
      column("Q", Self.query, above: name("K^{T}")) {
        if at.phase > .empty { queryTile }
      }
      column(at.phase == .added ? "P = e^{S − m}" : "S", Self.scores, above: keyTile) {
        if at.keyTile != nil { scoreTile.same("scores") }
      }
      column("m", Self.maximum) {
        if at.keepsStatistics { statistics("m", Self.maximum, maximum) }
      }
      column("ℓ", Self.sum, above: name("V")) {
        if at.keepsStatistics { statistics("l", Self.sum, sum) }
      }
      column("O", Self.output, above: valueTile) {
        if at.keepsStatistics { at.output(at.tile).same("o", at.tile) }
      }
    }
    .padding(Insets(left: Self.gap, top: Spacing.s, right: Self.gap, bottom: Spacing.s))
    .background(Surface(fill: .plain(.panel), stroke: Stroke(.ink, width: 1.5), radius: 6)).same("sram")
  }

  private var reading: FlashReading { at.reading }
  /// Height of one row.
  private var pitch: Double { min(46, Self.rowsRoom / Double(rowCount)) }
  /// The rows in SRAM, or those that would be after the last tile.
  private var rowCount: Int { at.rows.isEmpty ? at.run.queryTiles.size : at.rows.count }

  /// One matrix: what stands above its rows, its name, and its rows on their place.
  private func column(
    _ name: Phrase, _ width: Double, above: Node = .empty, @NodeBuilder rows: () -> [Node]
  ) -> Node {
    let pieces = rows()
    return Column(spacing: 0) {
      above.frame(width: width, height: Self.factor, align: .trailing)
      Text(name, .note.bold, align: 0.5).frame(width: width, height: Self.names)
      Overlay(align: .topLeading) { pieces.isEmpty ? [Box(.absent).node] : pieces }
        .frame(width: width, height: pitch * Double(rowCount))
    }.frame(width: width, height: Self.factor + Self.names + Self.rowsRoom, align: .top)
  }

  // MARK: Tiles

  /// The name of the factor on its right.
  private func name(_ name: Phrase) -> Node { Text(name, .note.bold, align: 1).node }

  private var queryTile: Node {
    TileBlock(rows: at.rows.count, role: .storage, followed: at.followed(in: at.tile)).node
      .copy(0, of: "q", at.tile)
  }

  private var keyTile: Node {
    // Transposed, a key is a column, and stands over its column of scores.
    at.keyTile.map { t in
      TileBlock(rows: at.run.keyTiles.rows(t).count, role: .storage, transposed: true).node
        .copy(0, of: "k", t)
    } ?? Box(.absent).node
  }

  private var valueTile: Node {
    at.keyTile.map { t in
      TileBlock(rows: at.run.keyTiles.rows(t).count, role: .storage).node.copy(0, of: "v", t)
    } ?? Box(.absent).node
  }

  private var scoreTile: Node {
    let run = at.run
    let cells: [[HeatBlock.Cell]] = at.rows.map { i in
      run.keyTiles.rows(at.keyTile ?? 0).enumerated().map { j, key in
        guard run.sees(i, key) else { return .masked }
        let score = run.scores[i, key]
        let weight = run.rows[i].steps[at.visit].weights[j]
        return at.phase == .added
          ? .heat(weight, number: weight) : .heat(at.reading.heat(score), number: score)
      }
    }
    return HeatBlock(cells, followed: at.followed(in: at.tile)).node
  }

  // MARK: Statistics

  private func statistics(
    _ kind: StaticString, _ width: Double, _ piece: (FlashMoment.Statistics, Bool) -> Node
  ) -> Node {
    let nodes = at.rows.map { i in
      (at.statistics(i).map { piece($0, i == at.reading.row) } ?? .empty)
        .padding(Insets(vertical: min(1.5, pitch / 12))).frame(width: width, height: pitch).same(kind, i)
    }
    return Column(spacing: 0) { nodes }.node
  }

  /// The followed row is solid where its number is written on it, else it has a ring of ink only.
  private func look(_ isFollowed: Bool, written: Bool) -> Surface {
    var look: Surface = isFollowed && written ? .solid(.cache) : .rest(.cache)
    if isFollowed { look.stroke = .strong }
    look.stroke?.width = min(isFollowed ? 2 : 1.25, pitch / 8)
    look.radius = min(3, pitch / 4)
    return look
  }

  private func number(_ x: Double, _ isFollowed: Bool) -> Node {
    guard pitch >= 18 else { return .empty }
    let style = isFollowed ? TextStyle.data.bold.painted(.role(.cache, .onSolid)) : .data
    return Quantity(x, NumberFormat(digits: 2, bare: true), style, align: 0.5).node
  }

  private func maximum(_ row: FlashMoment.Statistics, _ isFollowed: Bool) -> Node {
    Overlay {
      Box(look(isFollowed, written: pitch >= 18))
        .frame(width: Self.maximum, height: pitch - 2 * min(1.5, pitch / 12))
      number(row.max, isFollowed)
    }.node
  }

  /// The number over a bar that is as long as the sum is large.
  private func sum(_ row: FlashMoment.Statistics, _ isFollowed: Bool) -> Node {
    let isWritten = pitch >= 26
    let height = isWritten ? 8 : max(1.5, pitch - 3)
    let style = isFollowed ? TextStyle.data.bold : .data
    return Column(spacing: 0) {
      if isWritten {
        Quantity(row.sum, NumberFormat(digits: 2, bare: true), style, align: 0.5)
          .frame(width: Self.sum, height: pitch - 12)
      }
      Overlay(align: .leading) {
        Box(Surface(stroke: .hair, radius: 1)).frame(width: Self.sum, height: height)
        Box(look(isFollowed, written: isWritten))
          .frame(width: max(4, Self.sum * row.sum / reading.largestSum), height: height)
      }
    }.node
  }
}
