import Figures

/// A tree with its root at the top: nodes as discs on levels, each joined to the one above.
public struct TreeDiagram: NodeConvertible {
  /// One node and the edge above it.
  public struct Knot: Sendable {
    /// The node above, as an index of the list; nil for the root.
    public var parent: Int?
    /// How far from the left it stands, as places of the leaves, from 0.
    public var place: Double
    /// On which level from the top it stands, from 0.
    public var level: Int
    /// Half the width of its disc, in points.
    public var radius: Double
    /// How its disc looks.
    public var surface: Surface
    /// The edge above it.
    public var edge: Stroke
    /// What stands in the disc where it fits, beside it and below it.
    public var inside, beside, below: Node?
    /// Whether the words beside the disc stand on its right.
    public var besideIsRight = false
    /// How far below its middle they stand, in points.
    public var besideDrop = 0.0
    /// Whether its edge is drawn above others.
    public var isRaised = false

    /// Creates a node.
    public init(
      parent: Int?, place: Double, level: Int, radius: Double, surface: Surface, edge: Stroke
    ) {
      (self.parent, self.place, self.level) = (parent, place, level)
      (self.radius, self.surface, self.edge) = (radius, surface, edge)
    }
  }

  /// Something that stands at a node: above its disc, and on its right.
  public struct Token: Sendable {
    let knot: Int
    let node: Node
    let alignment: Alignment
    let offset: Point

    /// Places a thing so that its point `alignment` lies `offset` from the middle of a node.
    public init<N: NodeConvertible>(
      _ piece: N, at knot: Int, _ alignment: Alignment = .center, offset: Point = Point(0, 0)
    ) {
      (node, self.knot, self.alignment, self.offset) = (piece.node, knot, alignment, offset)
    }
  }

  /// How far below its middle the words below a node stand, in points.
  private static let below = 33.0

  private let knots: [Knot]
  private let tokens: [Token]
  private let track: Track
  private let levels: [Double]
  private let tag: @Sendable (_ disc: Node, _ index: Int) -> Node
  private let edgeTag: @Sendable (_ edge: Node, _ index: Int) -> Node

  /// Creates a tree whose leaves stand on the places of a track and whose levels lie at these heights below
  /// the top of its room. `tag` and `edgeTag` say who each disc and each edge is.
  public init(
    _ knots: [Knot], tokens: [Token] = [], on track: Track, levels: [Double],
    tag: @escaping @Sendable (_ disc: Node, _ index: Int) -> Node = { disc, _ in disc },
    edgeTag: @escaping @Sendable (_ edge: Node, _ index: Int) -> Node = { edge, _ in edge }
  ) {
    (self.knots, self.tokens, self.track, self.levels) = (knots, tokens, track, levels)
    (self.tag, self.edgeTag) = (tag, edgeTag)
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      for raised in [false, true] {
        for (i, knot) in knots.enumerated() where knot.isRaised == raised {
          guard let parent = knot.parent else { continue }
          let (a, b) = (point(knots[parent], rect), point(knot, rect))
          let edge = Node.filling { _, canvas in canvas.line(a, b, stroke: knot.edge) }
          canvas.put(edgeTag(edge, i), in: Rect(from: a, to: b), index: i)
        }
      }
      for (i, knot) in knots.enumerated() {
        let p = point(knot, rect)
        let room = Rect(center: p, size: Size(2 * knot.radius, 2 * knot.radius))
        canvas.put(tag(disc(knot), i), in: room, index: 1000 + i)
        words(knot, at: p, index: 2000 + 3 * i, &canvas)
      }
      for (i, token) in tokens.enumerated() where knots.indices.contains(token.knot) {
        let p = point(knots[token.knot], rect) + token.offset
        canvas.put(token.node, at: p, token.alignment, index: 9000 + i)
      }
    }
  }

  private func point(_ knot: Knot, _ rect: Rect) -> Point {
    let level = knot.level.clamped(to: 0...max(0, levels.count - 1))
    let x = rect.minX + track.start(0) + knot.place * track.pitch + track.size / 2
    return Point(x, rect.minY + (levels.isEmpty ? 0 : levels[level]))
  }

  private func disc(_ knot: Knot) -> Node {
    Node.filling { rect, canvas in
      canvas.outline(.ellipse(rect), fill: knot.surface.fill, stroke: knot.surface.stroke)
      if let inside = knot.inside {
        let width = inside.measure(Size(.infinity, .infinity), canvas.language).size.width
        if width <= rect.width - 4 { canvas.put(inside, at: rect.center, index: 0) }
      }
    }
  }

  private func words(_ knot: Knot, at p: Point, index: Int, _ canvas: inout Canvas) {
    let gap = knot.radius + 6
    if let beside = knot.beside {
      let isRight = knot.besideIsRight
      let at = Point(p.x + (isRight ? gap : -gap), p.y + knot.besideDrop)
      canvas.put(beside, at: at, isRight ? .leading : .trailing, index: index)
    }
    if let below = knot.below { canvas.put(below, at: Point(p.x, p.y + Self.below), index: index + 1) }
  }
}
