import Drawing
import Geometry

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
  /// Seconds that it rests; nil for as long as its caption takes to read.
  public let hold: Double?

  /// Creates a beat.
  public init(
    name: String, caption: String, pace: Pace, continuous: Double = 0, hold: Double? = nil,
    states: [@Sendable (Double) -> Frame]
  ) {
    self.name = name
    self.caption = caption
    self.pace = pace
    self.continuous = continuous
    self.hold = hold.map { max(0, $0) }
    self.states = states
  }
}
