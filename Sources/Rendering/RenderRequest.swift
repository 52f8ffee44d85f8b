import Figures
import SVGBackend

/// What is to be rendered: every combination of what is named here.
public struct RenderRequest: Sendable {
  /// Which modes of each figure.
  public enum Modes: Sendable {
    /// The first.
    case first
    /// All of them.
    case all
    /// Those named.
    case named([String])
  }

  /// The figures.
  public var figures: [Catalogue.Entry]
  /// Their modes.
  public var modes = Modes.first
  /// Values of parameters, as texts.
  public var given: [(name: String, text: String)] = []
  /// What is written.
  public var formats: [Format] = [.png]
  /// The moments of pictures; stories hold all of them.
  public var moments: [MomentAddress] = [.still]
  /// The colours; none for what each format usually has.
  public var themes: [ThemeChoice] = []
  /// The languages.
  public var languages: [Language] = [.en]
  /// Width in pixels; nil for what the format usually has.
  public var width: Int?
  /// Pictures a second of a story.
  public var fps = RenderRequest.usualFPS
  /// Where the letters of drawings for web pages come from.
  public var fonts = SVGOptions.Fonts.link
  /// What of the sheet around the stage is left out.
  public var without: [SheetPart] = []
  /// Whether what could start again at its end stays there.
  public var once = false
  /// Whether nothing lies behind the picture; else it is the theme's paper.
  public var transparent = false

  /// Asks for the still of each figure as PNG.
  public init(_ figures: [Catalogue.Entry]) { self.figures = figures }

  /// The widths that can be asked for, in pixels.
  public static let widths = 16...16384
  /// The pictures a second that can be asked for.
  public static let fpsRange = 1...240
  /// Pictures a second unless asked otherwise.
  public static let usualFPS = 30
}
