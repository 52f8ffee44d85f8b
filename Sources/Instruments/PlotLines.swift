import Figures

extension PlotItem {
  /// An area whose corners are given in data.
  public static func area(_ corners: [PlotPoint], _ fill: Fill) -> PlotItem {
    PlotItem(obstacles: { area, _ in [.ground(corners.map { area($0) })] }) { area, canvas in
      canvas.outline(.path(.polyline(corners.map { area($0) }, closed: true)), fill: fill)
    }
  }

  /// A line through data; labels keep off it.
  public static func curve(_ points: [PlotPoint], _ stroke: Stroke) -> PlotItem {
    PlotItem(obstacles: { area, _ in
      zip(points, points.dropFirst()).map { .line(area($0), area($1)) }
    }) { area, canvas in
      canvas.outline(.path(.polyline(points.map { area($0) })), stroke: stroke)
    }
  }

  /// Words along the upper side of the straight line between two pairs, their middle a `share` of the way.
  public static func words(
    _ phrase: Phrase, _ style: TextStyle = .note, along a: PlotPoint, _ b: PlotPoint, at share: Double = 0.5
  ) -> PlotItem {
    @Sendable func place(_ area: PlotArea) -> (middle: Point, along: Point) {
      let d = (area(b) - area(a)).unit
      return (area(a).mixed(with: area(b), at: share) - d.normal * (style.lineHeight / 2 + 5), d)
    }
    return PlotItem(obstacles: { area, language in
      let (middle, d) = place(area)
      let half = d * (measure(phrase[language], style, language).width / 2)
      return [-7.0, 0, 7].map { .line(middle - half + d.normal * $0, middle + half + d.normal * $0) }
    }) { area, canvas in
      let (middle, d) = place(area)
      canvas.put(
        Text(phrase, style, align: 0.5, halo: 4).node.rotated(Maths.atan2(d.y, d.x)), at: middle, index: 0)
    }
  }

  /// Words inside a convex area, at the first free one of several places of the rectangle around it.
  public static func words(
    _ label: PlotLabel, inside corners: [PlotPoint], places: [Alignment] = [.center]
  ) -> PlotItem {
    PlotItem(label: label, words: .inside(corners, places))
  }

  /// Words that stand on a level line between two ends, at the first free one of several shares of it.
  public static func words(
    _ label: PlotLabel, upon a: PlotPoint, _ b: PlotPoint, places: [Double] = [0.5]
  ) -> PlotItem {
    PlotItem(label: label, words: .upon(a, b, places))
  }

  /// Words on the first free side of an upright line between two ends, at the first free one of several
  /// shares of its length; of the label's sides, left and right count.
  public static func words(
    _ label: PlotLabel, alongside a: PlotPoint, _ b: PlotPoint, places: [Double] = [0.5]
  ) -> PlotItem {
    PlotItem(label: label, words: .alongside(a, b, places))
  }

  /// Words beside a place of the plot where nothing is drawn.
  public static func words(_ label: PlotLabel, beside point: PlotPoint, clearance: Double = 4) -> PlotItem {
    PlotItem(label: label, words: .beside(point, clearance: clearance))
  }

  /// An arrow beside the way from one pair to another, displaced by `aside` points to its right.
  public static func shift(
    from a: PlotPoint, to b: PlotPoint, aside: Double, _ stroke: Stroke = .arrow
  ) -> PlotItem {
    @Sendable func ends(_ area: PlotArea) -> (from: Port, to: Port) {
      let d = (area(b) - area(a)).unit
      return (Port(area(a) + d.normal * aside, out: d), Port(area(b) + d.normal * aside, out: d * -1))
    }
    return PlotItem(obstacles: { area, _ in [.line(ends(area).from.point, ends(area).to.point)] }) {
      area, canvas in
      let (from, to) = ends(area)
      canvas.arrow(from: from, to: to, stroke: stroke)
    }
  }

  /// A distance along y at one x: a bar at its start, an arrowhead that stops `gap` points before its end.
  /// Only a share `drawn` of it is there yet; the label stands beside it, at the first free one of several
  /// shares of its length.
  public static func distance(
    at x: Double, from: Double, to: Double, _ stroke: Stroke = Stroke(.ink, width: 1.5), gap: Double = 0,
    drawn: Double = 1, label: PlotLabel? = nil, places: [Double] = [0.5]
  ) -> PlotItem {
    let (a, b) = (PlotPoint(x, from), PlotPoint(x, to))
    return PlotItem(
      label: label, words: .alongside(a, b, places), obstacles: { area, _ in [.line(area(a), area(b))] }
    ) { area, canvas in
      let (start, end) = (area(a), area(b))
      let along = (end - start).unit
      let tip = start + along * (max(0, start.distance(to: end) - gap) * drawn)
      canvas.line(start - Point(6, 0), start + Point(6, 0), stroke: stroke)
      canvas.arrow(from: Port(start, out: .zero), to: Port(tip, out: along * -1), stroke: stroke)
    }
  }
}
