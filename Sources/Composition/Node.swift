import Drawing
import Geometry
import Typography

/// How much room a node asks for, and the lines by which it wants to be aligned.
public struct Extent: Sendable {
  /// Width and height in points.
  public var size: Size
  /// Distance from its top to its first baseline.
  public var baseline: Double
  /// Distance from its left edge to its vertical alignment guide.
  public var guide: Double

  /// Creates an extent; the baseline is its lower edge and the guide its middle unless given.
  public init(_ size: Size, baseline: Double? = nil, guide: Double? = nil) {
    self.size = size
    self.baseline = baseline ?? size.height
    self.guide = guide ?? size.width / 2
  }
}

/// A piece of a picture: how much room it asks for, and how it draws itself into the room it gets.
///
/// Everything that an author composes is a node or turns into one. A node is pure: measuring and
/// drawing it twice gives the same marks.
public struct Node: Sendable, NodeConvertible {
  /// The room that it asks for when offered some; an offer of ∞ asks for the natural extent.
  public let measure: @Sendable (_ offer: Size, _ language: Language) -> Extent
  /// Draws into the rectangle that the parent decided on.
  public let draw: @Sendable (_ rect: Rect, _ canvas: inout Canvas) -> Void
  /// Share of the room left over in a row or column; 0 for the natural extent.
  public var flex = 0.0
  /// What makes it an element, and what that element draws; nil for what has no identity of its own.
  private(set) var element: Element?

  /// Creates a node from its two functions.
  public init(
    flex: Double = 0, measure: @escaping @Sendable (Size, Language) -> Extent,
    draw: @escaping @Sendable (Rect, inout Canvas) -> Void
  ) {
    self.flex = flex
    self.measure = measure
    self.draw = draw
  }

  /// Creates an element around what another node draws.
  init(_ tag: Tag, around inner: Node) {
    // What is said about one element in several words is one element.
    let element =
      inner.element.flatMap { e in e.tag.joined(with: tag).map { Element(tag: $0, body: e.body) } }
      ?? Element(tag: tag, body: inner.draw)
    self.init(flex: inner.flex, measure: inner.measure) { rect, canvas in
      canvas.element(element.tag, in: rect, element.body)
    }
    self.element = element
  }

  /// Creates a node of a natural size that draws freely: the door for instruments, whose positions
  /// come from scales and data.
  public init(width: Double, height: Double, draw: @escaping @Sendable (Rect, inout Canvas) -> Void) {
    self.init(measure: { _, _ in Extent(Size(width, height)) }, draw: draw)
  }

  /// A node that takes all the room that it is offered and draws freely.
  public static func filling(draw: @escaping @Sendable (Rect, inout Canvas) -> Void) -> Node {
    Node(
      flex: 1,
      measure: { offer, _ in
        Extent(Size(offer.width.isFinite ? offer.width : 0, offer.height.isFinite ? offer.height : 0))
      }, draw: draw)
  }

  /// Nothing, of no size.
  public static let empty = Node(measure: { _, _ in Extent(.zero) }, draw: { _, _ in })

  /// The node itself.
  public var node: Node { self }
}

/// What makes a node an element, and what that draws: an object, because nodes are copied often.
final class Element: Sendable {
  let tag: Tag
  let body: @Sendable (Rect, inout Canvas) -> Void

  init(tag: Tag, body: @escaping @Sendable (Rect, inout Canvas) -> Void) {
    self.tag = tag
    self.body = body
  }
}

/// Something that can stand where a node is expected.
public protocol NodeConvertible: Sendable {
  /// What it lays out and draws.
  var node: Node { get }
}

/// Collects the nodes of a container's body; `if`, `for` and `switch` work inside.
@resultBuilder public enum NodeBuilder {
  /// One component.
  public static func buildExpression<N: NodeConvertible>(_ piece: N) -> [Node] { [piece.node] }
  /// Components made elsewhere.
  public static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
  /// One component alone, as most often.
  public static func buildBlock(_ part: [Node]) -> [Node] { part }
  /// Components one after the other.
  public static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap { $0 } }
  /// A component that may be left out.
  public static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
  /// One branch.
  public static func buildEither(first: [Node]) -> [Node] { first }
  /// The other branch.
  public static func buildEither(second: [Node]) -> [Node] { second }
  /// A loop.
  public static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap { $0 } }
}

/// Where a thing sits in a larger room, as shares of the room left: 0 is left or top, 1 right or bottom.
public struct Alignment: Hashable, Sendable {
  /// Share of the free width on its left.
  public var x: Double
  /// Share of the free height above it.
  public var y: Double

  /// Creates an alignment from two shares.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The nine usual places.
  public static let topLeading = Alignment(0, 0), top = Alignment(0.5, 0), topTrailing = Alignment(1, 0)
  /// The middle row.
  public static let leading = Alignment(0, 0.5), center = Alignment(0.5, 0.5), trailing = Alignment(1, 0.5)
  /// The lower row.
  public static let bottomLeading = Alignment(0, 1), bottom = Alignment(0.5, 1),
    bottomTrailing = Alignment(1, 1)

  /// The rectangle of a size placed in a room.
  public func place(_ size: Size, in room: Rect) -> Rect {
    Rect(
      room.minX + (room.width - size.width) * x, room.minY + (room.height - size.height) * y,
      size.width, size.height)
  }
}
