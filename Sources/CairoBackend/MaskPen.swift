import CCairo
import Drawing
import Encoding
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
  /// Size of the image in pixels.
  let width, height: Int

  private typealias Placed = (mask: GlyphMasks.Mask, x: Int, y: Int)

  /// Draws a run, or a rim of `rim` pixels around it.
  func draw(
    _ run: TextRun, of line: TextLine, _ m: Affine, rim: Double, _ color: Color, _ opacity: Double
  ) throws(DrawingError) {
    let origin = m.apply(line.origin)
    let (x, y) = (quarters(origin.x), quarters(origin.y))
    let key = TextMasks.Key(
      run: RunKey(face: run.face, size: run.size, text: run.text), offset: run.offset, zoom: m.a,
      phase: x & 3 | (y & 3) << 2, rim: Int32((rim * 64).rounded()))
    canvas.set(color, opacity)
    let mask = try mask(of: run, key, x >> 2, y >> 2)
    mask.paint(on: canvas, x >> 2, y >> 2)
  }

  /// The coverage of a run whose line starts in pixel (x, y), kept or put together now.
  private func mask(of run: TextRun, _ key: TextMasks.Key, _ x: Int, _ y: Int) throws(DrawingError)
    -> TextMask
  {
    if let known = supplies.texts[key] { return known }
    var placed = try place(run, key)
    var box = bounds(of: placed)
    let isKept = box.right - box.left <= width && box.bottom - box.top <= height
    if !isKept {
      // Of a text larger than the image, only what lies on it is worth memory.
      let image = PixelRect(left: -x, top: -y, right: width - x, bottom: height - y)
      placed.removeAll { !rect($0).intersects(image) }
      box = bounds(of: placed).intersection(image)
    }
    let mask = try TextMask(
      left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top
    ) {
      blend(placed, into: $0, stride: $1, box, isRim: key.rim > 0)
    }
    if isKept { supplies.texts.keep(mask, for: key) }
    return mask
  }
  /// The glyphs of a run, from the pixel in which its line starts; those without ink are left out.
  private func place(_ run: TextRun, _ key: TextMasks.Key) throws(DrawingError) -> [Placed] {
    let typeface = try supplies.fonts.typeface(run.face)
    let size = Int32((run.size * key.zoom * 64).rounded())
    var placed: [Placed] = []
    guard size > 0 else { return placed }
    for glyph in try supplies.fonts.glyphs(of: run) {
      let x = (key.phase & 3) + quarters((run.offset.x + glyph.x) * key.zoom)
      let y = (key.phase >> 2) + quarters((run.offset.y + glyph.y) * key.zoom)
      let form = GlyphMasks.Key(
        face: UInt8(run.face.rawValue), phase: UInt8(x & 3 | (y & 3) << 2), glyph: glyph.glyph, size: size,
        rim: key.rim)
      let mask = try supplies.masks.mask(form, in: typeface)
      if mask.width > 0 && mask.height > 0 {
        placed.append((mask, (x >> 2) + mask.left, (y >> 2) + mask.top))
      }
    }
    return placed
  }

  private func rect(_ glyph: Placed) -> PixelRect {
    PixelRect(
      left: glyph.x, top: glyph.y, right: glyph.x + glyph.mask.width, bottom: glyph.y + glyph.mask.height)
  }

  private func bounds(of placed: [Placed]) -> PixelRect {
    guard let first = placed.first else { return PixelRect(left: 0, top: 0, right: 0, bottom: 0) }
    return placed.reduce(rect(first)) { $0.union(rect($1)) }
  }

  /// Glyphs that meet in a pixel cover it together; rims overlap, so the stronger one counts.
  private func blend(
    _ placed: [Placed], into to: UnsafeMutablePointer<UInt8>, stride: Int, _ box: PixelRect, isRim: Bool
  ) {
    supplies.masks.bytes.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return }
      for glyph in placed {
        let part = rect(glyph).intersection(box)
        let count = part.right - part.left
        for row in part.top..<part.bottom {
          let a = from + glyph.mask.offset + (row - glyph.y) * glyph.mask.width + (part.left - glyph.x)
          let b = to + (row - box.top) * stride + (part.left - box.left)
          if isRim {
            for i in 0..<count { b[i] = max(a[i], b[i]) }
          } else {
            for i in 0..<count {
              let sum = a[i] &+ b[i]
              b[i] = sum < a[i] ? 255 : sum
            }
          }
        }
      }
    }
  }

  private func quarters(_ x: Double) -> Int { Int((x * 4 + 0.5).rounded(.down)) }
}
