import Figures

/// What each iteration computes: a column for each step of a time axis, as high as its tokens.
public struct TokenColumns: NodeConvertible {
  private let time: Scale
  private let ceiling: Int
  private let marks: [Axis.Tick]
  private let items: [ColumnItem]

  /// Height of one token beyond which more room stays empty, in points.
  public static let tallest = 26.0

  /// Creates columns on the lower edge of their room. `time` gives x from the left of the room, `ceiling`
  /// is the highest column in tokens, `marks` are written on the left.
  public init(
    time: Scale, ceiling: Int, marks: [Axis.Tick] = [], @ColumnBuilder _ items: () -> [ColumnItem]
  ) {
    self.time = time
    self.ceiling = max(1, ceiling)
    self.marks = marks
    self.items = items()
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let unit = min(TokenColumns.tallest, rect.height / Double(ceiling))
      let height = Scale(
        .linear, 0...Double(ceiling), from: rect.height, to: rect.height - unit * Double(ceiling))
      let names = Rect(rect.minX, rect.minY, time.start, rect.height)
      canvas.put(Axis.vertical(height, marks.filter { isClear($0, unit) }), in: names, index: 0)
      for (i, item) in items.enumerated() {
        let (x, end) = (rect.minX + time(item.from), rect.minX + time(item.to))
        let (top, bottom) = (rect.minY + height(item.top), rect.minY + height(item.bottom))
        canvas.put(item.node, in: Rect(x, top, max(0, end - x), max(0, bottom - top)), index: i + 1)
      }
    }
  }

  /// Whether the number of a mark has room beside that of an event.
  private func isClear(_ mark: Axis.Tick, _ unit: Double) -> Bool {
    mark.isEvent || !marks.contains { $0.isEvent && ($0.value - mark.value).magnitude * unit < 18 }
  }
}

/// Something that stands in columns.
public struct ColumnItem: Sendable {
  fileprivate let from, to, bottom, top: Double
  fileprivate let node: Node

  /// Places a thing in the column of an iteration, on top of `below` tokens and `tokens` high.
  public init<N: NodeConvertible>(_ iteration: Int, above below: Int, tokens: Int, _ piece: N) {
    self.init(
      from: Double(iteration), to: Double(iteration + 1), bottom: Double(below), top: Double(below + tokens),
      piece)
  }

  /// Places a thing between two times and two heights in tokens.
  public init<N: NodeConvertible>(from: Double, to: Double, bottom: Double, top: Double, _ piece: N) {
    (self.from, self.to, self.bottom, self.top, node) = (from, to, bottom, top, piece.node)
  }
}

/// Collects the things in columns; `if` and `for` work inside.
@resultBuilder public enum ColumnBuilder {
  /// One thing.
  public static func buildExpression(_ item: ColumnItem) -> [ColumnItem] { [item] }
  /// Things made elsewhere.
  public static func buildExpression(_ items: [ColumnItem]) -> [ColumnItem] { items }
  /// Things one after the other.
  public static func buildBlock(_ parts: [ColumnItem]...) -> [ColumnItem] { parts.flatMap { $0 } }
  /// A thing that may be left out.
  public static func buildOptional(_ part: [ColumnItem]?) -> [ColumnItem] { part ?? [] }
  /// One branch.
  public static func buildEither(first: [ColumnItem]) -> [ColumnItem] { first }
  /// The other branch.
  public static func buildEither(second: [ColumnItem]) -> [ColumnItem] { second }
  /// A loop.
  public static func buildArray(_ parts: [[ColumnItem]]) -> [ColumnItem] { parts.flatMap { $0 } }
}

/// A limit across all columns: a line at the upper edge of its room, its words at its right end.
public struct CeilingLine: NodeConvertible {
  private let words: Phrase
  private let isBelow: Bool

  /// Creates a limit with its name above the line, or below where there is no room.
  public init(_ words: Phrase, isBelow: Bool = false) {
    self.words = words
    self.isBelow = isBelow
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      canvas.line(Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), stroke: .strong)
      let label = Text(words, .note.bold, halo: 4)
      if isBelow {
        canvas.put(label, at: Point(rect.maxX, rect.minY + 3), .topTrailing, index: 0)
      } else {
        canvas.put(label, at: Point(rect.maxX, rect.minY - 5), .bottomTrailing, index: 0)
      }
    }
  }
}
