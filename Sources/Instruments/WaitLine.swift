import Figures

/// The time that a request spends in a queue: a line as long as the wait, with a dot where it ends.
public struct WaitLine: NodeConvertible {
  private let isFollowed: Bool

  /// Creates a line that fills its room; the followed one is in ink.
  public init(isFollowed: Bool = false) { self.isFollowed = isFollowed }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let paint: Paint = isFollowed ? .ink : .line
      let (start, end) = (Point(rect.minX, rect.midY), Point(rect.maxX, rect.midY))
      canvas.line(start, end, stroke: Stroke(paint, width: isFollowed ? 2 : 1.25))
      let radius = min(isFollowed ? 4 : 3, rect.height / 2)
      canvas.outline(
        .ellipse(Rect(center: end, size: Size(2 * radius, 2 * radius))), fill: .plain(paint))
    }
  }
}
