extension Maths {
  /// x to the power y, for x ≥ 0 or a whole y; not-a-number otherwise. 0 to a negative power is ∞.
  ///
  /// Powers of 2 are exact; whole powers are rounded once, so 10ⁿ is exact as far as a Double goes.
  /// Others work with a logarithm of twice the length, since its error is multiplied by y.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let m = x.magnitude
    let whole = y == y.rounded(.towardZero)
    if x < 0 && !whole { return .nan }
    let odd = whole && y.magnitude < 9e15 && (y / 2).rounded(.down) * 2 != y
    let sign = x < 0 && odd ? -1.0 : 1.0
    if m == 1 { return sign }
    if m == 0 || m.isInfinite { return sign * ((m == 0) == (y > 0) ? 0 : .infinity) }
    let exponent = y * Double(m.exponent)
    if m.significand == 1 && exponent.magnitude <= 1022 && exponent == exponent.rounded(.towardZero) {
      return Double(sign: .plus, exponent: Int(exponent), significand: sign)
    }
    // Twofold products need room above and below; whole powers outside it are rounded like the rest.
    if whole && y.magnitude * Double(Swift.max(m.exponent + 1, -m.exponent)) < 960 {
      return sign * Twofold.power(m, Int(y))
    }
    let log = Twofold.log(m)
    guard (y * log.high).magnitude < 800 else { return sign * exp(y * log.high) }
    let product = Twofold(product: y, log.high)
    return sign * exp(product.high) * (1 + (product.low + y * log.low))
  }
}

/// A number as the sum of two Doubles, the second under half a unit in the last place of the first
/// (Dekker 1971). Fused multiply–add is not used: wasm has none.
private struct Twofold {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high + low
    self.low = low - (self.high - high)
  }

  /// The exact sum of two Doubles in any order (Knuth).
  init(sum a: Double, _ b: Double) {
    high = a + b
    let t = high - a
    low = (a - (high - t)) + (b - t)
  }

  /// The exact product of two Doubles.
  init(product a: Double, _ b: Double) {
    let ((a1, a2), (b1, b2)) = (Self.halves(a), Self.halves(b))
    high = a * b
    low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2
  }

  private static func halves(_ a: Double) -> (Double, Double) {
    let c = 134_217_729 * a
    let top = c - (c - a)
    return (top, a - top)
  }

  static func * (a: Twofold, b: Twofold) -> Twofold {
    let p = Twofold(product: a.high, b.high)
    return Twofold(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: Twofold, b: Twofold) -> Twofold {
    let q = a.high / b.high
    let p = Twofold(product: q, b.high)
    return Twofold(q, (((a.high - p.high) - p.low) + a.low - q * b.low) / b.high)
  }

  /// Repeated squaring.
  static func power(_ x: Double, _ n: Int) -> Double {
    var (result, base, k) = (Twofold(1), Twofold(x), n.magnitude)
    while k > 0 {
      if k & 1 == 1 { result = result * base }
      k >>= 1
      if k > 0 { base = base * base }
    }
    return n < 0 ? (Twofold(1) / result).high : result.high
  }

  /// The logarithm of a positive number, as in `Maths.log` but with the first two terms of the series
  /// at twice the length.
  static func log(_ x: Double) -> Twofold {
    var e = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      e += 1
    }
    let s = Twofold(m - 1) / Twofold(sum: m, 1)
    let cube = s * s * s / Twofold(1.5)
    let s2 = s.high * s.high
    var tail = 0.0
    for n in stride(from: 23, through: 5, by: -2) { tail = (tail + 2 / Double(n)) * s2 }
    let sum = Twofold(sum: e * Maths.ln2High, 2 * s.high)
    return Twofold(
      sum.high, sum.low + (cube.high + (2 * s.low + cube.low + tail * s2 * s.high + e * Maths.ln2Low)))
  }
}
