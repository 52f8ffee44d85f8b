import CairoBackend
import Drawing
import Encoding
import Geometry

extension Pixmap {
  /// How much darker than white a pixel is, 0…1, judged by its green.
  func ink(_ x: Int, _ y: Int) -> Double { 1 - Double((self[x, y] >> 8) & 255) / 255 }

  /// Ink of each column.
  var columns: [Double] { (0..<width).map { x in (0..<height).reduce(0) { $0 + ink(x, $1) } } }

  /// Ink of each row.
  var rows: [Double] { (0..<height).map { y in (0..<width).reduce(0) { $0 + ink($1, y) } } }
}

/// Centre of gravity of some amounts, the first at 0.5.
func centroid(_ amounts: [Double]) -> Double {
  let total = amounts.reduce(0, +)
  return amounts.enumerated().reduce(0) { $0 + (Double($1.offset) + 0.5) * $1.element } / total
}

/// A colour of light on white, in the theme of light.
func word(_ paint: Paint, over ground: Color = Color(1, 1, 1), opacity: Double = 1) -> [Double] {
  let color = Theme.light.color(paint)
  let a = color.alpha * opacity
  return [
    color.red * a + ground.red * (1 - a), color.green * a + ground.green * (1 - a),
    color.blue * a + ground.blue * (1 - a),
  ].map { $0 * 255 }
}

extension Pixmap {
  /// Whether a pixel is within one step of a colour given as 0…255.
  func isNear(_ x: Int, _ y: Int, _ color: [Double]) -> Bool {
    let p = self[x, y]
    return zip([p >> 16, p >> 8, p], color).allSatisfy { abs(Double($0 & 255) - $1) <= 1 }
  }
}
