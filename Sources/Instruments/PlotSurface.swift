import Figures

/// A line of equal value around the origin of a plot: an ellipse along its axes.
public struct PlotContour: Sendable {
  /// Half its extent along x and y, in data.
  public var halfAxes: Size
  /// How the area inside is tinted, 0…1.
  public var heat: Double
  /// Its line.
  public var stroke: Stroke

  /// Creates a contour.
  public init(_ halfAxes: Size, heat: Double, stroke: Stroke = Stroke(.line, width: 1)) {
    (self.halfAxes, self.heat, self.stroke) = (halfAxes, heat, stroke)
  }

  func outline(_ area: PlotArea) -> Outline {
    let (a, b) = (area(-halfAxes.width, halfAxes.height), area(halfAxes.width, -halfAxes.height))
    return .ellipse(Rect(from: a, to: b))
  }
}

extension PlotItem {
  /// A surface seen from above: contours, the outermost first, each with the area inside it, on a ground of
  /// `heat`.
  public static func surface(_ contours: [PlotContour], heat: Double) -> PlotItem {
    PlotItem(draw: { area, canvas in
      canvas.put(
        Node.filling { rect, canvas in
          canvas.outline(.rectangle(rect, radius: 0), fill: .plain(.scale(heat)))
          for contour in contours {
            canvas.outline(contour.outline(area), fill: .plain(.scale(contour.heat)), stroke: contour.stroke)
          }
        }.clipped(), in: area.rect, index: 0)
    })
  }

  /// The mark of a right angle at a point between a direction, in data, and the one square to it.
  public static func rightAngle(at p: PlotPoint, along d: PlotPoint, side: Double = 11) -> PlotItem {
    PlotItem(draw: { area, canvas in
      let corner = area(p)
      let u = (area(PlotPoint(p.x + d.x, p.y + d.y)) - corner).unit * side
      canvas.line(corner + u, corner + u + u.normal, corner + u.normal, stroke: Stroke(.ink, width: 1.25))
    })
  }
}
