import Figures

/// A matrix with its numbers: cells of one size, names of rows and columns, a ring around what is
/// followed.
public struct TensorGrid: NodeConvertible {
  /// A stretch of one row.
  public struct Stretch: Sendable, Hashable {
    let row: Int
    let columns: ClosedRange<Int>

    /// Creates a stretch from a row and the first and last of its columns, all from 0.
    public init(row: Int, columns: ClosedRange<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  private let rows: Track
  private let columns: Track
  private let rowLabels: [Phrase]
  private let columnLabels: [Phrase]
  private let ring: Stretch?
  private let outline: Stroke?
  private let cells: [Node]

  /// Room between the names and the cells, in points.
  private static let rowGap = 12.0, columnGap = 2.0

  /// Creates a matrix of `rows` × `columns` cells. `ring` is drawn around the stretch that is followed,
  /// whose row is named in bold; `outline` around the whole. `tag` says who each cell is.
  public init(
    rows: Int, columns: Int, cell: Size, rowLabels: [Phrase] = [], columnLabels: [Phrase] = [],
    ring: Stretch? = nil, outline: Stroke? = nil, cells: (_ row: Int, _ column: Int) -> TensorCell,
    tag: (_ cell: Node, _ row: Int, _ column: Int) -> Node = { cell, _, _ in cell }
  ) {
    self.rows = Track(rows, size: cell.height)
    self.columns = Track(columns, size: cell.width)
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.ring = ring
    self.outline = outline
    var nodes: [Node] = []
    for row in 0..<self.rows.count {
      for column in 0..<self.columns.count { nodes.append(tag(cells(row, column).node, row, column)) }
    }
    self.cells = nodes
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(
      measure: { _, language in
        let names = Size(nameWidth(language), nameHeight)
        return Extent(Size(names.width + columns.length, names.height + rows.length))
      },
      draw: { rect, canvas in
        let names = Size(nameWidth(canvas.language), nameHeight)
        draw(
          in: Rect(rect.minX + names.width, rect.minY + names.height, columns.length, rows.length), &canvas)
      })
  }

  private func nameWidth(_ language: Language) -> Double {
    let widest = rowLabels.reduce(0) { max($0, measure($1[language], .note.bold, language).width) }
    return rowLabels.isEmpty ? 0 : widest + Self.rowGap
  }

  private var nameHeight: Double { columnLabels.isEmpty ? 0 : TextStyle.note.lineHeight + Self.columnGap }

  private func draw(in room: Rect, _ canvas: inout Canvas) {
    for (i, cell) in cells.enumerated() {
      let (row, column) = (i / columns.count, i % columns.count)
      let place = Rect(
        room.minX + columns.start(column), room.minY + rows.start(row), columns.size, rows.size)
      canvas.put(cell, in: place, index: i)
    }
    var index = cells.count
    for (row, label) in rowLabels.enumerated() {
      let followed = ring?.row == row
      let text = Text(label, followed ? .note.bold : .note.painted(.muted), align: 1)
      canvas.put(
        text, at: Point(room.minX - Self.rowGap, room.minY + rows.center(row)), .trailing, index: index)
      index += 1
    }
    for (column, label) in columnLabels.enumerated() {
      let at = Point(room.minX + columns.center(column), room.minY - Self.columnGap)
      canvas.put(Text(label, .note.painted(.muted), align: 0.5), at: at, .bottom, index: index)
      index += 1
    }
    if let outline { canvas.outline(.rectangle(room, radius: 2), stroke: outline) }
    guard let ring else { return }
    let (first, last) = (ring.columns.lowerBound, ring.columns.upperBound)
    let box = Rect(
      room.minX + columns.start(first), room.minY + rows.start(ring.row),
      columns.end(last) - columns.start(first), rows.size)
    canvas.outline(.rectangle(box.outset(by: 1), radius: 4), stroke: .strong)
  }
}
