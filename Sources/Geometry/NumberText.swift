/// How a number is written for a reader.
public struct NumberFormat: Hashable, Sendable {
  /// Digits after the point, 0…9.
  public var digits: Int
  /// Whether thousands are separated by commas.
  public var grouped: Bool
  /// Whether a zero before the point is left out (`.73`).
  public var bare: Bool

  /// Creates a format.
  public init(digits: Int = 0, grouped: Bool = true, bare: Bool = false) {
    self.digits = digits.clamped(to: 0...9)
    self.grouped = grouped
    self.bare = bare
  }

  /// The text of a number: rounded half away from zero, `−` for minus, `∞`, and `–` for not-a-number.
  public func text(_ x: Double) -> String {
    if x.isNaN { return "–" }
    if x.isInfinite { return x < 0 ? "−∞" : "∞" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (x.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return (x < 0 ? "−" : "") + "10^{\(decimalExponent(x.magnitude))}" }
    let whole = UInt64(scaled)
    let unit = UInt64(scale)
    var text = x < 0 && whole > 0 ? "−" : ""
    let integer = whole / unit
    if !(bare && integer == 0 && digits > 0) { text += grouped ? group(integer) : "\(integer)" }
    if digits > 0 {
      var fraction = "\(whole % unit)"
      while fraction.utf8.count < digits { fraction = "0" + fraction }
      text += "." + fraction
    }
    return text
  }

  private func group(_ n: UInt64) -> String {
    guard n >= 1000 else { return "\(n)" }
    let tail = n % 1000
    return group(n / 1000) + (tail < 10 ? ",00" : tail < 100 ? ",0" : ",") + "\(tail)"
  }

  private func decimalExponent(_ x: Double) -> Int {
    var (n, rest) = (0, x)
    while rest >= 10 {
      rest /= 10
      n += 1
    }
    return n
  }
}

/// A number with a fixed count of digits after the point, thousands separated by commas.
public func fixed(_ x: Double, _ digits: Int = 0) -> String { NumberFormat(digits: digits).text(x) }

/// A whole number with thousands separated by commas.
public func grouped(_ n: Int) -> String { NumberFormat().text(Double(n)) }

/// A number with at most `digits` digits after the point, trailing zeros dropped.
public func trimmed(_ x: Double, _ digits: Int = 3) -> String {
  var d = digits
  let text = fixed(x, digits)
  for byte in text.utf8.reversed() {
    if d > 0 && byte == UInt8(ascii: "0") { d -= 1 } else { break }
  }
  return fixed(x, d)
}
