import Drawing
import Geometry
import Typography

/// Words on lines of their own making: breaks only where the phrase says `\n`.
public final class Text: NodeConvertible {
  private let phrase: Phrase
  private let style: TextStyle
  private let align: Double
  private let halo: Double
  private let width: Double
  private let source: SourceLine

  /// Creates a label. `align` places its lines below each other: 0 left, 0.5 middle, 1 right;
  /// `halo` is a rim of paper around the glyphs for labels over lines, in points.
  public convenience init(
    _ phrase: Phrase, _ style: TextStyle = .note, align: Double = 0, halo: Double = 0,
    file: StaticString = #fileID, line: UInt32 = #line
  ) {
    self.init(phrase, style, align, halo, width: .infinity, SourceLine(file, line))
  }

  fileprivate init(
    _ phrase: Phrase, _ style: TextStyle, _ align: Double, _ halo: Double, width: Double,
    _ source: SourceLine
  ) {
    self.phrase = phrase
    self.style = style
    self.align = align
    self.halo = halo
    self.width = width
    self.source = source
  }

  /// What it lays out and draws.
  public var node: Node { Node(.text(self)) }

  func measure(_ offer: Size, _ language: Language) -> Extent {
    let size = size(lines(language, offer.width))
    return Extent(size, baseline: style.baseline(language), guide: size.width * align)
  }

  func draw(_ rect: Rect, _ canvas: inout Canvas) {
    draw(lines(canvas.language, rect.width), in: rect, &canvas)
  }

  /// Draws as large as it asks to be, aligned in a room.
  func draw(_ alignment: Alignment, in room: Rect, _ canvas: inout Canvas) {
    let language = canvas.language
    if width.isFinite {
      draw(alignment.place(size(lines(language, room.width)), in: room), &canvas)
    } else if let line = plainLine(phrase[language], style, language) {
      let rect = alignment.place(Size(line.width, style.lineHeight), in: room)
      draw(line, in: rect, baseline: top(1, rect) + style.baseline(language), &canvas)
    } else {
      let lines = lines(language, .infinity)
      draw(lines, in: alignment.place(size(lines), in: room), &canvas)
    }
  }

  private func draw(_ lines: [MeasuredLine], in rect: Rect, _ canvas: inout Canvas) {
    var y = top(lines.count, rect) + style.baseline(canvas.language)
    for line in lines {
      draw(line, in: rect, baseline: y, &canvas)
      y += style.lineHeight
    }
  }

  /// Where the first of some lines in the middle of a rectangle begins.
  private func top(_ count: Int, _ rect: Rect) -> Double {
    rect.minY + (rect.height - style.lineHeight * Double(count)) / 2
  }

  private func draw(
    _ line: consuming MeasuredLine, in rect: Rect, baseline y: Double, _ canvas: inout Canvas
  ) {
    let origin = Point(rect.minX + (rect.width - line.width) * align, y)
    let saved = canvas.source
    canvas.source = source
    canvas.text(line, at: origin, anchor: align, halo: halo)
    canvas.source = saved
  }

  private func size(_ lines: [MeasuredLine]) -> Size {
    Size(lines.reduce(0) { max($0, $1.width) }, style.lineHeight * Double(lines.count))
  }

  private func lines(_ language: Language, _ room: Double) -> [MeasuredLine] {
    // Half a hundredth of slack, so that a text offered its own measured width never breaks anew.
    breakLines(
      phrase[language], style, language, width: width.isFinite ? min(width, room) + 0.005 : .infinity)
  }
}

/// Words that wrap where the room ends.
public struct Paragraph: NodeConvertible {
  private let text: Text

  /// Creates a paragraph at most `width` wide; lines are aligned as in `Text`.
  public init(
    _ phrase: Phrase, _ style: TextStyle = .note, width: Double = 1e6, align: Double = 0, halo: Double = 0,
    file: StaticString = #fileID, line: UInt32 = #line
  ) {
    text = Text(phrase, style, align, halo, width: width, SourceLine(file, line))
  }

  /// What it lays out and draws.
  public var node: Node { text.node }
}

/// A number with its unit. When it changes it counts from value to value.
public struct Quantity: NodeConvertible {
  private let value: Double
  private let format: NumberFormat
  private let unit: Phrase?
  private let style: TextStyle
  private let align: Double
  private let source: SourceLine

  /// Creates a number; the unit is written behind it, in muted ink.
  public init(
    _ value: Double, _ format: NumberFormat = NumberFormat(), unit: Phrase? = nil,
    _ style: TextStyle = .data, align: Double = 0, file: StaticString = #fileID, line: UInt32 = #line
  ) {
    self.value = value
    self.format = format
    self.unit = unit
    self.style = style
    self.align = align
    source = SourceLine(file, line)
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(
      measure: { _, language in
        let line = line(language)
        return Extent(
          Size(line.width, style.lineHeight), baseline: style.baseline(language), guide: line.width * align)
      },
      draw: { rect, canvas in
        let line = line(canvas.language)
        let pitch = style.lineHeight
        let origin = Point(
          rect.minX + (rect.width - line.width) * align,
          rect.minY + (rect.height - pitch) / 2 + style.baseline(canvas.language))
        canvas.from(source) {
          $0.text(line, at: origin, anchor: align, counter: Counter(value: value, format: format))
        }
      })
  }

  private func line(_ language: Language) -> MeasuredLine {
    var markup = format.text(value)
    if let unit { markup += " ~\(unit[language])~" }
    return measure(markup, style, language)
  }
}

extension TextStyle {
  /// Distance from the top of a line to its baseline: the middle plus 0.36 of the size, so that
  /// words sit in the optical middle of a row.
  func baseline(_ language: Language) -> Double { lineHeight / 2 + 0.36 * size(in: language) }
}
