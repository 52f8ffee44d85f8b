import Figures

// Numbers as a person would say them.

/// Up to three figures: `0.34`, `3.35`, `12.4`, `345`, `1,365`.
func threeFigures(_ x: Double) -> String {
  x < 9.995 ? fixed(x, 2) : x < 99.95 ? fixed(x, 1) : fixed(x)
}

/// FLOP/B or a batch: one digit after the point below ten, none above.
func wholeOrTenth(_ x: Double) -> String { x < 9.95 ? fixed(x, 1) : fixed(x) }

/// A share, 0…1, in percent; what is lost of almost all keeps a digit after the point.
func percent(_ share: Double) -> String {
  let p = share * 100
  return p < 0.995 && p > 0 ? fixed(p, 2) : p > 99 && p < 99.95 ? fixed(p, 1) : fixed(p)
}

/// A number with its decimal prefix: `33.6 M`, `137 G`.
func decimalPrefix(_ x: Double) -> String {
  x >= 999.5e9
    ? threeFigures(x / 1e12) + " T"
    : x >= 999.5e6
      ? threeFigures(x / 1e9) + " G"
      : x >= 999.5e3 ? threeFigures(x / 1e6) + " M" : threeFigures(x / 1e3) + " k"
}

/// Seconds in ms, µs or ns.
func duration(_ seconds: Double) -> String {
  seconds >= 999.5e-6
    ? threeFigures(seconds * 1e3) + " ms"
    : seconds >= 999.5e-9 ? threeFigures(seconds * 1e6) + " µs" : wholeOrTenth(seconds * 1e9) + " ns"
}
