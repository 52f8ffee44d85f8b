import Geometry

/// How progress depends on time; both run from 0 to 1.
public enum Easing: Int, Sendable {
  /// The standard curve, slow at both ends: cubic-bezier(0.2, 0, 0.52, 1).
  ///
  /// The style's curve, cubic-bezier(0.42, 0, 0.2, 1), is at its fastest 2.8 times as fast as on average,
  /// which the eye loses. This is the nearest curve (root mean square 0.07) that rests at both ends and is
  /// never more than 1.6 times as fast; like the other it arrives more slowly than it leaves.
  case standard
  /// For clocks, flows and growing bars.
  case linear

  /// No motion is faster than this many times its mean speed.
  public static let fastest = 1.6

  /// The controls' places in time of the standard curve; they lie at progress 0 and 1.
  static let controls = (0.2, 0.52)

  /// Progress at a share `t` of the time, clamped to 0…1.
  public func callAsFunction(_ t: Double) -> Double {
    if t <= 0 { return 0 }
    if t >= 1 { return 1 }
    switch self {
    case .linear: return t
    case .standard: return Easing.bezier(t)
    }
  }

  /// The height of the standard curve above a time, by Newton's method: time grows 0.6 to 1.44 times as
  /// fast as the parameter, so that five steps leave less than 10⁻¹⁵.
  private static func bezier(_ t: Double) -> Double {
    let (x1, x2) = controls
    let (c, b) = (3 * x1, 3 * (x2 - 2 * x1))
    let a = 1 - c - b
    var s = t
    for _ in 0..<5 {
      let error = ((a * s + b) * s + c) * s - t
      if error.magnitude < 1e-15 { break }
      s -= error / ((3 * a * s + 2 * b) * s + c)
    }
    return ((3 - 2 * s) * s * s).clamped(to: 0...1)
  }
}
