import Drawing
import Geometry

/// Why a frame could not be drawn.
public enum DrawingError: Error, CustomStringConvertible {
  /// The canvas has no area, or a size that is not a number.
  case canvas(Size)
  /// More pixels than Cairo or the memory bound allows.
  case tooManyPixels(Size)
  /// A page or drawing larger than the format can hold, in points; the limit.
  case pageTooLarge(Size, limit: Double)
  /// A number of a mark or group is infinite or not a number.
  case notFinite(SourceLine)
  /// A mark or clip that crosses the canvas reaches further than Cairo's coordinates.
  case outOfRange(SourceLine)
  /// A dash with a negative length, or so short that it cuts its line into too many pieces.
  case dash(SourceLine)
  /// A mark names a group that does not exist, or a group stands before its parent.
  case unknownGroup(Int)
  /// Groups that fade or clip are nested too deeply.
  case tooDeep(limit: Int)
  /// A heat map with more cells across or down than an image can have.
  case tooManyCells(SourceLine)
  /// A font file could not be used; the reason.
  case font(String)
  /// A prefix that cannot start an id of a web page.
  case idPrefix(String)
  /// A document without pages.
  case noPages
  /// Cairo refused; its own words.
  case cairo(String)

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .canvas(let size): return "A canvas of \(text(size)) points cannot be drawn."
    case .tooManyPixels(let size):
      return "A picture of \(text(size)) pixels is too large: at most 32,767 a side and "
        + "\(grouped(PixelLimit.count)) in all."
    case .pageTooLarge(let size, let limit):
      return "A page of \(text(size)) points is too large: at most \(fixed(limit)) a side."
    case .notFinite(let at): return "\(text(at)): a coordinate, size or opacity is not a finite number."
    case .outOfRange(let at): return "\(text(at)): a coordinate is too far from the canvas to be drawn."
    case .dash(let at):
      return "\(text(at)): dash lengths must not be negative, and cut a line at most 20,000 times."
    case .unknownGroup(let index):
      return "Group \(index) does not exist, or stands before the group that it belongs to."
    case .tooDeep(let limit): return "More than \(limit) fading or clipping groups are nested."
    case .tooManyCells(let at): return "\(text(at)): a heat map has at most 32,767 cells across and down."
    case .font(let reason): return reason
    case .idPrefix(let prefix):
      return "“\(prefix)” cannot start an id: a letter, then letters, digits, hyphens and underscores."
    case .noPages: return "A document needs at least one page."
    case .cairo(let reason): return "Cairo could not draw: \(reason)."
    }
  }

  private func text(_ size: Size) -> String { "\(trimmed(size.width)) × \(trimmed(size.height))" }
  private func text(_ at: SourceLine) -> String { "\(at.file):\(at.line)" }
}

/// How large a picture may be.
enum PixelLimit {
  /// Cairo's coordinates of image surfaces have 16 bits.
  static let side = 32767.0
  /// 512 MiB of pixels: a mistyped scale must not take the machine down.
  static let count = 1 << 27
}
