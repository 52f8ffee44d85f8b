import CHarfBuzzSubset
import Drawing
import Geometry

/// Which characters of which face some figures use.
public struct FontCharacters: Sendable {
  /// For each face, its characters in ascending order.
  private(set) var scalars: [[Unicode.Scalar]] = Array(repeating: [], count: Face.allCases.count)

  /// Creates an empty collection.
  public init() {}

  /// Adds everything that a frame writes.
  public mutating func add(_ frame: Frame) {
    var sets = scalars.map { Set($0) }
    for line in frame.lines {
      for run in line.runs { sets[run.face.rawValue].formUnion(run.text.unicodeScalars) }
    }
    scalars = sets.map { $0.sorted { $0.value < $1.value } }
  }

  /// Adds a text in a face.
  public mutating func add(_ text: String, _ face: Face) {
    let set = Set(scalars[face.rawValue]).union(text.unicodeScalars)
    scalars[face.rawValue] = set.sorted { $0.value < $1.value }
  }
}

/// A font file for the web that holds some characters of a face.
public struct WebFont: Sendable {
  /// Which face it is a part of.
  public let face: Face
  /// Its name in a folder, with the hash of its content.
  public let fileName: String
  /// WOFF 2.0.
  public let bytes: [UInt8]

  init(_ face: Face, _ bytes: [UInt8]) {
    self.face = face
    self.bytes = bytes
    let family = FontFamily(face).name.lowercased().split(separator: " ").joined(separator: "-")
    fileName = "\(family)-\(weight(face))-\(shortHash(bytes)).woff2"
  }

  /// The `@font-face` rule that brings it into a page.
  func rule(family: String, source: String) -> String {
    "@font-face{font-family:'\(family)';font-weight:\(weight(face));src:url(\(source)) format('woff2')}\n"
  }
}

/// Cuts the fonts that figures are measured with down to the characters that are used.
///
/// One of them belongs to one thread: it keeps font files open. The same characters give the same bytes.
public final class WebFonts {
  let sources: FontSources

  /// Creates it; font files are opened when first used.
  public convenience init() { self.init(FontSources()) }

  init(_ sources: FontSources) { self.sources = sources }

  /// The files that hold some characters, in the order of `Face`; none for a face that is not used.
  public func subset(_ characters: FontCharacters) throws(SVGError) -> [WebFont] {
    var fonts: [WebFont] = []
    for face in Face.allCases where !characters.scalars[face.rawValue].isEmpty {
      let font = try sources.source(face).subset(to: characters.scalars[face.rawValue])
      fonts.append(WebFont(face, try woff2(font)))
    }
    return fonts
  }

  /// The style sheet that a site loads once for all figures whose fonts are linked; `folder` is where
  /// the files lie, relative to the sheet.
  public static func sheet(_ fonts: [WebFont], folder: String = "") -> String {
    fonts.map { $0.rule(family: FontFamily($0.face).linkedName, source: folder + $0.fileName) }.joined()
  }
}

extension FontSource {
  /// An OpenType file with some characters of this font and what shapes them as the font table does.
  func subset(to scalars: [Unicode.Scalar]) throws(SVGError) -> [UInt8] {
    guard let input = hb_subset_input_create_or_fail() else { throw .font("HarfBuzz has no memory left.") }
    defer { hb_subset_input_destroy(input) }
    let wanted = hb_subset_input_unicode_set(input)
    for scalar in scalars { hb_set_add(wanted, scalar.value) }
    let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    hb_set_clear(features)
    for name in ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"] { hb_set_add(features, tag(name)) }
    // What only vertical text, hinting and old systems need.
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for name in ["vhea", "vmtx", "VORG", "BASE", "STAT", "DSIG", "gasp", "meta", "FFTM"] {
      hb_set_add(dropped, tag(name))
    }
    // Copyright and licence must stay; what is called what does not matter inside a page.
    let names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID)
    hb_set_clear(names)
    for id: hb_codepoint_t in [0, 14] { hb_set_add(names, id) }
    let flags = HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
    hb_subset_input_set_flags(input, flags)
    guard let cut = hb_subset_or_fail(face, input) else { throw .font("HarfBuzz could not cut a font.") }
    defer { hb_face_destroy(cut) }
    let blob = hb_face_reference_blob(cut)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let data = hb_blob_get_data(blob, &length)
    return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
  }
}

/// A four-letter name as OpenType stores it.
func tag(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
