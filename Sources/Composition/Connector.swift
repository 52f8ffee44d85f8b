import Drawing
import Geometry
import Typography

/// A line from the edge of one element to the edge of another, attached wherever they stand.
public struct Connector: NodeConvertible {
  /// An end of a connector: an element and where it is touched.
  public struct End: Sendable {
    let target: Identity
    let at: Alignment?

    /// Touches an element at a share of its width and height, for example `.trailing`; by default at the
    /// middle of the edge that faces the other end.
    public init(_ target: Identity, at: Alignment? = nil) {
      self.target = target
      self.at = at
    }
  }

  private let from: End
  private let to: End
  private let route: Route
  private let stroke: Stroke
  private let head: Bool
  private let gap: Double
  private let source: SourceLine

  /// Creates a connector with an arrowhead at its end unless `head` is false. `gap` is the room left at
  /// both ends, 2 points by default.
  public init(
    from: End, to: End, route: Route = .curve, stroke: Stroke = .arrow, head: Bool = true, gap: Double = 2,
    file: StaticString = #fileID, line: UInt32 = #line
  ) {
    self.from = from
    self.to = to
    self.route = route
    self.stroke = stroke
    self.head = head
    self.gap = gap
    source = SourceLine(file, line)
  }

  /// Creates a connector between two elements.
  public init(
    _ from: Identity, _ to: Identity, route: Route = .curve, stroke: Stroke = .arrow, head: Bool = true,
    file: StaticString = #fileID, line: UInt32 = #line
  ) {
    self.init(
      from: End(from), to: End(to), route: route, stroke: stroke, head: head, file: file, line: line)
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(measure: { _, _ in Extent(.zero) }) { _, canvas in
      canvas.from(source) { canvas in
        canvas.afterwards("a connector") { canvas in
          guard let a = canvas.rect(of: from.target), let b = canvas.rect(of: to.target) else { return false }
          draw(a, b, &canvas)
          return true
        }
      }
    }
  }

  private func draw(_ a: Rect, _ b: Rect, _ canvas: inout Canvas) {
    var start = port(from, a, towards: b.center)
    var end = port(to, b, towards: a.center)
    if case .straight = route {
      let d = (end.point - start.point).unit
      (start.out, end.out) = (d, d * -1)
    }
    canvas.ends = Ends(from: from.target, to: to.target)
    canvas.arrow(from: start, to: end, route: route, stroke: stroke, head: head, gap: gap)
    canvas.ends = nil
  }

  private func port(_ end: End, _ rect: Rect, towards other: Point) -> Port {
    let d = other - rect.center
    // The edge that faces the other end: the one whose half-plane it lies deepest in.
    let facing =
      d.x.magnitude * rect.height >= d.y.magnitude * rect.width
      ? (d.x >= 0 ? Alignment.trailing : .leading) : (d.y >= 0 ? .bottom : .top)
    let at = end.at ?? facing
    let out: Point
    switch (at.x, at.y) {
    case (1, _) where at.y > 0 && at.y < 1: out = Point(1, 0)
    case (0, _) where at.y > 0 && at.y < 1: out = Point(-1, 0)
    case (_, 0): out = Point(0, -1)
    case (_, 1): out = Point(0, 1)
    default: out = d.unit
    }
    return Port(rect.point(at.x, at.y), out: out)
  }
}

extension Canvas {
  /// Draws a line between two ends with the one arrowhead, leaving `gap` points free at both.
  public mutating func arrow(
    from a: Port, to b: Port, route: Route = .straight, stroke: Stroke = .arrow, head: Bool = true,
    gap: Double = 0
  ) {
    let start = Port(a.point + a.out * gap, out: a.out)
    let tip = b.point + b.out * gap
    let end = Port(head ? tip + b.out * Arrowhead.notch : tip, out: b.out)
    outline(.path(route.path(start, end)), stroke: stroke)
    if head {
      if let joined = ends { ends = Ends(from: joined.to, to: joined.to) }
      outline(.path(Arrowhead.path(tip: tip, along: b.out * -1)), fill: .plain(stroke.paint))
    }
  }
}
