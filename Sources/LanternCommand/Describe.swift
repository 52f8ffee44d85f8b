import ArgumentParser
import Figures
import Rendering

/// `describe`: says what a figure takes and tells.
struct Describe<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "describe", abstract: "Say what a figure takes and tells: parameters, modes and beats.")
  }

  @Argument(help: "The slug of a figure; see “list”.")
  var figure: String
  @Flag(help: "Print one JSON object instead of words.")
  var json = false

  func run(on console: Console) throws {
    let entry = try App.catalogue.figure(figure)
    let modes = try entry.modes.map { mode in
      let figure = try entry.prepared(mode: mode)
      if let problem = figure.problem(.en) { throw RenderFailure(problem.sentence) }
      return figure
    }
    console.print(json ? Rendering.json(FigureReport(entry, modes)) : words(entry, modes))
  }

  private func words(_ entry: Catalogue.Entry, _ modes: [Prepared]) -> String {
    let about = entry.about
    let chapter = about.chapter.isEmpty ? "" : "chapter \(about.chapter), "
    var out = "\(about.slug): \(both(about.title)) (\(chapter)\(about.part))\n"
    if !entry.parameters.isEmpty {
      out += "\nParameters\n"
      out += columns(
        entry.parameters.map { ["\($0.name)=\($0.start)", $0.accepts, both($0.label)] }, indent: "  ")
    }
    for figure in modes {
      let seconds = figure.storyboard(.en).duration
      out +=
        "\nMode \(figure.mode)\(figure.mode == entry.modes.first ? " (default)" : ""), \(fixed(seconds, 1)) s\n"
      if let caption = figure.caption { out += "  still  \(both(caption))\n" }
      for beat in figure.beats {
        out += "  \(beat.address)  \(both(beat.caption))\n"
        let readings = beat.telemetry.readings.map(line).joined(separator: "; ")
        if !readings.isEmpty { out += "    \(readings)\n" }
      }
    }
    return out
  }

  private func both(_ phrase: Phrase) -> String {
    let (en, zh) = (plainText(phrase[.en]), plainText(phrase[.zh]))
    return sameText(en, zh) ? en : "\(en) / \(zh)"
  }

  private func line(_ reading: Telemetry.Reading) -> String {
    let values = reading.values.map { value in
      switch value {
      case .number(let x, let format): plainText(format.text(x))
      case .word(let word): plainText(word[.en])
      }
    }
    let unit = reading.unit.map { " " + plainText($0[.en]) } ?? ""
    return "\(plainText(reading.name[.en])) \(values.joined(separator: ", "))\(unit)"
  }
}

/// What `describe --json` prints.
struct FigureReport: Encodable {
  struct Parameter: Encodable {
    let name, accepts, `default`: String
    let label: StoryManifest.Texts
    /// The ends of its range, or all its words.
    let extremes: [String]
  }
  struct Mode: Encodable {
    let name: String
    let caption: StoryManifest.Texts?
    /// Seconds of the story in each language, whose captions take their own time to read.
    let duration: [String: Double]
    /// The beats, in English time.
    let beats: [StoryManifest.Beat]
  }
  let slug, chapter, part: String
  let title: StoryManifest.Texts
  let parameters: [Parameter]
  let modes: [Mode]

  init(_ entry: Catalogue.Entry, _ figures: [Prepared]) {
    (slug, chapter, part) = (entry.about.slug, entry.about.chapter, entry.about.part)
    title = texts(entry.about.title)
    parameters = entry.parameters.map {
      Parameter(
        name: $0.name, accepts: $0.accepts, default: $0.start, label: texts($0.label), extremes: $0.extremes)
    }
    modes = figures.map { figure in
      let boards = Language.allCases.map { ($0.text, figure.storyboard($0)) }
      return Mode(
        name: figure.mode, caption: figure.caption.map(texts),
        duration: Dictionary(uniqueKeysWithValues: boards.map { ($0, $1.duration) }),
        beats: StoryManifest.beats(of: figure, boards[0].1))
    }
  }
}
