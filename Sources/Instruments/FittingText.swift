import Figures

/// The first of several wordings that its room is wide and high enough for; nothing when none is.
public struct FittingText: NodeConvertible {
  private let wordings: [Phrase]
  private let style: TextStyle
  private let align: Alignment
  private let onPlate: Bool
  private let halo: Double

  /// Free room that a plate keeps around its words.
  private static let plate = Insets(horizontal: 5, vertical: 2)

  /// Creates words in the order of preference, the longest first: `onPlate` for words on a hatch, with a
  /// `halo`, in points, for words over lines.
  public init(
    _ wordings: [Phrase], _ style: TextStyle = .note, align: Alignment = .center, onPlate: Bool = false,
    halo: Double = 0
  ) {
    self.wordings = wordings
    self.style = style
    self.align = align
    self.onPlate = onPlate
    self.halo = halo
  }

  /// A plate in a low room is lower than its line, so that it does not cover the edges of the room.
  private func plate(in room: Rect) -> Insets {
    let most = (room.height - 3 - style.lineHeight) / 2
    return Insets(horizontal: Self.plate.left, vertical: max(-3, min(Self.plate.top, most)))
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      // A line of text is higher than its letters, so it may stick out of its room a little.
      let slack = onPlate ? 4 : style.lineHeight / 3
      let room = onPlate ? rect.inset(by: Insets(horizontal: Spacing.s)) : rect
      for wording in wordings {
        let words = Text(wording, style, halo: halo)
        let piece = onPlate ? words.background(.plate, padding: plate(in: room)) : words.node
        let size = piece.measure(Size(.infinity, .infinity), canvas.language).size
        if size.width <= room.width && size.height <= room.height + slack {
          canvas.put(piece, in: align.place(size, in: room), index: 0)
          return
        }
      }
    }
  }
}

/// Lines of words from the top of their room, each with wordings from long to short; the last ones are left
/// out where the room is too low.
public struct FittingLines: NodeConvertible {
  private let lines: [[Phrase]]
  private let style: TextStyle

  /// Creates lines of words.
  public init(_ lines: [[Phrase]], _ style: TextStyle = .note) {
    self.lines = lines
    self.style = style
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      for (i, wordings) in lines.enumerated() {
        let room = Rect(
          rect.minX, rect.minY + Double(i) * (style.lineHeight + 2), rect.width, style.lineHeight)
        if room.maxY > rect.maxY && i > 0 { return }
        canvas.put(FittingText(wordings, style, align: .leading, halo: 4), in: room, index: i)
      }
    }
  }
}
