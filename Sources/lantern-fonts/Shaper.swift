import CHarfBuzz

/// One font in HarfBuzz, asked as `FontTable` promises.
final class Shaper {
  /// A glyph that HarfBuzz placed, in font units.
  struct Glyph: Equatable {
    var glyph: UInt32
    var advance, dx, dy: Int
  }

  let file: FontFile
  private let font: OpaquePointer
  private let face: OpaquePointer
  private let buffer: OpaquePointer
  private var features: [hb_feature_t]
  private let chinese: Bool

  init(_ file: FontFile) throws {
    guard let blob = hb_blob_create_from_file_or_fail(file.path) else {
      throw Failure("There is no \(file.path); install the Debian package \(file.package).")
    }
    face = hb_face_create(blob, UInt32(file.index))
    hb_blob_destroy(blob)
    font = hb_font_create(face)
    buffer = hb_buffer_create()
    self.file = file
    features = [("tnum", 1), ("calt", 0), ("liga", 0), ("clig", 0)].map {
      hb_feature_t(tag: hb_tag_from_string($0.0, 4), value: $0.1, start: 0, end: UInt32.max)
    }
    if case .chinese = file.script { chinese = true } else { chinese = false }
  }

  deinit {
    hb_buffer_destroy(buffer)
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  var unitsPerEm: Int { Int(hb_face_get_upem(face)) }

  /// The glyph that the font's `cmap` gives.
  func nominal(_ scalar: UInt32) -> UInt32? {
    var glyph: UInt32 = 0
    return hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 && glyph != 0 ? glyph : nil
  }

  /// The glyphs of a text.
  func shape(_ scalars: UInt32...) -> [Glyph] {
    run(scalars)
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map {
      Glyph(
        glyph: infos[$0].codepoint, advance: Int(positions[$0].x_advance), dx: Int(positions[$0].x_offset),
        dy: Int(positions[$0].y_offset))
    }
  }

  /// How far the first of each `step` characters moves the pen; nil when not each character is a glyph
  /// of its own, or one of the first ones is off the baseline.
  func advances(_ scalars: [UInt32], every step: Int) -> [Int]? {
    run(scalars)
    var count: UInt32 = 0
    guard let positions = hb_buffer_get_glyph_positions(buffer, &count), count == scalars.count else {
      return nil
    }
    var out: [Int] = []
    for i in stride(from: 0, to: scalars.count, by: step) {
      guard positions[i].x_offset == 0 && positions[i].y_offset == 0 else { return nil }
      out.append(Int(positions[i].x_advance))
    }
    return out
  }

  private func run(_ scalars: [UInt32]) {
    hb_buffer_reset(buffer)
    hb_buffer_add_codepoints(buffer, scalars, Int32(scalars.count), 0, Int32(scalars.count))
    if chinese {
      hb_buffer_set_script(buffer, HB_SCRIPT_HAN)
      hb_buffer_set_language(buffer, hb_language_from_string("zh", -1))
    } else {
      hb_buffer_set_language(buffer, hb_language_from_string("en", -1))
    }
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(font, buffer, features, UInt32(features.count))
  }

  /// A text of the font's `name` table in English.
  func name(_ ids: UInt32...) -> String {
    for id in ids {
      var text = [CChar](repeating: 0, count: 256)
      var length = UInt32(text.count)
      if hb_ot_name_get_utf8(face, hb_ot_name_id_t(id), hb_language_from_string("en", -1), &length, &text) > 0
      {
        return String(decoding: text.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    return ""
  }

  func metric(_ tag: hb_ot_metrics_tag_t) -> Int {
    var value: hb_position_t = 0
    hb_ot_metrics_get_position_with_fallback(font, tag, &value)
    return Int(value)
  }

  var weight: Int { Int(hb_style_get_value(font, HB_STYLE_TAG_WEIGHT)) }
}
