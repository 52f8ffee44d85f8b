import Geometry

/// Scores turned into shares: wᵢ = exp(sᵢ) / Σ exp(sⱼ).
public struct Softmax: Equatable, Sendable {
  /// The scores, divided by the temperature; −∞ is masked.
  public let scores: [Double]
  /// exp of each score, not shifted, as one would write it by hand: ∞ above 709.
  public let exponentials: [Double]
  /// Their sum.
  public let sum: Double
  /// The shares, computed with the largest score taken off first so that none overflows. They sum to
  /// 1, or are all 0 when every score is masked.
  public let weights: [Double]

  /// Creates the shares. A score that is not a number counts as masked; scores of +∞ share everything
  /// equally. The temperature is clamped to 2⁻¹⁰…2¹⁰, not-a-number counts as 1.
  public init(_ list: [Double], temperature: Double = 1) {
    let t = Self.clamped(temperature: temperature)
    let scores = list.map { $0.isNaN ? -.infinity : $0 / t }
    let top = scores.reduce(-Double.infinity) { Swift.max($0, $1) }
    // ∞ − ∞ has no value, so the largest score gets its 1 by hand.
    let shifted = scores.map { $0 == top && top > -.infinity ? 1 : Maths.exp($0 - top) }
    let total = top > -.infinity ? shifted.reduce(0, +) : 0
    self.scores = scores
    exponentials = scores.map { Maths.exp($0) }
    sum = exponentials.reduce(0, +)
    weights = shifted.map { total > 0 ? $0 / total : 0 }
  }

  /// A temperature that can divide: within 2⁻¹⁰…2¹⁰.
  public static func clamped(temperature t: Double) -> Double {
    t.isNaN ? 1 : t.clamped(to: 0.000_976_562_5...1024)
  }

  /// The largest share; 0 for an empty or fully masked list.
  public var largest: Double { weights.reduce(0) { Swift.max($0, $1) } }

  /// How spread out the shares are, −Σ w·log₂ w, in bits: 0 for one share of 1, log₂ n for n equal ones.
  public var entropy: Double {
    weights.reduce(0) { $1 > 0 ? $0 - $1 * Maths.log2($1) : $0 }
  }
}
