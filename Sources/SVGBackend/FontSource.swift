import CCrypto
import CHarfBuzzSubset
import Drawing
import Foundation
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

  /// Opens a face's file, and refuses one that layout did not measure with.
  init(_ which: Face) throws(SVGError) {
    guard let record = FontTable.fonts.first(where: { $0.face == which }) else {
      throw .font("The font table has no face number \(which.rawValue).")
    }
    let path = FontSource.path(record)
    guard let blob = hb_blob_create_from_file_or_fail(path) else {
      throw .font("There is no font file \(path); install the package \(record.package).")
    }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    let bytes = UnsafeRawBufferPointer(start: data, count: Int(length))
    guard sha256(bytes) == record.sha256 else {
      throw .font("\(path) is not the file that the font table was measured with (\(record.version)).")
    }
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

  private static func path(_ record: FontRecord) -> String {
    if let folder = ProcessInfo.processInfo.environment["LANTERN_FONTS"] { return "\(folder)/\(record.file)" }
    let folder: String
    switch FontFamily(record.face) {
    case .sans: folder = "opentype/inter"
    case .mono: folder = "truetype/jetbrains-mono"
    case .cjk: folder = "opentype/noto"
    case .symbol: folder = "truetype/dejavu"
    }
    return "/usr/share/fonts/\(folder)/\(record.file)"
  }
}

/// The SHA-256 of some bytes as 64 hexadecimal digits.
func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  _ = SHA256(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, &digest)
  return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The first eight hexadecimal digits of the SHA-256 of some bytes.
func shortHash(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { String(sha256($0).prefix(8)) } }
