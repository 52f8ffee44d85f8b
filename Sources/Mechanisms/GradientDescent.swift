import Geometry

/// A bowl whose steepness differs by direction, f(x, y) = ½(λ₁x² + λ₂y²), with its minimum 0 at the origin.
public struct QuadraticBowl: Equatable, Sendable {
  /// Curvatures along x and y.
  public let curvature: Point

  /// Creates a bowl; a curvature that is not positive counts as 1.
  public init(_ along: Double, _ across: Double) {
    curvature = Point(along > 0 ? along : 1, across > 0 ? across : 1)
  }

  /// f at a point.
  public func callAsFunction(_ z: Point) -> Double {
    0.5 * (curvature.x * z.x * z.x + curvature.y * z.y * z.y)
  }

  /// ∇f at a point, square to the contour through it.
  public func gradient(_ z: Point) -> Point { Point(curvature.x * z.x, curvature.y * z.y) }

  /// κ, the larger curvature over the smaller.
  public var condition: Double {
    max(curvature.x, curvature.y) / min(curvature.x, curvature.y)
  }
  /// 2 / λ_max: descent converges from every start for steps between 0 and this.
  public var largestStep: Double { 2 / max(curvature.x, curvature.y) }
  /// 2 / (λ₁ + λ₂), the fixed step that shrinks the slower of the two coordinates most
  /// (Boyd & Vandenberghe 2004, §9.3.2).
  public var bestStep: Double { 2 / (curvature.x + curvature.y) }
  /// max |1 − ηλ|, what is left of the slower coordinate after one step.
  public func contraction(step: Double) -> Double {
    max((1 - step * curvature.x).magnitude, (1 - step * curvature.y).magnitude)
  }
  /// The contour f = level as half-axes along x and y; zero for a level of 0 or less.
  public func contour(_ level: Double) -> Size {
    guard level > 0 else { return Size(0, 0) }
    return Size((2 * level / curvature.x).squareRoot(), (2 * level / curvature.y).squareRoot())
  }
}

/// Gradient descent with a fixed step, z ← z − η∇f(z), on a quadratic bowl (Boyd & Vandenberghe 2004, §9.3).
public struct GradientDescent: Equatable, Sendable {
  /// How a run ends.
  public enum End: Equatable, Sendable {
    /// f has fallen below 10⁻⁶.
    case converged
    /// f has grown beyond 10⁶.
    case diverged
    /// Neither within 200 steps.
    case unfinished
  }

  /// When a run stops.
  public static let longest = 200, small = 1e-6, large = 1e6

  /// The bowl.
  public let bowl: QuadraticBowl
  /// η, the learning rate.
  public let step: Double
  /// The points, from the start on.
  public let points: [Point]
  /// f at each of them.
  public let values: [Double]
  /// How it ended.
  public let end: End

  /// Walks from a start until f is small or large, or the steps run out.
  public init(_ bowl: QuadraticBowl, from start: Point, step: Double) {
    var points = [start]
    var values = [bowl(start)]
    while values[values.count - 1] >= Self.small && values[values.count - 1] <= Self.large
      && points.count <= Self.longest
    {
      let z = points[points.count - 1]
      points.append(z - bowl.gradient(z) * step)
      values.append(bowl(points[points.count - 1]))
    }
    let last = values[values.count - 1]
    end = last < Self.small ? .converged : last > Self.large ? .diverged : .unfinished
    (self.bowl, self.step, self.points, self.values) = (bowl, step, points, values)
  }

  /// Steps taken.
  public var steps: Int { points.count - 1 }
}

/// A line with two valleys, g(x) = x⁴/4 − x²/2 + 0.1x.
public enum TwoValleys {
  /// g at a point.
  public static func value(_ x: Double) -> Double { x * x * x * x / 4 - x * x / 2 + 0.1 * x }
  /// g′ = x³ − x + 0.1.
  public static func slope(_ x: Double) -> Double { x * x * x - x + 0.1 }

  /// Where g′ is 0: the left valley, the maximum between, the right valley (by bisection).
  public static let stationary = [root(-2, -0.6), root(-0.5, 0.5), root(0.6, 2)]

  private static func root(_ low: Double, _ high: Double) -> Double {
    var (a, b) = (low, high)
    for _ in 0..<60 {
      let middle = (a + b) / 2
      if (slope(middle) > 0) == (slope(b) > 0) { b = middle } else { a = middle }
    }
    return (a + b) / 2
  }

  /// The points of a descent from a start with a fixed step, the start first.
  public static func descent(from start: Double, step: Double = 0.1, steps: Int = 500) -> [Double] {
    var points = [start]
    for _ in 0..<max(0, steps) {
      let x = points[points.count - 1]
      points.append(x - step * slope(x))
    }
    return points
  }
}
