import Drawing
import Geometry
import Typography

/// Things in rows and columns, row by row.
public struct Grid: NodeConvertible {
  private let columns: Int
  private let spacing: Size
  private let equal: Bool
  private let align: Alignment
  private let children: Few<Node>

  /// Creates a grid; fewer than one column counts as one. Tracks are as large as their largest child,
  /// or all alike when `equal`.
  public init(
    columns: Int, spacing: Double = Spacing.s, rowSpacing: Double? = nil, equal: Bool = false,
    align: Alignment = .center, @NodeBuilder _ body: () -> Few<Node>
  ) {
    self.columns = max(1, columns)
    self.spacing = Size(spacing, rowSpacing ?? spacing)
    self.equal = equal
    self.align = align
    children = body()
  }

  /// What it lays out and draws.
  public var node: Node {
    Node(
      measure: { _, language in
        let (widths, heights) = tracks(language)
        return Extent(Size(length(widths, spacing.width), length(heights, spacing.height)))
      },
      draw: { rect, canvas in
        let (widths, heights) = tracks(canvas.language)
        var y = rect.minY
        for (row, height) in heights.enumerated() {
          var x = rect.minX
          for (column, width) in widths.enumerated() {
            let i = row * columns + column
            guard i < children.count else { break }
            let size = children[i].measure(Size(width, height), canvas.language).size
            let cell = Rect(x, y, width, height)
            canvas.put(children[i], in: children[i].flex > 0 ? cell : align.place(size, in: cell), index: i)
            x += width + spacing.width
          }
          y += height + spacing.height
        }
      })
  }

  private func length(_ tracks: [Double], _ gap: Double) -> Double {
    tracks.reduce(0, +) + gap * Double(max(0, tracks.count - 1))
  }

  private func tracks(_ language: Language) -> (widths: [Double], heights: [Double]) {
    let rows = (children.count + columns - 1) / columns
    var widths = [Double](repeating: 0, count: min(columns, children.count))
    var heights = [Double](repeating: 0, count: rows)
    for (i, child) in children.enumerated() {
      let size = child.measure(Size(.infinity, .infinity), language).size
      widths[i % columns] = max(widths[i % columns], size.width)
      heights[i / columns] = max(heights[i / columns], size.height)
    }
    if equal {
      let (w, h) = (widths.max() ?? 0, heights.max() ?? 0)
      return (widths.map { _ in w }, heights.map { _ in h })
    }
    return (widths, heights)
  }
}

/// Things on top of each other, the first at the back.
public struct Overlay: NodeConvertible {
  private let align: Alignment
  private let children: Few<Node>

  /// Creates an overlay. It is as large as its largest child.
  public init(align: Alignment = .center, @NodeBuilder _ body: () -> Few<Node>) {
    self.align = align
    children = body()
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { children.isEmpty }

  /// What it lays out and draws.
  public var node: Node {
    Node(flex: children.contains { $0.flex > 0 } ? 1 : 0, measure: measure, draw: draw)
  }

  func measure(_ offer: Size, _ language: Language) -> Extent {
    var size = Size.zero
    var baseline: Double?
    for child in children {
      let e = child.measure(offer, language)
      if baseline == nil { baseline = e.baseline }
      size = Size(max(size.width, e.size.width), max(size.height, e.size.height))
    }
    return Extent(size, baseline: baseline)
  }

  func draw(_ rect: Rect, _ canvas: inout Canvas) {
    for i in children.indices {
      let child = children[i]
      canvas.inside(i) {
        if child.flex > 0 { child.draw(rect, &$0) } else { child.draw(align, in: rect, &$0) }
      }
    }
  }
}
