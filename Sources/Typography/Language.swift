import Geometry

/// The language that a figure's words are written in.
public enum Language: Int, Sendable, CaseIterable {
  /// English.
  case en
  /// Chinese, simplified characters.
  case zh

  /// The name as the command line and file names write it (BCP 47).
  public var text: String {
    switch self {
    case .en: return "en"
    case .zh: return "zh"
    }
  }
}

/// A text for the reader in both languages. A literal stands for both: technical terms stay English in
/// Chinese.
///
/// Inline markup: `**strong**`, `` `mono` ``, `~quiet~`, `x_{sub}`, `x^{sup}` (which may nest, and stand
/// over each other in `x_{i}^{2}`). A backslash makes a mark a plain character, and so is a mark without
/// its partner. `**` hugs its words: no space on its inner side; `~` also stands clear of letters and
/// digits on its outer side, so `~3 GB` needs no backslash. Inside `` ` `` only `_{…}` and `^{…}` are
/// marks. Where Chinese meets Latin letters or digits, authors write the space.
public struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  private let en: String
  private let zh: String?

  /// Creates a phrase; without a translation the same words serve both languages.
  public init(_ en: String, zh: String? = nil) {
    self.en = en
    self.zh = zh
  }

  /// Creates a phrase whose words are the same in both languages.
  public init(stringLiteral text: String) { self.init(text) }

  /// The words in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .en: return en
    case .zh: return zh ?? en
    }
  }

  /// Whether a translation was given.
  public var isTranslated: Bool { zh != nil }

  /// Whether both have the same words, and both or neither are translated.
  public static func == (a: Phrase, b: Phrase) -> Bool {
    a.isTranslated == b.isTranslated && sameText(a[.en], b[.en]) && sameText(a[.zh], b[.zh])
  }
}
