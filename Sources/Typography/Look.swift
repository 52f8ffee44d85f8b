/// How a stretch of a text departs from the style around it.
///
/// Bit 0 strong, bit 1 mono, bit 2 quiet; above them the way down through raised and lowered
/// groups as a binary number that starts with 1 (1 on the baseline, 2 subscript, 3 superscript,
/// 4 a subscript's subscript …).
struct Look: Equatable, Sendable {
  var bits: UInt8

  /// As the style says, on the baseline.
  static let plain = Look(bits: 1 << 3)
  static let strongBit: UInt8 = 1, monoBit: UInt8 = 2, quietBit: UInt8 = 4

  var strong: Bool { bits & Look.strongBit != 0 }
  var mono: Bool { bits & Look.monoBit != 0 }
  var quiet: Bool { bits & Look.quietBit != 0 }
  /// The way down through groups.
  var path: UInt8 { bits >> 3 }
  /// Whether it stands in a subscript or a superscript.
  var raised: Bool { path > 1 }

  /// Font size as a share of the style's.
  var scale: Double { Look.shrink(7 - path.leadingZeroBitCount) }

  /// Size of letters so many groups deep, as a share of the style's.
  static func shrink(_ depth: Int) -> Double {
    var k = 1.0
    for _ in 0..<depth { k *= groupScale }
    return k
  }

  /// Height of the baseline above the line's, as a share of the style's size.
  var rise: Double {
    var (rise, k) = (0.0, 1.0)
    for level in stride(from: 3, to: 0, by: -1) where path >> level > 0 {
      rise += k * (path >> (level - 1) & 1 == 1 ? Look.superRise : Look.subRise)
      k *= Look.groupScale
    }
    return rise
  }

  /// Size of a subscript or superscript; its minuscules stay legible and its capitals clear the next line.
  static let groupScale = 0.72
  /// A superscript's digits end a little above capitals; a subscript's reach no higher than a minuscule's
  /// middle.
  static let superRise = 0.38, subRise = -0.18
  /// Groups may stand in groups twice.
  static let deepest = 3
}
