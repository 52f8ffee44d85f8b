import CCairo
import Drawing
import Encoding
import Geometry

/// A Cairo context that owns its surface.
final class Canvas {
  let cr: OpaquePointer
  private let surface: OpaquePointer
  /// A document surface writes until its end, so what it writes to must not end before.
  private let sink: ByteSink?

  /// Takes over a surface just created.
  init(_ surface: OpaquePointer?, writingTo sink: ByteSink? = nil) throws(DrawingError) {
    self.sink = sink
    guard let surface else { throw .cairo("no surface was made") }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let cr = cairo_create(surface) else {
      cairo_surface_destroy(surface)
      throw .cairo(Self.text(status))
    }
    self.surface = surface
    self.cr = cr
    // Otherwise Cairo allows sharper corners than SVG does by default.
    cairo_set_miter_limit(cr, Stroke.miterLimit)
  }

  deinit {
    cairo_destroy(cr)
    cairo_surface_destroy(surface)
  }

  /// Lends the image's memory to `body`, which reads and writes it.
  func lend(_ body: () -> Void) {
    cairo_surface_flush(surface)
    body()
    cairo_surface_mark_dirty(surface)
  }

  /// Throws when anything drawn so far failed; Cairo keeps the first failure.
  func check() throws(DrawingError) {
    let status = cairo_status(cr)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(Self.text(status)) }
  }

  /// Ends the drawing, writes out what a document surface still holds, and checks both.
  func finish() throws(DrawingError) {
    try check()
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(Self.text(status)) }
  }

  /// Colour for what is drawn next, `k` times as opaque. Components are rounded to whole 255ths,
  /// as a web page writes them; Cairo alone would cut them off.
  func set(_ color: Color, _ k: Double = 1) {
    let hex = Color(hex: color.hex)
    cairo_set_source_rgba(cr, hex.red, hex.green, hex.blue, (color.alpha * k).clamped(to: 0...1))
  }

  /// Coordinates of what is drawn next.
  func set(_ m: Affine) {
    var matrix = cairo_matrix_t(xx: m.a, yx: m.b, xy: m.c, yy: m.d, x0: m.tx, y0: m.ty)
    cairo_set_matrix(cr, &matrix)
  }

  /// Lets only some pixels be drawn on, until the state before is restored.
  func clip(to r: PixelRect) {
    set(.identity)
    cairo_rectangle(
      cr, Double(r.left), Double(r.top), Double(r.right - r.left), Double(r.bottom - r.top))
    cairo_clip(cr)
  }

  /// Lets Cairo forget that nothing has been drawn yet, and leaves nothing behind. It rounds what comes first on an
  /// empty image otherwise than what follows, so that the first mark of a group would decide about the others.
  func soil() {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    set(.identity)
    cairo_clip_extents(cr, &left, &top, &right, &bottom)
    for mode in [CAIRO_OPERATOR_OVER, CAIRO_OPERATOR_CLEAR] {
      cairo_rectangle(cr, left, top, 1, 1)
      cairo_set_source_rgb(cr, 0, 0, 0)
      cairo_set_operator(cr, mode)
      cairo_fill(cr)
    }
    cairo_set_operator(cr, CAIRO_OPERATOR_OVER)
  }

  /// Adds a form to the current path, in the current coordinates.
  func trace(_ outline: Outline) {
    if case .rectangle(let r, let radius) = outline, radius <= 0 {
      cairo_rectangle(cr, r.minX, r.minY, r.width, r.height)
    } else {
      trace(outline.path)
    }
  }

  /// Adds the segments of a path, scaled by `k` from `origin`, to the current path.
  func trace(_ path: Path, scaledBy k: Double = 1, from origin: Point = .zero) {
    path.points.withUnsafeBufferPointer { points in
      var i = 0
      func next() -> Point {
        i += 1
        return Point(origin.x + points[i - 1].x * k, origin.y + points[i - 1].y * k)
      }
      for verb in path.verbs {
        switch verb {
        case .move:
          let p = next()
          cairo_move_to(cr, p.x, p.y)
        case .line:
          let p = next()
          cairo_line_to(cr, p.x, p.y)
        case .cubic:
          let (a, b, p) = (next(), next(), next())
          cairo_curve_to(cr, a.x, a.y, b.x, b.y, p.x, p.y)
        case .close: cairo_close_path(cr)
        }
      }
    }
  }

  /// Line style for the next stroke.
  func set(_ stroke: Stroke) {
    cairo_set_line_width(cr, stroke.width)
    cairo_set_line_cap(cr, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(cr, stroke.dash, Int32(stroke.dash.count), 0)
  }

  /// What Cairo calls a status.
  static func text(_ status: cairo_status_t) -> String {
    cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown failure"
  }
}
