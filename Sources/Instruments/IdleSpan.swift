import Figures

/// Time in a lane that is paid for and unused: hatched, its reason on a plate where there is room.
public struct IdleSpan: NodeConvertible {
  private let reasons: [Phrase]
  private let paint: Paint

  /// Creates a hatched span; `reasons` are wordings from long to short, in `paint`.
  public init(_ reasons: [Phrase] = [], _ paint: Paint = .role(.masked, .text)) {
    self.reasons = reasons
    self.paint = paint
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let area = rect.inset(by: Insets(horizontal: 1, vertical: 0.75))
      canvas.outline(.rectangle(area, radius: min(2, area.width / 2)), fill: .idle)
      canvas.put(FittingText(reasons, .note.painted(paint), onPlate: true), in: area, index: 0)
    }
  }
}
