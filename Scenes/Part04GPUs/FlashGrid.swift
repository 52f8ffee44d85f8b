import Figures
import Instruments
import Mechanisms

/// The matrix of all scores that is never stored: dotted, the live tile of it in ink, and a tint where tiles
/// have been.
struct FlashGrid: NodeConvertible {
  let run: TiledAttention
  let side: Double
  /// For each tile of Q, how many of its tiles of K and V have come; one more is live.
  var done: [Int]
  /// For each tile of Q, the tile of K and V that is in SRAM; nil for none.
  var live: [Int?]
  /// The row that is followed, from 0.
  var followed: Int?
  /// Whether the keys that a row may not see are hatched one by one, and those in whole tiles as well.
  var masks = false, skips = false

  /// The matrix at a moment of the loops.
  init(_ at: FlashMoment, side: Double, follows: Bool = true) {
    let run = at.run
    self.init(
      run, side: side,
      done: run.visits.indices.map { tile in
        at.isWritten(tile)
          ? run.visits[tile].count
          : tile == at.tile ? at.tilesDone - run.visits[..<tile].reduce(0) { $0 + $1.count } : 0
      },
      live: run.visits.indices.map { $0 == at.tile ? at.keyTile : nil })
    followed = follows ? at.reading.row : nil
    (masks, skips) = (run.causal, run.causal)
  }

  init(_ run: TiledAttention, side: Double, done: [Int], live: [Int?] = []) {
    (self.run, self.side, self.done, self.live) = (run, side, done, live)
  }

  /// The name of its rows, running down beside its upper left corner, some points left of it.
  static func queries(left: Double) -> Node {
    Node(width: 0, height: 0) { rect, canvas in
      let words = Phrase("queries →", zh: "query →")
      let length = measure(words[canvas.language], .note, canvas.language).width
      canvas.put(
        Text(words, .note.painted(.muted)).rotated(Maths.pi / 2),
        at: Point(rect.minX - left, rect.minY + length / 2), index: 0)
    }
  }

  /// The name of its columns and what its two tints are, in one line.
  static var key: Node {
    func tint(_ paint: Paint) -> Surface { Surface(fill: .plain(paint), stroke: Stroke(.line), radius: 2) }
    return Row {
      Text(Phrase("keys →", zh: "key →"), .note.painted(.muted))
      Spacer()
      TintKey([
        (tint(.ink), Phrase("now", zh: "当前")), (tint(.role(.compute, .fill)), Phrase("done", zh: "已算")),
      ])
    }.node
  }

  private var unit: Double { side / Double(run.count) }

  var node: Node {
    Overlay(align: .topLeading) {
      for tile in 0..<run.queryTiles.count { visited(tile).same("visited", tile) }
      for row in 0..<run.count where masks { hidden(row).same("hidden", row) }
      for tile in 0..<run.queryTiles.count where skips {
        area(skipped(tile), .plain(.paper)).same("skipped", tile)
      }
      lines.same("tile edges")
      if skips { skippedWords.same("skipped words") }
      if let followed {
        area(room(followed..<followed + 1, 0..<run.count).outset(by: 1), nil, Stroke(.ink, width: 1.5))
          .same("followed")
      }
      for (tile, keyTile) in live.enumerated() {
        if let keyTile { block(tile, keyTile, live.count { $0 != nil } > 1 ? tile : 0) }
      }
    }.frame(width: side, height: side).same("grid")
  }

  private func room(_ rows: Range<Int>, _ columns: Range<Int>) -> Rect {
    Rect(
      Double(columns.lowerBound) * unit, Double(rows.lowerBound) * unit, Double(columns.count) * unit,
      Double(rows.count) * unit)
  }

  private func area(_ area: Rect, _ fill: Fill?, _ stroke: Stroke? = nil) -> Node {
    Node(width: side, height: side) { rect, canvas in
      canvas.outline(.rectangle(area.offset(by: rect.origin), radius: 0), fill: fill, stroke: stroke)
    }
  }

  /// One band for each tile of Q, which grows with the tiles of K and V that have passed.
  private func visited(_ tile: Int) -> Node {
    let last = done[tile] > 0 ? run.visits[tile][done[tile] - 1] : nil
    let end = last.map { run.keyTiles.rows($0).upperBound } ?? 0
    return area(room(run.queryTiles.rows(tile), 0..<end), .role(.compute, .fill))
  }

  /// What a row may not see.
  private func hidden(_ row: Int) -> Node {
    area(room(row..<row + 1, min(row + 1, run.count)..<run.count), .idle)
  }

  /// The tiles of a row of tiles that are not even loaded.
  private func skipped(_ tile: Int) -> Rect {
    let start = run.visits[tile].last.map { run.keyTiles.rows($0).upperBound } ?? 0
    return room(run.queryTiles.rows(tile), start..<run.count)
  }

  /// What is said of them, on the widest of them that is high enough.
  private var skippedWords: Node {
    let place = (0..<run.queryTiles.count).map(skipped).reduce(skipped(0)) { wide, next in
      wide.height < 20 && next.width > 0 ? wide.union(next) : wide
    }
    let words = [Phrase("skipped: not loaded, not computed", zh: "跳过：不读也不算"), Phrase("skipped", zh: "跳过")]
    let corner = Rect(place.maxX - place.width * 0.7, place.minY, place.width * 0.7, min(place.height, 60))
    return Node(width: side, height: side) { rect, canvas in
      let text = FittingText(words, onPlate: true)
      canvas.put(text, in: (place.height > 100 ? corner : place).offset(by: rect.origin), index: 0)
    }
  }

  private func block(_ tile: Int, _ keyTile: Int, _ identity: Int) -> Node {
    let place = room(run.queryTiles.rows(tile), run.keyTiles.rows(keyTile))
    let block = Box(Surface(fill: .plain(.ink), radius: min(2, place.height / 4)))
      .frame(width: place.width, height: place.height)
      .same("live", identity, named: Phrase("the live tile", zh: "正在算的分块"))
    return Node(width: side, height: side) { rect, canvas in
      canvas.put(block, in: place.offset(by: rect.origin), index: 0)
    }
  }

  /// Dots along the edges of tiles, as far as they are apart, and around the whole.
  private var lines: Node {
    Node(width: side, height: side) { rect, canvas in
      var path = Path()
      func edges(_ tiles: TiledAttention.Tiles) -> [Double] {
        let pitch = Double(tiles.size) * unit
        let step = max(1, Int((8 / pitch).rounded(.up)))
        return stride(from: 0, to: tiles.count, by: step).map { Double($0) * pitch } + [side]
      }
      for y in edges(run.queryTiles) {
        path.move(to: Point(rect.minX, rect.minY + y))
        path.line(to: Point(rect.maxX, rect.minY + y))
      }
      for x in edges(run.keyTiles) {
        path.move(to: Point(rect.minX + x, rect.minY))
        path.line(to: Point(rect.minX + x, rect.maxY))
      }
      canvas.outline(.path(path), stroke: Stroke(.line, width: 1.25, dash: [1.25, 3.75]))
    }
  }
}
