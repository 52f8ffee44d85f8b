// Made by `swift run lantern-fonts` from the fonts that FontRecords.swift lists. Not edited by hand.
// swift-format-ignore-file

extension Generated {
  /// Noto Sans CJK SC, measured.
  static let cjk = FaceData(
    unitsPerEm: 1000,
    clusters: """
      ohQohQCuq7D
      """,
    ranges: """
      uLCw+B41PCw+BGEw+BEEw+BQCw+By9H0Cw+B2N2Cw+BgN+Bw+BC4Qw+BCyoNw+B0Eg/oBw+BghGo6Vw5B4oTgCw+BiLgGw+B+HOw
      +B
      """,
    exceptions: """
      ohQmtB
      """
  )
}
