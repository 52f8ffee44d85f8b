import Figures
import Film
import SVGBackend

/// Every file that a request asks for, each once, in an order that depends on nothing but the files.
///
/// Making the plan reads all values, runs the models and lays out every state that will be drawn, so
/// that what can be refused is refused before anything is written.
public struct RenderPlan: Sendable {
  /// The jobs, those of one figure, mode and language side by side.
  public let jobs: [RenderJob]

  /// Plans a request; throws an `InputError` or a `RenderFailure` when something of it cannot be done.
  public init(_ request: RenderRequest) throws {
    guard !request.figures.isEmpty else { throw InputError("there are no figures to render") }
    var planner = Planner(request)
    for entry in request.figures { try planner.add(entry) }
    jobs = planner.jobs.values.sorted { a, b in
      (a.figure.about.slug, a.figure.mode, a.language.rawValue, a.path)
        < (b.figure.about.slug, b.figure.mode, b.language.rawValue, b.path)
    }
  }

  /// The jobs that fall to the `k`th of `n` machines, `k` from 1: all of them together are the plan.
  public func shard(_ k: Int, of n: Int) -> [RenderJob] {
    // A story takes far longer than a picture, so each kind is dealt out on its own.
    [jobs.filter { $0.format.tellsStory }, jobs.filter { !$0.format.tellsStory }].flatMap { kind in
      kind.enumerated().filter { $0.offset % n == k - 1 }.map { $0.element }
    }
  }
}

/// Collects jobs by path, so that what is asked for twice is done once.
private struct Planner {
  let request: RenderRequest
  var jobs: [String: RenderJob] = [:]
  private var tellings = 0

  init(_ request: RenderRequest) { self.request = request }

  mutating func add(_ entry: Catalogue.Entry) throws {
    let modes: [String?]
    switch request.modes {
    case .first: modes = [nil]
    case .all: modes = entry.modes
    case .named(let names): modes = names
    }
    for mode in modes {
      let figure = try entry.prepared(mode: mode, given: request.given)
      for language in request.languages {
        if let problem = figure.problem(language) { throw RenderFailure(problem.sentence) }
        try add(Telling(figure, language), unusualMode: figure.mode == entry.modes.first ? nil : figure.mode)
      }
    }
  }

  private mutating func add(_ telling: Telling, unusualMode: String?) throws {
    tellings += 1
    for asked in request.formats {
      for (format, moment, subject) in try shown(telling, asked) {
        let size = telling.size(of: subject)
        let scale = try scale(format, size, telling.figure.about.slug)
        for theme in try themes(of: format) {
          var name = OutputName(telling.figure.about, mode: unusualMode, moment, telling.language)
          if theme != format.usualTheme { name.theme = theme.text }
          name.settings = telling.figure.settings
          let without =
            format == .transcript ? [] : SheetPart.allCases.filter { request.without.contains($0) }
          name.without = without
          name.once = request.once && format.repeats
          name.transparent = request.transparent
          if format.isWebDrawing && request.fonts != .link { name.fonts = request.fonts.text }
          if let usual = format.pixelsPerPoint, scale != usual { name.width = request.width }
          if format.hasFrames && request.fps != RenderRequest.usualFPS { name.fps = request.fps }
          jobs[name.path(format)] = RenderJob(
            figure: telling.figure, telling: tellings, format: format, language: telling.language,
            theme: theme, fonts: request.fonts, transparent: request.transparent,
            without: without, once: request.once, size: size, scale: scale,
            subject: subject, path: name.path(format))
        }
      }
    }
  }

  /// What is written for a format: the kinds of files, what they are called and what they show.
  private func shown(
    _ telling: Telling, _ format: Format
  ) throws(InputError) -> [(Format, OutputName.Moment, RenderJob.Subject)] {
    guard format.tellsStory else {
      var out: [(Format, OutputName.Moment, RenderJob.Subject)] = []
      for address in request.moments {
        for (moment, subject) in try telling.shown(at: address) { out.append((format, moment, subject)) }
      }
      return out
    }
    guard !telling.storyboard.timings.isEmpty else {
      throw InputError(
        "\(telling.figure.about.slug) has no beats in mode \(telling.figure.mode), so there are no frames of it"
      )
    }
    switch format {
    case .storyboard: return [Format.svg, .png, .pdf].map { ($0, .story("storyboard"), .strip) }
    case .slides: return [(.pdf, .story("slides"), .slides)]
    case .transcript: return [(format, .story("transcript"), .whole)]
    case .svgAnimated: return [(format, .story("story"), .whole)]
    case .gif where request.fps > AnimatedGIF.mostFPS:
      throw InputError("gif shows at most \(AnimatedGIF.mostFPS) frames a second: choose a lower --fps")
    default:
      let word = format == .frames ? "frames" : "story"
      return [(format, .story(word), .story(StoryManifest(telling, fps: request.fps)))]
    }
  }

  /// The colours asked for that a format can have.
  private func themes(of format: Format) throws(InputError) -> [ThemeChoice] {
    guard !request.themes.isEmpty else { return [format.usualTheme] }
    let possible = request.themes.filter { $0 != .auto || format.isWebDrawing }
    guard !possible.isEmpty else {
      throw InputError(
        "theme auto is for svg and svg-animated alone: for \(format.rawValue) choose light, dark or print")
    }
    return possible
  }

  /// Pixels a point; 1 for drawings.
  private func scale(_ format: Format, _ size: Size, _ slug: String) throws(InputError) -> Double {
    guard let usual = format.pixelsPerPoint else { return 1 }
    let scale = request.width.map { Double($0) / size.width } ?? usual
    let (width, height) = ((size.width * scale).rounded(), (size.height * scale).rounded())
    guard height >= 1 && width * height <= Self.mostPixels && max(width, height) <= 32767 else {
      throw InputError(
        "\(slug) would be \(fixed(width)) × \(fixed(height)) pixels, which is more than a picture can have")
    }
    return scale
  }

  /// What the backend draws at most: half a gibibyte of memory a picture.
  private static let mostPixels = 134_217_728.0
}
