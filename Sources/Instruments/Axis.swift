import Figures

/// A line of values with ticks and their numbers below it (horizontal) or on its left (vertical).
public struct Axis: NodeConvertible {
  /// One labelled tick.
  public struct Tick: Sendable {
    /// The value.
    public let value: Double
    /// What is written; nil for a bare tick.
    public let label: Phrase?
    /// Whether it stands for an event, and so is written in ink.
    public let isEvent: Bool

    /// Creates a tick.
    public init(_ value: Double, _ label: Phrase?, isEvent: Bool = false) {
      self.value = value
      self.label = label
      self.isEvent = isEvent
    }
  }

  private let scale: Scale
  private let vertical: Bool
  private let ticks: [Tick]
  private let line: Bool

  /// Creates a horizontal axis along the top of its room: `scale` gives x from the left of the room.
  public static func horizontal(_ scale: Scale, _ ticks: [Tick], line: Bool = true) -> Axis {
    Axis(scale: scale, vertical: false, ticks: ticks, line: line)
  }

  /// Creates a vertical axis along the right of its room: `scale` gives y from the top of the room.
  public static func vertical(_ scale: Scale, _ ticks: [Tick], line: Bool = false) -> Axis {
    Axis(scale: scale, vertical: true, ticks: ticks, line: line)
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      if line {
        let ends =
          vertical
          ? (Point(rect.maxX, rect.minY + scale.start), Point(rect.maxX, rect.minY + scale.end))
          : (Point(rect.minX + scale.start, rect.minY), Point(rect.minX + scale.end, rect.minY))
        canvas.line(ends.0, ends.1, stroke: Stroke(.line, width: 1.25))
      }
      for (i, tick) in ticks.enumerated() { draw(tick, i, rect, &canvas) }
    }
  }

  private func draw(_ tick: Tick, _ index: Int, _ rect: Rect, _ canvas: inout Canvas) {
    let p = scale(tick.value)
    let stroke = Stroke(tick.isEvent ? .ink : .line, width: tick.isEvent ? 2 : 1.25)
    if !vertical && line {
      let x = rect.minX + p
      canvas.line(Point(x, rect.minY), Point(x, rect.minY + 5), stroke: stroke)
    }
    guard let label = tick.label else { return }
    let text = Text(label, .data.painted(tick.isEvent ? .ink : .muted))
    let at = vertical ? Point(rect.maxX - 10, rect.minY + p) : Point(rect.minX + p, rect.minY + 7)
    canvas.put(text, at: at, vertical ? .trailing : .top, index: index)
  }
}
