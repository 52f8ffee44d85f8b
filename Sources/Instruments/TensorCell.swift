import Figures

/// One number of a tensor as it is drawn.
public struct TensorCell: NodeConvertible {
  private enum Kind {
    case heat(Double, NumberFormat, heat: Double, strong: Bool, counts: Bool)
    case masked(Phrase?)
    case empty
  }

  private let kind: Kind

  /// A number on heat from 0 to 1; `strong` for the row that is followed. Without `counts` it does not
  /// count towards its next value: for a cell that will hold another quantity.
  public static func number(
    _ value: Double, _ format: NumberFormat = NumberFormat(digits: 2, bare: true), heat: Double,
    strong: Bool = false, counts: Bool = true
  ) -> TensorCell {
    TensorCell(kind: .heat(value, format, heat: heat, strong: strong, counts: counts))
  }

  /// A place that is not allowed: hatched up to its edges, so that neighbours join; a word on it gets a
  /// plate.
  public static func masked(_ word: Phrase? = nil) -> TensorCell { TensorCell(kind: .masked(word)) }

  /// A place with nothing in it yet.
  public static let empty = TensorCell(kind: .empty)

  /// Room between neighbouring cells of heat, in points.
  private static let seam = 1.5

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let inner = rect.outset(by: -Self.seam / 2)
      // Area, plate, word: always in this order, so that a cell stays itself when it changes its kind.
      switch kind {
      case .heat(let value, let format, let heat, let strong, let counts):
        canvas.outline(.rectangle(inner, radius: 2), fill: .plain(.scale(heat)))
        plate(Rect(center: rect.center, size: .zero), nil, &canvas)
        let style = (strong ? TextStyle.data.bold : .data).painted(.onScale(heat))
        let counter = counts ? Counter(value: value, format: format) : nil
        word(format.text(value), style, in: rect, counter: counter, &canvas)
      case .masked(let text):
        canvas.outline(.rectangle(rect, radius: 0), fill: .idle)
        guard let text else { return }
        let style = TextStyle.data.painted(.role(.masked, .text))
        let width = measure(text[canvas.language], style, canvas.language).width
        plate(Rect(center: rect.center, size: Size(width + 8, 18)), .plain(.paper), &canvas)
        word(text[canvas.language], style, in: rect, counter: nil, &canvas)
      case .empty:
        canvas.outline(.rectangle(rect, radius: 0), stroke: .hair)
      }
    }
  }

  private func plate(_ rect: Rect, _ fill: Fill?, _ canvas: inout Canvas) {
    canvas.outline(.rectangle(rect, radius: 4), fill: fill)
  }

  private func word(
    _ text: String, _ style: TextStyle, in rect: Rect, counter: Counter?, _ canvas: inout Canvas
  ) {
    let line = measure(text, style, canvas.language)
    let baseline = rect.midY + 0.36 * style.size(in: canvas.language)
    canvas.text(line, at: Point(rect.midX - line.width / 2, baseline), anchor: 0.5, counter: counter)
  }
}
