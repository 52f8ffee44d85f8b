import CCairo
import Drawing
import Encoding
import Geometry

/// Draws the marks of one frame, from back to front, with the groups around them.
struct FramePainter {
  /// What is drawn on.
  enum Medium {
    /// An image of that many pixels.
    case pixels(width: Int, height: Int)
    /// A page or drawing, where everything stays a line, an area or a glyph.
    case document
  }

  let frame: Frame
  let theme: Theme
  let plan: Plan
  let canvas: Canvas
  let supplies: Supplies
  let medium: Medium
  /// Pixels a point; 1 in a document.
  let scale: Double
  /// Where pixels are wanted: what does not reach there is passed over. Nil for everywhere.
  var areas: [PixelRect]?

  /// Draws some nodes of the frame's tree.
  func paint(_ nodes: ArraySlice<DrawingTree.Node>) throws(DrawingError) {
    for node in nodes {
      switch node {
      case .mark(let i, let fade): try draw(i, fade: fade)
      case .layer(let layer): try draw(layer)
      }
    }
  }

  /// Draws the marks of a group that fades or clips.
  private func draw(_ layer: DrawingTree.Layer) throws(DrawingError) {
    guard isWanted(layer.ink) else { return }
    cairo_save(canvas.cr)
    defer { cairo_restore(canvas.cr) }
    if let clip = frame.groups[layer.group].clip {
      canvas.set(device(plan.transforms[layer.group]))
      canvas.trace(clip)
      cairo_clip(canvas.cr)
    }
    if layer.isComposite {
      try composite(layer.ink, opacity: layer.opacity) { () throws(DrawingError) in
        try paint(layer.nodes[...])
      }
    } else {
      try paint(layer.nodes[...])
    }
  }

  /// Whether something of some ink lies where pixels are wanted.
  private func isWanted(_ ink: Rect) -> Bool {
    guard let areas else { return true }
    let pixels = PixelRect(ink: ink, scale: scale)
    return areas.contains { $0.intersects(pixels) }
  }

  /// Draws several things as one, then fades them together.
  func composite(_ ink: Rect, opacity: Double, _ body: () throws(DrawingError) -> Void) throws(DrawingError) {
    cairo_save(canvas.cr)
    defer { cairo_restore(canvas.cr) }
    if case .pixels = medium {
      // The image in between is only as large as what is drawn on it.
      canvas.clip(to: PixelRect(ink: ink, scale: scale))
    }
    cairo_push_group(canvas.cr)
    if case .pixels = medium { canvas.soil() }
    do {
      try body()
    } catch {
      cairo_pattern_destroy(cairo_pop_group(canvas.cr))
      throw error
    }
    cairo_pop_group_to_source(canvas.cr)
    cairo_paint_with_alpha(canvas.cr, min(1, opacity))
  }

  private func draw(_ index: Int, fade: Double) throws(DrawingError) {
    guard let ink = plan.ink[index], isWanted(ink) else { return }
    let mark = frame.marks[index]
    let opacity = min(1, mark.opacity) * fade
    guard opacity > 0 else { return }
    if opacity < 1 && isCompound(mark.shape) {
      try composite(ink, opacity: opacity) { () throws(DrawingError) in try draw(mark, ink, 1) }
    } else {
      try draw(mark, ink, opacity)
    }
  }

  /// Whether a shape is drawn in several steps that overlap, so that fading each would show through.
  private func isCompound(_ shape: Shape) -> Bool {
    switch shape {
    case .outline(_, .hatch, nil): if case .document = medium { return true } else { return false }
    case .outline(_, let fill, let stroke): return fill != nil && stroke != nil
    case .text(let line): return line.halo > 0
    case .raster(let raster): if case .document = medium { return raster.isSmall } else { return false }
    }
  }

  private func draw(_ mark: Mark, _ ink: Rect, _ opacity: Double) throws(DrawingError) {
    let m = plan.transforms[mark.group]
    switch mark.shape {
    case .outline(let outline, let fill, let stroke):
      if let fill { try self.fill(outline, fill, m, ink, opacity) }
      if let stroke, stroke.width > 0,
        try !stamp(outline, stroke: stroke, theme.color(stroke.paint), m, opacity)
      {
        canvas.set(device(m))
        canvas.trace(outline)
        canvas.set(stroke)
        canvas.set(theme.color(stroke.paint), opacity)
        cairo_stroke(canvas.cr)
      }
    case .text(let line): try draw(line, m, opacity)
    case .raster(let raster): try draw(raster, m, opacity)
    }
  }

  /// From canvas points to pixels or to the page.
  func device(_ m: Affine) -> Affine { scale == 1 ? m : m.then(.scale(scale, scale)) }
}

extension PixelRect {
  /// The pixels that ink on the canvas may touch, with one pixel to spare for antialiasing.
  init(ink: Rect, scale: Double) {
    self.init(
      left: Int((ink.minX * scale).rounded(.down)) - 1, top: Int((ink.minY * scale).rounded(.down)) - 1,
      right: Int((ink.maxX * scale).rounded(.up)) + 1, bottom: Int((ink.maxY * scale).rounded(.up)) + 1)
  }
}
