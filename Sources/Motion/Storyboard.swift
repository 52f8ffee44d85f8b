import Drawing
import Geometry
import Typography

/// One beat of a story whose states are laid out: what it is called, what it says, how it moves.
public struct StoryboardBeat: Sendable {
  /// Its name, which addresses it.
  public let name: String
  /// Its sentence in the language of the board.
  public let caption: String
  /// How fast it moves.
  public let pace: Pace
  /// The states that it runs through; each gives its picture at a progress (only continuous beats use it).
  public let states: [@Sendable (_ progress: Double) -> Frame]
  /// Seconds of continuous motion inside the last state; 0 when states only follow each other.
  public let continuous: Double

  /// Creates a beat.
  public init(
    name: String, caption: String, pace: Pace, continuous: Double = 0,
    states: [@Sendable (Double) -> Frame]
  ) {
    self.name = name
    self.caption = caption
    self.pace = pace
    self.continuous = continuous
    self.states = states
  }
}

/// A story laid out in time: the picture of any beat and progress, or of any second, in any order.
public struct Storyboard: Sendable {
  /// A beat in time, in seconds.
  public struct Timing: Sendable {
    /// Its name.
    public let name: String
    /// When it starts.
    public let start: Double
    /// How long it moves.
    public let motion: Double
    /// How long it then rests, so that its caption can be read.
    public let rest: Double
    /// When the next one starts.
    public var end: Double { start + motion + rest }
  }

  /// The beats in time.
  public let timings: [Timing]
  private let segments: [[Segment]]

  private enum Segment: Sendable {
    case transition(Transition, length: Double)
    case continuous(@Sendable (Double) -> Frame, length: Double)

    var length: Double {
      switch self {
      case .transition(_, let length), .continuous(_, let length): return length
      }
    }
  }

  /// No run of states moves longer than this many seconds.
  private static let longestRun = 8.0

  /// Lays a story out in time. A story without beats is empty.
  public init(_ beats: [StoryboardBeat], language: Language) {
    var timings: [Timing] = []
    var segments: [[Segment]] = []
    var previous: Frame?
    var clock = 0.0
    for beat in beats {
      var transitions: [Transition] = []
      for (i, state) in beat.states.enumerated() {
        let last = i == beat.states.count - 1 && beat.continuous > 0
        let frame = state(last ? 0 : 1)
        transitions.append(Transition(from: previous ?? frame, to: frame, pace: beat.pace))
        previous = last ? state(1) : frame
      }
      let total = transitions.reduce(0) { $0 + $1.duration }
      let k = total > Storyboard.longestRun ? Storyboard.longestRun / total : 1
      var row = transitions.map { Segment.transition($0, length: $0.duration * k) }
      if beat.continuous > 0, let state = beat.states.last {
        row.append(.continuous(state, length: beat.continuous))
      }
      let motion = row.reduce(0) { $0 + $1.length }
      let rest = Storyboard.readingTime(beat.caption, language)
      timings.append(Timing(name: beat.name, start: clock, motion: motion, rest: rest))
      segments.append(row)
      clock += motion + rest
    }
    self.timings = timings
    self.segments = segments
  }

  /// Seconds of the whole story.
  public var duration: Double { timings.last?.end ?? 0 }

  /// How long a caption takes to read: 15 characters a second in English, 6 in Chinese, 1.2 s at least.
  public static func readingTime(_ caption: String, _ language: Language) -> Double {
    let characters = Double(plainText(caption).unicodeScalars.count)
    return max(1.2, characters / (language == .zh ? 6 : 15))
  }

  /// The picture of a beat at a progress of its motion: 0 is where the beat before came to rest, 1 its own
  /// rest. A beat that is not there gives nil.
  public func frame(beat: Int, progress: Double) -> Frame? {
    guard segments.indices.contains(beat) else { return nil }
    let share = progress.isNaN ? 1 : progress.clamped(to: 0...1)
    return frame(beat, after: share * timings[beat].motion, atRest: share >= 1)
  }

  /// The picture after some seconds, the first before the start, the last from the end on. It goes
  /// through `address(at:)`, so that a picture of a sequence and the same moment alone are equal.
  public func frame(at seconds: Double) -> Frame? {
    let (beat, progress) = address(at: seconds)
    return frame(beat: beat, progress: progress)
  }

  /// Which beat a second falls in, and the progress of its motion.
  public func address(at seconds: Double) -> (beat: Int, progress: Double) {
    var beat = 0
    while beat + 1 < timings.count && seconds >= timings[beat].end { beat += 1 }
    guard timings.indices.contains(beat) else { return (0, 0) }
    let t = timings[beat]
    return (beat, t.motion > 0 ? ((seconds - t.start) / t.motion).clamped(to: 0...1) : 1)
  }

  private func frame(_ beat: Int, after seconds: Double, atRest: Bool) -> Frame? {
    var left = seconds
    let row = segments[beat]
    for (i, segment) in row.enumerated() {
      let last = i == row.count - 1
      if left < segment.length && !atRest || last {
        switch segment {
        case .transition(let transition, let length):
          if atRest && last || length <= 0 { return transition.to }
          return transition.frame(at: left / length * transition.duration)
        case .continuous(let state, let length):
          return state(atRest ? 1 : left / length)
        }
      }
      left -= segment.length
    }
    return nil
  }
}
