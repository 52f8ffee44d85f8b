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
  var isColoured = true
  /// The size of a number's place.
  static let cell = Size(48, 30)

  /// A 2×2 matrix.
  init(_ m: PlaneMatrix, ring: Int? = nil, isColoured: Bool = true) {
    rows = [[m.a, m.b], [m.c, m.d]]
    self.ring = ring
    self.isColoured = isColoured
  }

  /// A vector, upright.
  init(_ v: Point, ring: Int? = nil) {
    rows = [[v.x], [v.y]]
    self.ring = ring
    isColoured = false
  }

  var node: Node {
    let columns = rows.first?.count ?? 0
    let size = Size(Self.cell.width * Double(columns) + 12, Self.cell.height * 2 + 8)
    return Node(width: size.width, height: size.height) { rect, canvas in
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
            Text(Phrase(number(value)), TextStyle.data.painted(paint), align: 0.5), at: at.center,
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
  /// A matrix with its name before it; what stands in one slot turns into what follows it there.
  func equation(_ name: String, _ m: PlaneMatrix, _ slot: Int = 0) -> Node {
    Row(spacing: Spacing.xs) {
      Text(Phrase(name), .label).frame(width: 48, align: .trailing)
      MatrixTile(m)
    }.same(
      "matrix", slot,
      named: Phrase("matrix \(name)", zh: "矩阵 \(name)"))
  }

  /// The area of the unit square before and after, as squares to the scale of the planes.
  func areas(_ m: PlaneMatrix, unit: Double) -> Node {
    let (det, side) = (m.determinant, unit * m.determinant.magnitude.squareRoot())
    return Node(width: 168, height: 116) { rect, canvas in
      let name = Text(Phrase("**determinant** \(steady(det))", zh: "**行列式** \(steady(det))"))
      canvas.put(name, at: rect.point(0, 0), .topLeading, index: 0)
      let floor = rect.minY + 96
      let before = Rect(rect.minX, floor - unit, unit, unit)
      let after = Rect(rect.minX + max(unit, 34) + 34, floor - side, side, side)
      canvas.outline(.rectangle(before, radius: 0), stroke: Stroke(.line, width: 1.25))
      canvas.outline(
        .rectangle(after, radius: 0), fill: .plain(.category(2, .fill)),
        stroke: Stroke(.category(2, .edge), width: 1.5))
      canvas.put(
        Text(Phrase("area 1", zh: "面积 1"), .note.painted(.muted)), at: Point(rect.minX, floor + 2),
        .topLeading, index: 1)
      canvas.put(
        Text(Phrase("area \(steady(det.magnitude))", zh: "面积 \(steady(det.magnitude))"), .note),
        at: Point(after.minX, floor + 2), .topLeading, index: 2)
    }.same("areas")
  }

  /// How far the way to A is gone, and where on it the area is zero.
  func track(_ share: Double) -> Node {
    Node(width: 168, height: 40) { rect, canvas in
      let scale = Scale(.linear, 0...1, from: rect.minX + 6, to: rect.maxX - 6)
      let y = rect.minY + 8
      canvas.line(Point(scale(0), y), Point(scale(1), y), stroke: Stroke(.line, width: 2))
      let flat = first.flatAt
      let at = Point(scale(flat ?? 0), y)
      canvas.line(
        at - Point(0, 7), at + Point(0, 7), stroke: Stroke(.role(.alarm, .edge), width: flat == nil ? 0 : 2))
      let knob = Rect(center: Point(scale(share), y), size: Size(10, 10))
      canvas.outline(.path(.ellipse(in: knob)), fill: .plain(.ink))
      let words =
        flat.map { Phrase("area 0 at t = \(number($0))", zh: "t = \(number($0)) 时面积为 0") }
        ?? Phrase("the way, t = \(steady(share))", zh: "进度 t = \(steady(share))")
      canvas.put(
        Text(words, .note.painted(.muted)), at: Point(rect.minX, rect.minY + 20), .topLeading, index: 0)
    }.same("track")
  }
}
