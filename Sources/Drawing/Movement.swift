import Geometry

/// How an element moves, comes and goes where the standard does not fit. What lies inside an element goes
/// with it.
public struct Movement: Hashable, Sendable {
  /// How it gets from its old state to its new one.
  public enum Manner: Int, Sendable {
    /// As the beat does.
    case standard
    /// At one speed: clocks, flows.
    case linear
    /// At once.
    case cut
  }

  /// Where something comes from or goes to.
  public enum Side: Int, Sendable {
    /// The edges of what it moves along.
    case left, right, top, bottom

    /// The direction to this side, of length 1.
    public var direction: Point {
      switch self {
      case .left: return Point(-1, 0)
      case .right: return Point(1, 0)
      case .top: return Point(0, -1)
      case .bottom: return Point(0, 1)
      }
    }
  }

  /// How it gets from state to state.
  public var manner: Manner
  /// How far its way bows, as a share of its length, to the right of the way (to the left when negative);
  /// nil for straight, unless it changes places with another.
  public var bow: Double?
  /// From which side it slides in; nil for appearing in its place.
  public var entry: Side?
  /// To which side it slides out; nil for vanishing in its place.
  public var exit: Side?

  /// Creates a movement.
  public init(manner: Manner = .standard, bow: Double? = nil, entry: Side? = nil, exit: Side? = nil) {
    self.manner = manner
    self.bow = bow
    self.entry = entry
    self.exit = exit
  }

  /// As the beat moves.
  public static let standard = Movement()
  /// At one speed.
  public static let linear = Movement(manner: .linear)
  /// At once.
  public static let cut = Movement(manner: .cut)
  /// Along a bow of a share of the way; 0 is straight even where two change places.
  public static func bow(_ share: Double) -> Movement { Movement(bow: share) }

  /// This movement, with what another one says where this one says nothing.
  public func over(_ other: Movement) -> Movement {
    Movement(
      manner: manner == .standard ? other.manner : manner, bow: bow ?? other.bow, entry: entry ?? other.entry,
      exit: exit ?? other.exit)
  }
}
