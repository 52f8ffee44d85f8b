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

  /// The text of a number: rounded half away from zero, `−` for minus, `∞`, and `–` for not-a-number;
  /// from 9·10¹⁸ on as a power of ten with two digits, `3.8·10^{25}`.
  public func text(_ x: Double) -> String {
    if x.isNaN { return "–" }
    let minus = x < 0 ? "−" : ""
    if x.isInfinite { return minus + "∞" }
    guard x.magnitude < 9e18 else { return minus + Self.power(x.magnitude) }
    var unit: UInt64 = 1
    for _ in 0..<digits { unit *= 10 }
    // The fraction is split off first, so that a large number keeps all its digits.
    var whole = UInt64(x.magnitude)
    var part = Self.nearest((x.magnitude - Double(whole)) * Double(unit))
    if part == unit { (whole, part) = (whole + 1, 0) }
    var text = whole > 0 || part > 0 ? minus : ""
    if !(bare && whole == 0 && digits > 0) { text += grouped ? Self.group(whole) : "\(whole)" }
    if digits > 0 {
      var fraction = "\(part)"
      while fraction.utf8.count < digits { fraction = "0" + fraction }
      text += "." + fraction
    }
    return text
  }

  /// Rounds half up without the platform's `round`.
  private static func nearest(_ x: Double) -> UInt64 {
    let floor = x.rounded(.down)
    return UInt64(floor) + (x - floor >= 0.5 ? 1 : 0)
  }

  fileprivate static func group(_ n: UInt64) -> String {
    guard n >= 1000 else { return "\(n)" }
    let tail = n % 1000
    return group(n / 1000) + (tail < 10 ? ",00" : tail < 100 ? ",0" : ",") + "\(tail)"
  }

  private static func power(_ x: Double) -> String {
    var (n, mantissa) = (0, x)
    // 9.995 would be written as 10.
    while mantissa >= 9.995 {
      mantissa /= 10
      n += 1
    }
    let digits = trimmed(mantissa, 2)
    return sameText(digits, "1") ? "10^{\(n)}" : "\(digits)·10^{\(n)}"
  }
}

/// A number with a fixed count of digits after the point, thousands separated by commas.
public func fixed(_ x: Double, _ digits: Int = 0) -> String { NumberFormat(digits: digits).text(x) }

/// A whole number with thousands separated by commas.
public func grouped(_ n: Int) -> String {
  (n < 0 ? "−" : "") + NumberFormat.group(UInt64(n.magnitude))
}

/// A number with at most `digits` digits after the point (0…9), trailing zeros dropped.
public func trimmed(_ x: Double, _ digits: Int = 3) -> String {
  var d = digits.clamped(to: 0...9)
  let text = fixed(x, d)
  for byte in text.utf8.reversed() {
    if d > 0 && byte == UInt8(ascii: "0") { d -= 1 } else { break }
  }
  return fixed(x, d)
}
