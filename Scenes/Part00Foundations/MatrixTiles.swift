import Figures
import Instruments
import Mechanisms

/// Numbers in brackets, with their columns in the colours of the arrows.
struct MatrixTile: NodeConvertible {
  /// The numbers by rows.
  let rows: [[Double]]
  /// A row that is followed.
  var ring: Int?
  /// Whether columns are coloured.
  let isColoured: Bool
  /// Whether the numbers are on their way, and keep their width.
  var moves = false
  /// What is written above the columns.
  var heads: [String] = []
  /// The size of a number's place.
  static let cell = Size(52, 30)

  /// A 2×2 matrix that is read by columns.
  init(columnsOf m: PlaneMatrix, moves: Bool = false, heads: [String] = []) {
    rows = [[m.a, m.b], [m.c, m.d]]
    isColoured = true
    (self.moves, self.heads) = (moves, heads)
  }

  /// A 2×2 matrix that is read by rows.
  init(_ m: PlaneMatrix, ring: Int? = nil) {
    rows = [[m.a, m.b], [m.c, m.d]]
    self.ring = ring
    isColoured = false
  }

  /// A vector, upright.
  init(_ v: Point, ring: Int? = nil) {
    rows = [[v.x], [v.y]]
    self.ring = ring
    isColoured = false
  }

  var node: Node {
    let columns = rows.first?.count ?? 0
    let above = heads.isEmpty ? 0.0 : 22
    let size = Size(Self.cell.width * Double(columns) + 12, Self.cell.height * 2 + 8 + above)
    return Node(width: size.width, height: size.height) { whole, canvas in
      for (k, head) in heads.enumerated() {
        let middle = whole.minX + 6 + (Double(k) + 0.5) * Self.cell.width
        canvas.put(
          Text(Phrase(head), TextStyle.note.bold.painted(.category(k, .text)), align: 0.5),
          at: Point(middle, whole.minY + 8), index: 30 + k)
      }
      let rect = whole.inset(by: Insets(top: above))
      for (x, foot) in [(rect.minX, rect.minX + 6), (rect.maxX, rect.maxX - 6)] {
        canvas.line(
          Point(foot, rect.minY), Point(x, rect.minY), Point(x, rect.maxY), Point(foot, rect.maxY),
          stroke: Stroke(.ink, width: 1.5))
      }
      let inner = rect.inset(by: Insets(horizontal: 6, vertical: 4))
      for k in 0..<columns {
        let column = Rect(
          inner.minX + Double(k) * Self.cell.width, inner.minY, Self.cell.width, inner.height
        ).inset(by: Insets(horizontal: 2))
        canvas.outline(
          .rectangle(column, radius: 4), fill: isColoured ? .plain(.category(k, .fill)) : nil,
          stroke: isColoured ? Stroke(.category(k, .edge)) : nil)
      }
      for (i, row) in rows.enumerated() {
        for (k, value) in row.enumerated() {
          let at = Rect(
            inner.minX + Double(k) * Self.cell.width, inner.minY + Double(i) * Self.cell.height,
            Self.cell.width, Self.cell.height)
          let paint: Paint = isColoured ? .category(k, .onFill) : .ink
          canvas.put(
            Text(Phrase(number(value, moves: moves)), TextStyle.data.painted(paint), align: 0.5),
            at: at.center,
            index: 10 * i + k)
        }
      }
      let line = Rect(
        inner.minX, inner.minY + Double(ring ?? 0) * Self.cell.height, inner.width, Self.cell.height)
      canvas.outline(
        .rectangle(line.inset(by: Insets(vertical: 2)), radius: 4), stroke: ring == nil ? nil : .strong)
    }
  }
}

extension MatrixReading {
  /// A matrix with its name before it and `heads` above its columns; what stands in one slot turns
  /// into what follows it there.
  func equation(_ name: String, _ m: PlaneMatrix, _ slot: Int = 0, moves: Bool = false, heads: [String] = [])
    -> Node
  {
    Row(spacing: Spacing.xs, align: .end) {
      Text(Phrase(name), .label).frame(width: 48, height: 68, align: .trailing)
      MatrixTile(columnsOf: m, moves: moves, heads: heads)
    }.same("matrix", slot, named: Phrase("matrix \(name)", zh: "矩阵 \(name)"))
  }
}
