import CCrypto
import CHarfBuzzSubset
import CairoBackend
import Drawing
import Typography

/// The font files of one thread, opened when first used.
final class FontSources {
  private var open: [FontSource?] = Array(repeating: nil, count: Face.allCases.count)

  /// The file of a face.
  func source(_ face: Face) throws(SVGError) -> FontSource {
    if let source = open[face.rawValue] { return source }
    let source = try FontSource(face)
    open[face.rawValue] = source
    return source
  }
}

/// One font file, opened by HarfBuzz.
final class FontSource {
  /// The font inside the file.
  let face: OpaquePointer
  /// The same at its natural size: one unit of the em square is one unit.
  let font: OpaquePointer
  /// Units of the em square.
  let unitsPerEm: Double

  /// Opens the very file that layout measured with.
  init(_ which: Face) throws(SVGError) {
    let path: String
    do { path = try FontFiles.shared.path(of: which) } catch { throw .font(error.description) }
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .font("\(path) could not be read.") }
    defer { hb_blob_destroy(blob) }
    let record = FontTable.fonts[which.rawValue]
    unitsPerEm = Double(record.unitsPerEm)
    face = hb_face_create(blob, UInt32(record.index))
    font = hb_font_create(face)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// The glyph of a character; 0, the empty box, when the font lacks it.
  func glyph(for scalar: Unicode.Scalar) -> UInt32 {
    var glyph: hb_codepoint_t = 0
    _ = hb_font_get_nominal_glyph(font, scalar.value, &glyph)
    return glyph
  }
}

/// The first eight hexadecimal digits of the SHA-256 of some bytes.
func shortHash(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  _ = SHA256(bytes, bytes.count, &digest)
  return digest.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
