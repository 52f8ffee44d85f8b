import Figures

/// One thing drawn in a plane of vectors. Lines and arrows have a rim of paper, which parts them from the grid.
public struct MatrixPlaneItem: Sendable {
  /// Whether it lies under the grid.
  let isGround: Bool
  let node: @Sendable (MatrixPlaneArea) -> Node

  init(isGround: Bool = false, node: @escaping @Sendable (MatrixPlaneArea) -> Node) {
    self.isGround = isGround
    self.node = node
  }

  /// How far a rim of paper reaches on each side, in points.
  private static let rim = 2.0

  /// The area inside corners; `edge` is the part of its outline that is drawn, all of it unless given.
  public static func area(
    _ corners: [Point], _ fill: Fill?, _ stroke: Stroke? = nil, edge: [Point]? = nil
  ) -> MatrixPlaneItem {
    MatrixPlaneItem(isGround: fill != nil) { area in
      Node.filling { _, canvas in
        canvas.outline(.path(.polyline(corners.map { area($0) }, closed: true)), fill: fill)
        let line = (edge ?? corners).map { area($0) }
        canvas.outline(.path(.polyline(line, closed: edge == nil)), stroke: stroke)
      }
    }
  }

  /// An endless line through a point.
  public static func line(through foot: Point, along direction: Point, _ stroke: Stroke) -> MatrixPlaneItem {
    MatrixPlaneItem { area in
      Node.filling { _, canvas in
        let (a, b) = area.cut(through: foot, along: direction)
        canvas.line(a, b, stroke: Stroke(.paper, width: stroke.width + 2 * rim))
        canvas.line(a, b, stroke: stroke)
      }
    }
  }

  /// An arrow from one vector's tip to another's. Its label stands beyond the head, seen along `facing` (its own
  /// direction unless given), shifted to the `side`: −1 left, 0 straight on, 1 right.
  public static func arrow(
    from tail: Point = .zero, to tip: Point, _ stroke: Stroke, label: Phrase? = nil, facing: Point? = nil,
    side: Double = 0
  ) -> MatrixPlaneItem {
    MatrixPlaneItem { area in
      let (start, end) = (area(tail), area(tip))
      return Node.filling { rect, canvas in
        let along = (end - start).unit
        let length = start.distance(to: end)
        let head = min(1, length / 24)
        let shape = Arrowhead.path(tip: .zero, along: along).mapped {
          end + $0 * (head * max(1, stroke.width / 2))
        }
        let neck = end - along * min(length, Arrowhead.notch * head)
        // Where arrows start together, no rim cuts another arrow.
        canvas.line(
          start + along * min(length, 8), neck, stroke: Stroke(.paper, width: stroke.width + 2 * rim))
        canvas.outline(.path(shape), stroke: Stroke(.paper, width: 2 * rim))
        canvas.line(start, neck, stroke: stroke)
        canvas.outline(.path(shape), fill: .plain(stroke.paint))
        guard let label else { return }
        let to = facing.map { Point($0.x, -$0.y).unit } ?? along
        put(label, stroke.paint, beyond: end, (to + to.normal * (side * 1.4)).unit, rect, &canvas)
      }
    }
  }

  /// Words beside the middle of the way from one vector's tip to another's, on its left or right.
  public static func words(
    _ label: Phrase, _ paint: Paint, beside tail: Point, _ tip: Point, onLeft: Bool
  ) -> MatrixPlaneItem {
    MatrixPlaneItem { area in
      let (start, end) = (area(tail), area(tip))
      return Node.filling { rect, canvas in
        let out = (end - start).unit.normal * (onLeft ? -1 : 1)
        put(label, paint, beyond: start.mixed(with: end, at: 0.5), out, rect, &canvas)
      }
    }
  }

  /// Words in the colour of what they name, clear of a point in a direction and inside the plane; above all that
  /// is drawn, whatever is drawn last.
  static func put(
    _ label: Phrase, _ paint: Paint, beyond point: Point, _ out: Point, _ rect: Rect, _ canvas: inout Canvas
  ) {
    var style = TextStyle.note.bold
    if case .category(let index, _) = paint.tint { style = style.painted(.category(index, .text)) }
    let width = measure(label[canvas.language], style, canvas.language).width
    // Until the box of the words is clear of the point.
    let reach = min((width / 2 + 6) / max(0.01, out.x.magnitude), 16 / max(0.01, out.y.magnitude))
    let room = rect.inset(by: Insets(horizontal: width / 2 + 4, vertical: 12))
    let at = point + out * reach
    let spot = Point(at.x.clamped(to: room.minX...room.maxX), at.y.clamped(to: room.minY...room.maxY))
    canvas.put(Text(label, style, align: 0.5, halo: 4).node.layer(1), at: spot, index: 0)
  }

  /// Says who this is over the whole figure, and what it is to a reader.
  public func same(_ kind: StaticString, _ ids: Int..., named meaning: Phrase? = nil) -> MatrixPlaneItem {
    let identity = Identity(kind, ids)
    let inner = node
    return MatrixPlaneItem(isGround: isGround) { inner($0).same(identity, named: meaning) }
  }
}
