import ArgumentParser
import Figures
import Rendering
import SVGBackend

/// `render`: draws figures.
struct Render<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "render", abstract: "Draw figures.",
      discussion: """
        Options that can be given more than once are combined: two themes and two locales make four pictures. \
        Files go to <out>/<part>/<slug>/; what differs from the usual stands in their names.
        """)
  }

  @Argument(help: "Slugs of figures; see “list”.")
  var figures: [String] = []
  @Flag(help: "Every figure of the catalogue.")
  var all = false
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      """
      One moment: svg (for web pages), png, svg-outlines, pdf, dump. The whole story: frames, apng, webp, mp4, \
      gif, svg-animated; in print: storyboard, slides; in words: transcript. (default: png)
      """
    ))
  var format: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "Which moment; “beats” for the rest of every beat. (default: still)",
      valueName: "still|beats|beat[:0…1]|seconds"))
  var at: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("A value for a parameter; see “describe”.", valueName: "name=value"))
  var param: [String] = []
  @Option(
    parsing: .unconditionalSingleValue, help: "A mode, or “all”; see “describe”. (default: the first)")
  var mode: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help:
      "auto (svg follows its page), light, dark or print. (default: auto for svg and svg-animated, else light)"
  )
  var theme: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: "en or zh. (default: en)")
  var locale: [String] = []
  @Option(
    parsing: .unconditional,
    help: .init(
      "Width in pixels. (default: twice the canvas for png, 1920 as a rule; once for frames and films)",
      valueName: "px"
    ))
  var width: String?
  @Option(parsing: .unconditional, help: .init("Frames a second. (default: 30)", valueName: "n"))
  var fps: String?
  @Option(
    parsing: .unconditional,
    help: "Where the letters of svg come from: link (the site), embed (the file) or outline. (default: link)")
  var fonts: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Leave out what the page says itself: title, telemetry or caption.", valueName: "part"))
  var without: [String] = []
  @Flag(help: "Stay at the end: apng, webp, gif and svg-animated start again otherwise.")
  var once = false
  @Option(parsing: .unconditional, help: "What lies behind: paper or transparent. (default: paper)")
  var background: String?
  @Option(parsing: .unconditional, help: .init("The folder to write to.", valueName: "dir"))
  var out = "Output"
  @Option(parsing: .unconditional, help: .init("Threads. (default: one for each processor)", valueName: "n"))
  var jobs: String?
  @Option(parsing: .unconditional, help: .init("Do only the k-th of n shares of the work.", valueName: "k/n"))
  var shard: String?
  @Flag(help: "Draw everything anew, and keep nothing for the next run.")
  var noCache = false
  @Flag(help: "Print one JSON object instead of words.")
  var json = false

  /// What `--json` prints.
  struct Report: Encodable {
    let out: String
    let seconds: Double
    let files: [RenderedFile]
    let errors: [String]
  }

  func run(on console: Console) throws {
    let start = ContinuousClock.now
    let threads = try jobs.map { try wholeNumber("jobs", $0, in: 1...256) } ?? processorCount()
    let share = try shard.map { try LanternCommand.shard($0) }
    let folder = try outputFolder(out)
    let cache = noCache ? nil : CacheFolder.usual(environmentValue)
    let files: [RenderedFile]
    if let cache, let receipt = RunReceipt.find(words, in: workingFolder(), to: folder, cache) {
      files = receipt.files
    } else {
      let plan = try RenderPlan(request())
      let work = share.map { plan.shard($0.k, of: $0.n) } ?? plan.jobs
      let bar = ProgressDisplay(console)
      do {
        defer { bar.end() }
        var run = RenderRun(work, to: folder)
        run.cache = cache
        files = try run.perform(threads: threads) { bar.show($0) }
      }
      if let cache { RunReceipt.keep(files, of: work, words, in: workingFolder(), to: folder, cache) }
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    if json {
      console.print(Rendering.json(Report(out: folder.path, seconds: seconds, files: files, errors: [])))
    } else {
      console.print(summary(files, in: folder.path, seconds))
    }
  }

  /// Everything that was asked for and has a say in what is written, so that equal words ask for equal files.
  private var words: [String] {
    let lists = [
      figures, ["\(all)"], format, at, param, mode, theme, locale, [width ?? ""], [fps ?? ""], [fonts ?? ""],
      [background ?? ""], [out], [shard ?? ""],
    ]
    return lists.flatMap { ["\($0.count)"] + $0 }
  }

  private func request() throws(InputError) -> RenderRequest {
    var request = RenderRequest(try LanternCommand.figures(figures, all: all, of: App.catalogue))
    guard all || !figures.isEmpty else {
      throw InputError("name a figure to render, or give --all; the figures are listed by “\(App.name) list”")
    }
    request.given = try assignments(param)
    if mode.contains("all") {
      request.modes = .all
    } else if !mode.isEmpty {
      request.modes = .named(mode)
    }
    if !format.isEmpty {
      request.formats = try format.map { word throws(InputError) in
        try choose("format", word, from: Format.allCases) { $0.rawValue }
      }
    }
    if !at.isEmpty { request.moments = try at.map { word throws(InputError) in try MomentAddress(word) } }
    if !theme.isEmpty {
      request.themes = try theme.map { word throws(InputError) in
        try choose("theme", word, from: ThemeChoice.allCases) { $0.text }
      }
    }
    if !locale.isEmpty {
      request.languages = try locale.map { word throws(InputError) in
        try choose("locale", word, from: Language.allCases) { $0.text }
      }
    }
    if let width { request.width = try wholeNumber("width", width, in: RenderRequest.widths) }
    if let fps { request.fps = try wholeNumber("fps", fps, in: RenderRequest.fpsRange) }
    if let fonts {
      request.fonts = try choose("fonts", fonts, from: SVGOptions.Fonts.allCases) { $0.text }
    }
    if let background {
      request.transparent = try choose("background", background, from: [false, true]) {
        $0 ? "transparent" : "paper"
      }
    }
    request.without = try without.map { word throws(InputError) in
      try choose("part", word, from: SheetPart.allCases) { $0.rawValue }
    }
    request.once = once
    try checkEffect(request.formats)
    return request
  }

  /// Refuses options that would change nothing.
  private func checkEffect(_ formats: [Format]) throws(InputError) {
    let names = formats.map { $0.rawValue }.joined(separator: ", ")
    if !at.isEmpty && formats.allSatisfy({ $0.tellsStory }) {
      throw InputError("--at has no effect on \(names), which holds the whole story: leave it out or add png")
    }
    if fps != nil && !formats.contains(where: { $0.hasFrames }) {
      throw InputError("--fps has no effect on \(names), which has no frames: leave it out or add frames")
    }
    if once && !formats.contains(where: { $0.repeats }) {
      throw InputError("--once has no effect on \(names), which does not repeat: leave it out or add webp")
    }
    if !without.isEmpty && formats.allSatisfy({ $0 == .transcript }) {
      throw InputError("--without has no effect on \(names), which is words alone: leave it out or add png")
    }
    if let opaque = formats.first(where: { !$0.canBeTransparent }), background == "transparent" {
      throw InputError("--background transparent is not for \(opaque.rawValue): choose webp, apng or frames")
    }
    if fonts != nil && !formats.contains(where: { $0.hasFonts }) {
      throw InputError("--fonts has no effect on \(names): leave it out or add svg")
    }
    if width != nil && !formats.contains(where: { $0.pixelsPerPoint != nil }) {
      throw InputError("--width has no effect on \(names), which has no pixels: leave it out or add png")
    }
  }

  private func summary(_ files: [RenderedFile], in folder: String, _ seconds: Double) -> String {
    let count = files.reduce(0) { $0 + 1 + ($1.path.hasSuffix("/frames.json") ? $1.frames ?? 0 : 0) }
    let bytes = files.reduce(0) { $0 + $1.bytes }
    let size = bytes < 1_000_000 ? "\(fixed(Double(bytes) / 1e3)) kB" : "\(fixed(Double(bytes) / 1e6, 1)) MB"
    return "\(grouped(count)) file\(count == 1 ? "" : "s"), \(size), in \(fixed(seconds, 1)) s: \(folder)/\n"
  }
}
