import Figures

/// A row of a matrix as a ruler for vectors: the lines on which the dot product with it has one value, numbered
/// beside the row.
public struct MatrixRuler: Sendable {
  /// The row; it has a length.
  let row: Point
  /// Its category of colour, and the dash of its lines.
  let tint: Int
  let dash: [Double]
  /// How far from the row's own line the numbers stand, in points, on the side that looks away from a vector.
  let distance: Double
  let avoided: Point

  /// Creates a ruler. Its numbers stand `distance` points from the row's own line, on the other side than the
  /// vector `avoided`.
  public init(_ row: Point, tint: Int, dash: [Double], distance: Double, awayFrom avoided: Point) {
    (self.row, self.tint, self.dash) = (row, tint, dash)
    (self.distance, self.avoided) = (distance, avoided)
  }

  /// The lines of whole numbers, every second one where they are close, with or without their numbers; those near
  /// `value` are left out.
  public func lines(except value: Double, numbered: Bool) -> MatrixPlaneItem {
    MatrixPlaneItem { area in
      Node.filling { rect, canvas in
        let pitch = area.unit / row.length
        let step = pitch < 26 ? 2 : 1
        for k in -12...12 where k % step == 0 && (Double(k) - value).magnitude * pitch > 22 {
          let stroke = Stroke(.category(tint, .edge), width: k == 0 ? 1.5 : 1, dash: k == 0 ? [] : dash)
          let (a, b) = area.cut(through: foot(Double(k)), along: row.normal)
          canvas.line(a, b, stroke: stroke)
          guard numbered else { continue }
          write(Phrase(trimmed(Double(k))), .data, at: Double(k), k, area, rect, &canvas)
        }
      }
    }
  }

  /// The line of one value, heavy, with what it says.
  public func line(at value: Double, _ name: Phrase) -> MatrixPlaneItem {
    MatrixPlaneItem { area in
      Node.filling { rect, canvas in
        let (a, b) = area.cut(through: foot(value), along: row.normal)
        let stroke = Stroke(.category(tint, .edge), width: 2.5)
        canvas.line(a, b, stroke: Stroke(.paper, width: stroke.width + 4))
        canvas.line(a, b, stroke: stroke)
        write(name, .note.bold, at: value, 0, area, rect, &canvas)
      }
    }
  }

  /// The point of a value's line on the row's own.
  private func foot(_ value: Double) -> Point { row.unit * (value / row.length) }

  /// Writes on a line, on a plate that stays inside the plane.
  private func write(
    _ text: Phrase, _ style: TextStyle, at value: Double, _ index: Int, _ area: MatrixPlaneArea, _ rect: Rect,
    _ canvas: inout Canvas
  ) {
    let normal = row.unit.normal
    let away = normal.x * avoided.x + normal.y * avoided.y > 0 ? normal * -1 : normal
    var at = area(foot(value)) + Point(away.x, -away.y) * distance
    guard rect.inset(by: Insets(horizontal: 16, vertical: 12)).contains(at) else { return }
    let half = measure(text[canvas.language], style, canvas.language).width / 2 + 8
    at.x = at.x.clamped(to: rect.minX + half...rect.maxX - half)
    let words = Text(text, style.painted(.category(tint, .text)), align: 0.5)
    let plate = words.background(.plate, padding: Insets(horizontal: 3, vertical: -2))
    canvas.put(plate.layer(1), at: at, index: index)
  }
}
