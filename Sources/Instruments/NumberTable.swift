import Figures

/// Rows of numbers on the places of a track, each row named on the left.
public struct NumberTable: NodeConvertible {
  /// What stands in one place of a row.
  public enum Entry: Sendable {
    /// A number, which counts when it changes.
    case number(Double, NumberFormat)
    /// A word, or a number that is written in its own way.
    case word(Phrase)
    /// The same in muted ink, for what does not count.
    case quiet(Phrase)
    /// Nothing.
    case nothing
  }

  /// One row.
  public struct Row: Sendable {
    let name: Phrase
    let entries: [Entry]
    let strong: Bool

    /// Creates a row. Entries beyond the track's end go on in step, for a sum; `strong` sets the row in
    /// bold.
    public init(_ name: Phrase, _ entries: [Entry], strong: Bool = false) {
      self.name = name
      self.entries = entries
      self.strong = strong
    }
  }

  private let track: Track
  private let nameWidth: Double
  private let pitch: Double
  private let rows: [(name: Node, entries: [Node])]

  /// Creates a table whose track starts `nameWidth` points from its left edge; its rows are `pitch`
  /// points apart. `tag` says who each entry is.
  public init(
    _ rows: [Row], on track: Track, nameWidth: Double, pitch: Double = 22,
    tag: (_ entry: Node, _ row: Int, _ place: Int) -> Node = { entry, _, _ in entry }
  ) {
    self.track = track
    self.nameWidth = nameWidth
    self.pitch = pitch
    self.rows = rows.enumerated().map { index, row in
      let name = Text(row.name, row.strong ? .note.bold : .note.painted(.muted)).node
      return (name, row.entries.enumerated().map { tag($1.node(strong: row.strong), index, $0) })
    }
  }

  /// Height of a table of some rows, in points.
  public static func height(rows: Int, pitch: Double = 22) -> Double { Double(rows) * pitch }

  /// What it lays out and draws.
  public var node: Node {
    let places = max(track.count, rows.reduce(0) { max($0, $1.entries.count) })
    let width = nameWidth + Track(places, size: track.size, gap: track.gap).length
    return Node(width: width, height: Double(rows.count) * pitch) { rect, canvas in
      for (i, row) in rows.enumerated() {
        let y = rect.minY + (Double(i) + 0.5) * pitch
        canvas.put(row.name, at: Point(rect.minX, y), .leading, index: i * 100)
        for (place, entry) in row.entries.enumerated() {
          let x = rect.minX + nameWidth + track.center(place)
          canvas.put(entry, at: Point(x, y), index: i * 100 + 1 + place)
        }
      }
    }
  }
}

extension NumberTable.Entry {
  /// The entry alone, centred where it is put; `strong` sets it in bold.
  public func node(strong: Bool = false) -> Node {
    let style = strong ? TextStyle.data.bold : .data
    switch self {
    case .number(let value, let format): return Quantity(value, format, style, align: 0.5).node
    case .word(let word): return Text(word, style, align: 0.5).node
    case .quiet(let word): return Text(word, TextStyle.data.painted(.muted), align: 0.5).node
    case .nothing: return .empty
    }
  }
}

/// A number with about four significant digits, as a person would write it in a small table: `7.389`,
/// `54.6`, `2,981`; from 10⁵ on with two, `8.9·10⁶`.
public func significant(_ x: Double) -> String {
  let size = x.magnitude
  guard size.isFinite, size < 1e300 else { return fixed(x) }
  if size >= 100_000 {
    let power = Int(Maths.log10(size).rounded(.down))
    return trimmed(x / Maths.pow(10, Double(power)), 1) + "·10^{\(power)}"
  }
  return trimmed(x, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3)
}
