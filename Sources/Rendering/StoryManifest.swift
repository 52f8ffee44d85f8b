import Figures

/// What `frames.json` says of a sequence of frames.
public struct StoryManifest: Codable, Sendable, Equatable {
  /// A text in each language, by its BCP 47 name.
  public typealias Texts = [String: String]

  /// A beat in time, in seconds.
  public struct Beat: Codable, Sendable, Equatable {
    /// Its address, as `--at` takes it.
    public let name: String
    /// When it starts, how long it moves, and how long it then rests.
    public let start, motion, rest: Double
    /// Its sentence.
    public let caption: Texts
    /// What the picture shows, for those who cannot see it.
    public let description: Texts
    /// What the model measures where it rests.
    public let telemetry: [Reading]
    /// Names of the rows of values, when telemetry is a table.
    public let rows: [Texts]
  }

  /// One measured quantity.
  public struct Reading: Codable, Sendable, Equatable {
    /// What is measured.
    public let name: Texts
    /// Its unit.
    public let unit: Texts?
    /// Its value, or one for each row of a table.
    public let values: [Value]
  }

  /// A value as a reader reads it, and as a number when it is one.
  public struct Value: Codable, Sendable, Equatable {
    /// The number; nil for a word.
    public let number: Double?
    /// The text.
    public let text: Texts
  }

  /// The moment that a frame shows: `--at <name of the beat>:<progress>` draws it alone.
  public struct Moment: Codable, Sendable, Equatable {
    /// Index of the beat.
    public let beat: Int
    /// Progress of its motion, exactly.
    public let progress: Double
  }

  /// What the model measures from a frame on, in the order of the beat's `telemetry`.
  public struct Sample: Codable, Sendable, Equatable {
    /// Index of the first frame that shows it.
    public let frame: Int
    /// What is measured, when it is not what the beat's `telemetry` names; in the language of the frames.
    public let names: [String]?
    /// For each quantity its value, or one for each row of a table; as the frame shows them.
    public let values: [[String]]
  }

  /// Slug, mode and title of the figure.
  public let figure, mode: String, title: Texts
  /// Language of the words, and with it of the timing.
  public let locale: String
  /// The parameters that differ from their defaults.
  public let parameters: [String: String]
  /// Frames a second.
  public let fps: Int
  /// Seconds of the story.
  public let duration: Double
  /// Colours, and size in pixels.
  public internal(set) var theme = "", width = 0, height = 0
  /// What the still shows, for those who cannot see it.
  public let description: Texts
  /// The beats, in order.
  public let beats: [Beat]
  /// What the model measures, wherever that changes.
  public internal(set) var samples: [Sample] = []
  /// The frames, in order: the `i`th shows second `i / fps`.
  public let frames: [Moment]

  init(_ telling: Telling, fps: Int) {
    let (figure, board) = (telling.figure, telling.storyboard)
    self.figure = figure.about.slug
    mode = figure.mode
    title = texts(figure.about.title)
    locale = telling.language.text
    parameters = Dictionary(figure.settings.map { ($0.name, $0.text) }) { $1 }
    self.fps = fps
    duration = board.duration
    description = texts(figure.stillDescription)
    beats = Self.beats(of: figure, board)
    let count = max(1, Int((board.duration * Double(fps)).rounded(.up)))
    frames = (0..<count).map { i in
      let (beat, progress) = board.address(at: Double(i) / Double(fps))
      return Moment(beat: beat, progress: progress)
    }
  }

  /// The beats of a figure in the time of a storyboard of it.
  public static func beats(of figure: Prepared, _ board: Storyboard) -> [Beat] {
    zip(figure.beats, board.timings).map { beat, timing in
      Beat(
        name: beat.address, start: timing.start, motion: timing.motion, rest: timing.rest,
        caption: texts(beat.caption), description: texts(beat.description),
        telemetry: beat.telemetry.readings.map(Reading.init), rows: beat.telemetry.rows.map(texts))
    }
  }
}

extension StoryManifest {
  /// What the model measures in some frames, wherever that changes.
  static func samples(of frames: [Moment], _ telling: Telling) -> [Sample] {
    let (figure, language) = (telling.figure, telling.language)
    var out: [Sample] = []
    var last: (moment: Moment, values: [[String]])?
    for (i, moment) in frames.enumerated() where last?.moment != moment {
      guard
        let telemetry = figure.telemetry(
          beat: moment.beat, progress: moment.progress, on: telling.storyboard)
      else { continue }
      let names = telemetry.readings.map { plainText($0.name[language]) }
      let usual = figure.beats[moment.beat].telemetry.readings.map { plainText($0.name[language]) }
      let values = telemetry.readings.map { reading in
        Reading(reading).values.map { $0.text[language.text] ?? "" }
      }
      let isNew = last.map { $0.values != values || $0.moment.beat != moment.beat } ?? true
      if isNew && !values.isEmpty {
        out.append(Sample(frame: i, names: names == usual ? nil : names, values: values))
      }
      last = (moment, values)
    }
    return out
  }
}

extension StoryManifest.Reading {
  /// What the model measured.
  public init(_ reading: Telemetry.Reading) {
    self.init(
      name: texts(reading.name), unit: reading.unit.map(texts),
      values: reading.values.map { value in
        switch value {
        case .number(let x, let format):
          return .init(number: x.isFinite ? x : nil, text: texts(Phrase(format.text(x))))
        case .word(let word): return .init(number: nil, text: texts(word))
        }
      })
  }
}

/// The words of a phrase in each language, without markup.
public func texts(_ phrase: Phrase) -> StoryManifest.Texts {
  Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.text, plainText(phrase[$0])) })
}
