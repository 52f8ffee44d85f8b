import Composition
import Drawing
import Geometry
import Motion
import Typography

/// The figures that a command or a page knows, in order.
public struct Catalogue: Sendable {
  /// The figures.
  public let entries: [Entry]

  /// Creates a catalogue; of two figures with one slug the first counts.
  public init(_ entries: [Entry]) {
    var kept: [Entry] = []
    for entry in entries where !kept.contains(where: { sameText($0.about.slug, entry.about.slug) }) {
      kept.append(entry)
    }
    self.entries = kept
  }

  /// A figure by its slug, or one sentence that names the nearest.
  public func figure(_ slug: String) throws(InputError) -> Entry {
    for entry in entries where sameText(entry.about.slug, slug) { return entry }
    let slugs = entries.map { $0.about.slug }
    throw InputError(
      "there is no figure “\(slug)”: choose from \(list(slugs))" + didYouMean(slug, slugs))
  }

  /// A figure without its types: what a command needs to list, prepare and render it.
  public struct Entry: Sendable {
    /// Its name, place and title.
    public let about: About
    /// The names of its modes, the default first.
    public let modes: [String]
    /// Its parameters, in order.
    public let parameters: [Parameter]
    /// What `check` finds and is meant so.
    public let waivers: [Waiver]
    private let prepare: @Sendable ([(name: String, text: String)], Int) throws(InputError) -> Prepared

    /// Enters a figure.
    public init<F: Figure>(_: F.Type) {
      about = F.about
      waivers = F.waivers
      let all = Array(F.Mode.allCases)
      modes = all.map { $0.rawValue }
      var knobs = Knobs()
      _ = F.inputs(&knobs)
      parameters = knobs.parameters
      prepare = { (given, mode) throws(InputError) in
        var knobs = Knobs(given: given)
        let inputs = F.inputs(&knobs)
        knobs.close()
        if let error = knobs.errors.first { throw error }
        return Prepared(F.self, inputs, all[mode], knobs.settings)
      }
    }

    /// The figure with some parameters set and a mode chosen (by default the first).
    public func prepared(
      mode: String? = nil, given: [(name: String, text: String)] = []
    ) throws(InputError) -> Prepared {
      var index = 0
      if let mode {
        guard let i = modes.firstIndex(where: { sameText($0, mode) }) else {
          throw InputError(
            "\(about.slug) has no mode “\(mode)”: choose from \(list(modes))" + didYouMean(mode, modes))
        }
        index = i
      }
      do {
        return try prepare(given, index)
      } catch {
        throw InputError("\(about.slug): \(error.sentence)")
      }
    }
  }
}

/// A figure with its inputs and mode: gives its still and its story in any language.
public struct Prepared: Sendable {
  /// Name and sentence of a beat.
  public struct BeatInfo: Sendable {
    /// Its name.
    public let name: String
    /// Its name as `addressWord` writes it: what stands in commands, addresses and file names.
    public var address: String { addressWord(name) }
    /// Its sentence.
    public let caption: Phrase
    /// What the model measures where it rests.
    public let telemetry: Telemetry
    /// What happens in it, in plain sentences for a reader who does not see it: the author's, or what can
    /// be told from its states. It is worked out anew each time, by laying out two states.
    public var description: Phrase { describe() }
    fileprivate let describe: @Sendable () -> Phrase
  }

  /// Name, place and title of the figure.
  public let about: About
  /// The mode that it tells.
  public let mode: String
  /// The parameters that differ from their defaults, in the order of their declaration, each value in
  /// its one spelling.
  public let settings: [(name: String, text: String)]
  /// The beats, in order.
  public let beats: [BeatInfo]
  /// The sentence of the still, when it has one.
  public let caption: Phrase?
  private let layOutStill: @Sendable (Language) -> LayoutResult
  private let layOutState: @Sendable (_ beat: Int, _ state: Int, _ progress: Double, Language) -> LayoutResult
  private let measure: @Sendable (_ beat: Int, _ state: Int, _ progress: Double) -> Telemetry
  private let describeStill: @Sendable () -> Phrase
  private let pacing: [(pace: Pace, states: Int, continuous: Double, hold: Double?)]

