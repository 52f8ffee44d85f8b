/// Two characters that a face draws as one shape: a letter under a mark, or a double dash.
struct Cluster: Sendable {
  enum Shape: Sendable {
    /// As another character, which the face has.
    case composed(Unicode.Scalar)
    /// As one glyph as wide as both.
    case joined(glyph: UInt32)
    /// As two glyphs; the mark is moved by font units, and in some fonts moves the pen a little. `kerns`
    /// says whether the letter is kerned with what follows the mark.
    case marked(base: UInt32, mark: UInt32, dx: Int, dy: Int, advance: Int, kerns: Bool)
  }

  let base: UInt32
  let mark: UInt32
  let shape: Shape

  /// An order for looking it up.
  var key: UInt64 { UInt64(base) << 32 | UInt64(mark) }
}

/// One glyph of a run, in font units.
struct Spot {
  var glyph: UInt32
  var scalar: Unicode.Scalar
  /// Pen, less kerning that follows.
  var x: Int
  var dx = 0
  var dy = 0
  var advance: Int
  /// Which character of the run it starts at, and how many it stands for.
  var index: Int
  var count = 1
}

/// Whether a character is drawn over or under the one before it.
func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0x302A...0x302F,
    0x3099, 0x309A, 0xFE20...0xFE2F:
    return true
  default: return false
  }
}
