import Figures
import Instruments
import Mechanisms

/// The two loops over the matrix of scores: which tiles come in which order, and how often each matrix is
/// moved.
public struct FlashLoop: Sendable {
  let at: FlashMoment
  /// When all tiles of Q run side by side: how many tiles of K and V each has taken in.
  var together: Int?

  static let side = 272.0, strip = 30.0, seam = 6.0, code = 278.0, gap = 26.0

  var reading: FlashReading { at.reading }
  var run: TiledAttention { at.run }

  var stage: Stage {
    Stage(subtitle: reading.subtitle, telemetry: telemetry) {
      Row(spacing: Self.gap, align: .start) {
        program.frame(width: Self.code, align: .topLeading)
        matrices
        trips.padding(Insets(top: 2 * Self.strip))
      }
    }
  }

  private var telemetry: Telemetry {
    guard let together else { return at.telemetry }
    let taken = run.visits.map { min(together + 1, $0.count) }
    return reading.telemetry(
      moved: moves.reduce(0) { $0 + $1.elements },
      rescales: run.rows.indices.reduce(0) { count, row in
        count
          + run.rows[row].steps.prefix(taken[row / run.queryTiles.size]).reduce(0) { $0 + ($1.moves ? 1 : 0) }
      }, tiles: taken.reduce(0, +))
  }

  /// The trips so far: side by side, each tile of Q has made its own.
  var moves: [AttentionTraffic.Move] {
    guard let together else { return Array(at.moves) }
    var rest = reading.tiled.moves[...]
    return run.visits.flatMap { visits in
      let own = rest.prefix(3 + 2 * visits.count)
      rest = rest.dropFirst(own.count)
      return together < visits.count ? own.prefix(1 + 2 * (together + 1)) : own
    }
  }

  // MARK: Matrices

  private var grid: FlashGrid {
    guard let together else { return FlashGrid(at, side: Self.side, follows: false) }
    var grid = FlashGrid(
      run, side: Self.side, done: run.visits.map { min(together, $0.count) },
      live: run.visits.map { together < $0.count ? $0[together] : nil })
    (grid.masks, grid.skips) = (run.causal, run.causal)
    return grid
  }

  /// K and V above their columns, Q left of its rows, O on their right.
  private var matrices: Node {
    Column(spacing: Self.seam) {
      strip("K^{T}")
      strip("V^{T}")
      Row(spacing: Self.seam) {
        side("q") { tile in
          together != nil || tile == at.tile && at.phase > .empty && at.phase < .written
            ? .solid(.storage, radius: 2) : .rest(.storage, radius: 2)
        }
        grid
        Overlay {
          Box(.absent).frame(width: Self.strip - 2, height: Self.side - 2)
          side("o") { tile in
            at.isWritten(tile) || together.map { $0 >= run.visits[tile].count } ?? false
              ? .rest(.storage, radius: 2) : Surface(radius: 2)
          }
        }
      }
      Row(spacing: Self.seam) {
        Text("Q", .note.bold, align: 0.5).frame(width: Self.strip)
        Text(
          Phrase("S `[\(reading.square)]`: never materialised", zh: "S `[\(reading.square)]`：不落 HBM"),
          align: 0.5
        )
        .frame(width: Self.side)
        Text("O", .note.bold, align: 0.5).frame(width: Self.strip)
      }
    }.node
  }

  private func strip(_ name: Phrase) -> Node {
    let unit = Self.side / Double(run.count)
    let live = grid.live
    let tiles = (0..<run.keyTiles.count).map { tile in
      block(live.contains { $0 == tile } ? .solid(.storage, radius: 2) : .rest(.storage, radius: 2))
        .frame(width: unit * Double(run.keyTiles.rows(tile).count), height: Self.strip - 8)
    }
    return Row(spacing: Self.seam) {
      Text(name, .note.bold, align: 0.5).frame(width: Self.strip)
      Row(spacing: 0) { tiles }
    }.node
  }

  private func side(_ kind: StaticString, _ look: (Int) -> Surface) -> Node {
    let unit = Self.side / Double(run.count)
    let tiles = (0..<run.queryTiles.count).map { tile in
      block(look(tile))
        .frame(width: Self.strip, height: unit * Double(run.queryTiles.rows(tile).count))
        .same(kind, tile)
    }
    return Column(spacing: 0) { tiles }.node
  }

  private func block(_ look: Surface) -> Node {
    Node.filling { rect, canvas in
      let least = min(rect.width, rect.height)
      var look = look
      if let width = look.stroke?.width { look.stroke?.width = min(width, least / 6) }
      canvas.put(Box(look), in: rect.outset(by: -min(2, least / 5) / 2), index: 0)
    }
  }
}
