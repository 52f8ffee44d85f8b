import Drawing
import Geometry
import Typography

/// The look of a thing's area: tint says what it is, edge says where it ends, solid says look here.
public struct Surface: Sendable, Hashable {
  /// Its area; nil for none.
  public var fill: Fill?
  /// Its outline; nil for none.
  public var stroke: Stroke?
  /// Radius of its corners, in points.
  public var radius: Double
  /// What words on it are painted with.
  public var words: Paint

  /// Creates a look.
  public init(fill: Fill? = nil, stroke: Stroke? = nil, radius: Double = 4, words: Paint = .ink) {
    self.fill = fill
    self.stroke = stroke
    self.radius = radius
    self.words = words
  }

  /// A thing of a role, at rest.
  public static func rest(_ role: Role, radius: Double = 4) -> Surface {
    Surface(fill: .role(role, .fill), stroke: .edge(role), radius: radius, words: .role(role, .onFill))
  }
  /// The one thing to look at: saturated, ringed with ink.
  public static func solid(_ role: Role, radius: Double = 4) -> Surface {
    Surface(fill: .role(role, .solid), stroke: .strong, radius: radius, words: .role(role, .onSolid))
  }
  /// One of several that must be told apart.
  public static func category(_ index: Int, radius: Double = 4) -> Surface {
    Surface(
      fill: .plain(.category(index, .fill)), stroke: Stroke(.category(index, .edge)), radius: radius,
      words: .category(index, .onFill))
  }
  /// Paid for and unused.
  public static let idle = Surface(fill: .idle, radius: 2, words: .muted)
  /// A place with nothing in it.
  public static let absent = Surface(stroke: .absent, words: .muted)
  /// Not yet allowed.
  public static let notYet = Surface(
    fill: .idle, stroke: Stroke(.role(.masked, .edge), dash: [3, 3]), words: .muted)
  /// A quiet surface for ids and counters.
  public static let panel = Surface(fill: .plain(.panel), radius: 4)
  /// What a label on a hatch stands on.
  public static let plate = Surface(fill: .plain(.paper), radius: 4)
}

/// An area with something in it.
public final class Box: NodeConvertible {
  private let fill: Fill?
  private let stroke: Stroke?
  private let radius: Double
  private let padding: Insets
  private let content: Overlay
  private let source: SourceLine

  /// Creates an area as large as its content and padding; empty, it fills the room that it gets.
  public init(
    _ surface: borrowing Surface, padding: Insets = Insets(horizontal: Spacing.s, vertical: 2),
    align: Alignment = .center,
    file: StaticString = #fileID, line: UInt32 = #line, @NodeBuilder _ body: () -> Few<Node> = { [] }
  ) {
    (fill, stroke, radius) = (surface.fill, surface.stroke, surface.radius)
    content = Overlay(align: align, body)
    self.padding = content.isEmpty ? Insets() : padding
    source = SourceLine(file, line)
  }

  /// What it lays out and draws.
  public var node: Node { Node(flex: content.isEmpty ? 1 : 0, .box(self)) }

  func measure(_ offer: Size, _ language: Language) -> Extent {
    let e = content.measure(offer, language)
    return Extent(
      Size(e.size.width + padding.left + padding.right, e.size.height + padding.top + padding.bottom),
      baseline: e.baseline + padding.top)
  }

  func draw(_ rect: Rect, _ canvas: inout Canvas) {
    canvas.from(source) {
      $0.outline(.rectangle(rect, radius: radius), fill: fill, stroke: stroke)
    }
    canvas.inside(0) { content.draw(rect.inset(by: padding), &$0) }
  }
}
