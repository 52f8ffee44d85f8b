import CCairo
import Drawing
import Geometry
import Typography

/// Writes upright text on an image: the masks of a run's glyphs are put together, then painted at once.
///
/// The start of a line is rounded to a quarter pixel, and so is every glyph's distance from it. A
/// label on the move therefore keeps its shape, goes in quarter-pixel steps and never back, and no
/// glyph is more than a quarter pixel from where layout put it.
struct MaskPen {
  let supplies: Supplies
  let canvas: Canvas
  /// Size of the image in pixels; what lies outside is left out.
  let width, height: Int
  /// The pixels that the run covers.
  private var left = 0, top = 0, right = 0, bottom = 0
  private var placed: [(mask: GlyphMasks.Mask, x: Int, y: Int)] = []

  init(supplies: Supplies, canvas: Canvas, width: Int, height: Int) {
    self.supplies = supplies
    self.canvas = canvas
    self.width = width
    self.height = height
  }

  /// Puts together the coverage of a run, or of a rim of `rim` pixels around it.
  mutating func compose(_ run: TextRun, of line: TextLine, _ m: Affine, rim: Double) throws(DrawingError) {
    placed.removeAll(keepingCapacity: true)
    (left, top, right, bottom) = (width, height, 0, 0)
    let origin = m.apply(line.origin)
    let (x0, y0) = (quarters(origin.x), quarters(origin.y))
    let typeface = try supplies.fonts.typeface(run.face)
    let size = Int32((run.size * m.a * 64).rounded())
    guard size > 0 else { return }
    for glyph in try supplies.fonts.glyphs(of: run) {
      let x = x0 + quarters((run.offset.x + glyph.x) * m.a)
      let y = y0 + quarters((run.offset.y + glyph.y) * m.a)
      let key = GlyphMasks.Key(
        face: UInt8(run.face.rawValue), phase: UInt8(x & 3 | (y & 3) << 2), glyph: glyph.glyph, size: size,
        rim: Int32((rim * 64).rounded()))
      let mask = try supplies.masks.mask(key, in: typeface)
      guard mask.width > 0 && mask.height > 0 else { continue }
      let (px, py) = ((x >> 2) + mask.left, (y >> 2) + mask.top)
      guard px < width && py < height && px + mask.width > 0 && py + mask.height > 0 else { continue }
      placed.append((mask, px, py))
      (left, top) = (min(left, px), min(top, py))
      (right, bottom) = (max(right, px + mask.width), max(bottom, py + mask.height))
    }
    (left, top) = (max(left, 0), max(top, 0))
    (right, bottom) = (min(right, width), min(bottom, height))
    guard !placed.isEmpty else { return }
    blend(isRim: rim > 0)
  }

  /// Paints what was put together.
  func draw(_ color: Color, _ opacity: Double) {
    guard !placed.isEmpty else { return }
    canvas.set(color, opacity)
    supplies.scratch.withUnsafeMutableBufferPointer { bytes in
      let surface = cairo_image_surface_create_for_data(
        bytes.baseAddress, CAIRO_FORMAT_A8, Int32(right - left), Int32(bottom - top), Int32(stride))
      cairo_mask_surface(canvas.cr, surface, Double(left), Double(top))
      cairo_surface_destroy(surface)
    }
  }

  /// Bytes of a row of coverage; Cairo wants whole words.
  private var stride: Int { (right - left + 3) & ~3 }

  /// Glyphs that meet in a pixel cover it together; rims overlap, so the stronger one counts.
  private func blend(isRim: Bool) {
    let count = stride * (bottom - top)
    if supplies.scratch.count < count {
      supplies.scratch = Array(repeating: 0, count: count)
    }
    supplies.scratch.withUnsafeMutableBufferPointer { target in
      guard let to = target.baseAddress else { return }
      to.update(repeating: 0, count: count)
      supplies.masks.bytes.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress else { return }
        for (mask, x, y) in placed {
          let (x0, x1) = (max(x, left), min(x + mask.width, right))
          for row in max(y, top)..<min(y + mask.height, bottom) {
            let a = from + mask.offset + (row - y) * mask.width + (x0 - x)
            let b = to + (row - top) * stride + (x0 - left)
            if isRim {
              for i in 0..<x1 - x0 { b[i] = max(a[i], b[i]) }
            } else {
              for i in 0..<x1 - x0 {
                let sum = a[i] &+ b[i]
                b[i] = sum < a[i] ? 255 : sum
              }
            }
          }
        }
      }
    }
  }

  private func quarters(_ x: Double) -> Int { Int((x * 4 + 0.5).rounded(.down)) }
}
