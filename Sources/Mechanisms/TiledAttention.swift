import Geometry

/// Attention without the matrix of scores (FlashAttention-2: Dao 2023, alg. 1): a tile of Q stays while the
/// tiles of K and V pass, and each row keeps only a maximum, a sum and an output.
public struct TiledAttention: Equatable, Sendable {
  /// Rows of Q, K and V that are worked on together.
  public struct Tiles: Equatable, Sendable {
    /// How many rows there are in all.
    public let length: Int
    /// Rows of one tile; the last may have fewer.
    public let size: Int

    /// Cuts `length` rows into tiles; a size under 1 counts as 1, one over the length as the length.
    public init(_ length: Int, of size: Int) {
      self.length = max(1, length)
      self.size = size.clamped(to: 1...self.length)
    }

    /// How many tiles there are.
    public var count: Int { (length + size - 1) / size }
    /// The rows of a tile, from 0.
    public func rows(_ tile: Int) -> Range<Int> {
      let start = (tile * size).clamped(to: 0...length)
      return start..<min(length, start + size)
    }
  }

  /// One query's way through the tiles.
  public struct Row: Equatable, Sendable {
    /// What each tile that was loaded did, in the order of loading.
    public let steps: [OnlineSoftmaxStep]
    /// O / ℓ.
    public let output: [Double]
    /// L = m + ln ℓ.
    public let logSum: Double
  }

  /// The tiles of Q and O, and those of K and V.
  public let queryTiles, keyTiles: Tiles
  /// Whether key j is hidden from row i when j > i.
  public let causal: Bool
  /// Numbers in one row of Q, K, V or O.
  public let width: Int
  /// QKᵀ·scale, a row for each query. The schedule never holds more than one tile of it at a time.
  public let scores: Matrix
  /// One row for each query.
  public let rows: [Row]
  /// For each tile of Q, the tiles of K and V that are loaded for it, in order.
  public let visits: [[Int]]
  /// How far the outputs are from those of direct softmax(QKᵀ/√d)V, at most.
  public let maxError: Double

  /// Runs the schedule over rows of Q, K and V, all n × d, scaled by 1/√d. `order` names the tiles of K and V
  /// from first to last; left to right where it is empty or the mask is causal.
  public init(
    queries: Matrix, keys: Matrix, values: Matrix, queryTile: Int, keyTile: Int, causal: Bool = false,
    order: [Int] = []
  ) {
    let n = keys.rows
    let (queryTiles, keyTiles) = (Tiles(queries.rows, of: queryTile), Tiles(n, of: keyTile))
    let mask: AttentionMask = causal ? .causal : .none
    let direct = Attention(queries: queries, keys: keys, values: values, mask: mask)
    let scores = Matrix(direct.rows.map { $0.scaled })
    let visits = Self.visits(queryTiles, keyTiles, causal: causal, order: order)
    rows = direct.rows.indices.map { i in
      var row = OnlineSoftmax(width: values.columns)
      let steps = visits[i / queryTiles.size].map { tile in
        let keys = keyTiles.rows(tile)
        return row.take(
          tile: tile, scores: keys.map { mask.allows(query: i, key: $0) ? scores[i, $0] : -.infinity },
          values: keys.map { values.row($0) })
      }
      return Row(steps: steps, output: row.normalised, logSum: row.logSum)
    }
    maxError = zip(rows, direct.rows).reduce(0) { most, pair in
      zip(pair.0.output, pair.1.output).reduce(most) { Swift.max($0, ($1.0 - $1.1).magnitude) }
    }
    (self.queryTiles, self.keyTiles, self.causal, self.scores) = (queryTiles, keyTiles, causal, scores)
    (self.visits, width) = (visits, values.columns)
  }

  /// For each tile of Q, the tiles of K and V that are loaded for it, in order: under a causal mask those whose
  /// first key is no later than the last row.
  public static func visits(
    _ queryTiles: Tiles, _ keyTiles: Tiles, causal: Bool = false, order: [Int] = []
  ) -> [[Int]] {
    let natural = causal || order.isEmpty ? Array(0..<keyTiles.count) : order
    return (0..<queryTiles.count).map { tile in
      natural.filter { !causal || keyTiles.rows($0).lowerBound < queryTiles.rows(tile).upperBound }
    }
  }

  /// The waves that the figures compute with, n rows of 4 numbers: Q[i][j] = sin(1.3i + 0.7j),
  /// K[i][j] = cos(0.9i − 0.4j), V[i][j] = sin(0.5ij + 0.2), i and j from 0.
  public static func waves(
    _ n: Int, queryTile: Int, keyTile: Int, causal: Bool = false, order: [Int] = []
  ) -> TiledAttention {
    func matrix(_ entry: (Double, Double) -> Double) -> Matrix {
      Matrix((0..<max(1, n)).map { i in (0..<4).map { entry(Double(i), Double($0)) } })
    }
    return TiledAttention(
      queries: matrix { Maths.sin(1.3 * $0 + 0.7 * $1) }, keys: matrix { Maths.cos(0.9 * $0 - 0.4 * $1) },
      values: matrix { Maths.sin(0.5 * $0 * $1 + 0.2) }, queryTile: queryTile, keyTile: keyTile,
      causal: causal, order: order)
  }

  /// How many rows there are.
  public var count: Int { rows.count }
  /// Whether a row sees a key.
  public func sees(_ row: Int, _ key: Int) -> Bool { !causal || key <= row }
  /// Tiles of scores that are computed.
  public var computed: Int { visits.reduce(0) { $0 + $1.count } }
  /// Tiles of scores there would be without a mask.
  public var tiles: Int { queryTiles.count * keyTiles.count }
  /// Times that the maximum of a row moved, over all rows; leaving −∞ is not counted.
  public var rescales: Int { rows.reduce(0) { $0 + $1.steps.reduce(0) { $0 + ($1.moves ? 1 : 0) } } }
  /// What the schedule moves to and from HBM.
  public var traffic: AttentionTraffic { .tiled(visits, queryTiles, keyTiles, width: width) }
}
