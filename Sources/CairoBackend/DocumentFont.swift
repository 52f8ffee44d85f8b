import CCairo
import Drawing

/// A font as Cairo embeds it in a PDF or draws it in an SVG: unhinted, measured without rounding.
final class DocumentFont {
  let face: OpaquePointer
  let options: OpaquePointer

  init(_ which: Face, in files: FontFiles) throws(DrawingError) {
    let (library, font) = try openFont(which, in: files)
    let flags = Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard let face = cairo_ft_font_face_create_for_ft_face(font, flags),
      let options = cairo_font_options_create()
    else {
      FT_Done_FreeType(library)
      throw .font("Cairo could not use a font.")
    }
    // Cairo keeps fonts for a while after their last use, so the file closes when Cairo lets go.
    let status = cairo_font_face_set_user_data(face, Self.key, UnsafeMutableRawPointer(library)) { library in
      FT_Done_FreeType(library.map { FT_Library($0) })
    }
    self.face = face
    self.options = options
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    guard status == CAIRO_STATUS_SUCCESS else {
      FT_Done_FreeType(library)
      throw .cairo(Canvas.text(status))
    }
  }

  deinit {
    cairo_font_face_destroy(face)
    cairo_font_options_destroy(options)
  }

  /// Cairo tells user data apart by the address of a key; nothing is stored there.
  nonisolated(unsafe) private static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
    capacity: 1)
}
