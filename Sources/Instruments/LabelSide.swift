import Figures

/// Where a label stands as seen from the point that it names.
public enum LabelSide: Int, Sendable, CaseIterable {
  /// Clockwise from the right.
  case right, belowRight, below, belowLeft, left, aboveLeft, above, aboveRight

  /// −1, 0 or 1 to the right, and −1, 0 or 1 downwards.
  var direction: Point {
    switch self {
    case .right: Point(1, 0)
    case .belowRight: Point(1, 1)
    case .below: Point(0, 1)
    case .belowLeft: Point(-1, 1)
    case .left: Point(-1, 0)
    case .aboveLeft: Point(-1, -1)
    case .above: Point(0, -1)
    case .aboveRight: Point(1, -1)
    }
  }

  /// How the lines of a label on this side are aligned: towards the point.
  var align: Double { (1 - direction.x) / 2 }

  /// The rectangle of a label on this side, `distance` points from its point.
  func rect(_ size: Size, beside p: Point, distance: Double) -> Rect {
    let d = direction
    let k = d.x != 0 && d.y != 0 ? distance * 0.75 : distance
    return Rect(
      p.x + d.x * k - size.width * align, p.y + d.y * k - size.height * (1 - d.y) / 2, size.width, size.height
    )
  }
}
