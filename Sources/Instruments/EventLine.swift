import Figures

/// An event that concerns all lanes: a line across them at the right end of its room, its words to the
/// left of its foot where they fit.
public struct EventLine: NodeConvertible {
  private let words: [Phrase]
  private let stroke: Stroke
  private let above, below: Double

  /// Room below the lanes that the words of an event take, in points.
  public static let foot = 20.0

  /// Creates a line that reaches `above` and `below` points over its room; `words` are wordings from long
  /// to short, written into the foot.
  public init(_ words: [Phrase] = [], stroke: Stroke = .strong, above: Double = 5, below: Double = 5) {
    self.words = words
    self.stroke = stroke
    self.above = above
    self.below = words.isEmpty ? below : EventLine.foot
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let (top, bottom) = (rect.minY - above, rect.maxY + below)
      canvas.line(Point(rect.maxX, top), Point(rect.maxX, bottom), stroke: stroke)
      let foot = Rect(rect.minX, rect.maxY + 1, max(0, rect.width - 7), EventLine.foot)
      canvas.put(FittingText(words, .note, align: .trailing), in: foot, index: 0)
    }
  }
}

/// Something that stands between two times of a room which has the axis of its neighbours.
public struct TimeSpan: NodeConvertible {
  private let time: Scale
  private let from, to: Double
  private let content: Node

  /// Places a thing between two times; `time` gives x from the left of the room.
  public init<N: NodeConvertible>(_ time: Scale, from: Double, to: Double, _ piece: N) {
    (self.time, self.from, self.to, content) = (time, from, to, piece.node)
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let x = rect.minX + time(from)
      let room = Rect(x, rect.minY, max(0, rect.minX + time(to) - x), rect.height)
      canvas.put(content, in: room, index: 0)
    }
  }
}
