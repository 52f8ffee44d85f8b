import Drawing
import Geometry
import Typography

/// Where something stands relative to another element.
public struct Relation: Sendable {
  /// Which side of the other element.
  enum Side: Sendable { case right, left, above, below, over }

  let side: Side
  let target: Identity
  let gap: Double
  let align: Alignment

  /// To the right; `align` is the share of the difference in height above it (0.5: centred).
  public static func rightOf(_ target: Identity, gap: Double = Spacing.s, align: Double = 0.5) -> Relation {
    Relation(side: .right, target: target, gap: gap, align: Alignment(0, align))
  }
  /// To the left.
  public static func leftOf(_ target: Identity, gap: Double = Spacing.s, align: Double = 0.5) -> Relation {
    Relation(side: .left, target: target, gap: gap, align: Alignment(0, align))
  }
  /// Above; `align` is the share of the difference in width on its left (0.5: centred).
  public static func above(_ target: Identity, gap: Double = Spacing.s, align: Double = 0.5) -> Relation {
    Relation(side: .above, target: target, gap: gap, align: Alignment(align, 0))
  }
  /// Below.
  public static func below(_ target: Identity, gap: Double = Spacing.s, align: Double = 0.5) -> Relation {
    Relation(side: .below, target: target, gap: gap, align: Alignment(align, 0))
  }
  /// On top of it, aligned inside.
  public static func over(_ target: Identity, _ align: Alignment = .center) -> Relation {
    Relation(side: .over, target: target, gap: 0, align: align)
  }

  func place(_ size: Size, at rect: Rect) -> Rect {
    let inside = align.place(size, in: rect)
    let origin: Point
    switch side {
    case .right: origin = Point(rect.maxX + gap, inside.minY)
    case .left: origin = Point(rect.minX - gap - size.width, inside.minY)
    case .above: origin = Point(inside.minX, rect.minY - gap - size.height)
    case .below: origin = Point(inside.minX, rect.maxY + gap)
    case .over: origin = inside.origin
    }
    return Rect(origin: origin, size: size)
  }
}

extension NodeConvertible {
  /// Places it relative to another element, wherever that stands; it takes no room where it is written.
  public func placed(_ relation: Relation) -> Node {
    let inner = node
    return Node(measure: { _, _ in Extent(.zero) }) { _, canvas in
      canvas.afterwards("a relative placement") { canvas in
        guard let target = canvas.rect(of: relation.target) else { return false }
        let size = inner.measure(Size(.infinity, .infinity), canvas.language).size
        canvas.put(inner, in: relation.place(size, at: target), index: 0)
        return true
      }
    }
  }

  /// Draws it around several elements: their common rectangle, grown by `margin`.
  public func spanning(_ targets: [Identity], margin: Double = 0) -> Node {
    let inner = node
    return Node(measure: { _, _ in Extent(.zero) }) { _, canvas in
      canvas.afterwards("a span") { canvas in
        var box: Rect?
        for target in targets {
          guard let rect = canvas.rect(of: target) else { return false }
          box = box?.union(rect) ?? rect
        }
        if let box { canvas.put(inner, in: box.outset(by: margin), index: 0) }
        return true
      }
    }
  }
}
