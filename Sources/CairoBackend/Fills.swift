import CCairo
import Drawing
import Encoding
import Geometry

extension FramePainter {
  /// Fills a form of a group whose map to the canvas is `m`.
  func fill(_ outline: Outline, _ fill: Fill, _ m: Affine, _ ink: Rect, _ opacity: Double)
    throws(DrawingError)
  {
    switch (fill, medium) {
    case (.plain(let paint), _):
      if fillWhole(outline, theme.color(paint), m, opacity) { return }
      if try stamp(outline, stroke: nil, theme.color(paint), m, opacity) { return }
      canvas.set(device(m))
      canvas.trace(outline)
      canvas.set(theme.color(paint), opacity)
      cairo_fill(canvas.cr)
    case (.hatch(let line, let ground), .pixels(let width, let height)):
      let image = PixelRect(left: 0, top: 0, right: width, bottom: height)
      let tile = PixelRect(ink: ink, scale: scale).intersection(image)
      guard !tile.isEmpty else { return }
      canvas.set(device(m))
      canvas.trace(outline)
      hatchPixels(tile, line: theme.color(line), ground: theme.color(ground), opacity)
    case (.hatch(let line, let ground), .document):
      canvas.set(device(m))
      canvas.trace(outline)
      canvas.set(theme.color(ground), opacity)
      cairo_fill_preserve(canvas.cr)
      hatchLines(over: ink, theme.color(line), opacity)
    }
  }

  /// Fills an opaque rectangle of whole pixels only where pixels are wanted, so that a ground under everything does
  /// not cost a whole picture; false for other forms, which must be drawn in one piece.
  private func fillWhole(_ outline: Outline, _ color: Color, _ m: Affine, _ opacity: Double) -> Bool {
    guard let areas, color.alpha >= 1, opacity >= 1, case .rectangle(let rect, let radius) = outline,
      radius <= 0,
      device(m).isAxisAligned
    else { return false }
    let box = device(m).bounds(of: rect)
    let pixels = PixelRect(
      left: Int(box.minX.rounded()), top: Int(box.minY.rounded()), right: Int(box.maxX.rounded()),
      bottom: Int(box.maxY.rounded()))
    guard
      box
        == Rect(
          from: Point(Double(pixels.left), Double(pixels.top)),
          to: Point(Double(pixels.right), Double(pixels.bottom)))
    else { return false }
    canvas.set(.identity)
    for area in areas {
      let r = area.intersection(pixels)
      if !r.isEmpty {
        cairo_rectangle(
          canvas.cr, Double(r.left), Double(r.top), Double(r.right - r.left), Double(r.bottom - r.top))
      }
    }
    canvas.set(color)
    cairo_fill(canvas.cr)
    return true
  }

  /// Fills the current path with lines and ground in one step, so that their common edge is one edge.
  private func hatchPixels(_ area: PixelRect, line: Color, ground: Color, _ opacity: Double) {
    let (width, height) = (area.right - area.left, area.bottom - area.top)
    var tile = supplies.hatch.tile(
      left: area.left, top: area.top, width: width, height: height, scale: scale, line: line, ground: ground,
      opacity: opacity)
    tile.withUnsafeMutableBytes { bytes in
      let surface = cairo_image_surface_create_for_data(
        bytes.bindMemory(to: UInt8.self).baseAddress, CAIRO_FORMAT_ARGB32, Int32(width), Int32(height),
        Int32(width * 4))
      canvas.set(.identity)
      cairo_set_source_surface(canvas.cr, surface, Double(area.left), Double(area.top))
      cairo_pattern_set_filter(cairo_get_source(canvas.cr), CAIRO_FILTER_NEAREST)
      cairo_fill(canvas.cr)
      // Lets go of the tile before its memory ends.
      cairo_set_source_rgb(canvas.cr, 0, 0, 0)
      cairo_surface_destroy(surface)
    }
  }

  /// Draws hatch lines inside the current path.
  private func hatchLines(over ink: Rect, _ color: Color, _ opacity: Double) {
    guard let area = ink.intersection(Rect(origin: .zero, size: frame.size)) else { return }
    cairo_save(canvas.cr)
    cairo_clip(canvas.cr)
    canvas.set(.identity)
    Hatch.trace(over: area, on: canvas.cr)
    canvas.set(Stroke(.ink, width: Fill.hatchWidth))
    canvas.set(color, opacity)
    cairo_stroke(canvas.cr)
    cairo_restore(canvas.cr)
  }
}
