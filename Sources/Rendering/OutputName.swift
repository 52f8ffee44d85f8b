import Figures

/// Where a picture or a story is written, below the output folder:
///
/// `<part>/<slug>/[<mode>.]<moment>[.<locale>][.<theme>][.<parameter>=<value>]…[.<n>px][.<n>fps][.<fonts>][.without-<part>]…[.once][.transparent]`
///
/// and the ending of the format. What is as usual is left out: the first mode, English, the light
/// theme, parameters at their defaults. The moment is `still`, `beats/<beat>`, `beats/<beat>@<progress>`,
/// `<seconds>s`, `frames` for a sequence of the whole story, `story` for other forms of it, `storyboard`, `slides`
/// or `transcript`.
public struct OutputName: Sendable {
  /// What of the figure is shown.
  public enum Moment: Sendable {
    /// The still.
    case still
    /// A beat by its address, and the progress of its motion.
    case beat(String, Double)
    /// Seconds from the start.
    case second(Double)
    /// The whole story, in a word that says as what.
    case story(String)
  }

  /// The figure.
  public var figure: About
  /// The mode; nil for the first.
  public var mode: String?
  /// What of the figure is shown.
  public var moment: Moment
  /// The language of the words.
  public var language: Language
  /// The colours, when they are not the format's usual ones.
  public var theme: String?
  /// The parameters that differ from their defaults.
  public var settings: [(name: String, text: String)] = []
  /// The width in pixels, when it is not the usual one.
  public var width: Int?
  /// Pictures a second, when it is not the usual number.
  public var fps: Int?
  /// Where a web drawing's letters come from, when not from the site.
  public var fonts: String?
  /// What of the sheet around the stage is left out.
  public var without: [SheetPart] = []
  /// Whether it does not start again at its end although it could.
  public var once = false
  /// Whether nothing lies behind the picture.
  public var transparent = false

  /// Names a picture that is as usual but for these.
  public init(
    _ figure: About, mode: String?, _ moment: Moment, _ language: Language = .en, theme: String? = nil
  ) {
    self.figure = figure
    self.mode = mode
    self.moment = moment
    self.language = language
    self.theme = theme
  }

  /// The folder of the figure.
  public var folder: String { "\(figure.part)/\(figure.slug)" }

  /// The path of the file; of a sequence of frames, the path of its `frames.json`.
  public func path(_ format: Format) -> String { stem + format.ending }

  /// The path without the ending.
  var stem: String {
    let (subfolder, word) = place
    var parts = mode.map { [$0] } ?? []
    parts.append(word)
    if language != .en { parts.append(language.text) }
    if let theme { parts.append(theme) }
    parts += settings.map { "\($0.name)=\(fileWord($0.text))" }
    if let width { parts.append("\(width)px") }
    if let fps { parts.append("\(fps)fps") }
    if let fonts { parts.append(fonts) }
    parts += without.map { "without-\($0.rawValue)" }
    if once { parts.append("once") }
    if transparent { parts.append("transparent") }
    return folder + "/" + subfolder + parts.joined(separator: ".")
  }

  private var place: (subfolder: String, word: String) {
    switch moment {
    case .still: return ("", "still")
    case .beat(let beat, let progress):
      return ("beats/", progress == 1 ? beat : "\(beat)@\(exactText(progress))")
    case .second(let seconds): return ("", "\(exactText(seconds))s")
    case .story(let word): return ("", word)
    }
  }
}

/// A text with every byte percent-encoded that a file name or a shell may not take as it is.
private func fileWord(_ text: String) -> String {
  text.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      return String(UnicodeScalar(byte))
    default:
      return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }.joined()
}
