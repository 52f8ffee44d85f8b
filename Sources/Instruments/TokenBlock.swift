import Figures

/// Some tokens of one request in a column: a tick on the left between two of them, its name where it fits.
public struct TokenBlock: NodeConvertible {
  private let name: Phrase
  private let tokens: Int
  private let role: Role
  private let isFollowed: Bool

  /// Creates a block that fills its room; the followed one is solid with a ring.
  public init(_ name: Phrase, tokens: Int, role: Role, isFollowed: Bool = false) {
    self.name = name
    self.tokens = max(1, tokens)
    self.role = role
    self.isFollowed = isFollowed
  }

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let look: Surface = isFollowed ? .solid(role) : .rest(role)
      let unit = rect.height / Double(tokens)
      let gap = min(1, unit / 8)
      let area = rect.inset(by: Insets(horizontal: min(1.5, rect.width / 8), vertical: gap))
      let radius = min(look.radius, unit / 4, area.width / 4)
      canvas.outline(.rectangle(area, radius: radius), fill: look.fill, stroke: look.stroke)
      let style = TextStyle.note.bold.painted(look.words)
      let width = measure(name[canvas.language], style, canvas.language).width
      let isNamed = width + 6 <= area.width && area.height >= 12.5
      let side = isNamed ? (area.width - width) / 2 - 3 : area.width / 4
      ticks(area, unit, longest: min(4.5, side), &canvas)
      if isNamed { canvas.put(Text(name, style), at: area.center, index: 0) }
    }
  }

  private func ticks(_ area: Rect, _ unit: Double, longest: Double, _ canvas: inout Canvas) {
    let length = unit >= 5 ? max(0, longest) : 0
    var path = Path()
    for i in 1..<max(2, tokens) {
      let y = area.maxY - Double(i) * unit
      path.move(to: Point(area.minX + 1.5, y))
      path.line(to: Point(area.minX + 1.5 + (i < tokens ? length : 0), y))
    }
    canvas.outline(.path(path), stroke: Stroke(isFollowed ? .role(role, .onSolid) : .role(role, .edge)))
  }
}
