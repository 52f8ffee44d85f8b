import CCairo
import Drawing
import Geometry

/// Coverage of small rounded rectangles, kept for the next one of the same form and the next frame: figures hold them
/// by the hundred, and their curves are the dear part of drawing.
///
/// Every such rectangle on an image is drawn through its coverage, kept or made now, so what is kept never changes
/// what is drawn.
final class Stamps {
  /// A form: all lengths in pixels, the place in 256ths of a pixel, as Cairo rounds it.
  struct Key: Hashable {
    var width, height, radius: Double
    var x, y: Int
    /// Width of its line; 0 for its area.
    var line: Double
  }

  private var known: [Key: OpaquePointer] = [:]
  private var bytes = 0
  /// When more is kept, everything is dropped: shapes that move or grow leave forms behind that never come again.
  private static let limit = 8 << 20
  /// Pixels around the form.
  private static let margin = 2

  deinit { drop() }

  /// The coverage of a form whose corner lies in the pixel `inset` from its upper left one.
  func surface(_ key: Key) throws(DrawingError) -> (OpaquePointer, inset: Int) {
    let inset = Self.margin + Int((key.line / 2).rounded(.up))
    if let surface = known[key] { return (surface, inset) }
    if bytes > Self.limit { drop() }
    let width = Int(key.width.rounded(.up)) + 1 + 2 * inset
    let height = Int(key.height.rounded(.up)) + 1 + 2 * inset
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)) else {
      throw .cairo("no surface was made")
    }
    // The canvas gives back its own hold on the surface when it ends.
    let canvas = try Canvas(cairo_surface_reference(surface))
    let corner = Point(Double(inset) + Double(key.x) / 256, Double(inset) + Double(key.y) / 256)
    canvas.trace(.rectangle(Rect(corner.x, corner.y, key.width, key.height), radius: key.radius))
    if key.line > 0 {
      cairo_set_line_width(canvas.cr, key.line)
      cairo_stroke(canvas.cr)
    } else {
      cairo_fill(canvas.cr)
    }
    try canvas.check()
    cairo_surface_flush(surface)
    known[key] = surface
    bytes += width * height
    return (surface, inset)
  }

  private func drop() {
    for surface in known.values { cairo_surface_destroy(surface) }
    known.removeAll(keepingCapacity: true)
    bytes = 0
  }
}

extension FramePainter {
  /// Draws the area or the line of a small, upright, rounded rectangle on an image; false for all else.
  func stamp(_ outline: Outline, stroke: Stroke?, _ color: Color, _ m: Affine, _ opacity: Double)
    throws(DrawingError) -> Bool
  {
    guard case .pixels = medium, case .rectangle(let rect, let radius) = outline, radius > 0 else {
      return false
    }
    let d = device(m)
    guard d.isAxisAligned, d.a == d.d, d.a > 0, stroke?.dash.isEmpty ?? true else { return false }
    let (width, height, line) = (rect.width * d.a, rect.height * d.a, (stroke?.width ?? 0) * d.a)
    guard width > 0, height > 0, width <= 256, height <= 256, line <= 64 else { return false }
    let corner = d.apply(Point(rect.minX, rect.minY))
    let (x, y) = (Int((corner.x * 256).rounded()), Int((corner.y * 256).rounded()))
    let key = Stamps.Key(
      width: width, height: height, radius: radius * d.a, x: x & 255, y: y & 255, line: line)
    let (surface, inset) = try supplies.stamps.surface(key)
    canvas.set(.identity)
    canvas.set(color, opacity)
    cairo_mask_surface(canvas.cr, surface, Double((x >> 8) - inset), Double((y >> 8) - inset))
    return true
  }
}
