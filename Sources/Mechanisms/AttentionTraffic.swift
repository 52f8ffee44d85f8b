import Geometry

/// The elements that attention moves between HBM and the chip, counted move by move (Dao et al. 2022,
/// alg. 0 and Theorem 2; Dao 2023, alg. 1). One head, forward pass.
public struct AttentionTraffic: Equatable, Sendable {
  /// What is moved.
  public enum Matter: Int, CaseIterable, Sendable {
    /// Q, K, V and O, n × d numbers each.
    case queries, keys, values, output
    /// S = QKᵀ, and P = softmax(S): n × n numbers each.
    case scores, weights
    /// L = m + ln ℓ, one number a row, kept for the backward pass.
    case logSums
  }

  /// One trip between the memories.
  public struct Move: Equatable, Sendable {
    /// What is moved.
    public let matter: Matter
    /// Whether it goes to HBM.
    public let isWrite: Bool
    /// How many numbers go.
    public let elements: Double
  }

  /// All trips in order.
  public let moves: [Move]

  /// Elements in all.
  public var total: Double { moves.reduce(0) { $0 + $1.elements } }
  /// Elements of some matter.
  public func elements(of matters: Matter...) -> Double {
    moves.reduce(0) { $0 + (matters.contains($1.matter) ? $1.elements : 0) }
  }

  /// One kernel a step: S = QKᵀ is written and read again, P = softmax(S) too. 4nd + 4n² in all.
  public static func standard(_ n: Int, width d: Int) -> AttentionTraffic {
    let (row, square) = (Double(n) * Double(d), Double(n) * Double(n))
    func move(_ matter: Matter, write: Bool = false) -> Move {
      let isSquare = matter == .scores || matter == .weights
      return Move(matter: matter, isWrite: write, elements: isSquare ? square : row)
    }
    return AttentionTraffic(moves: [
      move(.queries), move(.keys), move(.scores, write: true),
      move(.scores), move(.weights, write: true),
      move(.weights), move(.values), move(.output, write: true),
    ])
  }

  /// A tile of Q at a time, with the tiles of K and V that `visits` names for it: 2nd + 2nd⌈n / B_r⌉ + n when
  /// each sees them all.
  public static func tiled(
    _ visits: [[Int]], _ queryTiles: TiledAttention.Tiles, _ keyTiles: TiledAttention.Tiles, width d: Int
  ) -> AttentionTraffic {
    var moves: [Move] = []
    func add(_ matter: Matter, _ rows: Range<Int>, _ width: Int, write: Bool = false) {
      moves.append(Move(matter: matter, isWrite: write, elements: Double(rows.count) * Double(width)))
    }
    for (tile, loaded) in visits.enumerated() {
      let rows = queryTiles.rows(tile)
      add(.queries, rows, d)
      for keyTile in loaded {
        add(.keys, keyTiles.rows(keyTile), d)
        add(.values, keyTiles.rows(keyTile), d)
      }
      add(.output, rows, d, write: true)
      add(.logSums, rows, 1, write: true)
    }
    return AttentionTraffic(moves: moves)
  }

  /// The same for n rows of d numbers.
  public static func tiled(
    _ n: Int, width d: Int, queryTile: Int, keyTile: Int = 64, causal: Bool = false
  ) -> AttentionTraffic {
    let keyTiles = TiledAttention.Tiles(n, of: keyTile)
    let queryTiles = TiledAttention.Tiles(n, of: queryTile)
    return tiled(
      TiledAttention.visits(queryTiles, keyTiles, causal: causal), queryTiles, keyTiles, width: d)
  }
}

/// A published measurement of both schedules.
public struct MeasuredAttention: Sendable {
  /// HBM reads and writes in GB.
  public let traffic: (standard: Double, tiled: Double)
  /// Arithmetic in GFLOP.
  public let work: (standard: Double, tiled: Double)

  /// Attention of GPT-2 medium, forward and backward, on an A100 (Dao et al. 2022, Fig. 2): less traffic, and
  /// more arithmetic, because the backward pass computes the scores again.
  public static let gpt2Medium = MeasuredAttention(traffic: (40.3, 4.4), work: (66.6, 75.2))
}
