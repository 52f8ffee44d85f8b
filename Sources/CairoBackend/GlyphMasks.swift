import CCairo
import Drawing
import Geometry

/// Coverage of glyphs at quarter-pixel positions, kept for the next label and the next frame.
///
/// Cairo 1.16 puts glyphs on whole pixels of an image, so a gliding label would jitter; paths cost
/// fourteen times as much. Masks at quarter pixels cost neither, and serve resting text too, so
/// that a label looks the same when it stops. What is kept never changes what is drawn.
struct GlyphMasks {
  /// One glyph at one size and one quarter-pixel phase.
  struct Key: Hashable {
    var face: UInt8
    /// Quarters to the right and down, in bits 0–1 and 2–3.
    var phase: UInt8
    var glyph: UInt32
    /// Em in 1/64 pixel.
    var size: Int32
    /// Rim around the glyph in 1/64 pixel; 0 for the glyph itself.
    var rim: Int32
  }

  /// Where a mask lies in the store and, relative to the pen's whole pixel, in the picture.
  struct Mask {
    var left, top, width, height: Int
    var offset: Int
  }

  private var known: [Key: Mask] = [:]
  /// The coverage of all masks, row by row without gaps.
  private(set) var bytes: [UInt8] = []
  /// When more is kept, everything is dropped: a zoom leaves sizes behind that never come again.
  private static let limit = 24 << 20

  /// Makes room before a line of text; masks handed out before are void after.
  mutating func trim() {
    guard bytes.count > Self.limit else { return }
    known.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The mask of a glyph, from the store or made now.
  mutating func mask(_ key: Key, in typeface: Typeface) throws(DrawingError) -> Mask {
    if let mask = known[key] { return mask }
    let mask = try key.rim == 0 ? plain(key, typeface) : rimmed(key, typeface)
    known[key] = mask
    return mask
  }

  private mutating func plain(_ key: Key, _ typeface: Typeface) throws(DrawingError) -> Mask {
    let start = bytes.count
    let (right, down) = (Int(key.phase & 3), Int(key.phase >> 2))
    return try typeface.rasterize(key.glyph, size: Int(key.size), right: right, down: down) {
      bitmap, left, top in
      let (width, height) = (Int(bitmap.width), Int(bitmap.rows))
      if let buffer = bitmap.buffer, bitmap.pitch >= 0 {
        for y in 0..<height {
          bytes.append(contentsOf: UnsafeBufferPointer(start: buffer + y * Int(bitmap.pitch), count: width))
        }
        return Mask(left: left, top: top, width: width, height: height, offset: start)
      }
      return Mask(left: 0, top: 0, width: 0, height: 0, offset: start)
    }
  }

  private mutating func rimmed(_ key: Key, _ typeface: Typeface) throws(DrawingError) -> Mask {
    let size = Double(key.size) / 64
    let rim = Double(key.rim) / 64
    let shift = Point(Double(key.phase & 3) / 4, Double(key.phase >> 2) / 4)
    let path = try typeface.outline(key.glyph).mapped { $0 * size + shift }
    guard !path.isEmpty else { return Mask(left: 0, top: 0, width: 0, height: 0, offset: bytes.count) }
    let box = path.bounds.outset(by: rim + 1)
    let (left, top) = (Int(box.minX.rounded(.down)), Int(box.minY.rounded(.down)))
    let width = Int(box.maxX.rounded(.up)) - left
    let height = Int(box.maxY.rounded(.up)) - top
    let stride = (width + 3) & ~3
    var image = [UInt8](repeating: 0, count: stride * height)
    try image.withUnsafeMutableBufferPointer { buffer throws(DrawingError) in
      let surface = cairo_image_surface_create_for_data(
        buffer.baseAddress, CAIRO_FORMAT_A8, Int32(width), Int32(height), Int32(stride))
      let canvas = try Canvas(surface)
      cairo_translate(canvas.cr, -Double(left), -Double(top))
      canvas.trace(path)
      cairo_set_line_join(canvas.cr, CAIRO_LINE_JOIN_ROUND)
      cairo_set_line_width(canvas.cr, 2 * rim)
      cairo_fill_preserve(canvas.cr)
      cairo_stroke(canvas.cr)
      try canvas.finish()
    }
    let start = bytes.count
    for y in 0..<height { bytes += image[y * stride..<y * stride + width] }
    return Mask(left: left, top: top, width: width, height: height, offset: start)
  }
}
