import Figures

/// A contiguous run of token slots that one request has reserved: those that hold a token, and the hatched rest.
public struct SlotRun: NodeConvertible {
  private let slots, written: Int
  private let name, reason: [Phrase]
  private let emphasis: KVBlock.Emphasis

  /// Creates a run that fills its room. `name` is written on the tokens and `reason` on the hatch, each in
  /// wordings from long to short, where they fit.
  public init(
    slots: Int, written: Int, name: [Phrase] = [], reason: [Phrase] = [], emphasis: KVBlock.Emphasis = .rest
  ) {
    self.slots = max(1, slots)
    self.written = written.clamped(to: 0...self.slots)
    (self.name, self.reason, self.emphasis) = (name, reason, emphasis)
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let unit = rect.width / Double(slots)
      let end = rect.minX + unit * Double(written)
      let look: Surface = emphasis == .followed ? .solid(.cache) : .rest(.cache)
      let tokens = Rect(rect.minX, rect.minY, end - rect.minX, rect.height)
      let rest = Rect(end, rect.minY, rect.maxX - end, rect.height)
      canvas.outline(.rectangle(tokens, radius: 2), fill: look.fill)
      canvas.outline(.rectangle(rest, radius: 2), fill: .idle)
      var path = Path()
      for i in 1..<max(2, slots) {
        let x = rect.minX + unit * Double(i)
        path.move(to: Point(x, rect.minY))
        path.line(to: Point(x, i < written && unit >= 5 ? rect.minY + min(4, rect.height / 5) : rect.minY))
      }
      canvas.outline(
        .path(path),
        stroke: Stroke(emphasis == .followed ? .role(.cache, .onSolid) : .role(.cache, .edge), width: 1))
      canvas.outline(.rectangle(rect, radius: 2), stroke: emphasis == .rest ? .edge(.cache) : .strong)
      let inset = Insets(horizontal: 4)
      canvas.put(FittingText(name, .note.bold.painted(look.words)), in: tokens.inset(by: inset), index: 0)
      canvas.put(
        FittingText(reason, .note.painted(.role(.masked, .text)), onPlate: true), in: rest, index: 1)
    }
  }
}
