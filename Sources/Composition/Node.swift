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
  /// What measures and draws: one object each, because nodes are copied often.
  enum Body: Sendable {
    case text(Text)
    case box(Box)
    case element(Element)
    case free(FreeDrawing)
  }

  /// Share of the room left over in a row or column; 0 for the natural extent.
  public var flex = 0.0
  private let body: Body

  init(flex: Double = 0, _ body: Body) {
    self.flex = flex
    self.body = body
  }

  /// Creates a node from its two functions.
  public init(
    flex: Double = 0, measure: @escaping @Sendable (Size, Language) -> Extent,
    draw: @escaping @Sendable (Rect, inout Canvas) -> Void
  ) {
    self.init(flex: flex, .free(FreeDrawing(.measured(measure), draw)))
  }

  /// Creates an element around what another node draws.
  init(_ tag: Tag, around inner: Node) {
    // What is said about one element in several words is one element.
    if case .element(let element) = inner.body, let both = element.tag.joined(with: tag) {
      self.init(flex: inner.flex, .element(Element(tag: both, inner: element.inner)))
    } else {
      self.init(flex: inner.flex, .element(Element(tag: tag, inner: inner)))
    }
  }

  /// Creates a node of a natural size that draws freely: the door for instruments, whose positions
  /// come from scales and data.
  public init(width: Double, height: Double, draw: @escaping @Sendable (Rect, inout Canvas) -> Void) {
    self.init(.free(FreeDrawing(.fixed(Size(width, height)), draw)))
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
  @inlinable public var node: Node { self }

  /// The room that it asks for when offered some; an offer of ∞ asks for the natural extent.
  public func measure(_ offer: Size, _ language: Language) -> Extent {
    switch body {
    case .text(let text): return text.measure(offer, language)
    case .box(let box): return box.measure(offer, language)
    case .element(let element): return element.inner.measure(offer, language)
    case .free(let drawing): return drawing.measure(offer, language)
    }
  }

  /// Draws into the rectangle that the parent decided on.
  public func draw(_ rect: Rect, _ canvas: inout Canvas) {
    switch body {
    case .text(let text): text.draw(rect, &canvas)
    case .box(let box): box.draw(rect, &canvas)
    case .element(let element): canvas.element(element, in: rect)
    case .free(let drawing): drawing.draw(rect, &canvas)
    }
  }

  /// Draws as large as it asks to be, aligned in a room.
  func draw(_ align: Alignment, in room: Rect, _ canvas: inout Canvas) {
    // Words need not be set a second time to know where they stand.
    if case .text(let text) = body { return text.draw(align, in: room, &canvas) }
    draw(align.place(measure(room.size, canvas.language).size, in: room), &canvas)
  }
}

/// What a node without a type of its own measures and draws.
final class FreeDrawing: Sendable {
  /// The room that it asks for.
  enum Room: Sendable {
    case fixed(Size)
    case measured(@Sendable (Size, Language) -> Extent)
  }

  private let room: Room
  let draw: @Sendable (Rect, inout Canvas) -> Void

  init(_ room: Room, _ draw: @escaping @Sendable (Rect, inout Canvas) -> Void) {
    self.room = room
    self.draw = draw
  }

  func measure(_ offer: Size, _ language: Language) -> Extent {
    switch room {
    case .fixed(let size): return Extent(size)
    case .measured(let measure): return measure(offer, language)
    }
  }
}

/// What makes a node an element, and what that draws.
final class Element: Sendable {
  let tag: Tag
  let inner: Node

  init(tag: Tag, inner: Node) {
    self.tag = tag
    self.inner = inner
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
  @inlinable public static func buildExpression<N: NodeConvertible>(_ piece: N) -> Few<Node> {
    Few(piece.node)
  }
  /// Components made elsewhere.
  @inlinable public static func buildExpression(_ nodes: [Node]) -> Few<Node> { Few(nodes) }
  /// Components made elsewhere.
  @inlinable public static func buildExpression(_ nodes: Few<Node>) -> Few<Node> { nodes }
  /// One component alone, as most often.
  @inlinable public static func buildBlock(_ part: Few<Node>) -> Few<Node> { part }
  /// Components one after the other.
  public static func buildBlock(_ parts: Few<Node>...) -> Few<Node> { Few(parts.flatMap { $0 }) }
  /// A component that may be left out.
  public static func buildOptional(_ part: Few<Node>?) -> Few<Node> { part ?? [] }
  /// One branch.
  public static func buildEither(first: Few<Node>) -> Few<Node> { first }
  /// The other branch.
  public static func buildEither(second: Few<Node>) -> Few<Node> { second }
  /// A loop.
  public static func buildArray(_ parts: [Few<Node>]) -> Few<Node> { Few(parts.flatMap { $0 }) }
  /// What a container holds.
  @inlinable public static func buildFinalResult(_ nodes: Few<Node>) -> Few<Node> { nodes }
  /// The same as an array.
  @inlinable public static func buildFinalResult(_ nodes: Few<Node>) -> [Node] { Array(nodes) }
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
