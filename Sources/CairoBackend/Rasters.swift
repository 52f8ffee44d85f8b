import CCairo
import Drawing
import Geometry

extension Raster {
  /// Whether a document holds it as rectangles, sharp in every reader; larger ones become an image,
  /// which some readers blur.
  var isSmall: Bool { columns * rows <= 256 }
}

extension FramePainter {
  /// Draws a heat map whose group's map to the canvas is `m`.
  func draw(_ raster: Raster, _ m: Affine, _ opacity: Double) throws(DrawingError) {
    guard raster.columns > 0 && raster.rows > 0 && raster.rect.width > 0 && raster.rect.height > 0 else {
      return
    }
    let colors = raster.values.map { theme.color(raster.tint($0)) }
    let cells = Affine.fitting(
      Rect(0, 0, Double(raster.columns), Double(raster.rows)), into: raster.rect)
    canvas.set(device(cells.then(m)))
    if case .document = medium, raster.isSmall {
      rectangles(raster, colors, opacity)
    } else {
      try image(raster, colors.map { premultiplied($0) }, opacity)
    }
  }

  /// Each cell reaches to the far corner and the following ones are drawn over it, so that nothing
  /// shines through between neighbours.
  private func rectangles(_ raster: Raster, _ colors: [Color], _ opacity: Double) {
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let color = colors[row * raster.columns + column]
        if column > 0 && color == colors[row * raster.columns + column - 1] { continue }
        cairo_rectangle(
          canvas.cr, Double(column), Double(row), Double(raster.columns - column), Double(raster.rows - row))
        canvas.set(color, opacity)
        cairo_fill(canvas.cr)
      }
    }
  }

  private func image(_ raster: Raster, _ cells: [UInt32], _ opacity: Double) throws(DrawingError) {
    let enlarged = enlargement(of: raster)
    let (width, height) = (raster.columns * enlarged, raster.rows * enlarged)
    let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
    guard let bytes = cairo_image_surface_get_data(surface) else {
      throw .cairo(Canvas.text(cairo_surface_status(surface)))
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    for y in 0..<height {
      let row = UnsafeMutableRawPointer(bytes + y * stride).assumingMemoryBound(to: UInt32.self)
      for x in 0..<width { row[x] = cells[y / enlarged * raster.columns + x / enlarged] }
    }
    cairo_surface_mark_dirty(surface)
    cairo_save(canvas.cr)
    defer { cairo_restore(canvas.cr) }
    cairo_scale(canvas.cr, 1 / Double(enlarged), 1 / Double(enlarged))
    cairo_set_source_surface(canvas.cr, surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(canvas.cr), CAIRO_FILTER_NEAREST)
    if case .pixels = medium {
      // A pixel whose centre lies in a cell has that cell's colour; the outer edge is antialiased.
      cairo_pattern_set_extend(cairo_get_source(canvas.cr), CAIRO_EXTEND_PAD)
      cairo_rectangle(canvas.cr, 0, 0, Double(raster.columns), Double(raster.rows))
      cairo_clip(canvas.cr)
    }
    cairo_paint_with_alpha(canvas.cr, opacity)
  }

  /// Pixels along a cell of the image. Some readers of documents blur an image however it is marked;
  /// several pixels a cell keep the blur to its edge.
  private func enlargement(of raster: Raster) -> Int {
    if case .pixels = medium { return 1 }
    return (1024 / max(raster.columns, raster.rows)).clamped(to: 1...8)
  }
}
