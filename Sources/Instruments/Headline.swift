import Figures

/// The name of a section and a remark on it, the remarks of all sections in one line.
public struct Headline: NodeConvertible {
  private let name: Phrase
  private let remark: Phrase
  private let peers: [Phrase]

  /// Creates a headline; `peers` are the names of the sections whose remarks start where this one's does.
  public init(_ name: Phrase, _ remark: Phrase, among peers: [Phrase] = []) {
    self.name = name
    self.remark = remark
    self.peers = peers
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(
      measure: { offer, _ in Extent(Size(offer.width.isFinite ? offer.width : 0, TextStyle.label.lineHeight))
      },
      draw: { rect, canvas in
        let widths = (peers + [name]).map { measure($0[canvas.language], .label, canvas.language).width }
        let x = rect.minX + widths.reduce(0, max) + Spacing.l
        let middle = rect.midY
        canvas.put(Text(name, .label, halo: 4), at: Point(rect.minX, middle), .leading, index: 0)
        // A smaller line sits on the same baseline when it is lowered by the difference of 0.36 of the sizes.
        let drop =
          0.36 * (TextStyle.label.size(in: canvas.language) - TextStyle.note.size(in: canvas.language))
        let words = Text(remark, .note.painted(.muted), halo: 4)
        canvas.put(words, at: Point(x, middle + drop), .leading, index: 1)
      })
  }
}
