import Drawing
import Geometry

/// Writes frames as SVG for the web: real text, colours of the page, small.
///
/// One writer belongs to one thread: it keeps font files open. The same frame and options give the same
/// bytes in any writer.
public final class SVGWriter {
  private let fonts = WebFonts()

  /// Creates a writer; font files are opened when a frame first needs them.
  public init() {}

  /// The SVG of a frame: well-formed XML without a declaration, fit to stand in HTML as it is, a line
  /// for each element and none of them blank.
  public func write(_ frame: Frame, _ options: SVGOptions) throws(SVGError) -> String {
    try write(frame, options, DrawingMotion())
  }

  /// The same with what moves in it.
  func write(
    _ frame: Frame, _ options: SVGOptions, _ motion: DrawingMotion
  ) throws(SVGError) -> String {
    guard isIdentifier(options.id) else { throw .id(options.id) }
    for link in options.links where !isAddress(link.address) { throw .link(link.address) }
    let plan = try DrawingPlan(frame, options, motion)
    var painter = SVGPainter(
      frame, plan, options, try Lettering(frame, options, fonts), fonts.sources, motion)
    try painter.paint()
    return painter.document
  }
}
