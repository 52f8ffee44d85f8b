import Figures
import SVGBackend

/// One file to write, or one folder of frames.
public struct RenderJob: Sendable {
  /// What of the figure is drawn.
  enum Subject: Sendable {
    case still
    case beat(Int, progress: Double)
    /// All of it, so many pictures a second.
    case story(StoryManifest)
    /// All of it at once: in motion, or in words.
    case whole
    /// The rests of all beats on one sheet, or on pages.
    case strip
    /// The rests of all beats, each on its own page.
    case slides
  }

  let figure: Prepared
  /// Jobs with one number share figure, mode and language, and with them the story laid out.
  let telling: Int
  let format: Format
  let language: Language
  let theme: ThemeChoice
  let fonts: SVGOptions.Fonts
  let transparent: Bool
  let without: [SheetPart]
  let once: Bool
  /// The canvas in points.
  let size: Size
  /// Pixels a point.
  let scale: Double
  let subject: Subject
  /// The path below the output folder; of a sequence, that of its `frames.json`.
  public let path: String

  /// Whether each of its files shows one frame, and nothing else of the story.
  var isOneFrame: Bool {
    switch (format, subject) {
    case (.svg, .still), (.svg, .beat), (.svgOutlines, .still), (.svgOutlines, .beat), (.pdf, .still),
      (.pdf, .beat),
      (.png, _), (.dump, _), (.frames, _):
      return true
    default: return false
    }
  }

  /// How many pictures it draws.
  var pictures: Int { if case .story(let manifest) = subject { manifest.frames.count } else { 1 } }

  /// The path of one of its pictures: of a story, `00000.png` and so on beside its `frames.json`.
  func path(ofPicture index: Int) -> String {
    format == .frames ? folder + "/" + FrameNumber.name(index) : path
  }

  /// The folder that it writes into, below the output folder.
  var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  /// The title of the figure.
  var title: String { plainText(figure.about.title[language]) }

  /// What the moment shows, for those who cannot see it.
  var description: String? {
    switch subject {
    case .still: return figure.stillDescription[language]
    case .beat(let beat, _): return figure.beats[beat].description[language]
    case .story: return nil
    case .whole, .strip, .slides:
      let words = figure.beats.map { plainText($0.caption[language]) }
      return words.joined(separator: language == .zh ? "" : " ")
    }
  }

  /// What an SVG's ids start with: slug and name of the file in letters, digits and hyphens, so that no
  /// two drawings on one page share an id.
  var idPrefix: String {
    addressWord("\(path.dropFirst(figure.about.part.count).dropLast(format.ending.count))")
  }
}

/// The names of numbered frames.
enum FrameNumber {
  /// `00000.png` and so on.
  static func name(_ index: Int) -> String {
    let digits = "\(index)"
    return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits + ".png"
  }

  /// The number in such a name; nil for other names.
  static func index(_ name: String) -> Int? {
    guard name.hasSuffix(".png"), let n = Int(name.dropLast(4)), n >= 0, self.name(n) == name else {
      return nil
    }
    return n
  }
}
