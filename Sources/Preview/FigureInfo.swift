import Figures
import Rendering

/// What the page knows of a figure: its name, modes, and a control for each parameter.
struct FigureInfo: Encodable {
  struct Control: Encodable {
    let name: String
    let label: [String: String]
    /// `range`, `doubling`, `choice`, `flag` or `seed`.
    let kind: String
    let low, high, step: Double?
    let choices: [Word]
    /// The default, as the command line writes it.
    let start: String
  }
  struct Word: Encodable {
    let name: String
    let label: [String: String]
  }

  let slug, part: String
  let title: [String: String]
  let modes: [String]
  let parameters: [Control]

  init(_ entry: Catalogue.Entry) {
    (slug, part, modes) = (entry.about.slug, entry.about.part, entry.modes)
    title = texts(entry.about.title)
    parameters = entry.parameters.map { parameter in
      func control(
        _ kind: String, _ low: Double? = nil, _ high: Double? = nil, _ step: Double? = nil,
        _ words: [Word] = []
      ) -> Control {
        Control(
          name: parameter.name, label: texts(parameter.label), kind: kind, low: low, high: high, step: step,
          choices: words, start: parameter.start)
      }
      switch parameter.domain {
      case .int(let low, let high, let step, _):
        return control("range", Double(low), Double(high), Double(step))
      case .real(let low, let high, let step, _): return control("range", low, high, step)
      case .doubling(let low, let high, _): return control("doubling", Double(low), Double(high), 1)
      case .choice(let choices, _):
        return control("choice", nil, nil, nil, choices.map { Word(name: $0.name, label: texts($0.label)) })
      case .flag: return control("flag")
      case .seed: return control("seed", 0, 4_294_967_295, 1)
      }
    }
  }
}

/// What the page knows of a story: how long it takes, and its beats.
struct StoryInfo: Encodable {
  struct Beat: Encodable {
    let name, caption: String
    let start, motion, rest: Double
  }
  let duration: Double
  let beats: [Beat]

  init(_ figure: Prepared, _ board: Storyboard, _ language: Language) {
    duration = board.duration
    beats = zip(figure.beats, board.timings).map { beat, timing in
      Beat(
        name: beat.address, caption: plainText(beat.caption[language]), start: timing.start,
        motion: timing.motion, rest: timing.rest)
    }
  }
}
