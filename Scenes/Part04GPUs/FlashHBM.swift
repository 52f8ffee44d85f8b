import Figures
import Instruments
import Mechanisms

/// The large memory: whole Q, K, V and O, cut into tiles.
struct FlashHBM: NodeConvertible {
  let at: FlashMoment

  static let width = 180.0, matrix = 34.0, gap = 8.0, names = 24.0, inset = 10.0
  /// Height of a whole matrix.
  static let height = 196.0

  var node: Node {
    Column(spacing: 0) {
      Row(spacing: Self.gap) {
        for name in ["Q", "K", "V", "O"] {
          Text(Phrase(name), .note.bold, align: 0.5).frame(width: Self.matrix, height: Self.names)
        }
      }
      Row(spacing: Self.gap) {
        matrix(at.run.queryTiles) { t, rows in
          TileBlock(rows: rows, role: .storage, followed: at.followed(in: t)).node.same("q", t)
        }
        matrix(at.run.keyTiles) { t, rows in TileBlock(rows: rows, role: .storage).node.same("k", t) }
        matrix(at.run.keyTiles) { t, rows in TileBlock(rows: rows, role: .storage).node.same("v", t) }
        Overlay {
          Box(.absent).frame(width: Self.matrix, height: Self.height)
          matrix(at.run.queryTiles) { t, _ in at.isWritten(t) ? at.output(t).same("o", t) : .empty }
        }
      }
    }
    .padding(Insets(left: Self.inset, right: Self.inset, bottom: Spacing.s))
    .background(Surface(fill: .plain(.panel), stroke: .edge(.storage), radius: 6)).same("hbm")
  }

  /// The tiles of one matrix, each as high as its rows.
  private func matrix(_ tiles: TiledAttention.Tiles, _ tile: @escaping (Int, Int) -> Node) -> Node {
    let row = Self.height / Double(tiles.length)
    let seam = min(2.5, row * Double(tiles.size) / 5)
    let nodes = (0..<tiles.count).map { t in
      let rows = tiles.rows(t).count
      return tile(t, rows).padding(Insets(vertical: seam / 2))
        .frame(width: Self.matrix, height: row * Double(rows))
    }
    return Column(spacing: 0) { nodes }.node
  }
}
