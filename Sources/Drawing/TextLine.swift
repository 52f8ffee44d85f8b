import Geometry

/// One of the font files that text is measured and drawn with.
public enum Face: Int, Sendable, CaseIterable {
  /// Inter Regular.
  case sans
  /// Inter Medium.
  case sansMedium
  /// Inter SemiBold.
  case sansBold
  /// JetBrains Mono Medium.
  case mono
  /// JetBrains Mono Bold.
  case monoBold
  /// Noto Sans CJK SC Regular.
  case cjk
  /// Noto Sans CJK SC Bold.
  case cjkBold
  /// DejaVu Sans, for symbols that the others lack.
  case symbol
  /// DejaVu Sans Bold, for the same symbols among emphasised words.
  case symbolBold
}

/// A stretch of one line of text in one face, size and colour.
public struct TextRun: Sendable, Equatable {
  // What is smaller than a word comes last, so that a run has no gaps.

  /// Font size in points.
  public var size: Double
  /// The characters, in reading order; all of them are in the face.
  public var text: String
  /// Where the run starts, relative to the origin of its line; a raised y is negative.
  public var offset: Point
  /// Measured advance width in points.
  public var width: Double
  /// Colour.
  public var paint: Paint
  /// The font file.
  public var face: Face

  /// Creates a measured run.
  public init(face: Face, size: Double, text: String, paint: Paint, offset: Point, width: Double) {
    self.face = face
    self.size = size
    self.text = text
    self.paint = paint
    self.offset = offset
    self.width = width
  }

  /// Whether both are the same; source lines do not count.
  public static func == (a: TextRun, b: TextRun) -> Bool {
    a.face == b.face && a.size == b.size && a.paint == b.paint && a.offset == b.offset
      && a.width == b.width && sameText(a.text, b.text)
  }
}

/// A quantity inside a line of text that counts from value to value when it changes.
public struct Counter: Hashable, Sendable {
  /// The number.
  public var value: Double
  /// How it is written.
  public var format: NumberFormat
  /// Which run of the line shows it.
  public var run: Int

  /// Creates a counter.
  public init(value: Double, format: NumberFormat, run: Int = 0) {
    self.value = value
    self.format = format
    self.run = run
  }
}

extension Counter: Interpolatable {
  /// The number a share `t` of the way to another, written as the nearer of the two is.
  public func mixed(with other: Counter, at t: Double) -> Counter {
    Counter(
      value: value.mixed(with: other.value, at: t), format: t < 0.5 ? format : other.format,
      run: t < 0.5 ? run : other.run)
  }
}

/// One line of text, measured and placed.
public struct TextLine: Sendable, Equatable {
  /// Left end of the baseline.
  public var origin: Point
  /// The stretches in reading order.
  public var runs: Few<TextRun>
  /// Measured advance width of the whole line.
  public var width: Double
  /// Which point of the line stays where it is when its width changes: 0 left, 0.5 middle, 1 right.
  public var anchor: Double
  /// Width of a paper-coloured rim around the glyphs, for words over grid lines; 0 for none.
  public var halo: Double
  /// The number that it shows, when it is a quantity.
  @Apart public var counter: Counter?

  /// Creates a placed line.
  public init(
    origin: Point, runs: Few<TextRun>, width: Double, anchor: Double = 0, halo: Double = 0,
    counter: Counter? = nil
  ) {
    self.origin = origin
    self.runs = runs
    self.width = width
    self.anchor = anchor
    self.halo = halo
    self.counter = counter
  }

  /// The characters of all runs.
  public var text: String {
    var out = ""
    for run in runs { out += run.text }
    return out
  }

  /// The point that stays put when the width changes.
  public var pivot: Point { Point(origin.x + anchor * width, origin.y) }

  /// A box from cap height or ascender to descender, as wide as the advance.
  public var bounds: Rect {
    var (top, bottom) = (0.0, 0.0)
    for run in runs {
      top = min(top, run.offset.y - 0.78 * run.size)
      bottom = max(bottom, run.offset.y + 0.22 * run.size)
    }
    return Rect(origin.x, origin.y + top, width, bottom - top)
  }
}
