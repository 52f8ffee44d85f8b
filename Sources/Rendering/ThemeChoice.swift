import Figures

/// Whose colours a picture has.
public enum ThemeChoice: Hashable, Sendable, CaseIterable {
  /// Those of the page that it stands in; only drawings for web pages can follow one.
  case auto
  /// Those of one theme.
  case fixed(Theme.Name)

  /// All choices, as the command line lists them.
  public static let allCases: [ThemeChoice] = [.auto] + Theme.Name.allCases.map { .fixed($0) }
  /// The theme of pixels and documents unless another is asked for.
  public static let light = ThemeChoice.fixed(Theme.Name.light)

  /// The name as the command line writes it.
  public var text: String { name?.text ?? "auto" }

  /// The theme; nil for the page's.
  var name: Theme.Name? { if case .fixed(let name) = self { name } else { nil } }
}
