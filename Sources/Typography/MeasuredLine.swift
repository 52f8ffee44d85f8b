import Drawing
import Geometry

/// One line of text whose stretches are measured and placed relative to the left end of its baseline.
public struct MeasuredLine: Sendable, Equatable {
  /// The stretches in reading order; their offsets start at the line's origin.
  public var runs: Few<TextRun>
  /// Advance width in points.
  public var width: Double
  /// How far the line reaches above the baseline, in points.
  public var ascent: Double
  /// How far the line reaches below the baseline, in points.
  public var descent: Double

  /// Creates a measured line.
  public init(runs: Few<TextRun>, width: Double, ascent: Double, descent: Double) {
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
