import Composition
import Drawing
import Geometry
import Motion
import Typography

/// A mechanism turned into pictures: a model gives states, the view declares one of them, and the
/// motion between them is derived.
///
/// ```swift
/// struct Halving: Figure {
///   enum Mode: String, CaseIterable, Sendable { case story }
///   static let about = About("halving", chapter: "0.1", part: "00-math", title: Phrase("Halving", zh: "减半"))
///   static func inputs(_ knobs: inout Knobs) -> Int { knobs.int("steps", 1...8, default: 3) }
///   static func story(_ steps: Int, _ mode: Mode) -> Story<Double> {
///     Story { Beat("start", 1.0, Phrase("One whole.", zh: "一个整体。")) }
///   }
///   static func view(_ length: Double, _ at: Moment) -> Stage {
///     Stage { Box(.rest(.compute)).frame(width: 800 * length, height: 40).same("bar") }
///   }
///   static func still(_ steps: Int, _ mode: Mode) -> Stage { view(1, .still) }
/// }
/// ```
public protocol Figure: SendableMetatype {
  /// What an author lets a reader choose.
  associatedtype Inputs: Sendable
  /// One state of the mechanism, as the view needs it.
  associatedtype State: Sendable
  /// The stories told over the same view; the first is the default.
  associatedtype Mode: RawRepresentable<String> & CaseIterable & Sendable

  /// Its name, place and title.
  static var about: About { get }
  /// Declares and reads the parameters, in one place.
  static func inputs(_ knobs: inout Knobs) -> Inputs
  /// Runs the model and tells the beats. Their names depend on the mode, never on the inputs.
  static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State>
  /// The picture of one state.
  static func view(_ state: State, _ at: Moment) -> Stage
  /// The one picture that explains the mode alone: its own composition of the same parts.
  static func still(_ inputs: Inputs, _ mode: Mode) -> Stage
  /// What `check` finds and is meant so; none unless stated.
  static var waivers: [Waiver] { get }
}

extension Figure {
  /// None.
  public static var waivers: [Waiver] { [] }
}

/// The name, place and title of a figure.
public struct About: Sendable {
  /// Its name in commands, addresses and file names: lower case with hyphens.
  public let slug: String
  /// Its chapter, for example `7.1`; empty outside of a book.
  public let chapter: String
  /// The folder of its part, for example `07-serving`.
  public let part: String
  /// Its title.
  public let title: Phrase

  /// Creates a description.
  public init(_ slug: String, chapter: String = "", part: String = "figures", title: Phrase) {
    self.slug = slug
    self.chapter = chapter
    self.part = part
    self.title = title
  }
}

/// Which moment a view is asked for.
public struct Moment: Sendable {
  /// Progress of continuous motion inside a beat, 0…1; 1 where a beat has none.
  public let progress: Double
  /// Whether this is the still.
  public let isStill: Bool

  /// The still.
  public static let still = Moment(progress: 1, isStill: true)

  /// A moment of a beat.
  public init(progress: Double, isStill: Bool = false) {
    self.progress = progress
    self.isStill = isStill
  }
}

/// The beats of a mode, in order.
public struct Story<State: Sendable>: Sendable {
  /// The beats.
  public let beats: [Beat<State>]

  /// Creates a story from its beats.
  public init(_ beats: [Beat<State>]) { self.beats = beats }

  /// Creates a story from its beats.
  public init(@StoryBuilder<State> _ beats: () -> [Beat<State>]) { self.beats = beats() }
}

/// Collects the beats of a story.
@resultBuilder public enum StoryBuilder<State: Sendable> {
  /// One beat.
  public static func buildExpression(_ beat: Beat<State>) -> [Beat<State>] { [beat] }
  /// Beats made elsewhere.
  public static func buildExpression(_ beats: [Beat<State>]) -> [Beat<State>] { beats }
  /// Beats one after the other.
  public static func buildBlock(_ parts: [Beat<State>]...) -> [Beat<State>] { parts.flatMap { $0 } }
  /// Beats that are told only sometimes.
  public static func buildOptional(_ part: [Beat<State>]?) -> [Beat<State>] { part ?? [] }
  /// The beats of one mode.
  public static func buildEither(first: [Beat<State>]) -> [Beat<State>] { first }
  /// The beats of another.
  public static func buildEither(second: [Beat<State>]) -> [Beat<State>] { second }
}

/// One step of a story: a state, or a run of states, and the sentence that says what it shows.
public struct Beat<State: Sendable>: Sendable {
  /// Its name, which addresses it: lower case words.
  public let name: String
  /// The states that it runs through; it rests at the last.
  public let states: [State]
  /// Its sentence: at most 90 characters in English, 40 in Chinese.
  public let caption: Phrase
  /// How fast it moves.
  public let pace: Pace
  /// Seconds of continuous motion inside its last state; 0 for none.
  public let continuous: Double
  /// Seconds that it rests; nil for as long as its caption takes to read.
  public let hold: Double?
  /// What happens in it, for a reader who does not see it; nil for what can be told from its states.
  public let description: Phrase?

  /// Creates a beat of one state. With `continuous`, the view of the state is asked again for every
  /// progress from 0 to 1 of that many seconds.
  public init(
    _ name: String, _ state: State, _ caption: Phrase, pace: Pace = .standard, continuous: Double = 0,
    hold: Double? = nil, description: Phrase? = nil
  ) {
    self.init(
      name, run: [state], caption, pace: pace, continuous: continuous, hold: hold, description: description)
  }

  /// Creates a beat of a run of states.
  public init(
    _ name: String, run states: [State], _ caption: Phrase, pace: Pace = .standard, continuous: Double = 0,
    hold: Double? = nil, description: Phrase? = nil
  ) {
    self.name = name
    self.states = states
    self.caption = caption
    self.pace = pace
    self.continuous = continuous
    self.hold = hold
    self.description = description
  }
}
