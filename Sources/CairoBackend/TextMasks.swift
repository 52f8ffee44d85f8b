import CCairo
import Drawing
import Geometry

/// Coverage of whole runs of text, kept for the next frame: what rests is written anew whenever something passes over it.
///
/// What is kept never changes what is drawn.
struct TextMasks {
  /// All that decides the coverage of a run.
  struct Key: Hashable {
    var run: RunKey
    /// From the start of the line, in points.
    var offset: Point
    /// Pixels a point.
    var zoom: Double
    /// Where the line starts in its pixel: quarters to the right and down, in bits 0–1 and 2–3.
    var phase: Int
    /// Rim around the glyphs in 1/64 pixel; 0 for the glyphs themselves.
    var rim: Int32
  }

  private var known: [Key: TextMask] = [:]
  private var bytes = 0
  /// When more is kept, everything is dropped: words on the move and numbers that count leave masks behind that never
  /// come again.
  private static let limit = 4 << 20

  /// The mask that was kept, if any.
  subscript(key: Key) -> TextMask? { known[key] }

  /// Keeps a mask.
  mutating func keep(_ mask: TextMask, for key: Key) {
    if bytes > Self.limit {
      known.removeAll(keepingCapacity: true)
      bytes = 0
    }
    known[key] = mask
    bytes += mask.bytes
  }
}

/// Coverage of pixels, and where it lies.
final class TextMask {
  /// An image of coverage alone; nil when nothing is covered.
  private let surface: OpaquePointer?
  /// Its upper left corner, from the pixel in which the line starts.
  let left, top: Int
  /// Roughly what it takes.
  let bytes: Int

  /// Coverage that `fill` writes, row by row of `stride` bytes, into memory that is 0.
  init(
    left: Int, top: Int, width: Int, height: Int, _ fill: (UnsafeMutablePointer<UInt8>, _ stride: Int) -> Void
  ) throws(DrawingError) {
    (self.left, self.top) = (left, top)
    guard width > 0 && height > 0 else {
      (surface, bytes) = (nil, 256)
      return
    }
    surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height))
    guard let start = cairo_image_surface_get_data(surface) else {
      throw .cairo(Canvas.text(cairo_surface_status(surface)))
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    bytes = stride * height + 256
    fill(start, stride)
    cairo_surface_mark_dirty(surface)
  }

  deinit { cairo_surface_destroy(surface) }

  /// Paints it with the current colour; the line starts in pixel (x, y).
  func paint(on canvas: Canvas, _ x: Int, _ y: Int) {
    if let surface { cairo_mask_surface(canvas.cr, surface, Double(x + left), Double(y + top)) }
  }
}
