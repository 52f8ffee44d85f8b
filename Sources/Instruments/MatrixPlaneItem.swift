import Figures

/// One thing drawn in a plane of vectors.
public struct MatrixPlaneItem: Sendable {
  /// Whether it lies under the grid.
  let isGround: Bool
  let node: @Sendable (MatrixPlaneArea) -> Node

  init(isGround: Bool = false, node: @escaping @Sendable (MatrixPlaneArea) -> Node) {
    self.isGround = isGround
    self.node = node
  }

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
        let head = min(1, length / 14)
        let shape = Arrowhead.path(tip: .zero, along: along).mapped {
          end + $0 * (head * max(1, stroke.width / 2))
        }
        canvas.line(start, end - along * min(length, Arrowhead.notch * head), stroke: stroke)
        canvas.outline(.path(shape), fill: .plain(stroke.paint))
        guard let label else { return }
        let style = TextStyle.note.bold.painted(words(stroke.paint))
        let width = measure(label[canvas.language], style, canvas.language).width
        let to = facing.map { Point($0.x, -$0.y).unit } ?? along
        let out = (to + to.normal * (side * 1.4)).unit
        // Far enough that the box of the words clears the tip in any direction.
        let reach = (width / 2 + 6) * out.x.magnitude + 14 * out.y.magnitude
        let room = rect.inset(by: Insets(horizontal: width / 2 + 4, vertical: 12))
        let at = end + out * reach
        let spot = Point(at.x.clamped(to: room.minX...room.maxX), at.y.clamped(to: room.minY...room.maxY))
        // Words stand above all arrows, whichever is drawn last.
        canvas.put(Text(label, style, align: 0.5, halo: 4).node.layer(1), at: spot, index: 0)
      }
    }
  }

  /// Says who this is over the whole figure, and what it is to a reader.
  public func same(_ kind: StaticString, _ ids: Int..., named meaning: Phrase? = nil) -> MatrixPlaneItem {
    let identity = Identity(kind, ids)
    let inner = node
    return MatrixPlaneItem(isGround: isGround) { inner($0).same(identity, named: meaning) }
  }

  private static func words(_ paint: Paint) -> Paint {
    if case .category(let index, _) = paint.tint { return .category(index, .text) }
    return .ink
  }
}
