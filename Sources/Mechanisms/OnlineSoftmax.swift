import Geometry

/// What one tile of keys did to the running statistics of one row.
public struct OnlineSoftmaxStep: Equatable, Sendable {
  /// Which tile of keys, from 0.
  public let tile: Int
  /// m′, the largest score so far.
  public let max: Double
  /// a = e^(m − m′), which shrinks the old sum and the old output; 0 for the first tile, which has no old
  /// ones, and 1 while the maximum stays.
  public let factor: Double
  /// P = e^(S − m′) for each key of the tile, 0 for hidden ones.
  public let weights: [Double]
  /// ℓ = aℓ + ΣP.
  public let sum: Double
  /// O = aO + PV, not yet divided by ℓ.
  public let output: [Double]

  /// ΣP, what the tile itself adds to ℓ.
  public var added: Double { weights.reduce(0, +) }
  /// ℓ after the old sum has shrunk and before the tile's own share is added.
  public var rescaledSum: Double { sum - added }
  /// Whether the maximum moved from one score to a larger one.
  public var moves: Bool { factor > 0 && factor < 1 }
}

/// Softmax and its mix of values in one pass over a row, tile by tile: a running maximum and a running sum,
/// rescaled when the maximum moves (Milakov & Gimelshein 2018, alg. 3; Dao 2023, alg. 1).
///
/// Nothing is approximated: after the last tile it is softmax of the whole row.
public struct OnlineSoftmax: Equatable, Sendable {
  /// m, the largest score so far; −∞ before the first tile.
  public private(set) var max = -Double.infinity
  /// ℓ, the sum of e^(score − m) so far.
  public private(set) var sum = 0.0
  /// O, the mix of values so far, not divided by ℓ.
  public private(set) var output: [Double]

  /// Creates the statistics of a row whose values are `width` numbers long.
  public init(width: Int) { output = Array(repeating: 0, count: Swift.max(0, width)) }

  /// Takes in one tile: its scores, −∞ for hidden keys, and a row of values for each. A tile whose keys are
  /// all hidden changes nothing.
  public mutating func take(tile: Int, scores: [Double], values: [[Double]]) -> OnlineSoftmaxStep {
    let top = scores.reduce(max) { Swift.max($0, $1) }
    let first = max == -Double.infinity
    let factor = first ? 0 : max == top ? 1 : Maths.exp(max - top)
    let weights = scores.map { $0 == -Double.infinity ? 0 : Maths.exp($0 - top) }
    sum = weights.reduce(factor * sum, +)
    for c in output.indices {
      output[c] *= factor
      for (j, weight) in weights.enumerated() where c < values[j].count { output[c] += weight * values[j][c] }
    }
    max = top
    return OnlineSoftmaxStep(
      tile: tile, max: top, factor: factor, weights: weights, sum: sum, output: output)
  }

  /// O / ℓ, the row's output: the one division, after the last tile.
  public var normalised: [Double] { output.map { sum > 0 ? $0 / sum : 0 } }
  /// L = m + ln ℓ, the logarithm of the sum of e^score.
  public var logSum: Double { sum > 0 ? max + Maths.log(sum) : -.infinity }
}
