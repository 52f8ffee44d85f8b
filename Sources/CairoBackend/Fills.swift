import CCairo
import Drawing
import Encoding
import Geometry

extension FramePainter {
  /// Fills a form of a group whose map to the canvas is `m`.
  func fill(_ outline: Outline, _ fill: Fill, _ m: Affine, _ ink: Rect, _ opacity: Double) {
    switch (fill, medium) {
    case (.plain(let paint), _):
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
