import Geometry

/// Which keys a query may see. Queries stand at the end of the keys: with more keys than queries (a
/// cache), the last query stands at the last key.
public enum AttentionMask: Equatable, Sendable {
  /// All of them.
  case none
  /// Those up to its own position.
  case causal
  /// The last `width` of those up to its own position, itself included; a width under 1 counts as 1.
  case window(Int)

  /// Whether the query at a position sees the key at another, both from 0.
  public func allows(query: Int, key: Int) -> Bool {
    switch self {
    case .none: true
    case .causal: key <= query
    case .window(let width): key <= query && key > query - Swift.max(1, width)
    }
  }
}

/// One query's way through attention, over all keys.
public struct AttentionRow: Equatable, Sendable {
  /// Place of the query, from 1 as in the text.
  public let query: Int
  /// q·k for each key, masked ones too.
  public let scores: [Double]
  /// The same, divided by √d (if scaled) and by the temperature.
  public let scaled: [Double]
  /// Whether each key may be seen.
  public let visible: [Bool]
  /// Softmax over the visible keys; its scores are −∞ elsewhere.
  public let softmax: Softmax
  /// The values mixed in those shares.
  public let output: [Double]

  /// exp of each visible scaled score, 0 for masked ones.
  public var exponentials: [Double] { softmax.exponentials }
  /// Sum of the exponentials.
  public var sum: Double { softmax.sum }
  /// The share of each key, exactly 0 for masked ones.
  public var weights: [Double] { softmax.weights }
  /// How spread out the shares are, in bits.
  public var entropy: Double { softmax.entropy }
  /// The largest share.
  public var largest: Double { softmax.largest }
  /// Keys that may be seen.
  public var liveEdges: Int { visible.reduce(0) { $1 ? $0 + 1 : $0 } }
}

/// Scaled dot-product attention, softmax(QKᵀ/√d + mask)·V (Vaswani et al. 2017, eq. 1).
public struct Attention: Equatable, Sendable {
  /// Q, a row for each query, [n × d].
  public let queries: Matrix
  /// K, a row for each key, [m × d].
  public let keys: Matrix
  /// V, a row for each key, [m × v].
  public let values: Matrix
  /// One row for each query; none when the shapes don't agree.
  public let rows: [AttentionRow]

  /// Computes every row. `scaled` divides by √d; `temperature` divides the scores as well, clamped as
  /// in `Softmax`.
  public init(
    queries: Matrix, keys: Matrix, values: Matrix, scaled: Bool = true, mask: AttentionMask = .causal,
    temperature: Double = 1
  ) {
    self.queries = queries
    self.keys = keys
    self.values = values
    guard queries.columns == keys.columns && keys.rows == values.rows else {
      rows = []
      return
    }
    let divisor =
      (scaled && keys.columns > 0 ? Double(keys.columns).squareRoot() : 1)
      * Softmax.clamped(temperature: temperature)
    rows = (0..<queries.rows).map { i in
      let q = queries.row(i)
      let scores = (0..<keys.rows).map { dotProduct(q, keys.row($0)) }
      let visible = (0..<keys.rows).map { mask.allows(query: i + keys.rows - queries.rows, key: $0) }
      let scaledScores = scores.map { $0 / divisor }
      let softmax = Softmax(zip(scaledScores, visible).map { $1 ? $0 : -.infinity })
      var output = [Double](repeating: 0, count: values.columns)
      for (j, weight) in softmax.weights.enumerated() where weight > 0 {
        for c in output.indices { output[c] += weight * values[j, c] }
      }
      return AttentionRow(
        query: i + 1, scores: scores, scaled: scaledScores, visible: visible, softmax: softmax,
        output: output)
    }
  }

  /// The row of a query, from 1, clamped to those there are; nil when there are none.
  public func row(query: Int) -> AttentionRow? {
    rows.isEmpty ? nil : rows[query.clamped(to: 1...rows.count) - 1]
  }

  /// The shares, a row for each query, a column for each key.
  public var weights: Matrix { Matrix(rows.map { $0.weights }) }
  /// The outputs, a row for each query.
  public var outputs: Matrix { Matrix(rows.map { $0.output }) }
  /// Query–key pairs that the mask leaves: n(n + 1)/2 of n² under a causal one.
  public var liveEdges: Int { rows.reduce(0) { $0 + $1.liveEdges } }
  /// FLOP of QKᵀ and of the mix over all pairs, masked ones too: 4n²d for n queries, keys and equal
  /// widths.
  public var flops: Double {
    2 * Double(rows.count) * Double(keys.rows) * (Double(keys.columns) + Double(values.columns))
  }
}
