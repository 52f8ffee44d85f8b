import Figures

/// Maps data to points along one direction.
public struct Scale: Sendable, Hashable {
  /// How equal steps look.
  public enum Kind: Int, Sendable {
    /// Equal differences have equal lengths.
    case linear
    /// Equal ratios have equal lengths.
    case log
  }

  /// How equal steps look.
  public let kind: Kind
  /// The data at both ends.
  public let domain: ClosedRange<Double>
  /// Where those ends lie, in points; the second may be smaller (upwards).
  public let start, end: Double

  /// Creates a scale. A logarithmic one needs a positive domain and counts as linear without.
  public init(_ kind: Kind = .linear, _ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.kind = kind == .log && domain.lowerBound <= 0 ? .linear : kind
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// Where a value lies; values outside the domain lie outside the range, and what has no place
  /// (0 or less on a logarithmic scale) lies at its start.
  public func callAsFunction(_ value: Double) -> Double {
    let t: Double
    switch kind {
    case .linear:
      let span = domain.upperBound - domain.lowerBound
      t = span > 0 ? (value - domain.lowerBound) / span : 0
    case .log:
      guard value > 0 else { return start }
      let (low, high) = (Maths.log(domain.lowerBound), Maths.log(domain.upperBound))
      t = high > low ? (Maths.log(value) - low) / (high - low) : 0
    }
    return start + (end - start) * t
  }

  /// The length of a difference on a linear scale.
  public func length(_ difference: Double) -> Double { self(domain.lowerBound + difference) - start }

  /// Round values inside the domain: powers of ten on a logarithmic scale; on a linear one steps of
  /// 1, 2 or 5 times a power of ten, about `count` of them.
  public func ticks(_ count: Int = 5) -> [Double] {
    kind == .log ? decades : steps(count)
  }

  private var decades: [Double] {
    var out: [Double] = []
    var value = Maths.pow(10, Maths.log10(domain.lowerBound).rounded(.up))
    while value <= domain.upperBound * 1.000_000_001 && out.count < 40 {
      out.append(value)
      value *= 10
    }
    return out
  }

  private func steps(_ count: Int) -> [Double] {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, span.isFinite, count > 0 else { return [domain.lowerBound] }
    let raw = span / Double(count)
    let power = Maths.pow(10, Maths.log10(raw).rounded(.down))
    let ratio = raw / power
    let step = power * (ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10)
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
