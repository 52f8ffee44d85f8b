/// Elementary functions in plain arithmetic: the same bits natively and in a browser, where the
/// platforms' own differ in the last place for 3–10 % of arguments. Relative error under 2⁻⁵⁰.
public enum Maths {
  /// The circle constant.
  public static let pi = 3.141592653589793
  // Steps are counted in whole numbers: a stride of Doubles calls the platform's `fma` on wasm.
  static let ln2High = 0.693147180369123816490
  static let ln2Low = 1.90821492927058770002e-10

  /// e to the power x: 0 below −745, ∞ above 709.78.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.2 { return 0 }
    let k = (x * 1.44269504088896340736).rounded(.toNearestOrEven)
    let r = (x - k * ln2High) - k * ln2Low
    // Taylor to the 14th power on |r| ≤ ln2/2 leaves 4e-18.
    var sum = 1.0
    for n in stride(from: 14, through: 1, by: -1) { sum = 1 + r * sum / Double(n) }
    return scale(sum, by: Int(k))
  }

  /// Natural logarithm; −∞ at 0, not-a-number below.
  public static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x.isInfinite { return x }
    var e = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      e += 1
    }
    // log m = 2 artanh((m−1)/(m+1)); |s| < 0.1716, so s²ᵏ fades quickly.
    let s = (m - 1) / (m + 1)
    let s2 = s * s
    var sum = 0.0
    for n in stride(from: 23, through: 3, by: -2) { sum = (sum + 1 / Double(n)) * s2 }
    return e * ln2High + (2 * s + (2 * s * sum + e * ln2Low))
  }

  /// Logarithm to base 2, exact at powers of two.
  public static func log2(_ x: Double) -> Double {
    if x.isFinite && x > 0 && x.significand == 1 { return Double(x.exponent) }
    return log(x) * 1.4426950408889634
  }

  /// Logarithm to base 10, exact at powers of ten.
  public static func log10(_ x: Double) -> Double {
    let y = log(x) * 0.4342944819032518
    let whole = y.rounded(.toNearestOrEven)
    return (y - whole).magnitude < 1e-12 && pow(10, whole) == x ? whole : y
  }

  /// Sine of an angle in radians, |x| up to 10⁵.
  public static func sin(_ x: Double) -> Double {
    let (r, quadrant) = reduce(x)
    switch quadrant {
    case 0: return sinKernel(r)
    case 1: return cosKernel(r)
    case 2: return -sinKernel(r)
    default: return -cosKernel(r)
    }
  }

  /// Cosine of an angle in radians, |x| up to 10⁵.
  public static func cos(_ x: Double) -> Double {
    let (r, quadrant) = reduce(x)
    switch quadrant {
    case 0: return cosKernel(r)
    case 1: return -sinKernel(r)
    case 2: return -cosKernel(r)
    default: return sinKernel(r)
    }
  }

  /// The angle of a displacement in radians, from −π to π; 0 for no displacement.
  public static func atan2(_ y: Double, _ x: Double) -> Double {
    if x == 0 && y == 0 { return 0 }
    let (ax, ay) = (x.magnitude, y.magnitude)
    let steep = ay > ax
    let base = ax.isInfinite && ay.isInfinite ? pi / 4 : atan(steep ? ax / ay : ay / ax)
    var angle = steep ? pi / 2 - base : base
    if x < 0 { angle = pi - angle }
    return y < 0 ? -angle : angle
  }

  /// Hyperbolic tangent.
  public static func tanh(_ x: Double) -> Double {
    if x < 0 { return -tanh(-x) }
    if x > 20 { return 1 }
    if x > 0.5 {
      let e = exp(2 * x)
      return (e - 1) / (e + 1)
    }
    // Lambert's continued fraction, since e − 1 would lose the digits of a small x.
    var fraction = 19.0
    for n in stride(from: 17, through: 1, by: -2) { fraction = Double(n) + x * x / fraction }
    return x / fraction
  }

  /// Arc tangent for 0…1: halved twice, then its series.
  private static func atan(_ t: Double) -> Double {
    var u = t
    for _ in 0..<2 { u = u / (1 + (1 + u * u).squareRoot()) }
    let u2 = u * u
    var sum = 0.0
    for n in stride(from: 27, through: 1, by: -2) { sum = 1 / Double(n) - u2 * sum }
    return 4 * u * sum
  }

  /// The remainder after whole quarter turns, π/2 taken in three parts (Cody and Waite).
  private static func reduce(_ x: Double) -> (Double, Int) {
    guard x.isFinite && x.magnitude < 1e9 else { return (.nan, 0) }
    let k = (x * 0.63661977236758134308).rounded(.toNearestOrEven)
    let r =
      ((x - k * 1.57079632673412561417) - k * 6.07710050630396597660e-11) - k * 2.02226624879595063154e-21
    let quadrant = Int(k - 4 * (k / 4).rounded(.down))
    return (r, quadrant)
  }

  private static func sinKernel(_ r: Double) -> Double {
    let r2 = r * r
    var sum = 0.0
    for n in stride(from: 17, through: 3, by: -2) { sum = (1 - sum) * r2 / Double(n * (n - 1)) }
    return r - r * sum
  }

  private static func cosKernel(_ r: Double) -> Double {
    let r2 = r * r
    var sum = 0.0
    for n in stride(from: 18, through: 2, by: -2) { sum = (1 - sum) * r2 / Double(n * (n - 1)) }
    return 1 - sum
  }

  /// x · 2ᵏ without overflow on the way.
  private static func scale(_ x: Double, by k: Int) -> Double {
    let half = k / 2
    return x * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: k - half, significand: 1)
  }
}
