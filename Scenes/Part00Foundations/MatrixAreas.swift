import Figures
import Instruments
import Mechanisms

/// What stands beside the planes: areas, and how far the way is gone.
extension MatrixReading {
  /// The area of the unit square before and after, as squares to the scale of the planes.
  func areas(_ m: PlaneMatrix, unit: Double) -> Node {
    let (det, side) = (m.determinant, unit * m.determinant.magnitude.squareRoot())
    return Node(width: 168, height: 116) { rect, canvas in
      let name = Text(
        Phrase("**determinant** \(number(det, moves: true))", zh: "**行列式** \(number(det, moves: true))"))
      canvas.put(name, at: rect.point(0, 0), .topLeading, index: 0)
      let floor = rect.minY + 92
      let before = Rect(rect.minX, floor - unit, unit, unit)
      let after = Rect(before.maxX + 44, floor - side, side, side)
      canvas.outline(.rectangle(before, radius: 0), stroke: Stroke(.line, width: 1.25))
      canvas.outline(
        .rectangle(after, radius: 0), fill: .plain(.category(2, .fill)),
        stroke: Stroke(.category(2, .edge), width: 1.5))
      let area = number(det.magnitude, moves: true)
      canvas.put(
        Text(Phrase("area: from 1 to \(area)", zh: "面积：从 1 到 \(area)")),
        at: Point(rect.minX, floor + 4), .topLeading, index: 1)
    }.same("areas", named: Phrase("area of the unit square", zh: "单位正方形的面积"))
  }

  /// How far the way to A is gone, and where on it the area is zero.
  func track(_ share: Double) -> Node {
    Node(width: 168, height: 60) { rect, canvas in
      let scale = Scale(.linear, 0...1, from: rect.minX + 6, to: rect.maxX - 6)
      let y = rect.minY + 8
      canvas.line(Point(scale(0), y), Point(scale(1), y), stroke: Stroke(.line, width: 2))
      let flat = first.flatAt
      let at = Point(scale(flat ?? 0), y)
      canvas.line(
        at - Point(0, 7), at + Point(0, 7), stroke: Stroke(.role(.alarm, .edge), width: flat == nil ? 0 : 2))
      let knob = Rect(center: Point(scale(share), y), size: Size(10, 10))
      canvas.outline(.path(.ellipse(in: knob)), fill: .plain(.ink))
      canvas.put(
        Text(wayWords(share), .note.painted(.muted)), at: Point(rect.minX, rect.minY + 20), .topLeading,
        index: 0)
    }.same("track")
  }

  private func wayWords(_ share: Double) -> Phrase {
    guard let flat = first.flatAt.map({ number($0) }) else {
      return Phrase(
        "on the way, t = \(number(share, moves: true))", zh: "进度 t = \(number(share, moves: true))")
    }
    return first.matrix.determinant < -1e-12
      ? Phrase("area 0 at t = \(flat),\nthen flipped over", zh: "t = \(flat) 时面积为 0，\n此后翻面")
      : Phrase("area 0 at t = \(flat)", zh: "t = \(flat) 时面积为 0")
  }
}
