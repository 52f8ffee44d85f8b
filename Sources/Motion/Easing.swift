import Geometry

/// How progress depends on time; both run from 0 to 1.
public enum Easing: Int, Sendable {
  /// The standard curve, slow at both ends: cubic-bezier(0.42, 0, 0.2, 1).
  case standard
  /// For clocks, flows and growing bars.
  case linear

  /// Progress at a share `t` of the time, clamped to 0…1.
  public func callAsFunction(_ t: Double) -> Double {
    if t <= 0 { return 0 }
    if t >= 1 { return 1 }
    switch self {
    case .linear: return t
    case .standard: return bezier(t, 0.42, 0, 0.2, 1)
    }
  }

  /// The height of a cubic Bézier from (0, 0) to (1, 1) above x, found by bisection: 40 halvings
  /// leave less than 10⁻¹².
  private func bezier(_ x: Double, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Double {
    func at(_ s: Double, _ a: Double, _ b: Double) -> Double {
      let r = 1 - s
      return 3 * r * r * s * a + 3 * r * s * s * b + s * s * s
    }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let mid = (low + high) / 2
      if at(mid, x1, x2) < x { low = mid } else { high = mid }
    }
    return at((low + high) / 2, y1, y2)
  }
}

/// How fast a beat moves.
public struct Pace: Sendable, Hashable {
  /// Curve of the moves.
  public var easing: Easing
  /// Seconds for one transition; nil for what its motion needs.
  public var seconds: Double?

  /// Creates a pace; times under 0.05 s count as 0.05 s.
  public init(easing: Easing = .standard, seconds: Double? = nil) {
    self.easing = easing
    self.seconds = seconds.map { max(0.05, $0) }
  }

  /// What the motion needs.
  public static let standard = Pace()
  /// A run of iterations: 0.24 s each, evenly.
  public static let iterations = Pace(easing: .linear, seconds: 0.24)
}

/// Standard times in seconds.
enum Duration {
  static let exit = 0.24, move = 0.56, enter = 0.32, change = 0.48
  /// Between neighbours when more than five things move, and at most in all.
  static let stagger = 0.06, staggerMost = 0.48
  static let staggerAfter = 5
  /// Share of a phase during which the next one has already begun.
  static let overlap = 0.2
  /// A whole transition.
  static let most = 1.2
}
