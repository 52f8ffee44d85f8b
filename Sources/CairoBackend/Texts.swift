import CCairo
import Drawing
import Geometry
import Typography

extension FramePainter {
  /// Draws a line of text whose group's map to the canvas is `m`: its rim first, then its glyphs.
  func draw(_ line: TextLine, _ m: Affine, _ opacity: Double) throws(DrawingError) {
    let runs = line.runs.filter { $0.size > 0 && !$0.text.utf8.isEmpty }
    let toDevice = device(m)
    let k = toDevice.a
    let isUpright = toDevice.isAxisAligned && k == toDevice.d && k > 0
    // Above these sizes a mask costs more than a path.
    let fitsMasks = isUpright && line.halo * k <= 64 && runs.allSatisfy { $0.size * k <= 200 }
    let paper = theme.color(.paper)
    switch medium {
    case .pixels(let width, let height) where fitsMasks:
      let pen = MaskPen(supplies: supplies, canvas: canvas, width: width, height: height)
      canvas.set(.identity)
      supplies.masks.trim()
      if line.halo > 0 {
        for run in runs {
          try pen.draw(run, of: line, toDevice, rim: line.halo * k, paper, opacity)
        }
      }
      for run in runs {
        try pen.draw(run, of: line, toDevice, rim: 0, theme.color(run.paint), opacity)
      }
    case .pixels:
      try rim(runs, of: line, toDevice, paper, opacity)
      for run in runs {
        canvas.set(toDevice)
        try trace(run, of: line)
        canvas.set(theme.color(run.paint), opacity)
        cairo_fill(canvas.cr)
      }
    case .document:
      try rim(runs, of: line, toDevice, paper, opacity)
      for run in runs {
        canvas.set(toDevice)
        canvas.set(theme.color(run.paint), opacity)
        try show(run, of: line)
      }
    }
  }

  /// Draws a rim around the glyphs as lines along their outlines.
  private func rim(
    _ runs: [TextRun], of line: TextLine, _ m: Affine, _ paper: Color, _ opacity: Double
  ) throws(DrawingError) {
    guard line.halo > 0 else { return }
    canvas.set(m)
    for run in runs { try trace(run, of: line) }
    canvas.set(Stroke(.paper, width: 2 * line.halo))
    cairo_set_line_join(canvas.cr, CAIRO_LINE_JOIN_ROUND)
    canvas.set(paper, opacity)
    cairo_stroke(canvas.cr)
    cairo_set_line_join(canvas.cr, CAIRO_LINE_JOIN_MITER)
  }

  /// Adds the outlines of a run to the current path.
  private func trace(_ run: TextRun, of line: TextLine) throws(DrawingError) {
    let typeface = try supplies.fonts.typeface(run.face)
    let start = line.origin + run.offset
    for glyph in try supplies.fonts.glyphs(of: run) {
      canvas.trace(
        try typeface.outline(glyph.glyph), scaledBy: run.size, from: start + Point(glyph.x, glyph.y))
    }
  }

  /// Draws a run as text that a reader of the document can select and search.
  private func show(_ run: TextRun, of line: TextLine) throws(DrawingError) {
    let font = try supplies.fonts.documentFont(run.face)
    let placed = try supplies.fonts.glyphs(of: run)
    let start = line.origin + run.offset
    let glyphs = placed.map {
      cairo_glyph_t(index: UInt($0.glyph), x: start.x + $0.x, y: start.y + $0.y)
    }
    let clusters = clusters(of: placed, bytes: run.text.utf8.count)
    cairo_set_font_face(canvas.cr, font.face)
    cairo_set_font_size(canvas.cr, run.size)
    cairo_set_font_options(canvas.cr, font.options)
    guard run.text.unicodeScalars.allSatisfy({ $0.isCharacter }) else {
      cairo_show_glyphs(canvas.cr, glyphs, Int32(glyphs.count))
      return
    }
    cairo_show_text_glyphs(
      canvas.cr, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    try canvas.check()
  }
  /// Which bytes of a run each glyph stands for; characters that have none stand alone.
  private func clusters(of glyphs: [PlacedGlyph], bytes: Int) -> [cairo_text_cluster_t] {
    var clusters: [cairo_text_cluster_t] = []
    var end = 0
    func skip(to start: Int) {
      guard start > end else { return }
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(start - end), num_glyphs: 0))
      end = start
    }
    for glyph in glyphs {
      skip(to: glyph.start)
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(glyph.length), num_glyphs: 1))
      end = glyph.start + glyph.length
    }
    skip(to: bytes)
    return clusters
  }
}
