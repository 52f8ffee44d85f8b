import CCairo
import Drawing
import Geometry
import Typography

/// One font file, opened by FreeType.
///
/// Text is drawn as single glyphs at exactly the positions that the core measured. There is no Pango
/// between: it would measure again, choose fonts again and round each glyph to whole pixels, and what
/// the page, the picture and the layout say of a line's width would differ.
///
/// Every typeface has a FreeType library of its own, because one library must not be used by two
/// threads at once.
final class Typeface {
  private let library: FT_Library
  private let face: FT_Face
  private var outlines: [UInt32: Path] = [:]
  private var pixelSize = 0

  init(_ which: Face, in files: FontFiles) throws(DrawingError) {
    (library, face) = try openFont(which, in: files)
  }

  deinit { FT_Done_FreeType(library) }

  /// The glyph of a character; 0, the empty box, when the font lacks it.
  func glyph(for scalar: Unicode.Scalar) -> UInt32 {
    UInt32(truncatingIfNeeded: FT_Get_Char_Index(face, FT_ULong(scalar.value)))
  }

  /// The form of a glyph on an em of 1, y downwards; empty for a space.
  func outline(_ glyph: UInt32) throws(DrawingError) -> Path {
    if let known = outlines[glyph] { return known }
    try check(FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_SCALE)))
    var path = Path()
    if face.pointee.glyph.pointee.format == FT_GLYPH_FORMAT_OUTLINE {
      let em = Double(max(1, face.pointee.units_per_EM))
      path = try tracePath(&face.pointee.glyph.pointee.outline).mapped { Point($0.x / em, -$0.y / em) }
    }
    outlines[glyph] = path
    return path
  }

  /// Lends the coverage of a glyph, unhinted, each pixel's exact share of 255: `size` is the em in
  /// 1/64 pixel, `right` and `down` shift it by quarter pixels (0…3).
  func rasterize<T>(
    _ glyph: UInt32, size: Int, right: Int, down: Int, _ body: (FT_Bitmap, _ left: Int, _ top: Int) -> T
  ) throws(DrawingError) -> T {
    if size != pixelSize {
      try check(FT_Set_Char_Size(face, 0, FT_F26Dot6(size), 72, 72))
      pixelSize = size
    }
    try check(FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)))
    guard let slot = face.pointee.glyph else { throw .font("A glyph could not be loaded.") }
    if slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE {
      FT_Outline_Translate(&slot.pointee.outline, FT_Pos(right * 16), FT_Pos(-down * 16))
    }
    try check(FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL))
    return body(slot.pointee.bitmap, Int(slot.pointee.bitmap_left), Int(-slot.pointee.bitmap_top))
  }

  private func check(_ error: FT_Error) throws(DrawingError) {
    guard error == 0 else { throw .font("FreeType failed with error \(error).") }
  }
}

/// Opens a font file with a library of its own, whose end closes the face too.
func openFont(_ which: Face, in files: FontFiles) throws(DrawingError) -> (FT_Library, FT_Face) {
  let path: String
  do { path = try files.path(of: which) } catch { throw .font(error.description) }
  var library: FT_Library?
  guard FT_Init_FreeType(&library) == 0, let library else { throw .font("FreeType did not start.") }
  var face: FT_Face?
  let index = FT_Long(FontTable.fonts[which.rawValue].index)
  guard FT_New_Face(library, path, index, &face) == 0, let face else {
    FT_Done_FreeType(library)
    throw .font("The font file \(path) could not be opened.")
  }
  return (library, face)
}
