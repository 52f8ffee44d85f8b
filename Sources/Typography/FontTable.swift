import Drawing

/// One font file that the table was measured with.
public struct FontRecord: Sendable {
  /// What it draws.
  public let face: Face
  /// Family name, as CSS and fontconfig write it.
  public let family: String
  /// Style name, as fontconfig writes it.
  public let style: String
  /// Weight, 100…900.
  public let weight: Int
  /// File name without a folder.
  public let file: String
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
  /// Glyph index in the font file, or 0: then it is what the font's `cmap` gives for `scalar`, as for
  /// nearly all Chinese characters.
  public var glyph: UInt32
  /// Distance from the start of the run along the baseline, in points.
  public var x: Double
  /// Distance below the baseline, in points; a raised glyph is negative.
  public var y: Double
  /// The character; of several that make one glyph, the whole that they make or the first.
  public var scalar: Unicode.Scalar
  /// Where its characters start in the run's UTF-8, in bytes.
  public var start: Int
  /// How many bytes of UTF-8 they take.
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

/// What layout knows of the fonts: which characters they have, how far each moves the pen, and where
/// glyphs stand in a run.
///
/// Made by `swift run lantern-fonts` from what HarfBuzz gives with `tnum` on, `calt`, `liga` and
/// `clig` off, and else its defaults (`kern`, `mark`, `ccmp`, `locl`); Chinese as script Han, language
/// Chinese. A backend that shapes text itself must ask for the same.
public enum FontTable {
  /// The font files, in the order of `Face`.
  public static let fonts: [FontRecord] = Generated.fonts

  private static let sans = FaceTable(Generated.sans), sansMedium = FaceTable(Generated.sansMedium)
  private static let sansBold = FaceTable(Generated.sansBold), mono = FaceTable(Generated.mono)
  private static let monoBold = FaceTable(Generated.monoBold), cjk = FaceTable(Generated.cjk)
  private static let cjkBold = FaceTable(Generated.cjkBold), symbol = FaceTable(Generated.symbol)
  private static let symbolBold = FaceTable(Generated.symbolBold)

  /// The decoded table of a face; decoded when first asked for.
  static func table(_ face: Face) -> FaceTable {
    switch face {
    case .sans: return sans
    case .sansMedium: return sansMedium
    case .sansBold: return sansBold
    case .mono: return mono
    case .monoBold: return monoBold
    case .cjk: return cjk
    case .cjkBold: return cjkBold
    case .symbol: return symbol
    case .symbolBold: return symbolBold
    }
  }

  /// Whether the table has a character of a face. Of the symbol faces it has what Inter lacks, of the
  /// Chinese faces no Latin; a combining mark belongs to its letter, so no face has it alone.
  public static func covers(_ face: Face, _ scalar: Unicode.Scalar) -> Bool {
    table(face).advance(scalar) != nil
  }

  /// How far a character alone moves the pen, in points; 0 when the face lacks it.
  public static func advance(_ scalar: Unicode.Scalar, face: Face, size: Double) -> Double {
    let table = table(face)
    return Double(table.advance(scalar) ?? 0) * (size / table.unitsPerEm)
  }

  /// Advance width of a run in points: kerned, with tabular figures, without ligatures. A character
  /// that the face lacks counts as 0.
  public static func width(of text: String, face: Face, size: Double) -> Double {
    let table = table(face)
    let units: Int
    if let simple = table.simpleWidth(text) {
      units = simple
    } else {
      let spots = table.set(Array(text.unicodeScalars)[...])
      units = spots.last.map { $0.x + $0.advance } ?? 0
    }
    return Double(units) * (size / table.unitsPerEm)
  }

  /// The same for a text that is ASCII without marks, its words with one space between them; nil for any other.
  static func plainWidth(of text: String, face: Face, size: Double) -> Double? {
    let table = table(face)
    return table.plainWidth(text).map { Double($0) * (size / table.unitsPerEm) }
  }

  /// The glyphs of a run, placed as `width` measures them; none for a character that the face lacks.
  public static func glyphs(of text: String, face: Face, size: Double) -> [PlacedGlyph] {
    let table = table(face)
    let scale = size / table.unitsPerEm
    let scalars = Array(text.unicodeScalars)
    var out: [PlacedGlyph] = []
    out.reserveCapacity(scalars.count)
    var start = 0
    for spot in table.set(scalars[...]) {
      var length = 0
      for i in spot.index..<spot.index + spot.count { length += UTF8.width(scalars[i]) }
      if spot.glyph != 0 || table.advance(spot.scalar) != nil {
        out.append(
          PlacedGlyph(
            glyph: spot.glyph, x: Double(spot.x + spot.dx) * scale, y: -Double(spot.dy) * scale,
            scalar: spot.scalar, start: start, length: length))
      }
      start += length
    }
    return out
  }
}
