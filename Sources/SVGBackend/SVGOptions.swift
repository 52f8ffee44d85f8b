import Drawing
import Typography

/// How a frame becomes an SVG.
public struct SVGOptions: Sendable {
  /// Whose colours it has.
  public enum Colors: Int, Sendable, CaseIterable {
    /// The page's: light or dark as the page is, every role a custom property that the page may override.
    case auto
    /// Always the light theme's, as plain attributes, for places that strip styles.
    case light
    /// Always the dark theme's.
    case dark
    /// Always greys.
    case print

    /// The name as the command line writes it.
    public var text: String {
      switch self {
      case .auto: return "auto"
      case .light: return "light"
      case .dark: return "dark"
      case .print: return "print"
      }
    }
  }

  /// Where the letters come from.
  public enum Fonts: Int, Sendable, CaseIterable {
    /// From the site, which serves `WebFonts` and their sheet once for all figures.
    case link
    /// From the file itself: it stands alone.
    case embed
    /// From nowhere: words are outlines, which can't be selected.
    case outline

    /// The name as the command line writes it.
    public var text: String {
      switch self {
      case .link: return "link"
      case .embed: return "embed"
      case .outline: return "outline"
      }
    }
  }

  /// Where the colours of the roles are defined, with `Colors.auto`.
  public enum Roles: Sendable {
    /// In the SVG itself: it needs nothing from the page.
    case own
    /// In `roleSheet`, which the page loads once for all figures.
    case shared
  }

  /// What every id in it starts with; unique on a page. A letter, then letters, digits, hyphens and
  /// underscores.
  public var id: String
  /// The language of its words.
  public var language: Language
  /// Its name.
  public var title: String
  /// What it shows, in words; nil when the page says so beside it.
  public var description: String?
  /// Whose colours it has.
  public var colors: Colors = .auto
  /// Where the letters come from.
  public var fonts: Fonts = .link
  /// Where the colours of the roles are defined.
  public var roles: Roles = .own
  /// Whether paper is painted behind it; otherwise the page shows through, and with `Colors.auto` ink
  /// has the colour of the page's own text.
  public var paintsPaper = false
  /// Where elements lead when clicked: by the identity of their group, a web address or a fragment.
  public var links: [(element: Identity, address: String)] = []

  /// Creates options; the rest are set one by one.
  public init(id: String, language: Language, title: String, description: String? = nil) {
    self.id = id
    self.language = language
    self.title = title
    self.description = description
  }

  /// An id for a figure: unique by its name, language and, when it stands on a page several times, place.
  public static func id(slug: String, language: Language, instance: Int = 1) -> String {
    "lantern-\(slug)-\(language.text)" + (instance > 1 ? "-\(instance)" : "")
  }
}
