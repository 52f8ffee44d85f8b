import Drawing

/// One font file that the table was measured with.
public struct FontRecord: Sendable {
  /// What it draws.
  public let face: Face
  /// Family name, as CSS and fontconfig write it.
  public let family: String
  /// Weight, 100…900.
  public let weight: Int
  /// File name without a folder.
  public let file: String
  /// Style name, as fontconfig writes it.
  public let style: String
  /// Which font of a collection, from 0.
  public let index: Int
  /// Version that the font states.
  public let version: String
  /// SHA-256 of the file, 64 lower-case hexadecimal digits.
  public let sha256: String
  /// The Debian package that ships it.
  public let package: String
  /// Units of the em square.
  public let unitsPerEm: Int
  /// Ascender, descender (positive), height of capitals and of x, in font units.
  public let ascent, descent, capHeight, xHeight: Int
}

/// A glyph of a run and where it is drawn.
public struct PlacedGlyph: Sendable, Equatable {
  /// Glyph index in the font file; 0 for a Chinese character, whose glyph is what the font's `cmap` says.
  public var glyph: UInt32
  /// Distance from the start of the run along the baseline, in points.
  public var x: Double
  /// Distance below the baseline, in points; a raised glyph is negative.
  public var y: Double
  /// The character.
  public var scalar: Unicode.Scalar
  /// Where the character starts in the run's UTF-8, in bytes.
  public var start: Int
  /// How many bytes of UTF-8 it takes.
  public var length: Int

  /// Creates a placed glyph.
  public init(glyph: UInt32, x: Double, y: Double, scalar: Unicode.Scalar, start: Int, length: Int) {
    self.glyph = glyph
    self.x = x
    self.y = y
    self.scalar = scalar
    self.start = start
    self.length = length
  }
}

/// What layout knows of the fonts: which characters they have and how far each moves the pen.
public enum FontTable {
  /// The font files, in the order of `Face`.
  public static let fonts: [FontRecord] = []

  /// Whether a face has a character.
  public static func covers(_ face: Face, _ scalar: Unicode.Scalar) -> Bool {
    switch face {
    case .cjk, .cjkBold: return scalar.value >= 0x2E80
    default: return scalar.value < 0x2E80
    }
  }

  /// How far a character alone moves the pen, in points.
  public static func advance(_ scalar: Unicode.Scalar, face: Face, size: Double) -> Double {
    switch face {
    case .mono, .monoBold: return 0.6 * size
    case .cjk, .cjkBold: return size
    default: return 0.56 * size
    }
  }

  /// Advance width of a run in points: kerned, with tabular figures, without ligatures.
  public static func width(of text: String, face: Face, size: Double) -> Double {
    var x = 0.0
    for scalar in text.unicodeScalars { x += advance(scalar, face: face, size: size) }
    return x
  }

  /// The glyphs of a run, placed as `width` measures them.
  public static func glyphs(of text: String, face: Face, size: Double) -> [PlacedGlyph] {
    var (x, start) = (0.0, 0)
    var glyphs: [PlacedGlyph] = []
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      glyphs.append(PlacedGlyph(glyph: 0, x: x, y: 0, scalar: scalar, start: start, length: length))
      x += advance(scalar, face: face, size: size)
      start += length
    }
    return glyphs
  }
}
