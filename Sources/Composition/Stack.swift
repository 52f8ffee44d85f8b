import Drawing
import Geometry
import Typography

/// Standard distances, in points.
public enum Spacing {
  /// 4, 8, 12, 16, 24, 32 and 40 points.
  public static let xs = 4.0, s = 8.0, m = 12.0, l = 16.0, xl = 24.0, xxl = 32.0, margin = 40.0
  /// Between rows of equal things: 6 points.
  public static let row = 6.0
}

/// How things in a row or column are lined up across it.
public enum CrossAlignment: Int, Sendable {
  /// At the top of a row, at the left of a column.
  case start
  /// In the middle.
  case center
  /// At the bottom of a row, at the right of a column.
  case end
  /// Made as tall as the row, as wide as the column.
  case stretch
  /// By their first baselines (rows) or by their alignment guides (columns).
  case guide
}

/// Things from left to right.
public struct Row: NodeConvertible {
  private let stack: Stack

  /// Creates a row.
  public init(
    spacing: Double = Spacing.s, align: CrossAlignment = .center, @NodeBuilder _ body: () -> Few<Node>
  ) {
    stack = Stack(horizontal: true, spacing: spacing, align: align, children: body())
  }

  /// What it lays out and draws.
  public var node: Node { stack.node }
}

/// Things from top to bottom.
public struct Column: NodeConvertible {
  private let stack: Stack

  /// Creates a column.
  public init(
    spacing: Double = Spacing.s, align: CrossAlignment = .start, @NodeBuilder _ body: () -> Few<Node>
  ) {
    stack = Stack(horizontal: false, spacing: spacing, align: align, children: body())
  }

  /// What it lays out and draws.
  public var node: Node { stack.node }
}

/// Room that pushes its neighbours apart.
public struct Spacer: NodeConvertible {
  /// Creates room of one share.
  public init() {}
  /// What it lays out and draws.
  public var node: Node { Node(flex: 1, measure: { _, _ in Extent(.zero) }, draw: { _, _ in }) }
}

/// Children along one axis; rows and columns are this with the axes exchanged.
private struct Stack: NodeConvertible {
  let horizontal: Bool
  let spacing: Double
  let align: CrossAlignment
  let children: Few<Node>

  var node: Node {
    Node(
      flex: 0, measure: { offer, language in measure(offer, language) },
      draw: { rect, canvas in draw(rect, &canvas) })
  }

  private func along(_ s: Size) -> Double { horizontal ? s.width : s.height }
  private func across(_ s: Size) -> Double { horizontal ? s.height : s.width }
  private func size(_ along: Double, _ across: Double) -> Size {
    horizontal ? Size(along, across) : Size(across, along)
  }

  /// Distance from the near edge to the line by which children are aligned.
  private func guide(_ e: Extent) -> Double { horizontal ? e.baseline : e.guide }

  private func extents(_ offer: Size, _ language: Language) -> (extents: [Extent], lengths: [Double]) {
    let room = across(offer)
    let extents = children.map { $0.measure(size(.infinity, room), language) }
    var lengths = extents.map { along($0.size) }
    let flex = children.reduce(0) { $0 + $1.flex }
    let total = lengths.reduce(0, +) + spacing * Double(max(0, children.count - 1))
    let free = along(offer) - total
    if flex > 0 && free.isFinite && free > 0 {
      for (i, child) in children.enumerated() { lengths[i] += free * child.flex / flex }
    }
    return (extents, lengths)
  }

  private func measure(_ offer: Size, _ language: Language) -> Extent {
    let (extents, lengths) = extents(offer, language)
    let length = lengths.reduce(0, +) + spacing * Double(max(0, children.count - 1))
    var (before, after) = (0.0, 0.0)
    for e in extents {
      let g = align == .guide ? guide(e) : 0
      before = max(before, g)
      after = max(after, across(e.size) - g)
    }
    let total = size(length, before + after)
    let first = extents.first
    return Extent(
      total, baseline: horizontal && align == .guide ? before : first?.baseline,
      guide: !horizontal && align == .guide ? before : nil)
  }

  private func draw(_ rect: Rect, _ canvas: inout Canvas) {
    let (extents, lengths) = extents(rect.size, canvas.language)
    let room = across(rect.size)
    let line = align == .guide ? extents.reduce(0) { max($0, guide($1)) } : 0
    var position = 0.0
    for (i, child) in children.enumerated() {
      var depth = across(extents[i].size)
      var start = 0.0
      switch align {
      case .start: start = 0
      case .center: start = (room - depth) / 2
      case .end: start = room - depth
      case .stretch: depth = room
      case .guide: start = line - guide(extents[i])
      }
      // A flexible child fills the row across as well unless it has a size of its own there.
      if child.flex > 0 && depth == 0 { (start, depth) = (0, room) }
      let extent = size(lengths[i], depth)
      let origin = horizontal ? Point(position, start) : Point(start, position)
      canvas.put(child, in: Rect(origin: rect.origin + origin, size: extent), index: i)
      position += lengths[i] + spacing
    }
  }
}
