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
      PlannedFrame(frame, scale: scale), theme: theme, scale: scale, background: background, into: &pixmap)
    return pixmap
  }

  /// Draws a frame into a picture of its size.
  func draw(
    _ planned: PlannedFrame, theme: Theme, scale: Double, background: Background, into pixmap: inout Pixmap
  ) throws(DrawingError) {
    let all = PixelRect(left: 0, top: 0, right: pixmap.width, bottom: pixmap.height)
    try draw(on: &pixmap) { (pixels, canvas) throws(DrawingError) in
      fill([all], of: pixels, all.right, ground(theme, background))
      try painter(planned, theme, scale, canvas, all.right, all.bottom).paint(planned.tree.nodes[...])
    }
  }

  /// Draws everything that reaches into some rectangles of a picture, whose pixels are then right. Nothing is clipped to
  /// them, because Cairo's antialiasing of a shape depends on how much of it is drawn.
  ///
  /// What rests is drawn where its picture does not know it; the rest of it is copied, over what was drawn there
  /// meanwhile. All else is drawn over it.
  func draw(
    _ planned: PlannedFrame, theme: Theme, scale: Double, background: Background, into pixmap: inout Pixmap,
    only rects: [PixelRect], over underlay: inout Underlay
  ) throws(DrawingError) {
    let (width, height, nodes) = (pixmap.width, pixmap.height, planned.tree.nodes)
    let work = underlay.work(in: rects, of: planned, scale: scale)
    try draw(on: &pixmap) { (pixels, canvas) throws(DrawingError) in
      let areas = work.learned + work.drawn
      fill(areas, of: pixels, width, ground(theme, background))
      if !areas.isEmpty {
        try painter(planned, theme, scale, canvas, width, height, areas).paint(nodes[..<underlay.count])
      }
      canvas.lend {
        underlay.layer.learn(work.learned, from: pixels)
        underlay.layer.show(work.shown, on: pixels)
      }
      try painter(planned, theme, scale, canvas, width, height, rects).paint(nodes[underlay.count...])
    }
  }

  /// Lends the pixels of a picture, and a canvas on them.
  private func draw(
    on pixmap: inout Pixmap,
    _ body: (UnsafeMutableBufferPointer<UInt32>, Canvas) throws(DrawingError) -> Void
  ) throws(DrawingError) {
    let (width, height) = (pixmap.width, pixmap.height)
    try pixmap.withPixels { pixels throws(DrawingError) in
      let canvas = try Canvas(
        cairo_image_surface_create_for_data(
          UnsafeMutableRawBufferPointer(pixels).bindMemory(to: UInt8.self).baseAddress, CAIRO_FORMAT_ARGB32,
          Int32(width), Int32(height), Int32(width * 4)))
      try body(pixels, canvas)
      try canvas.finish()
    }
  }

  private func painter(
    _ planned: PlannedFrame, _ theme: Theme, _ scale: Double, _ canvas: Canvas, _ width: Int, _ height: Int,
    _ areas: [PixelRect]? = nil
  ) -> FramePainter {
    FramePainter(
      frame: planned.frame, theme: theme, plan: planned.plan, canvas: canvas, supplies: supplies,
      medium: .pixels(width: width, height: height), scale: scale, areas: areas)
  }

  private func ground(_ theme: Theme, _ background: Background) -> UInt32 {
    background == .paper ? premultiplied(theme.color(.paper)) : 0
  }

  /// Fills rectangles of a picture that is `width` pixels wide.
  private func fill(
    _ rects: [PixelRect], of pixels: UnsafeMutableBufferPointer<UInt32>, _ width: Int, _ word: UInt32
  ) {
    for rect in rects {
      for y in rect.top..<rect.bottom {
        let row = UnsafeMutableBufferPointer(
          rebasing: pixels[y * width + rect.left..<y * width + rect.right])
        // Of a picture that is changed, rows lie far apart.
        if rect.right - rect.left < width, let start = row.baseAddress {
          lantern_fetch(start + 4 * width, row.count * 4)
        }
        row.update(repeating: word)
      }
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
