import Figures

/// Time that one schedule needs and another doesn't: an arrow back from the later end to the earlier,
/// with what it saves above and a remark below, where they fit.
public struct SavedTime: NodeConvertible {
  private let words, remark: [Phrase]

  /// Creates an arrow that fills its room from right to left; both are wordings from long to short.
  public init(_ words: [Phrase], remark: [Phrase] = []) {
    self.words = words
    self.remark = remark
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let y = rect.point(0, 0.36).y
      guard rect.width >= 28 else { return }
      canvas.line(Point(rect.maxX, y - 7), Point(rect.maxX, y + 7), stroke: Stroke(.ink, width: 1.5))
      canvas.arrow(
        from: Port(Point(rect.maxX, y), out: Point(-1, 0)),
        to: Port(Point(rect.minX + 8, y), out: Point(1, 0)),
        stroke: Stroke(.ink, width: 1.5))
      let margin = 6.0
      let above = Rect(rect.minX + margin, y - 29, rect.width - 2 * margin, 24)
      canvas.put(FittingText(words, .label), in: above, index: 0)
      let below = Rect(rect.minX + margin, y + 14, rect.width - 2 * margin, rect.maxY - y - 14)
      canvas.put(FittingText(remark, .note.painted(.muted)), in: below, index: 1)
    }
  }
}
