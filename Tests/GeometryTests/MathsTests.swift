import Geometry
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The core's elementary functions against the platform's, which are themselves within one unit in the
/// last place (2⁻⁵²) of the truth.
@Suite struct MathsTests {
  /// The stated 2⁻⁵⁰, and the platform's own unit.
  let tolerance = 1.2e-15

  /// Compares over seeded arguments; the first that is off is reported.
  func agree(
    _ ours: (Double) -> Double, _ theirs: (Double) -> Double, from low: Double, to high: Double,
    via map: (Double) -> Double = { $0 }
  ) {
    var dice = Mulberry32(seed: 2024)
    var worst = 0.0
    var at = 0.0
    for _ in 0..<20_000 {
      let x = map(low + (high - low) * dice.next())
      let (a, b) = (ours(x), theirs(x))
      let error = a == b ? 0 : ((a - b) / b).magnitude
      if !(error <= worst) { (worst, at) = (error, x) }
    }
    #expect(worst < tolerance, "off by \(worst) at \(at)")
  }

  func agree2(
    _ ours: (Double, Double) -> Double, _ theirs: (Double, Double) -> Double,
    _ arguments: (inout Mulberry32) -> (Double, Double)
  ) {
    var dice = Mulberry32(seed: 7)
    var worst = 0.0
    var at = (0.0, 0.0)
    for _ in 0..<20_000 {
      let (x, y) = arguments(&dice)
      let (a, b) = (ours(x, y), theirs(x, y))
      let error = a == b ? 0 : ((a - b) / b).magnitude
      if !(error <= worst) { (worst, at) = (error, (x, y)) }
    }
    #expect(worst < tolerance, "off by \(worst) at \(at)")
  }

  @Test func exponential() {
    agree(Maths.exp, exp, from: -700, to: 709)
    agree(Maths.exp, exp, from: -1, to: 1)
    agree(Maths.exp, exp, from: -1e-6, to: 1e-6)
  }

  @Test func logarithms() {
    for (low, high) in [(-700.0, 700.0), (-1, 1), (-1e-6, 1e-6)] {
      agree(Maths.log, log, from: low, to: high, via: exp)
      agree(Maths.log2, log2, from: low, to: high, via: exp)
      agree(Maths.log10, log10, from: low, to: high, via: exp)
    }
  }

  @Test func sineAndCosine() {
    for limit in [1e-6, 1, 7, 100, 1e5] {
      agree(Maths.sin, sin, from: -limit, to: limit)
      agree(Maths.cos, cos, from: -limit, to: limit)
    }
    // Next to the zeros, where a careless reduction loses all digits.
    agree(Maths.sin, sin, from: -3e4, to: 3e4, via: { ($0.rounded() * .pi).nextUp })
    agree(Maths.cos, cos, from: -3e4, to: 3e4, via: { (($0.rounded() + 0.5) * .pi).nextUp })
  }

  @Test func hyperbolicTangent() {
    agree(Maths.tanh, tanh, from: -25, to: 25)
    agree(Maths.tanh, tanh, from: -1, to: 1)
    agree(Maths.tanh, tanh, from: -40, to: 0, via: exp)
  }

  @Test func angle() {
    agree2(Maths.atan2, atan2) { (20 * $0.next() - 10, 20 * $0.next() - 10) }
    agree2(Maths.atan2, atan2) { (exp(600 * $0.next() - 300), -exp(600 * $0.next() - 300)) }
  }

  @Test func powers() {
    agree2(Maths.pow, pow) { (exp(20 * $0.next() - 10), 60 * $0.next() - 30) }
    agree2(Maths.pow, pow) { (exp(200 * $0.next() - 100), 14 * $0.next() - 7) }
    agree2(Maths.pow, pow) { (1 + 1e-3 * $0.next(), 2e5 * $0.next() - 1e5) }
    agree2(Maths.pow, pow) { (8 * $0.next() - 4, (400 * $0.next() - 200).rounded()) }
  }

