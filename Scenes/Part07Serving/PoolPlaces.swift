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
    var side: Double { self == .wide ? 266 : 46 }
    /// Of it, what the table takes.
    var table: Double { self == .wide ? BlockTable.labels + box : box }
    /// Width of an entry.
    var box: Double { self == .wide ? 36 : 26 }
    /// Height of a block, and the distance from one to the next, beyond which more room stays empty.
    var height: Double { self == .wide ? 29 : 40 }
    var pitch: Double { self == .wide ? 35 : 78 }
    /// Room above the blocks.
    var heading: Double { BlockTable.heading }
  }

  let room: Rect
  let form: Form
  let count: Int
  /// From one block to the next.
  let pitch: Double
  /// Where the headings of the tables start, just above the blocks.
  let top: Double
  private let isFoldAbove: Bool

  init(_ room: Rect, _ state: PoolState, _ form: Form) {
    (self.room, self.form, count) = (room, form, max(1, state.rows.count))
    let fold = state.folded > 0 ? Self.fold : 0
    isFoldAbove = !state.isRising
    top = room.minY + (isFoldAbove ? fold : 0)
    pitch = min(form.pitch, (room.height - fold - form.heading) / Double(count))
  }

  /// All blocks, and the nth from above.
  var blocks: Rect { Rect(room.minX + form.side, room.minY, room.width - 2 * form.side, room.height) }
  func block(_ row: Int) -> Rect {
    Rect(blocks.minX, top + form.heading + pitch * Double(row), blocks.width, height(pitch))
  }
  var heading: Rect { Rect(blocks.minX, room.minY, blocks.width, form.heading) }

  /// The line of folded blocks: above the highest number, wherever that stands.
  var fold: Rect {
    let y = isFoldAbove ? room.minY + form.heading : block(count - 1).maxY + Self.fold - 20
    return Rect(blocks.minX, y, blocks.width, 20)
  }
  private static let fold = 28.0

  /// Height of a block or an entry whose neighbours stand at some distance.
  func height(_ pitch: Double) -> Double {
    // Words need 16 points; as long as there is more, neighbours share it with the gap between them.
    let gap = min(Spacing.row, pitch / 5, max(2, (pitch - 16) / 2))
    return min(form.height, pitch - gap)
  }

  /// The rooms of the tables on one side, from above, and the distance of their entries; one without entries
  /// has room for words.
  func tables(_ rows: [Int], isRight: Bool) -> (rooms: [Rect], pitch: Double) {
    let between = 10.0
    let all = Double(rows.reduce(0, +))
    let words = 44 * Double(rows.filter { $0 == 0 }.count)
    let height =
      room.maxY - top - Double(rows.count) * form.heading - between * Double(rows.count - 1) - words
    let pitch = min(self.pitch, height / max(1, all))
    var y = top
    let rooms = rows.map { n in
      let height = form.heading + (n > 0 ? pitch * Double(n) : 44)
      defer { y += height + between }
      return Rect(isRight ? room.maxX - form.table : room.minX, y, form.table, height)
    }
    return (rooms, pitch)
  }
}
