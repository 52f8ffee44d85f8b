import Drawing
import Geometry

/// Why a frame could not be written as SVG.
public enum SVGError: Error, CustomStringConvertible {
  /// The canvas has no area, or a size that is not a number.
  case canvas(Size)
  /// A number of a mark or a group is infinite, not a number or beyond a billion.
  case number(SourceLine)
  /// A mark names a group that does not exist, or a group stands before its parent.
  case unknownGroup(Int)
  /// An id that cannot stand in a page.
  case id(String)
  /// A link that leads nowhere safe.
  case link(String)
  /// A font file could not be used; the reason.
  case font(String)

  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .canvas(let size):
      return "A canvas of \(trimmed(size.width)) × \(trimmed(size.height)) points cannot be drawn."
    case .number(let at):
      return "\(at.file):\(at.line): a coordinate, size or opacity is not a number that can be drawn."
    case .unknownGroup(let index):
      return "Group \(index) does not exist, or stands before the group that it belongs to."
    case .id(let id):
      return "“\(id)” cannot start an id: a letter, then letters, digits, hyphens and underscores."
    case .link(let address):
      return "“\(address)” cannot be a link: it must start with https://, http://, /, ./, ../, ? or #."
    case .font(let reason): return reason
    }
  }
}
