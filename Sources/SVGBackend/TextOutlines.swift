import CHarfBuzzSubset
import Drawing
import Geometry
import Typography

extension SVGPainter {
  /// Em squares of outlines have this many units: less than a fortieth of a point at the largest size.
  private static let em = 1000.0

  /// Writes a line of text as outlines, each letter drawn once and used wherever it occurs.
  mutating func drawOutlines(_ line: TextLine, _ place: DrawingPlan.Place, _ opacity: String) throws(SVGError)
  {
    var letters = ""
    for run in line.runs where run.isVisible {
      var style = Style()
      style.add("fill", colorist.pigment(run.paint))
      let glyphs = try glyphs(of: run)
      guard !glyphs.utf8.isEmpty else { continue }
      let start = line.origin + run.offset + place.offset
      let (x, y) = (Grid.fine.text(start.x), Grid.fine.text(start.y))
      let scale = Grid.finest.text(run.size / Self.em)
      let attributes = " transform=\"translate(\(x) \(y))scale(\(scale))\""
      letters += text(Element(tag: "g", attributes: attributes, content: glyphs), classes.attributes(style))
    }
    guard !letters.utf8.isEmpty else { return }
    var content = letters
    if line.halo > 0, let size = line.runs.first?.size, size > 0 {
      // All rims lie below all letters.
      let id = definitions.name()
      let rim = classes.attributes(haloStyle(line.halo, scale: size / Self.em))
      content = "<use\(rim) href=\"#\(id)\"/><g id=\"\(id)\">\(letters)</g>"
    }
    put(Element(tag: "g", attributes: opacity, content: content), Style())
  }

  private mutating func glyphs(of run: TextRun) throws(SVGError) -> String {
    let source = try fonts.source(run.face)
    let unit = run.size / Self.em
    var out = ""
    for placed in FontTable.glyphs(of: run.text, face: run.face, size: run.size) {
      let glyph = placed.glyph == 0 ? source.glyph(for: placed.scalar) : placed.glyph
      let outline = source.outline(of: glyph, em: Self.em)
      guard !outline.utf8.isEmpty else { continue }
      let id = definitions.id("glyph\(run.face.rawValue) \(glyph)") {
        "<path id=\"\($0)\" d=\"\(outline)\"/>"
      }
      let grid = Grid(digits: 0)
      out += "<use href=\"#\(id)\"\(at(grid.step(placed.x / unit), grid.step(placed.y / unit), grid))/>"
    }
    return out
  }
}

extension FontSource {
  /// A glyph's outline as path data on an em square of `em` units, y downwards; empty for a space.
  func outline(of glyph: UInt32, em: Double) -> String {
    var pen = GlyphPen(scale: em / unitsPerEm)
    withUnsafeMutablePointer(to: &pen) { lantern_draw_glyph(font, glyph, GlyphPen.functions.pointer, $0) }
    return pen.out
  }
}

/// Collects an outline from HarfBuzz.
private struct GlyphPen {
  let scale: Double
  var out = ""
  private var x = 0, y = 0

  init(scale: Double) { self.scale = scale }

  private mutating func add(_ verb: String, _ points: [(Float, Float)]) {
    let (startX, startY) = (x, y)
    var numbers: [Int] = []
    for p in points {
      (x, y) = (Int((Double(p.0) * scale).rounded()), Int((-Double(p.1) * scale).rounded()))
      numbers += verb == "M" ? [x, y] : [x - startX, y - startY]
    }
    out += verb
    for (i, n) in numbers.enumerated() { out += i > 0 && n >= 0 ? " \(n)" : "\(n)" }
  }

  /// HarfBuzz's calls, which never change.
  struct Functions: @unchecked Sendable { let pointer: OpaquePointer? }

  static let functions: Functions = {
    let f = hb_draw_funcs_create()
    hb_draw_funcs_set_move_to_func(
      f, { _, data, _, x, y, _ in GlyphPen.at(data) { $0.add("M", [(x, y)]) } }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      f, { _, data, _, x, y, _ in GlyphPen.at(data) { $0.add("l", [(x, y)]) } }, nil, nil)
    hb_draw_funcs_set_quadratic_to_func(
      f, { _, data, _, a, b, x, y, _ in GlyphPen.at(data) { $0.add("q", [(a, b), (x, y)]) } }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      f, { _, data, _, a, b, c, d, x, y, _ in GlyphPen.at(data) { $0.add("c", [(a, b), (c, d), (x, y)]) } },
      nil, nil)
    hb_draw_funcs_set_close_path_func(f, { _, data, _, _ in GlyphPen.at(data) { $0.out += "z" } }, nil, nil)
    hb_draw_funcs_make_immutable(f)
    return Functions(pointer: f)
  }()

  private static func at(_ data: UnsafeMutableRawPointer?, _ body: (inout GlyphPen) -> Void) {
    guard let data else { return }
    body(&data.assumingMemoryBound(to: GlyphPen.self).pointee)
  }
}
