import CHarfBuzz
import Drawing
import Foundation

/// Makes the source files of the font table from the installed fonts.
enum TableWriter {
  /// File names and their text; the same bytes for the same fonts.
  static func files() throws -> [(name: String, text: String)] {
    let shapers = try FontFile.all.map { try Shaper($0) }
    var out = [("FontRecords.swift", try records(shapers))]
    for shaper in shapers {
      let data: [(String, Digits)]
      switch shaper.file.script {
      case .latin: data = try Measurement(shaper).data()
      case .symbols(let lacking):
        data = try Measurement(shaper, except: shapers.first { $0.file.face == lacking }).data()
      case .chinese: data = try ChineseMeasurement(shaper: shaper).data()
      }
      out.append(("\(name(shaper.file.face))Data.swift", source(shaper, data)))
    }
    return out
  }

  private static let head = """
    // Made by `swift run lantern-fonts` from the fonts that FontRecords.swift lists. Not edited by hand.
    // swift-format-ignore-file


    """

  private static func source(_ shaper: Shaper, _ data: [(String, Digits)]) -> String {
    var text = head
    text += "extension Generated {\n"
    text += "  /// \(shaper.name(4)), measured.\n"
    text += "  static let \(shaper.file.face) = FaceData(\n    unitsPerEm: \(shaper.unitsPerEm)"
    for (label, digits) in data where !digits.text.isEmpty { text += ",\n    \(label): \(digits.literal)" }
    return text + "\n  )\n}\n"
  }

  private static func records(_ shapers: [Shaper]) throws -> String {
    var text = head
    text +=
      "import Drawing\n\n/// What the generator measured.\nenum Generated {\n  /// The font files, in the order of `Face`.\n"
    text += "  static let fonts: [FontRecord] = [\n"
    for shaper in shapers {
      let file = shaper.file
      text += """
            FontRecord(
              face: .\(file.face), family: "\(shaper.name(16, 1))", style: "\(shaper.name(17, 2))", weight: \(shaper.weight),
              file: "\(file.file)", index: \(file.index),
              version: "\(shaper.name(5))",
              sha256: "\(try file.sha256())",
              package: "\(file.package)", unitsPerEm: \(shaper.unitsPerEm),
              ascent: \(shaper.metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER)), descent: \
        \(-shaper.metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER)), capHeight: \
        \(shaper.metric(HB_OT_METRICS_TAG_CAP_HEIGHT)), xHeight: \(shaper.metric(HB_OT_METRICS_TAG_X_HEIGHT))),

        """
    }
    return text + "  ]\n}\n"
  }

  private static func name(_ face: Face) -> String {
    let text = "\(face)"
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
