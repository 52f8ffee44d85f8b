import CCrypto
import CHarfBuzz
import Drawing
import Foundation
import Typography

/// HarfBuzz asked directly, with what `FontTable` promises and nothing that it uses.
final class Shaping {
  /// A glyph in font units.
  struct Glyph { let glyph: UInt32, advance, dx, dy: Int32 }

  private let fonts: [OpaquePointer]

  /// Where Debian's packages put a font, or the folder that LANTERN_FONTS names.
  static func path(_ record: FontRecord) -> String {
    if let folder = ProcessInfo.processInfo.environment["LANTERN_FONTS"] { return folder + "/" + record.file }
    let folders = [
      "fonts-inter": "opentype/inter", "fonts-noto-cjk": "opentype/noto",
      "fonts-jetbrains-mono": "truetype/jetbrains-mono", "fonts-dejavu-core": "truetype/dejavu",
    ]
    return "/usr/share/fonts/\(folders[record.package] ?? "")/\(record.file)"
  }

  init() {
    fonts = FontTable.fonts.compactMap { record in
      let blob = hb_blob_create_from_file(Shaping.path(record))
      let face = hb_face_create(blob, UInt32(record.index))
      return hb_font_create(face)
    }
  }

  deinit { for font in fonts { hb_font_destroy(font) } }

  func nominal(_ scalar: Unicode.Scalar, _ face: Face) -> UInt32? {
    var glyph: UInt32 = 0
    return hb_font_get_nominal_glyph(fonts[face.rawValue], scalar.value, &glyph) != 0 ? glyph : nil
  }

  func shape(_ text: String, _ face: Face) -> [Glyph] {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    hb_buffer_add_utf8(buffer, text, -1, 0, -1)
    let chinese = face == .cjk || face == .cjkBold
    if chinese { hb_buffer_set_script(buffer, HB_SCRIPT_HAN) }
    hb_buffer_set_language(buffer, hb_language_from_string(chinese ? "zh" : "en", -1))
    hb_buffer_guess_segment_properties(buffer)
    let features = [("tnum", 1), ("calt", 0), ("liga", 0), ("clig", 0)].map {
      hb_feature_t(tag: hb_tag_from_string($0.0, 4), value: $0.1, start: 0, end: UInt32.max)
    }
    hb_shape(fonts[face.rawValue], buffer, features, UInt32(features.count))
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map {
      Glyph(
        glyph: infos[$0].codepoint, advance: positions[$0].x_advance, dx: positions[$0].x_offset,
        dy: positions[$0].y_offset)
    }
  }

  static func sha256(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    var digest = [UInt8](repeating: 0, count: 32)
    data.withUnsafeBytes { _ = SHA256($0.bindMemory(to: UInt8.self).baseAddress, data.count, &digest) }
    return digest.map { String(format: "%02x", $0) }.joined()
  }
}
