import Figures

/// A plane of vectors with equal units along both axes: the grid at rest, the grid that a matrix makes of it,
/// and what is drawn in it. The origin is the middle; y points up.
public struct MatrixPlane: NodeConvertible {
  private let unit: Double
  private let columns: [Point]?
  private let items: [MatrixPlaneItem]

  /// Grid lines on each side of the origin.
  private static let lines = 12

  /// Creates a plane: `unit` is the length of e₁ in points, `columns` are the images of e₁ and e₂; without them
  /// only the grid at rest is drawn.
  public init(unit: Double, columns: [Point]? = nil, _ items: [MatrixPlaneItem] = []) {
    self.unit = unit
    self.columns = columns
    self.items = items
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let area = MatrixPlaneArea(rect: rect, unit: unit)
      canvas.outline(.rectangle(rect, radius: 4), fill: .plain(.paper), stroke: .hair)
      grid([Point(1, 0), Point(0, 1)], .hair, area, &canvas)
      for (i, item) in items.enumerated() where item.isGround {
        canvas.put(item.node(area), in: rect, index: i)
      }
      if let columns {
        grid(columns, Stroke(.line, width: 1), area, &canvas)
        for axis in columns {
          let (a, b) = area.cut(through: .zero, along: axis)
          canvas.line(a, b, stroke: Stroke(.muted, width: 1.5))
        }
      }
      for (i, item) in items.enumerated() where !item.isGround {
        canvas.put(item.node(area), in: rect, index: i)
      }
      let dot = Rect(center: area(.zero), size: Size(6, 6))
      canvas.outline(.path(.ellipse(in: dot)), fill: .plain(.ink))
    }
  }

  /// Both families of lines, each one mark; a line outside the plane has no length.
  private func grid(_ columns: [Point], _ stroke: Stroke, _ area: MatrixPlaneArea, _ canvas: inout Canvas) {
    for (along, across) in [(columns[0], columns[1]), (columns[1], columns[0])] {
      var path = Path()
      for k in -Self.lines...Self.lines {
        let (a, b) = area.cut(through: across * Double(k), along: along)
        path.move(to: a)
        path.line(to: b)
      }
      canvas.outline(.path(path), stroke: stroke)
    }
  }
}

/// Where vectors lie in a plane's rectangle.
public struct MatrixPlaneArea: Sendable {
  /// The rectangle.
  public let rect: Rect
  /// Points a unit.
  public let unit: Double

  /// Where a vector's tip lies.
  public func callAsFunction(_ v: Point) -> Point { rect.center + Point(v.x * unit, -v.y * unit) }

  /// The part inside the rectangle of an endless line; its foot twice where nothing is or where it has no
  /// direction (Liang and Barsky 1984).
  public func cut(through foot: Point, along direction: Point) -> (Point, Point) {
    let p = self(foot)
    let d = Point(direction.x, -direction.y)
    let none = Point(p.x.clamped(to: rect.minX...rect.maxX), p.y.clamped(to: rect.minY...rect.maxY))
    guard d.length > 1e-9 else { return (none, none) }
    var (from, to) = (-1e6, 1e6)
    for (start, step, low, high) in [(p.x, d.x, rect.minX, rect.maxX), (p.y, d.y, rect.minY, rect.maxY)] {
      if step.magnitude < 1e-12 {
        if start < low || start > high { return (none, none) }
      } else {
        let (q, r) = ((low - start) / step, (high - start) / step)
        (from, to) = (max(from, min(q, r)), min(to, max(q, r)))
      }
    }
    return from < to ? (p + d * from, p + d * to) : (none, none)
  }
}
