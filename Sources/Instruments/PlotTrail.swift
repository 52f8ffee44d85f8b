import Figures

extension PlotItem {
  /// A walk in straight steps from point to point, its places after the start marked where they can be told apart. Where it
  /// leaves the axes it is cut and ends in an arrowhead. Only the first `drawn` steps are there yet; a part of
  /// a step is a part of its line. Labels keep off all of it.
  public static func trail(
    _ points: [PlotPoint], drawn: Double = .infinity, _ stroke: Stroke, mark: PlotMark? = nil
  ) -> PlotItem {
    PlotItem(obstacles: { area, _ in
      let walk = Walk(points.map { area($0) }, in: area.rect)
      return zip(walk.points, walk.points.dropFirst()).map { .line($0, $1) }
    }) { area, canvas in
      let walk = Walk(points.map { area($0) }, in: area.rect, drawn: drawn)
      canvas.outline(.path(.polyline(walk.points)), stroke: stroke)
      if let mark, var last = walk.places.first {
        for p in walk.places where last.distance(to: p) > mark.radius * 1.6 {
          canvas.outline(mark.outline(p), fill: mark.surface.fill, stroke: mark.surface.stroke)
          last = p
        }
      }
      guard walk.leaves, walk.points.count > 1 else { return }
      let (before, tip) = (walk.points[walk.points.count - 2], walk.points[walk.points.count - 1])
      let along = (tip - before).unit
      canvas.arrow(from: Port(tip - along * 9, out: along), to: Port(tip, out: along * -1), stroke: stroke)
    }
  }

  /// An arrow from a point by a displacement, both in data, of which a share `drawn` is there yet. Where it
  /// leaves the axes it is cut.
  public static func vector(
    from start: PlotPoint, by d: PlotPoint, _ stroke: Stroke = .strong, drawn: Double = 1,
    label: PlotLabel? = nil, at share: Double = 0.5
  ) -> PlotItem {
    let end = PlotPoint(start.x + d.x * drawn, start.y + d.y * drawn)
    let middle = PlotPoint(start.x + d.x * share, start.y + d.y * share)
    return PlotItem(
      label: label, words: .beside(middle, clearance: 8),
      obstacles: { area, _ in
        let walk = Walk([area(start), area(end)], in: area.rect)
        return [.line(walk.points[0], walk.points[walk.points.count - 1])]
      }
    ) { area, canvas in
      let walk = Walk([area(start), area(end)], in: area.rect)
      let (a, b) = (walk.points[0], walk.points[walk.points.count - 1])
      let along = (b - a).unit
      canvas.arrow(from: Port(a, out: along), to: Port(b, out: along * -1), stroke: stroke)
    }
  }
}

/// A polyline on the canvas, as far as it is there and inside of a rectangle.
private struct Walk {
  /// The line, the cut included.
  var points: [Point] = []
  /// The corners of it that are places of the walk.
  var places: [Point] = []
  /// Whether it ends at the rectangle's edge on its way out.
  var leaves = false

  init(_ all: [Point], in rect: Rect, drawn: Double = .infinity) {
    guard let first = all.first else { return }
    (points, places) = ([first], [first])
    let room = rect.outset(by: 0.5)
    for (i, p) in all.enumerated().dropFirst() where Double(i) < drawn + 1 {
      let from = all[i - 1]
      let share = min(1, drawn - Double(i - 1))
      guard share > 0 else { return }
      let end = from.mixed(with: p, at: share)
      guard room.contains(end) else {
        let inside = room.overlap(from: from, to: end)
        points.append(from + (end - from).unit * inside)
        leaves = true
        return
      }
      points.append(end)
      if share >= 1 { places.append(end) }
    }
  }
}
