import Figures

/// How a measured thing is marked in a plot.
public struct PlotMark: Sendable {
  /// The form, so that kinds differ without colour.
  public enum Form: Int, Sendable {
    /// A disc.
    case circle
    /// A square on its corner.
    case diamond
  }

  /// Its form.
  public var form: Form
  /// Its look.
  public var surface: Surface
  /// From its middle to its edge or corner, in points.
  public var radius: Double

  /// Creates a mark.
  public init(_ form: Form, _ surface: Surface, radius: Double) {
    self.form = form
    self.surface = surface
    self.radius = radius
  }

  /// The one thing that the figure follows: saturated, ringed with ink.
  public static func followed(_ role: Role, _ form: Form = .circle) -> PlotMark {
    PlotMark(form, .solid(role), radius: form == .circle ? 8 : 12)
  }
  /// A thing at rest.
  public static func rest(_ role: Role, _ form: Form = .circle) -> PlotMark {
    var surface = Surface.rest(role)
    surface.stroke?.width = 2
    return PlotMark(form, surface, radius: form == .circle ? 6.5 : 11)
  }
  /// A thing at rest on a place that others may have too: hollow, and wide enough to go round them.
  public static func around(_ role: Role, _ form: Form = .diamond) -> PlotMark {
    PlotMark(form, Surface(stroke: Stroke(.role(role, .edge), width: 2)), radius: form == .circle ? 12 : 15)
  }
  /// A place where a thing has been or would be.
  public static func trace(_ role: Role) -> PlotMark {
    PlotMark(
      .circle, Surface(fill: .plain(.paper), stroke: Stroke(.role(role, .edge), width: 1.5)), radius: 3.5)
  }

  /// The mark before what it stands for, as a line of a key.
  public func key(_ words: Phrase) -> Node {
    Row(spacing: Spacing.s) {
      Node(width: 2 * radius, height: 2 * radius) { rect, canvas in
        canvas.outline(outline(rect.center), fill: surface.fill, stroke: surface.stroke)
      }
      Text(words, .note.painted(.muted))
    }.node
  }

  func outline(_ p: Point) -> Outline {
    switch form {
    case .circle: .ellipse(Rect(center: p, size: Size(2 * radius, 2 * radius)))
    case .diamond:
      .path(
        .polyline(
          [p + Point(0, -radius), p + Point(radius, 0), p + Point(0, radius), p + Point(-radius, 0)],
          closed: true))
    }
  }
}

extension PlotItem {
  /// A mark at a pair of values, its label beside it; while it is still on its way there, `now` says where
  /// it is drawn. With `inside`, it is not seen outside of the axes.
  public static func dot(
    _ point: PlotPoint, _ mark: PlotMark, now: PlotPoint? = nil, inside: Bool = false, label: PlotLabel? = nil
  ) -> PlotItem {
    let size = Size(2 * mark.radius, 2 * mark.radius)
    let drawn = now ?? point
    return PlotItem(
      label: label, words: .beside(point, clearance: mark.radius + 5),
      bounds: { Rect(center: $0(drawn), size: size) },
      obstacles: { area, _ in [.box(Rect(center: area(point), size: size))] }
    ) { area, canvas in
      guard !inside || area.rect.outset(by: 1).contains(area(drawn)) else { return }
      canvas.outline(mark.outline(area(drawn)), fill: mark.surface.fill, stroke: mark.surface.stroke)
    }
  }
}
