import Figures

extension Picture {
  /// The colour that some items really paint at a point, one over the other, over the theme's paper. Of a
  /// hatch it is the ground between the lines. Lines thinner than `thinnest` points are left out.
  func color(at p: Point, of items: [Item], _ theme: Theme, thinnest: Double = 0) -> Color {
    var out = theme.color(.paper)
    for item in items where item.bounds.outset(by: 8).contains(p) {
      if let paint = item.paint(at: p) { out = theme.color(paint.faded(item.opacity)).over(out) }
      if let stroke = item.outline?.stroke, let outline = item.outline, stroke.width >= thinnest,
        item.clip?.contains(p) ?? true, outline.distance(to: p) <= stroke.width / 2
      {
        out = theme.color(stroke.paint.faded(item.opacity)).over(out)
      }
    }
    return out
  }
}

extension Item {
  /// What its area is painted with at a point; nil where it paints nothing.
  func paint(at p: Point) -> Paint? {
    guard clip?.contains(p) ?? true else { return nil }
    switch form {
    case .words: return nil
    case .raster(let raster, let rect):
      guard rect.contains(p), raster.columns > 0, raster.rows > 0 else { return nil }
      let x = min(raster.columns - 1, Int((p.x - rect.minX) / rect.width * Double(raster.columns)))
      let y = min(raster.rows - 1, Int((p.y - rect.minY) / rect.height * Double(raster.rows)))
      return Paint(raster.tint(raster.values[y * raster.columns + x]))
    case .outline(let outline):
      guard let fill = outline.fill, outline.contains(p) else { return nil }
      switch fill {
      case .plain(let paint): return paint
      case .hatch(_, let ground): return ground
      }
    }
  }

  /// Whether its area hides what lies behind a point.
  func hides(_ p: Point) -> Bool { (paint(at: p)?.opacity ?? 0) * opacity > 0.95 }

  /// Whether its area is hatched at a point.
  func hatches(_ p: Point) -> Bool {
    guard case .hatch? = outline?.fill else { return false }
    return paint(at: p) != nil
  }
}

extension Color {
  /// This colour laid over an opaque one.
  func over(_ ground: Color) -> Color {
    var out = ground.mixed(with: self, at: alpha)
    out.alpha = 1
    return out
  }
}
