import Figures

/// Parallel lanes (slots, GPUs, links) along a common axis of time, and what stands in them: the body of
/// a Gantt chart.
///
/// Lanes share the height that they get, up to `tallest` points each, and keep a gap that shrinks with
/// them. Things are placed by lane and time; how they look is their own affair.
public struct Lanes: NodeConvertible {
  /// Height of a lane and its gap beyond which more room stays empty, in points.
  public static let tallest = 60.0
  /// Names stand at least this far apart, in points; where lanes are closer, some have none.
  static let namedPitch = 14.0

  private let names: [Phrase]
  private let time: Scale
  private let trailingNames: Bool
  private let items: [LaneItem]

  /// Creates one lane for each name. `time` gives x from the left of the room; the names stand before it,
  /// at the left of the room or, when `trailingNames`, against the start of the time axis.
  public init(
    _ names: [Phrase], time: Scale, trailingNames: Bool = false, @LaneBuilder _ items: () -> [LaneItem]
  ) {
    self.names = names
    self.time = time
    self.trailingNames = trailingNames
    self.items = items()
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let rows = LaneRows(count: names.count, in: rect)
      let step = rows.pitch > 0 ? max(1, Int((Lanes.namedPitch / rows.pitch).rounded(.up))) : 1
      for i in stride(from: 0, to: names.count, by: step) {
        let words = Text(names[i], .note.painted(.muted))
        let middle = rows[i].midY
        if trailingNames {
          canvas.put(words, at: Point(rect.minX + time.start - Spacing.s, middle), .trailing, index: i)
        } else {
          canvas.put(words, at: Point(rect.minX, middle), .leading, index: i)
        }
      }
      for (i, item) in items.enumerated() {
        canvas.put(item.node, in: item.rect(rows, time, rect), index: names.count + i)
      }
    }
  }
}

/// Something that stands in one lane or across all of them for some time.
public struct LaneItem: Sendable {
  fileprivate let lane: Int?
  fileprivate let from, to: Double
  fileprivate let node: Node

  /// Places a thing in a lane, from 0, between two times.
  public init<N: NodeConvertible>(_ lane: Int, from: Double, to: Double, _ piece: N) {
    (self.lane, self.from, self.to, node) = (lane, from, to, piece.node)
  }

  /// Places a thing across all lanes between two times.
  public init<N: NodeConvertible>(from: Double, to: Double, _ piece: N) {
    (lane, self.from, self.to, node) = (nil, from, to, piece.node)
  }

  fileprivate func rect(_ rows: LaneRows, _ time: Scale, _ room: Rect) -> Rect {
    let row = lane.map { rows[$0] } ?? rows.all
    let (x, end) = (room.minX + time(from), room.minX + time(to))
    return Rect(x, row.minY, max(0, end - x), row.height)
  }
}

/// Collects the things in lanes; `if` and `for` work inside.
@resultBuilder public enum LaneBuilder {
  /// One thing.
  public static func buildExpression(_ item: LaneItem) -> [LaneItem] { [item] }
  /// Things made elsewhere.
  public static func buildExpression(_ items: [LaneItem]) -> [LaneItem] { items }
  /// Things one after the other.
  public static func buildBlock(_ parts: [LaneItem]...) -> [LaneItem] { parts.flatMap { $0 } }
  /// A thing that may be left out.
  public static func buildOptional(_ part: [LaneItem]?) -> [LaneItem] { part ?? [] }
  /// One branch.
  public static func buildEither(first: [LaneItem]) -> [LaneItem] { first }
  /// The other branch.
  public static func buildEither(second: [LaneItem]) -> [LaneItem] { second }
  /// A loop.
  public static func buildArray(_ parts: [[LaneItem]]) -> [LaneItem] { parts.flatMap { $0 } }
}

/// Where lanes lie in their room.
struct LaneRows {
  let count: Int
  let room: Rect
  /// From one lane to the next.
  let pitch: Double

  init(count: Int, in room: Rect) {
    self.count = max(1, count)
    self.room = room
    pitch = min(Lanes.tallest, room.height / Double(self.count))
  }

  /// Free room below a lane: 6 points where lanes are tall.
  var gap: Double { min(Spacing.row, pitch / 7) }

  /// One lane; lanes that are lower than their room stand in its middle.
  subscript(_ lane: Int) -> Rect {
    let top = room.midY - (pitch * Double(count) - gap) / 2
    return Rect(room.minX, top + pitch * Double(lane), room.width, pitch - gap)
  }

  /// All lanes.
  var all: Rect { self[0].union(self[count - 1]) }
}
