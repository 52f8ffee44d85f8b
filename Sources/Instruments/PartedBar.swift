import Figures

/// Quantities of one unit end to end: a bar whose parts are as long as they are large, each with its name
/// where it fits.
public struct PartedBar: NodeConvertible {
  /// One part.
  public struct Part: Sendable {
    let length: Double
    let surface: Surface
    let names: [Phrase]

    /// Creates a part of a length in points; `names` are wordings from long to short.
    public init(_ length: Double, _ surface: Surface, _ names: [Phrase] = []) {
      self.length = max(0, length)
      self.surface = surface
      self.names = names
    }
  }

  private let parts: [Part]

  /// Creates a bar from its left end, as high as its room. Keep the number of parts from state to state: a
  /// part of no length is drawn and not seen.
  public init(_ parts: [Part]) { self.parts = parts }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      var x = rect.minX
      for (i, part) in parts.enumerated() {
        canvas.put(piece(part), in: Rect(x, rect.minY, part.length, rect.height), index: i)
        x += part.length
      }
    }
  }

  private func piece(_ part: Part) -> Node {
    Node.filling { rect, canvas in
      let look = part.surface
      let shown = rect.width > 0 ? look.stroke : nil
      canvas.outline(
        .rectangle(rect, radius: min(look.radius, rect.width / 4)), fill: look.fill, stroke: shown)
      let room = rect.inset(by: Insets(horizontal: 3))
      guard room.width > 0 else { return }
      canvas.put(FittingText(part.names, .note.painted(look.words)), in: room, index: 0)
    }
  }
}
