import CCairo
import Drawing
import Geometry

extension CairoRenderer {
  /// A PDF with one page a frame, one point of the canvas a point of the page (1/72 inch).
  ///
  /// Words can be selected and searched; fonts are embedded. The date of the document is fixed, so
  /// that the same frames give the same bytes.
  public func pdf(_ pages: [Frame], theme: Theme, background: Background = .paper, title: String? = nil)
    throws(DrawingError) -> [UInt8]
  {
    guard let first = pages.first else { throw .noPages }
    let plans = try pages.map { page throws(DrawingError) in
      try check(page.size, limit: 14_400)
      return try Plan(page, scale: 1)
    }
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, sink.closure, first.size.width, first.size.height)
    let canvas = try Canvas(surface, writingTo: sink)
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    if let title { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, printable(title)) }
    for (page, plan) in zip(pages, plans) {
      cairo_pdf_surface_set_size(surface, page.size.width, page.size.height)
      try paint(page, plan, theme, background, on: canvas)
      cairo_show_page(canvas.cr)
    }
    try canvas.finish()
    return sink.bytes
  }

  /// An SVG 1.1 drawing whose words are outlines, for programs that have no fonts.
  ///
  /// It has a view box and no extent of its own, so it fills the width it is given. All its ids start
  /// with `idPrefix` and count up from 1, so that several drawings can stand on one page.
  public func outlineSVG(
    _ frame: Frame, theme: Theme, background: Background = .paper, idPrefix: String, title: String? = nil,
    description: String? = nil
  ) throws(DrawingError) -> [UInt8] {
    guard isIdentifier(idPrefix) else { throw .idPrefix(idPrefix) }
    try check(frame.size, limit: 100_000)
    let plan = try Plan(frame, scale: 1)
    let sink = ByteSink()
    let surface = cairo_svg_surface_create_for_stream(
      ByteSink.write, sink.closure, frame.size.width, frame.size.height)
    let canvas = try Canvas(surface, writingTo: sink)
    cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_1)
    // Otherwise the drawing is in points and a third too large.
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
    try paint(frame, plan, theme, background, on: canvas)
    try canvas.finish()
    let head = SVGHead(
      prefix: idPrefix, size: frame.size, title: title.map(printable), description: description.map(printable)
    )
    return rewriteSVG(sink.bytes, head)
  }

  private func paint(
    _ frame: Frame, _ plan: Plan, _ theme: Theme, _ background: Background, on canvas: Canvas
  ) throws(DrawingError) {
    canvas.set(.identity)
    if background == .paper {
      canvas.set(theme.color(.paper))
      cairo_rectangle(canvas.cr, 0, 0, frame.size.width, frame.size.height)
      cairo_fill(canvas.cr)
    }
    let painter = FramePainter(
      frame: frame, theme: theme, plan: plan, canvas: canvas, supplies: supplies, medium: .document, scale: 1)
    try painter.paint(DrawingTree(frame, plan).nodes[...])
    try canvas.check()
  }

  private func check(_ size: Size, limit: Double) throws(DrawingError) {
    guard size.width.isFinite && size.height.isFinite && size.width > 0 && size.height > 0 else {
      throw .canvas(size)
    }
    guard max(size.width, size.height) <= limit else { throw .pageTooLarge(size, limit: limit) }
  }

  private func isIdentifier(_ text: String) -> Bool {
    let letters = text.utf8.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
    let others = text.utf8.map {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return letters.first == true && zip(letters, others).allSatisfy { $0 || $1 }
  }

  /// The text without characters that neither XML nor a PDF's properties can hold.
  private func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.isCharacter }))
  }
}

extension Unicode.Scalar {
  /// Whether it is no Unicode noncharacter; Cairo refuses texts that have one.
  var isCharacter: Bool { value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF ~= value) }
}
