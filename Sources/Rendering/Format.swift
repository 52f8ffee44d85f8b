import Figures
import SVGBackend

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
  /// The whole story as an animated PNG: pixel for pixel the same.
  case apng
  /// The whole story as an animated WebP: pixel for pixel the same, and smaller.
  case webp
  /// The whole story as a video, H.264.
  case mp4
  /// The whole story in at most 255 colours.
  case gif
  /// A drawing for web pages that moves without scripts.
  case svgAnimated = "svg-animated"
  /// The rests of all beats with their captions, to print: as drawing, as pixels and as pages.
  case storyboard
  /// A page for the rest of every beat, their words selectable.
  case slides
  /// What happens, in words.
  case transcript

  /// Whether it holds the whole story; the others hold one moment.
  public var tellsStory: Bool {
    switch self {
    case .svg, .png, .svgOutlines, .pdf, .dump: return false
    case .frames, .apng, .webp, .mp4, .gif, .svgAnimated, .storyboard, .slides, .transcript: return true
    }
  }

  /// Whether it shows so many pictures a second.
  public var hasFrames: Bool { self == .frames || isFilm }

  /// Whether it is one file of many pictures.
  public var isFilm: Bool {
    switch self {
    case .apng, .webp, .mp4, .gif: return true
    default: return false
    }
  }

  /// Whether it starts again at its end, unless asked otherwise.
  public var repeats: Bool {
    switch self {
    case .apng, .webp, .gif, .svgAnimated: return true
    default: return false
    }
  }

  /// Whether what lies behind it can show through.
  public var canBeTransparent: Bool {
    switch self {
    case .mp4, .gif, .transcript: return false
    default: return true
    }
  }

  /// Whether its letters may come from a site, from itself or be outlines.
  public var hasFonts: Bool { isWebDrawing || self == .storyboard }

  /// Whether it is a drawing that can follow its page.
  var isWebDrawing: Bool { self == .svg || self == .svgAnimated }

  /// Pixels a point unless a width is asked for; nil for drawings, which have none.
  public var pixelsPerPoint: Double? {
    switch self {
    case .png, .storyboard: return 2
    case .frames, .apng, .webp, .mp4, .gif: return 1
    case .svg, .svgOutlines, .pdf, .dump, .svgAnimated, .slides, .transcript: return nil
    }
  }

  /// The colours that it has unless others are asked for.
  public var usualTheme: ThemeChoice { isWebDrawing ? .auto : .light }

  /// How the name of its file ends.
  var ending: String {
    switch self {
    case .svg: return ".svg"
    case .png: return ".png"
    case .svgOutlines: return ".outlines.svg"
    case .pdf: return ".pdf"
    case .dump: return ".frame.txt"
    case .frames: return "/frames.json"
    case .apng: return ".apng"
    case .webp: return ".webp"
    case .mp4: return ".mp4"
    case .gif: return ".gif"
    case .svgAnimated: return ".animated.svg"
    case .storyboard: return ".svg"
    case .slides: return ".pdf"
    case .transcript: return ".md"
    }
  }
}
