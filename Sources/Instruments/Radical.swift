import Figures

/// A square root: its argument under a bar that reaches over all of it.
public struct Radical: NodeConvertible {
  private let argument: Node
  private let stroke: Stroke

  /// Width of the hook before the argument, and how far the bar reaches beyond it, in points.
  private static let hook = 10.0, reach = 2.0

  /// Creates the root of what stands under its bar.
  public init<N: NodeConvertible>(_ argument: N, stroke: Stroke = Stroke(.ink, width: 1.25)) {
    (self.argument, self.stroke) = (argument.node, stroke)
  }

  /// What it lays out and draws.
  public var node: Node {
    let (argument, stroke) = (argument, stroke)
    return Node(
      measure: { offer, language in
        let inner = argument.measure(offer, language)
        return Extent(
          Size(inner.size.width + Self.hook + Self.reach, inner.size.height), baseline: inner.baseline)
      },
      draw: { rect, canvas in
        // The bar keeps clear of capitals and the hook stands on the line of the words.
        let (top, foot) = (rect.minY + 1, rect.maxY - 3)
        let path = Path.polyline([
          Point(rect.minX + 1, foot - 6), Point(rect.minX + 3, foot - 7), Point(rect.minX + 5.5, foot),
          Point(rect.minX + Self.hook - 1, top), Point(rect.maxX, top),
        ])
        canvas.outline(.path(path), stroke: stroke)
        let room = rect.inset(by: Insets(left: Self.hook, right: Self.reach))
        canvas.put(argument, in: room, index: 0)
      })
  }
}
