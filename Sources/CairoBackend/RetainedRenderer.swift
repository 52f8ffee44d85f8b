import Drawing
import Encoding
import Geometry

/// Draws frames that follow each other, each time only what changed.
///
/// The pixels are always those that `CairoRenderer` draws of the frame alone: what to draw anew follows from the
/// frames, and is drawn like the whole. One renderer belongs to one thread. It holds four bytes a pixel, eight when
/// something moves.
public final class RetainedRenderer {
  /// What was drawn last: right in the rectangles that `draw` gave, and not outside of them, because shapes that reach
  /// into them also reach out of them.
  public private(set) var pixmap = Pixmap(width: 0, height: 0)
  private let renderer: CairoRenderer
  private let theme: Theme
  private let scale: Double
  private let background: Background
  private var last: PlannedFrame?
  private(set) var underlay = Underlay()

  /// Creates a renderer of one look, `scale` pixels a point, that shares fonts and glyphs with another.
  public init(
    _ renderer: CairoRenderer = CairoRenderer(), theme: Theme, scale: Double = 1,
    background: Background = .paper
  ) {
    (self.renderer, self.theme, self.scale, self.background) = (renderer, theme, scale, background)
  }

  /// Draws a frame and gives the rectangles in which it may differ from the one before; with `whole`, everything is
  /// drawn as if no frame had come before.
  public func draw(_ frame: Frame, whole: Bool = false) throws(DrawingError) -> [PixelRect] {
    let (width, height) = try renderer.extent(of: frame.size, scale: scale)
    let planned = try PlannedFrame(frame, scale: scale, after: last)
    var changed: [PixelRect]?
    if let last, !whole, last.frame.size == frame.size {
      let cut = (old: underlay.count, new: underlay.cut(from: last, to: planned))
      let difference = FrameDifference(
        from: last, to: planned, cut: cut, scale: scale, width: width, height: height)
      underlay.follow(difference, to: planned, cut: cut.new, width: width, height: height)
      // Many pieces cost more than the whole.
      if 2 * difference.damage.area < width * height { changed = difference.damage.rects }
    } else {
      underlay.reset()
    }
    last = nil
    if pixmap.width != width || pixmap.height != height { pixmap = Pixmap(width: width, height: height) }
    if let changed {
      if !changed.isEmpty {
        try renderer.draw(
          planned, theme: theme, scale: scale, background: background, into: &pixmap, only: changed,
          over: &underlay)
      }
    } else {
      try renderer.draw(planned, theme: theme, scale: scale, background: background, into: &pixmap)
    }
    last = planned
    return changed ?? [PixelRect(left: 0, top: 0, right: width, bottom: height)]
  }
}