  @Test("Against 200-bit arithmetic (mpmath)")
  func references() {
    let cases: [(Double, Double)] = [
      (Maths.exp(100.25), 3.451610733125924e+43), (Maths.exp(-700.125), 8.701134010353987e-305),
      (Maths.log(1.0000001), 9.999999505838704e-08), (Maths.log(.leastNonzeroMagnitude), -744.4400719213812),
      (Maths.sin(3.14159), 2.65358979335273e-06), (Maths.sin(99999.5), 0.5104916150747798),
      (Maths.cos(1.5707963), 2.6794896585028633e-08), (Maths.cos(99999.5), -0.8598827309222711),
      (Maths.tanh(0.49999), 0.4621092927463371), (Maths.tanh(0.50001), 0.4621250217009962),
      (Maths.pow(10_000, -0.03125), 0.7498942093324559),
      (Maths.pow(500_000, -0.984375), 2.455140791131609e-06),
      (Maths.pow(1.0000001, 1e7), 2.7182816941320818), (Maths.pow(2.5, 100.5), 9.839451096033404e+39),
    ]
    for (ours, truth) in cases { #expect(((ours - truth) / truth).magnitude < 9e-16) }
  }

  @Test func exactValues() {
    for n in -22...22 {
      #expect(Maths.pow(10, Double(n)) == pow(10, Double(n)))
      #expect(Maths.log10(pow(10, Double(n))) == Double(n))
    }
    for n in -1022...1022 {
      #expect(Maths.pow(2, Double(n)) == Double(sign: .plus, exponent: n, significand: 1))
      #expect(Maths.log2(Double(sign: .plus, exponent: n, significand: 1)) == Double(n))
    }
    #expect(Maths.exp(0) == 1 && Maths.log(1) == 0 && Maths.sin(0) == 0 && Maths.cos(0) == 1)
    #expect(Maths.tanh(0) == 0)
    #expect(Maths.atan2(0, 1) == 0 && Maths.atan2(0, -1) == .pi)
    #expect(Maths.atan2(1, 0) == .pi / 2 && Maths.atan2(-1, 0) == -.pi / 2)
    #expect(Maths.pi == .pi)
  }

  @Test func limits() {
    let inf = Double.infinity
    #expect(Maths.exp(inf) == inf && Maths.exp(710) == inf && Maths.exp(-746) == 0 && Maths.exp(-inf) == 0)
    #expect(Maths.exp(-745) == .leastNonzeroMagnitude)
    #expect(Maths.log(0) == -inf && Maths.log(inf) == inf && Maths.log(-1).isNaN)
    #expect(Maths.tanh(inf) == 1 && Maths.tanh(-inf) == -1)
    for (y, x) in [(inf, inf), (inf, -inf), (-inf, 1), (1, -inf), (-1, inf)] {
      #expect((Maths.atan2(y, x) - atan2(y, x)).magnitude < 1e-15)
    }
    #expect(Maths.atan2(0, 0) == 0)
    for f in [Maths.exp, Maths.log, Maths.log2, Maths.log10, Maths.sin, Maths.cos, Maths.tanh] {
      #expect(f(.nan).isNaN)
    }
    #expect(Maths.sin(inf).isNaN && Maths.cos(-inf).isNaN)
  }

  @Test("Special powers as in C, but for the sign of zero, and no fractional power below 0")
  func specialPowers() {
    let values: [Double] = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, .infinity, -.infinity, .nan, 1e300, 1e-300]
    let exponents: [Double] = [
      0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 65, -65, 1e9, 1e16, .infinity, -.infinity, .nan,
    ]
    for x in values {
      for y in exponents {
        let (a, b) = (Maths.pow(x, y), x < 0 && y.magnitude == 0.5 ? .nan : pow(x, y))
        #expect(a == b || (a.isNaN && b.isNaN) || ((a - b) / b).magnitude < 9e-16, "\(x) to the \(y)")
      }
    }
  }
}
