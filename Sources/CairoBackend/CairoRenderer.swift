import CCairo
import CMemory
import Drawing
import Encoding
import Geometry

/// Draws frames through Cairo as pixels, PDF and outline SVG.
///
/// One renderer belongs to one thread: it keeps opened fonts and glyphs between frames. What it
/// keeps never changes what it draws: the same frame gives the same bytes in any renderer.
public final class CairoRenderer {
  let supplies: Supplies

  /// Creates a renderer. A font is searched for, verified and opened when a frame first uses it, so
  /// that drawing fails only where a font is missing that it needs.
  public init(fonts: FontFiles = .shared) { supplies = Supplies(fonts) }

  /// The pixels of a frame, `scale` of them a point; extents are rounded to whole pixels.
  public func pixmap(_ frame: Frame, theme: Theme, scale: Double = 1, background: Background = .paper)
    throws(DrawingError) -> Pixmap
  {
    let (width, height) = try extent(of: frame.size, scale: scale)
    var pixmap = Pixmap(width: width, height: height)
    try draw(
      PlannedFrame(frame, scale: scale), theme: theme, scale: scale, background: background, into: &pixmap,
      only: nil)
    return pixmap
  }

  /// Draws a frame into a picture of its size: all of it, or everything that reaches into some rectangles, whose
  /// pixels are then right. Nothing is clipped to them, because Cairo's antialiasing of a shape depends on how
  /// much of it is drawn.
  func draw(
    _ planned: PlannedFrame, theme: Theme, scale: Double, background: Background, into pixmap: inout Pixmap,
    only rects: [PixelRect]?
  ) throws(DrawingError) {
    let (width, height) = (pixmap.width, pixmap.height)
    let ground = background == .paper ? premultiplied(theme.color(.paper)) : 0
    try pixmap.withPixels { pixels throws(DrawingError) in
      for rect in rects ?? [PixelRect(left: 0, top: 0, right: width, bottom: height)] {
        for y in rect.top..<rect.bottom {
          let row = UnsafeMutableBufferPointer(
            rebasing: pixels[y * width + rect.left..<y * width + rect.right])
          // Of a picture that is changed, rows lie far apart.
          if rects != nil, let start = row.baseAddress { lantern_fetch(start + 4 * width, row.count * 4) }
          row.update(repeating: ground)
        }
      }
      let surface = cairo_image_surface_create_for_data(
        UnsafeMutableRawBufferPointer(pixels).bindMemory(to: UInt8.self).baseAddress, CAIRO_FORMAT_ARGB32,
        Int32(width), Int32(height), Int32(width * 4))
      let canvas = try Canvas(surface)
      let painter = FramePainter(
        frame: planned.frame, theme: theme, plan: planned.plan, tree: planned.tree, canvas: canvas,
        supplies: supplies, medium: .pixels(width: width, height: height), scale: scale, areas: rects)
      try painter.paint()
      try canvas.finish()
    }
  }

  /// The size of a picture in whole pixels.
  func extent(of size: Size, scale: Double) throws(DrawingError) -> (Int, Int) {
    let (width, height) = ((size.width * scale).rounded(), (size.height * scale).rounded())
    guard scale.isFinite && scale > 0 && width.isFinite && height.isFinite && width >= 1 && height >= 1 else {
      throw .canvas(size)
    }
    guard
      width <= PixelLimit.side && height <= PixelLimit.side && width * height <= Double(PixelLimit.count)
    else { throw .tooManyPixels(Size(width, height)) }
    return (Int(width), Int(height))
  }
}