  init<F: Figure>(
    _: F.Type, _ inputs: F.Inputs, _ mode: F.Mode, _ settings: [(name: String, text: String)]
  ) {
    let about = F.about
    let story = F.story(inputs, mode)
    let still = F.still(inputs, mode)
    self.about = about
    self.mode = mode.rawValue
    self.settings = settings
    caption = still.caption
    pacing = story.beats.map { ($0.pace, $0.states.count, $0.continuous, $0.hold) }
    let layOutStill: @Sendable (Language) -> LayoutResult = { language in
      layOut(
        Sheet(title: about.title, stage: still, caption: still.caption), size: still.size, language: language)
    }
    let layOutState: @Sendable (Int, Int, Double, Language) -> LayoutResult = {
      beat, state, progress, language in
      let stage = F.view(story.beats[beat].states[state], Moment(progress: progress))
      let sheet = Sheet(title: about.title, stage: stage, caption: story.beats[beat].caption)
      return layOut(sheet, size: stage.size, language: language)
    }
    let measure: @Sendable (Int, Int, Double) -> Telemetry = { beat, state, progress in
      F.view(story.beats[beat].states[state], Moment(progress: progress)).telemetry
    }
    // Where a beat rests, as a reader who does not see it is told.
    let told: @Sendable (Int, Language) -> Telling? = { beat, language in
      guard story.beats.indices.contains(beat), let last = story.beats[beat].states.indices.last else {
        return nil
      }
      return Telling(layOutState(beat, last, 1, language).frame, measure(beat, last, 1), language)
    }
    beats = story.beats.enumerated().map { i, beat in
      BeatInfo(
        name: beat.name, caption: beat.caption,
        telemetry: beat.states.isEmpty ? Telemetry([]) : measure(i, beat.states.count - 1, 1)
      ) {
        if let description = beat.description { return description.plain }
        return Phrase(of: { language in
          let text = told(i, language)?.changes(since: told(i - 1, language)) ?? ""
          return text.utf8.isEmpty ? plainText(beat.caption[language]) : text
        })
      }
    }
    describeStill = {
      if let description = still.description { return description.plain }
      return Phrase(of: { language in
        Telling(layOutStill(language).frame, still.telemetry, language).whole(caption: still.caption)
      })
    }
    (self.layOutStill, self.layOutState, self.measure) = (layOutStill, layOutState, measure)
  }

  /// The one picture that explains the mode alone.
  public func still(_ language: Language) -> Frame { layOutStill(language).frame }

  /// What the still shows, in plain sentences for a reader who does not see it: the author's, or what can be
  /// told from its parts.
  public var stillDescription: Phrase { describeStill() }

  /// The story in time; with reduced motion its beats cut.
  public func storyboard(_ language: Language, reducedMotion: Bool = false) -> Storyboard {
    Storyboard(
      beats.indices.map { beat in
        StoryboardBeat(
          name: beats[beat].name, caption: beats[beat].caption[language], pace: pacing[beat].pace,
          continuous: pacing[beat].continuous, hold: pacing[beat].hold,
          states: (0..<pacing[beat].states).map { state in
            { progress in layOutState(beat, state, progress, language).frame }
          })
      }, language: language, reducedMotion: reducedMotion)
  }

  /// What the model measures at a moment of a beat: the numbers that the sheet shows there. Moments are those
  /// of `board`, a storyboard of this figure; without one, of its English storyboard, laid out anew.
  public func telemetry(beat: Int, progress: Double, on board: Storyboard? = nil) -> Telemetry? {
    let board = board ?? storyboard(.en)
    guard let at = board.passage(beat: beat, progress: progress, of: Sheet.telemetryIdentity) else {
      return nil
    }
    let arriving = measure(at.to.beat, at.to.state, at.progress)
    guard let from = at.from else { return arriving }
    return measure(from.beat, from.state, 1).mixed(with: arriving, at: at.share)
  }

  /// What is wrong with the names, or what layout finds wrong with the still or with any state; nil when
  /// all is sound.
  public func problem(_ language: Language) -> InputError? {
    if let text = nameProblem { return InputError("\(about.slug), \(mode): \(text)") }
    return layoutProblems(language).first.map { (beat, problem) in
      let place = beat.map { beats[$0].name } ?? "still"
      return InputError("\(about.slug), \(mode), \(place): \(problem.text)")
    }
  }

  /// What layout finds wrong with the still (`beat` is nil) and with the states of each beat, in order.
  public func layoutProblems(_ language: Language) -> [(beat: Int?, problem: LayoutProblem)] {
    var out: [(beat: Int?, problem: LayoutProblem)] = layOutStill(language).problems.map { (nil, $0) }
    for beat in beats.indices {
      for state in 0..<pacing[beat].states {
        out += layOutState(beat, state, 1, language).problems.map { (beat, $0) }
      }
    }
    return out
  }

  /// The index of a beat by its name or address, or one sentence that names the nearest.
  public func beat(_ name: String) throws(InputError) -> Int {
    for (i, beat) in beats.enumerated() where sameText(beat.name, name) || sameText(beat.address, name) {
      return i
    }
    let names = beats.map { $0.address }
    throw InputError(
      "\(about.slug) has no beat “\(name)” in mode \(mode): choose from \(list(names))"
        + didYouMean(name, names))
  }
}
