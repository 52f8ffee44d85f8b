import Figures

/// Places and draws the words of a plot, by rank, clear of everything that it draws.
struct PlotWords {
  private let items: [PlotItem]
  private let area: PlotArea
  /// Where the upper title stands.
  private let title: Rect

  init(_ items: [PlotItem], _ area: PlotArea, title: Rect) {
    (self.items, self.area, self.title) = (items, area, title)
  }

  func draw(_ canvas: inout Canvas) {
    let language = canvas.language
    // Words on the uppermost line may reach into the room of the upper title.
    var layout = LabelLayout(
      room: area.rect.inset(by: Insets(left: -2, top: -Plot.top, right: -2, bottom: 0)))
    layout.avoid(title)
    var grounds: [[Point]] = []
    for item in items {
      for obstacle in item.obstacles(area, language) {
        switch obstacle {
        case .box(let box): layout.avoid(box)
        case .line(let a, let b): layout.avoid(from: a, to: b)
        case .ground(let corners): grounds.append(corners)
        }
      }
    }
    for i in byRank() {
      guard let label = items[i].label, let words = items[i].words else { continue }
      draw(label, words, items[i].identity, i, grounds, &layout, &canvas)
    }
  }

  /// The items with words, those of lower rank first.
  private func byRank() -> [Int] {
    var ranks = items.compactMap { $0.label?.rank }
    ranks.sort()
    var order: [Int] = []
    var last: Int?
    for rank in ranks where rank != last {
      order += items.indices.filter { items[$0].label?.rank == rank }
      last = rank
    }
    return order
  }

  private func draw(
    _ label: PlotLabel, _ words: PlotItem.Words, _ identity: Identity?, _ index: Int, _ grounds: [[Point]],
    _ layout: inout LabelLayout, _ canvas: inout Canvas
  ) {
    let size = Text(label.text, label.style).node.measure(Size(.infinity, .infinity), canvas.language).size
    var (rect, align, rim) = (Rect.zero, 0.5, 4.0)
    var leader: (from: Point, to: Point)?
    switch words {
    case .beside(let point, let clearance):
      guard
        let spot = layout.place(
          size, beside: area(point), clearance: clearance, sides: label.sides, isOptional: label.isOptional,
          hasLeader: label.hasLeader)
      else { return }
      (rect, align, leader) = (spot.rect, spot.side.align, spot.leader)
    case .inside(let corners, let places):
      let ground = corners.map { area($0) }
      let room = Path.polyline(ground).bounds.inset(by: Insets(horizontal: Spacing.xs, vertical: Spacing.s))
      let rects = places.map { $0.place(size, in: room) }
      let fitting = rects.filter { lies($0, in: ground) }
      rect = layout.choose(fitting.isEmpty ? rects : fitting) ?? room
      if let first = places.first, first.x < 0.25 { align = 0 }
    case .alongside(let a, let b, let places):
      let along = area(b) - area(a)
      let rects = label.sides.filter { $0.direction.y == 0 }.flatMap { side in
        places.map { side.rect(size, beside: area(a) + along * $0, distance: 12) }
      }
      rect = layout.choose(rects) ?? .zero
      align = rect.midX < area(a).x ? 1 : 0
    case .upon(let a, let b, let places):
      let (p, q) = (area(a), area(b))
      let room = Rect(p.x, p.y - size.height - 1, q.x - p.x, size.height)
      let rects = places.map { Alignment($0, 0).place(size, in: room) }
      // Above what stands on the line, if nowhere else.
      rect =
        layout.choose([0.0, -8, -16].flatMap { up in rects.map { $0.offset(by: Point(0, up)) } }) ?? room
      // So near to its line that a full rim would bite into it.
      rim = 1
    }
    let clear = grounds.contains { lies(rect, in: $0) } && !layout.isCrossed(rect)
    let text = Text(label.text, label.style, align: align, halo: clear ? 0 : rim)
    // Without a leader a line of no length keeps its place in the order of marks.
    let ends = leader ?? (rect.center, rect.center)
    let node = Node.filling { rect, canvas in
      canvas.line(ends.from, ends.to, stroke: Stroke(.line, width: 1.25))
      canvas.put(text, in: rect, index: 0)
    }.opacity(label.opacity)
    canvas.put(identity.map { node.same($0.place(1)) } ?? node, in: rect, index: -1 - index)
  }

  /// Whether a rectangle lies in a convex polygon.
  private func lies(_ rect: Rect, in corners: [Point]) -> Bool {
    [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].allSatisfy { inside(rect.point($0.0, $0.1), corners) }
  }

  /// Whether a point lies in a convex polygon.
  private func inside(_ p: Point, _ corners: [Point]) -> Bool {
    var (left, right) = (false, false)
    for (i, a) in corners.enumerated() {
      let b = corners[(i + 1) % corners.count]
      let turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
      if turn > 0 { right = true } else if turn < 0 { left = true }
    }
    return !(left && right)
  }
}
