import Figures
import Instruments
import Mechanisms

/// Where blocks and tables stand in the room of a pool.
struct PoolPlaces {
  /// How much room the parts take.
  enum Form: Sendable {
    /// The whole stage: words beside the tables, headings, room for pointers.
    case wide
    /// One panel of several: numbers only.
    case panel

    /// Width of the room on either side of the blocks, for a table and its pointers.
    var side: Double { self == .wide ? 266 : 50 }
    /// Of it, what the table takes.
    var table: Double { self == .wide ? 130 : 26 }
    /// Size of an entry beyond which more room stays empty.
    var box: Size { self == .wide ? Size(36, 29) : Size(26, 28) }
    /// From one block to the next beyond which more room stays empty.
    var pitch: Double { self == .wide ? 35 : 42 }
    /// Room above the blocks.
    var heading: Double { BlockTable.heading }
  }

  let room: Rect
  let form: Form
  let count: Int
  /// From one block to the next, and what of it stays free.
  let pitch, gap: Double
  /// The lower edge of the folded blocks, where the headings of the tables start.
  let top: Double

  init(_ room: Rect, _ state: PoolState, _ form: Form) {
    (self.room, self.form, count) = (room, form, max(1, state.rows.count))
    top = room.minY + (state.folded > 0 ? 28 : 0)
    pitch = min(form.pitch, (room.maxY - top - form.heading) / Double(count))
    gap = min(Spacing.row, pitch / 5)
  }

  /// All blocks, and the nth from above.
  var blocks: Rect { Rect(room.minX + form.side, room.minY, room.width - 2 * form.side, room.height) }
  func block(_ row: Int) -> Rect {
    Rect(blocks.minX, top + form.heading + pitch * Double(row), blocks.width, pitch - gap)
  }
  var fold: Rect { Rect(blocks.minX, room.minY, blocks.width, 20) }
  var heading: Rect { Rect(blocks.minX, top, blocks.width, form.heading) }

  /// The rooms of the tables on one side, from above, and the distance of their entries.
  func tables(_ rows: [Int], isRight: Bool) -> (rooms: [Rect], pitch: Double) {
    let between = 10.0
    let all = Double(rows.reduce(0) { $0 + max(1, $1) })
    let height = room.maxY - top - Double(rows.count) * form.heading - between * Double(rows.count - 1)
    let pitch = min(self.pitch, height / max(1, all))
    var y = top
    let rooms = rows.map { n in
      let height = form.heading + pitch * Double(max(1, n))
      defer { y += height + between }
      return Rect(isRight ? room.maxX - form.table : room.minX, y, form.table, height)
    }
    return (rooms, pitch)
  }
}
