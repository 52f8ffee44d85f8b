import Figures

/// One mode told with some parameters in one language: its still, its beats, and frames on the way.
public struct Telling: Sendable {
  /// A moment of a beat's motion.
  public struct Sample: Sendable {
    /// Seconds since the start of the story.
    public let seconds: Double
    /// Progress of the beat's motion, 0…1.
    public let progress: Double
    /// The picture.
    public let frame: Frame
  }

  /// One beat.
  public struct Beat: Sendable {
    /// Its name as addresses write it.
    public let name: String
    /// Its sentence, without marks.
    public let caption: String
    /// What happens in it, for a reader who does not see it.
    public let description: String
    /// Seconds that it moves, then rests.
    public let motion, rest: Double
    /// What the model measures where it rests.
    public let telemetry: Telemetry
    /// Its pictures from the first to the one where it rests; that one alone when motion is not looked at.
    public let samples: [Sample]
    /// Its marks through those pictures.
    public let tracks: [Track]

    /// Creates a beat; it is described by its caption unless something else is said.
    public init(
      name: String, caption: String, description: String? = nil, motion: Double, rest: Double,
      telemetry: Telemetry = Telemetry([]), samples: [Sample]
    ) {
      (self.name, self.caption, self.motion, self.rest) = (name, caption, motion, rest)
      (self.description, self.telemetry, self.samples) = (description ?? caption, telemetry, samples)
      tracks = samples.count > 1 ? Inspection.tracks(samples) : []
    }
  }

  /// Which telling it is.
  public let place: Place
  /// The sentence of the still, without marks; nil when it has none.
  public let stillCaption: String?
  /// The picture that explains the mode alone.
  public let still: Frame
  /// The beats.
  public let beats: [Beat]
  /// The picture of a beat at a progress, for rules that must look closer.
  public let frame: @Sendable (_ beat: Int, _ progress: Double) -> Frame?

  /// Creates a telling.
  public init(
    place: Place, still: Frame, stillCaption: String?, beats: [Beat],
    frame: @escaping @Sendable (Int, Double) -> Frame?
  ) {
    (self.place, self.still, self.stillCaption) = (place, still, stillCaption)
    (self.beats, self.frame) = (beats, frame)
  }

  /// Tells a prepared figure in one language, with pictures of its motion if they are wanted.
  init(_ figure: Prepared, _ language: Language, withMotion: Bool) {
    let place = Place(
      figure: figure.about.slug, mode: figure.mode, settings: figure.settings, language: language)
    let board = figure.storyboard(language)
    let beats = figure.beats.indices.map { i in
      Beat(
        name: figure.beats[i].address, caption: plainText(figure.beats[i].caption[language]),
        description: figure.beats[i].description[language],
        motion: board.timings[i].motion, rest: board.timings[i].rest, telemetry: figure.beats[i].telemetry,
        samples: Telling.samples(of: board, i, withMotion))
    }
    self.init(
      place: place, still: figure.still(language),
      stillCaption: figure.caption.map { plainText($0[language]) },
      beats: beats, frame: { board.frame(beat: $0, progress: $1) })
  }

  /// Pictures a second of motion: enough that a move of standard length is seen eight times.
  static let rate = 15.0

  /// The pictures of a beat at even steps of its motion, the first and the last included.
  public static func samples(of board: Storyboard, _ beat: Int, _ withMotion: Bool) -> [Sample] {
    let timing = board.timings[beat]
    let steps = withMotion && timing.motion > 0 ? max(4, Int((timing.motion * rate).rounded(.up))) : 0
    let progresses = steps > 0 ? (0...steps).map { Double($0) / Double(steps) } : [1]
    return progresses.compactMap { progress in
      board.frame(beat: beat, progress: progress).map {
        Sample(seconds: timing.start + progress * timing.motion, progress: progress, frame: $0)
      }
    }
  }

  /// The place of a moment of a beat.
  public func place(_ beat: Int, _ progress: Double = 1) -> Place {
    place.at(.beat(beat, beats[beat].name, progress: progress))
  }

  /// The still and where each beat comes to rest.
  var pictures: [Picture] {
    var out = [Picture(still, place.at(.still))]
    for (i, beat) in beats.enumerated() {
      if let last = beat.samples.last { out.append(Picture(last.frame, place(i))) }
    }
    return out
  }
}
