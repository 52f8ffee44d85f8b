import Figures

/// A word cut into tokens: its letters side by side, a box around each token. Where tokens merge, their
/// letters close up in one box.
public struct SplitWord: NodeConvertible {
  /// A token: the letters that it covers, and its look.
  public struct Piece: Sendable {
    let letters: Range<Int>
    let look: Surface

    /// Creates a token of some letters, from 0.
    public init(_ letters: Range<Int>, _ look: Surface) {
      self.letters = letters
      self.look = look
    }
  }

  private let letters: [Phrase]
  private let pieces: [Piece]
  private let height: Double
  private let boxes: [Node]
  private let glyphs: [Node]
  private let seams: [(after: Int, node: Node)]

  /// Room between two tokens, around a token's letters, and between two letters of a token, in points.
  private static let gap = 4.0, margin = 7.75, tracking = 1.5
  /// Room below the boxes for what stands at the seams, in points.
  public static let foot = 20.0

  /// Creates a word, its boxes `height` points high. `box` says who the box of the nth token is, `letter` who
  /// a letter is, so that they are followed; `seam` gives what stands below the gap after the nth token.
  public init(
    _ letters: [Phrase], _ pieces: [Piece], height: Double = 28,
    box: (_ box: Node, _ token: Int) -> Node = { box, _ in box },
    letter: (_ letter: Node, _ index: Int) -> Node = { letter, _ in letter },
    seam: (_ token: Int) -> Node? = { _ in nil }
  ) {
    self.letters = letters
    self.pieces = pieces
    self.height = height
    boxes = pieces.enumerated().map { box(Box($1.look).node, $0) }
    var glyphs: [Node] = []
    for piece in pieces {
      for i in piece.letters where letters.indices.contains(i) {
        glyphs.append(letter(Text(letters[i], .data.painted(piece.look.words), align: 0.5).node, i))
      }
    }
    self.glyphs = glyphs
    seams = pieces.indices.dropLast().compactMap { i in seam(i).map { (i, $0) } }
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(
      measure: { _, language in
        Extent(Size(places(language).boxes.last?.upperBound ?? 0, height + (seams.isEmpty ? 0 : Self.foot)))
      },
      draw: { rect, canvas in
        let (spans, centers) = places(canvas.language)
        // The first on top, so that a box that grows to the right covers what it takes in.
        for (i, span) in spans.enumerated().reversed() {
          let box = Rect(rect.minX + span.lowerBound, rect.minY, span.upperBound - span.lowerBound, height)
          canvas.put(boxes[i], in: box, index: i)
        }
        for (i, x) in centers.enumerated() {
          canvas.put(glyphs[i], at: Point(rect.minX + x, rect.minY + height / 2), index: 100 + i)
        }
        for (i, seam) in seams {
          let x = rect.minX + spans[i].upperBound + Self.gap / 2
          canvas.put(seam, at: Point(x, rect.minY + height + Self.foot / 2), index: 200 + i)
        }
      })
  }

  /// Where the boxes begin and end and the letters have their middles, from the left.
  private func places(_ language: Language) -> (boxes: [ClosedRange<Double>], letters: [Double]) {
    var boxes: [ClosedRange<Double>] = []
    var centers: [Double] = []
    var x = 0.0
    for piece in pieces {
      let start = x
      x += Self.margin
      for i in piece.letters where letters.indices.contains(i) {
        let width = measure(letters[i][language], .data, language).width + Self.tracking
        centers.append(x + width / 2)
        x += width
      }
      x += Self.margin
      boxes.append(start...x)
      x += Self.gap
    }
    return (boxes, centers)
  }
}
