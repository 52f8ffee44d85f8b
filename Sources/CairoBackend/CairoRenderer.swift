import CCairo
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
    let plan = try Plan(frame, scale: scale)
    let ground = background == .paper ? premultiplied(theme.color(.paper)) : 0
    var pixmap = Pixmap(width: width, height: height, filledWith: ground)
    try pixmap.withPixels { pixels throws(DrawingError) in
      let surface = cairo_image_surface_create_for_data(
        UnsafeMutableRawBufferPointer(pixels).bindMemory(to: UInt8.self).baseAddress, CAIRO_FORMAT_ARGB32,
        Int32(width), Int32(height), Int32(width * 4))
      let canvas = try Canvas(surface)
      let painter = FramePainter(
        frame: frame, theme: theme, plan: plan, canvas: canvas, supplies: supplies,
        medium: .pixels(width: width, height: height), scale: scale)
      try painter.paint()
      try canvas.finish()
    }
    return pixmap
  }

  private func extent(of size: Size, scale: Double) throws(DrawingError) -> (Int, Int) {
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
