import Figures

/// The time of a request in a lane: one cell a token, a tick between two, growing from the left.
///
/// Its room is that of all its tokens. Before the first token it is an empty chip of one cell.
public struct TokenBar: NodeConvertible {
  private let name: Phrase
  private let tokens: Int
  private let grown: Int
  private let role: Role
  private let isFollowed: Bool
  private let remark, total: Phrase?

  /// Creates a bar of `tokens` cells, of which `grown` are there yet (all by default). The followed one is
  /// solid with a ring. Once it is whole, `remark` stands behind the name and `total` at its end, where
  /// they fit.
  public init(
    _ name: Phrase, tokens: Int, grown: Int? = nil, role: Role = .cache, isFollowed: Bool = false,
    remark: Phrase? = nil, total: Phrase? = nil
  ) {
    self.name = name
    self.tokens = max(1, tokens)
    self.grown = (grown ?? tokens).clamped(to: 0...self.tokens)
    self.role = role
    self.isFollowed = isFollowed
    self.remark = remark
    self.total = total
  }

  /// Free room at both ends, so that neighbours don't touch.
  private static let inset = 1.5
  /// Lower bars have no ticks, which would touch the words, no remarks, or not even a name; in points.
  private static let tickedHeight = 24.0, remarkHeight = 20.0, namedHeight = 12.5

  /// What it lays out and draws.
  public var node: Node {
    Node.filling { rect, canvas in
      let unit = rect.width / Double(tokens)
      let look: Surface = isFollowed ? .solid(role) : .rest(role)
      area(rect, unit, look, &canvas)
      ticks(rect, unit, &canvas)
      words(rect, unit, look, &canvas)
    }
  }

  private func area(_ rect: Rect, _ unit: Double, _ look: Surface, _ canvas: inout Canvas) {
    func part(_ cells: Int) -> Rect {
      Rect(rect.minX + Self.inset, rect.minY, max(0, Double(cells) * unit - 2 * Self.inset), rect.height)
    }
    let radius = min(look.radius, rect.height / 4, unit / 4)
    let ground = isFollowed ? look.fill : .plain(.paper)
    canvas.outline(.rectangle(part(max(1, grown)), radius: radius), fill: ground, stroke: look.stroke)
    let inner = part(grown).inset(by: Insets(all: (look.stroke?.width ?? 0) / 2))
    canvas.outline(.rectangle(inner, radius: max(0, radius - 0.6)), fill: look.fill)
  }

  /// One path whatever has grown, so that each tick stays the same line.
  private func ticks(_ rect: Rect, _ unit: Double, _ canvas: inout Canvas) {
    let height = rect.height >= Self.tickedHeight && unit >= 5 ? min(3.5, (rect.height - 16) / 2) : 0
    let top = rect.maxY - 1.5 - height
    var path = Path()
    for i in 1..<max(2, tokens) {
      let x = rect.minX + Double(i) * unit
      path.move(to: Point(x, top))
      path.line(to: Point(x, top + (i < grown ? height : 0)))
    }
    canvas.outline(.path(path), stroke: Stroke(isFollowed ? .role(role, .onSolid) : .role(role, .edge)))
  }

  private func words(_ rect: Rect, _ unit: Double, _ look: Surface, _ canvas: inout Canvas) {
    let style = TextStyle.note.bold.painted(look.words)
    let line = measure(name[canvas.language], style, canvas.language)
    let centred = line.width + 6 <= unit
    let room = Double(max(1, grown)) * unit
    guard rect.height >= Self.namedHeight, centred || line.width + 8 <= room else { return }
    let middle = rect.minX + (centred ? unit / 2 : 4 + line.width / 2)
    canvas.put(Text(name, style), at: Point(middle, rect.midY), index: 0)
    guard grown == tokens, rect.height >= Self.remarkHeight else { return }
    var end = rect.maxX - Spacing.s
    let start = line.width > 0 ? middle + line.width / 2 + 9 : rect.minX + Spacing.s
    if let total {
      let paint: Paint = isFollowed ? look.words : .role(role, .text)
      let words = Text(total, .note.painted(paint))
      let width = words.node.measure(Size(.infinity, .infinity), canvas.language).size.width
      if width <= end - start {
        canvas.put(words, at: Point(end, rect.midY), .trailing, index: 1)
        end -= width + Spacing.m
      }
    }
    if let remark {
      let words = Text(remark, .note.painted(look.words))
      if words.node.measure(Size(.infinity, .infinity), canvas.language).size.width <= end - start {
        canvas.put(words, at: Point(start, rect.midY), .leading, index: 2)
      }
    }
  }
}
