/// A moment of a story between two of its states.
public struct Passage: Sendable {
  /// The state that it comes from; nil at rest and inside a state.
  public internal(set) var from: (beat: Int, state: Int)?
  /// The state that it goes to or lies in.
  public let to: (beat: Int, state: Int)
  /// How far it is on the way, 0…1.
  public internal(set) var share = 1.0
  /// The progress inside the state that it goes to or lies in.
  public internal(set) var progress: Double

  init(at state: (beat: Int, state: Int), progress: Double = 1) {
    to = state
    self.progress = progress
  }
}
