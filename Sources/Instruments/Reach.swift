import Figures

/// How far something reaches: a bracket along the upper edge of its room, its words below the middle of it.
public struct Reach: NodeConvertible {
  private let words: [Phrase]

  /// Creates a bracket that fills its room; `words` are wordings from long to short.
  public init(_ words: [Phrase]) { self.words = words }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let stroke = Stroke(.muted, width: 1.5)
      let (left, right, y) = (rect.minX + 3, rect.maxX - 3, rect.minY + 8)
      let path = Path.polyline([
        Point(left, rect.minY + 2), Point(left, y), Point(right, y), Point(right, rect.minY + 2),
      ])
      canvas.outline(.path(path), stroke: stroke)
      canvas.put(FittingText(words), in: Rect(rect.minX, y + 6, rect.width, 20), index: 0)
    }
  }
}
