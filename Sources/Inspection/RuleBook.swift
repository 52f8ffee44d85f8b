extension Rule {
  /// Every rule, in order of worth.
  public static let all: [Rule] = [
    textOverlap, textCrossed, textOverflow, outside, textSmall, textContrast, lineContrast, glyphMissing,
    untranslated, translationMissing,
  ]
}
