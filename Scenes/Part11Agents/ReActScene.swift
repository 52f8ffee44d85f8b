import Figures
import Instruments
import Mechanisms

/// What the model reads and writes left of a boundary, what the environment writes right of it, a row for each call.
public struct ReActScene: Sendable {
  /// How far the call after the finished ones is.
  enum Part: Int, Comparable, Sendable {
    case nothing, thought, action, observation
    static func < (a: Part, b: Part) -> Bool { a.rawValue < b.rawValue }
  }

  let reading: ReActReading
  /// Calls that are done, and how far the next one is.
  let done: Int
  let part: Part
  /// How many calls have their context drawn.
  let contexts: Int
  /// Whether the answer is linked to what it rests on.
  let isLinked: Bool

  init(
    _ reading: ReActReading, done: Int, _ part: Part = .nothing, contexts: Int? = nil, isLinked: Bool = false
  ) {
    self.reading = reading
    self.done = min(done, reading.count)
    self.part = done < reading.count ? part : .nothing
    self.contexts = min(contexts ?? (done + (part == .nothing ? 0 : 1)), reading.count)
    self.isLinked = isLinked
  }

  /// All calls, the answer linked to its evidence.
  static func end(_ r: ReActReading) -> ReActScene { ReActScene(r, done: r.count, isLinked: true) }

  /// Calls made, the one under way too.
  var calls: Int { min(reading.count, done + (part == .nothing ? 0 : 1)) }

  // MARK: Measures

  static let context = (x: 26.0, width: 80.0), thought = (x: 114.0, width: 180.0)
  static let action = (x: 300.0, width: 206.0), boundary = 529.0
  static let observation = (x: 552.0, width: 88.0), environment = (x: 660.0, width: 220.0)
  static let top = 62.0, height = 368.0

  /// A row for each call that is allowed, and an open place for a run that ends without an answer.
  var rows: Track {
    let rows = reading.loop.limit + (reading.answer == nil ? 1 : 0)
    return Track(rows, size: min(100, (Self.height - Self.top) / Double(rows)) - 4, gap: 4)
  }

  /// Where a call stands in the room of the stage: what the model reads and writes in it.
  func place(_ i: Int, in room: Rect) -> Rect {
    let (y, isOpenEnd) = (Self.top + rows.start(i), i == reading.loop.limit)
    return Rect(
      room.minX + Self.context.x, room.minY + y, Self.action.x + Self.action.width - Self.context.x,
      isOpenEnd ? Self.height - 4 - y : rows.size)
  }

  var stage: Stage {
    Stage(
      subtitle: reading.remark,
      telemetry: reading.telemetry(calls, answered: done + (part == .observation ? 1 : 0)),
      caption: ReActStories.lesson(reading)
    ) {
      // The lines pass below what stands in their way.
      Overlay { crossings }
      border
      facts
      // An observation leaves the table above it.
      transcript
    }
  }
}
