extension Rule {
  /// Every rule, in order of worth.
  public static let all: [Rule] = [
    textOverlap, textCrossed, textOverflow, outside, textSmall, textContrast, lineContrast, glyphMissing,
    untranslated, translationMissing, captionLong, captionMissing, connectorLoose, connectorHidden,
    beatUnchanged, unstaggered, jump, flash, blink, fade, identityLost, parameterIdle, modeIdle,
    telemetryConstant, unitMissing, stageEmpty, misaligned, numberFormat, titleMissing, descriptionMissing,
    descriptionSame,
    layout, identityTwice, colorPairs, waiver,
  ]
}
