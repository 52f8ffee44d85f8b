import Geometry

/// How fast a beat moves, and in which order.
public struct Pace: Sendable, Hashable {
  /// What happens first.
  public enum Order: Int, Sendable {
    /// What leaves, then what moves, then what enters.
    case sequence
    /// All of it at the same time.
    case together
    /// Nothing moves: the new state replaces the old one.
    case cut
  }

  /// Curve of the moves.
  public var easing: Easing
  /// Seconds for one transition; nil for what its motion needs.
  public var seconds: Double?
  /// What happens first.
  public var order: Order
  /// Whether more than five things that move start one after the other.
  public var staggers: Bool

  /// Creates a pace; times under 0.05 s count as 0.05 s. At the linear easing what moves takes the whole
  /// time, all at once.
  public init(
    easing: Easing = .standard, seconds: Double? = nil, order: Order = .sequence, staggers: Bool = true
  ) {
    self.easing = easing
    self.seconds = seconds.map { max(0.05, $0) }
    self.order = order
    self.staggers = staggers
  }

  /// What the motion needs.
  public static let standard = Pace()
  /// A run of iterations: 0.24 s each, evenly.
  public static let iterations = Pace(easing: .linear, seconds: 0.24)
  /// Everything at once.
  public static let together = Pace(order: .together, staggers: false)
  /// No motion.
  public static let cut = Pace(order: .cut)
}

/// Standard times in seconds.
enum Duration {
  static let exit = 0.24, move = 0.56, enter = 0.32, lineage = 0.72, recolour = 0.24, count = 0.48
  /// Between neighbours when more than five things move, and at most in all.
  static let stagger = 0.06, staggerMost = 0.48
  static let staggerAfter = 5
  /// Share of a phase during which the next one has already begun.
  static let overlap = 0.2
  /// A whole transition.
  static let least = 0.4, most = 1.2
}
