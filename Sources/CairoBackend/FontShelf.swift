import CCairo
import Drawing
import Geometry
import Typography

/// The fonts of one renderer, opened when first used, and what was made from them.
final class FontShelf {
  private let files: FontFiles
  private var typefaces: [Typeface?] = Array(repeating: nil, count: Face.allCases.count)
  private var documentFonts: [DocumentFont?] = Array(repeating: nil, count: Face.allCases.count)
  private var runs: [RunKey: [PlacedGlyph]] = [:]

  init(_ files: FontFiles) { self.files = files }

  /// A font for masks and outlines.
  func typeface(_ face: Face) throws(DrawingError) -> Typeface {
    if let open = typefaces[face.rawValue] { return open }
    let made = try Typeface(face, in: files)
    typefaces[face.rawValue] = made
    return made
  }

  /// A font for PDF and SVG.
  func documentFont(_ face: Face) throws(DrawingError) -> DocumentFont {
    if let open = documentFonts[face.rawValue] { return open }
    let made = try DocumentFont(face, in: files)
    documentFonts[face.rawValue] = made
    return made
  }

  /// The glyphs of a run and where layout put them, from its start, in points.
  func glyphs(of run: TextRun) throws(DrawingError) -> [PlacedGlyph] {
    let key = RunKey(face: run.face, size: run.size, text: run.text)
    if let known = runs[key] { return known }
    let typeface = try typeface(run.face)
    var glyphs = FontTable.glyphs(of: run.text, face: run.face, size: run.size)
    for i in glyphs.indices where glyphs[i].glyph == 0 {
      glyphs[i].glyph = typeface.glyph(for: glyphs[i].scalar)
    }
    // A counter makes new texts for ever; starting over costs one frame's layout.
    if runs.count >= 8192 { runs.removeAll(keepingCapacity: true) }
    runs[key] = glyphs
    return glyphs
  }
}

/// What decides a run's glyphs. Texts compare by bytes: `==` on String would take letters written in
/// different ways for the same.
struct RunKey: Hashable {
  var face: Face
  var size: Double
  var text: String

  static func == (a: RunKey, b: RunKey) -> Bool {
    a.face == b.face && a.size == b.size && sameText(a.text, b.text)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(face.rawValue)
    hasher.combine(size)
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
