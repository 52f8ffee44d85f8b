/// The requests of one iteration laid out two ways: a padded rectangle [requests × longest], and the
/// flat strip [Σ rows × hidden] of selective batching (Yu et al., ORCA, OSDI 2022, §3).
///
/// Linear layers, norms and activations work on the strip at once, since they treat each row alone;
/// attention is split, since each request has its own keys.
public struct SelectiveBatch: Equatable, Sendable {
  /// One request's share of the iteration.
  public struct Entry: Equatable, Sendable {
    /// Id of the request.
    public let request: Int
    /// Rows that it brings: prompt tokens, or 1 when it decodes.
    public let rows: Int
    /// Tokens whose keys and values are cached already.
    public let cached: Int

    /// Creates an entry; negative counts become 0.
    public init(request: Int, rows: Int, cached: Int = 0) {
      self.request = request
      self.rows = Swift.max(0, rows)
      self.cached = Swift.max(0, cached)
    }
  }

  /// A row of the strip.
  public struct Row: Equatable, Sendable {
    /// Id of the request.
    public let request: Int
    /// Position of the token in its sequence, from 0.
    public let position: Int
  }

  /// The requests in order.
  public let entries: [Entry]

  /// Creates a batch.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Creates a batch of whole prompts, given their lengths; ids count from 0.
  public init(prompts: [Int]) {
    entries = prompts.enumerated().map { Entry(request: $0.offset, rows: $0.element) }
  }

  /// Rows of the flat strip.
  public var flatRows: Int { entries.reduce(0) { $0 + $1.rows } }
  /// Width of the padded rectangle: the most rows that one request brings.
  public var paddedWidth: Int { entries.reduce(0) { Swift.max($0, $1.rows) } }
  /// Cells of the padded rectangle.
  public var paddedRows: Int { entries.count * paddedWidth }
  /// Cells of the rectangle that hold no token.
  public var padding: Int { paddedRows - flatRows }
  /// Share of the rectangle that is padding, 0…1; 0 when there is nothing.
  public var paddingShare: Double { paddedRows == 0 ? 0 : Double(padding) / Double(paddedRows) }

  /// The strip, row by row.
  public var rows: [Row] {
    entries.flatMap { e in (0..<e.rows).map { Row(request: e.request, position: e.cached + $0) } }
  }

  /// The part of the strip that belongs to each request: where attention cuts it.
  public var spans: [Range<Int>] {
    var start = 0
    return entries.map { e in
      start += e.rows
      return start - e.rows..<start
    }
  }

  /// Query–key pairs of causal attention, over all requests: each row sees the cached tokens, the
  /// rows before it, and itself.
  public var attentionPairs: Int64 {
    entries.reduce(0) { sum, e in
      let (rows, cached) = (Int64(e.rows), Int64(e.cached))
      return sum + rows * cached + rows * (rows + 1) / 2
    }
  }
}
