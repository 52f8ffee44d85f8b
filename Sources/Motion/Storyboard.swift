import Drawing
import Geometry
import Typography

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
    /// How long it then rests: so that its caption can be read, or as long as the author says.
    public let rest: Double
    /// When the next one starts.
    public var end: Double { start + motion + rest }
  }

  /// The beats in time.
  public let timings: [Timing]
  private let segments: [[Segment]]
  /// For each beat, the picture where the one before came to rest.
  private let starts: [Frame?]

  /// No run of states moves longer than this many seconds.
  private static let longestRun = 8.0

  /// Lays a story out in time. A story without beats is empty. With reduced motion every beat cuts to its
  /// rest, and rests as long as it would.
  public init(_ beats: [StoryboardBeat], language: Language, reducedMotion: Bool = false) {
    var timings: [Timing] = []
    var segments: [[Segment]] = []
    var starts: [Frame?] = []
    var previous: Frame?
    var clock = 0.0
    for beat in beats {
      var row: [Segment] = []
      starts.append(previous)
      for (i, state) in beat.states.enumerated() where !reducedMotion || i == beat.states.count - 1 {
        let isLast = i == beat.states.count - 1 && beat.continuous > 0 && !reducedMotion
        let frame = state(isLast ? 0 : 1)
        let transition = Transition(
          from: previous ?? frame, to: frame, pace: reducedMotion ? .cut : beat.pace)
        row.append(.transition(transition, state: i, length: transition.duration))
        previous = isLast ? state(1) : frame
      }
      let total = row.reduce(0) { $0 + $1.length }
      if total > Storyboard.longestRun {
        row = row.map { $0.stretched(Storyboard.longestRun / total) }
      }
      if beat.continuous > 0 && !reducedMotion, let state = beat.states.last {
        row.append(.continuous(state, state: beat.states.count - 1, length: beat.continuous))
      }
      let motion = row.reduce(0) { $0 + $1.length }
      let rest = beat.hold ?? Storyboard.readingTime(beat.caption, language)
      timings.append(Timing(name: beat.name, start: clock, motion: motion, rest: rest))
      segments.append(row)
      clock += motion + rest
    }
    (self.timings, self.segments, self.starts) = (timings, segments, starts)
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
    if share <= 0, let start = starts[beat] { return start }
    guard let (segment, left) = segment(beat, share) else { return nil }
    switch segment {
    case .transition(let transition, _, let length):
      return length > 0 ? transition.frame(at: left * transition.duration) : transition.to
    case .continuous(let state, _, _): return state(left)
    }
  }

  /// The picture after some seconds, the first before the start, the last from the end on. It goes
  /// through `address(at:)`, so that a picture of a sequence and the same moment alone are equal.
  public func frame(at seconds: Double) -> Frame? {
    let (beat, progress) = address(at: seconds)
    return frame(beat: beat, progress: progress)
  }

  /// The progress of a beat at which anything in it starts or ends, in order; none for a beat that is not there
  /// or does not move.
  public func joints(beat: Int) -> [Double] {
    guard segments.indices.contains(beat), timings[beat].motion > 0 else { return [] }
    var out: [Double] = []
    var start = 0.0
    for segment in segments[beat] {
      switch segment {
      case .transition(let transition, _, let length):
        let k = transition.duration > 0 ? length / transition.duration : 0
        for joint in transition.joints { out.append((start + joint * k) / timings[beat].motion) }
      case .continuous(_, _, let length):
        out.append(start / timings[beat].motion)
        out.append((start + length) / timings[beat].motion)
      }
      start += segment.length
    }
    return out
  }

  /// Which beat a second falls in, and the progress of its motion.
  public func address(at seconds: Double) -> (beat: Int, progress: Double) {
    var beat = 0
    while beat + 1 < timings.count && seconds >= timings[beat].end { beat += 1 }
    guard timings.indices.contains(beat) else { return (0, 0) }
    let t = timings[beat]
    return (beat, t.motion > 0 ? ((seconds - t.start) / t.motion).clamped(to: 0...1) : 1)
  }

  /// Where in its states a moment of a beat lies, as an element that stays sees it: a number that belongs to
  /// it is this far on its way. Nil for a beat that is not there.
  public func passage(beat: Int, progress: Double, of identity: Identity) -> Passage? {
    guard segments.indices.contains(beat) else { return nil }
    let share = progress.isNaN ? 1 : progress.clamped(to: 0...1)
    if share <= 0, beat > 0, let last = segments[beat - 1].last { return Passage(at: (beat - 1, last.state)) }
    guard let (segment, left) = segment(beat, share) else { return nil }
    switch segment {
    case .continuous(_, let state, _): return Passage(at: (beat, state), progress: left)
    case .transition(let transition, let state, let length):
      var passage = Passage(at: (beat, state))
      if case .continuous? = segments[beat].last, state == segments[beat].last?.state { passage.progress = 0 }
      guard length > 0 && left < 1 else { return passage }
      passage.share = transition.share(of: identity, at: left * transition.duration)
      passage.from = before(beat, state)
      return passage
    }
  }

  /// Everything that fades in the story, with the beat and the state that it fades on the way to.
  public var fades: [(beat: Int, state: Int, fade: Fade)] {
    var out: [(beat: Int, state: Int, fade: Fade)] = []
    for (beat, row) in segments.enumerated() {
      for segment in row {
        guard case .transition(let transition, let state, _) = segment else { continue }
        out += transition.fades.map { (beat, state, $0) }
      }
    }
    return out
  }

  /// The segment of a beat at a share of its motion, and the share of the segment.
  private func segment(_ beat: Int, _ share: Double) -> (Segment, Double)? {
    let row = segments[beat]
    guard let last = row.last else { return nil }
    if share >= 1 { return (last, 1) }
    var left = share * timings[beat].motion
    for segment in row {
      if left < segment.length { return (segment, left / segment.length) }
      left -= segment.length
    }
    return (last, 1)
  }

  /// The state before one.
  private func before(_ beat: Int, _ state: Int) -> (beat: Int, state: Int)? {
    if state > 0 { return (beat, state - 1) }
    guard beat > 0, let last = segments[beat - 1].last else { return nil }
    return (beat - 1, last.state)
  }
}
