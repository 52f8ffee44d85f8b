import Typography

/// What a picture or a story is written as.
public enum Format: String, CaseIterable, Sendable {
  /// A drawing for web pages: real text, colours of the page.
  case svg
  /// Pixels, 8 bits a channel.
  case png
  /// A drawing whose words are outlines, for programs that have no fonts.
  case svgOutlines = "svg-outlines"
  /// One page, its words selectable.
  case pdf
  /// The frame as text, one line a mark: what `diff` compares.
  case dump
  /// The whole story as a folder of numbered PNG files, and `frames.json` that tells them apart.
  case frames

  /// Whether it holds the whole story; the others hold one moment.
  public var tellsStory: Bool { self == .frames }

  /// Pixels a point unless a width is asked for; nil for drawings, which have none.
  public var pixelsPerPoint: Double? {
    switch self {
    case .png: return 2
    case .frames: return 1
    case .svg, .svgOutlines, .pdf, .dump: return nil
    }
  }

  /// The colours that it has unless others are asked for.
  public var usualTheme: ThemeChoice { self == .svg ? .auto : .light }

  /// How the name of its file ends.
  var ending: String {
    switch self {
    case .svg: return ".svg"
    case .png: return ".png"
    case .svgOutlines: return ".outlines.svg"
    case .pdf: return ".pdf"
    case .dump: return ".frame.txt"
    case .frames: return "/frames.json"
    }
  }
}
