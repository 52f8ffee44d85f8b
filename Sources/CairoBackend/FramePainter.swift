import CCairo
import Drawing
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

  /// Draws everything.
  func paint() throws(DrawingError) {
    try paint(frame.marks.indices, in: -1, fade: 1)
    try canvas.check()
  }

  /// Draws marks that all lie in `layer`, which is open; `fade` is the opacity that they still owe.
  private func paint(_ marks: Range<Int>, in layer: Int, fade: Double) throws(DrawingError) {
    var i = marks.lowerBound
    while i < marks.upperBound {
      guard let inner = plan.step(from: layer, towards: plan.layers[frame.marks[i].group]) else {
        try draw(i, fade: fade)
        i += 1
        continue
      }
      var end = i + 1
      while end < marks.upperBound && plan.isLayer(plan.layers[frame.marks[end].group], within: inner) {
        end += 1
      }
      try open(inner, for: i..<end, fade: fade)
      i = end
    }
  }

  /// Draws the marks of a group that fades or clips. Marks of a group that are not neighbours in the
  /// list are composited piece by piece, because what lies between them must stay between.
  private func open(_ group: Int, for marks: Range<Int>, fade: Double) throws(DrawingError) {
    let seen = marks.filter { plan.ink[$0] != nil }
    let opacity = frame.groups[group].opacity * fade
    guard let first = seen.first, opacity > 0 else { return }
    cairo_save(canvas.cr)
    defer { cairo_restore(canvas.cr) }
    if let clip = frame.groups[group].clip {
      guard try clipTo(clip, of: group) else { return }
    }
    if opacity >= 1 || seen.count == 1 {
      try paint(marks, in: group, fade: opacity)
    } else {
      let ink = seen.compactMap { plan.ink[$0] }.reduce(plan.ink[first] ?? .zero) { $0.union($1) }
      try composite(ink, opacity: opacity) { () throws(DrawingError) in
        try paint(marks, in: group, fade: 1)
      }
    }
  }

  /// Clips to a form of a group; false when nothing of it is on the canvas.
  private func clipTo(_ clip: Outline, of group: Int) throws(DrawingError) -> Bool {
    let m = plan.transforms[group]
    let box = m.bounds(of: clip.bounds)
    guard m.isInvertible, box.intersection(Rect(origin: .zero, size: frame.size)) != nil else { return false }
    guard max(box.maxX, box.maxY, -box.minX, -box.minY) < plan.reach else {
      throw .outOfRange(frame.groups[group].source)
    }
    canvas.set(device(m))
    canvas.trace(clip)
    cairo_clip(canvas.cr)
    return true
  }

  /// Draws several things as one, then fades them together.
  func composite(_ ink: Rect, opacity: Double, _ body: () throws(DrawingError) -> Void) throws(DrawingError) {
    cairo_save(canvas.cr)
    defer { cairo_restore(canvas.cr) }
    if case .pixels = medium {
      // The image in between is only as large as what is drawn on it.
      let (x0, y0) = ((ink.minX * scale).rounded(.down) - 1, (ink.minY * scale).rounded(.down) - 1)
      let (x1, y1) = ((ink.maxX * scale).rounded(.up) + 1, (ink.maxY * scale).rounded(.up) + 1)
      canvas.set(.identity)
      cairo_rectangle(canvas.cr, x0, y0, x1 - x0, y1 - y0)
      cairo_clip(canvas.cr)
    }
    cairo_push_group(canvas.cr)
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
    guard let ink = plan.ink[index] else { return }
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
      if let fill { self.fill(outline, fill, m, ink, opacity) }
      if let stroke, stroke.width > 0 {
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
