import Drawing
import Geometry

/// How a paint that changes is animated.
struct PaintMotion {
  /// `fill` or `stroke`.
  let property: String
  /// A paint for moments that have none.
  private let usual: Paint
  private let changesColor: Bool
  private let changesOpacity: Bool

  /// Nil when no moment has a paint.
  init?(_ property: String, _ paints: [Paint?]) {
    guard let usual = paints.compactMap({ $0 }).first else { return nil }
    self.property = property
    self.usual = usual
    let values = paints.map { PaintMotion.values($0 ?? usual.faded(0)) }
    changesColor = values.contains { $0.dropLast() != values[0].dropLast() }
    changesOpacity = values.contains { $0.last != values[0].last }
  }

  /// The paint of the element itself: as opaque as it ever is, so that it is written at all.
  func base(_ paints: [Paint?]) -> Paint {
    var paint = paints.first.flatMap { $0 } ?? usual
    paint.opacity = paints.compactMap { $0?.opacity }.max() ?? paint.opacity
    return paint
  }

  /// Red, green and blue in the light and in the dark theme, and the opacity.
  private static func values(_ paint: Paint) -> [Double] {
    let (light, dark) = (Theme.light.color(paint), Theme.dark.color(paint))
    return [light.red, light.green, light.blue, dark.red, dark.green, dark.blue, paint.opacity]
  }

  /// How far each value may be off: one of 255.
  static let tolerance = [Double](repeating: 1.0 / 255, count: 7)

  /// The values of a paint, or of none.
  func values(_ paint: Paint?) -> [Double] { PaintMotion.values(paint ?? usual.faded(0)) }

  /// What says a paint, as far as it changes.
  func declarations(_ paint: Paint?, _ colorist: inout Colorist) -> String {
    var out: [String] = []
    if changesColor {
      var opaque = paint ?? usual
      opaque.opacity = 1
      let pigment = colorist.pigment(opaque)
      out.append("\(property):\(pigment.live ?? pigment.plain)")
    }
    if changesOpacity {
      out.append("\(property)-opacity:\(Grid(digits: 3).text(paint?.opacity ?? 0))")
    }
    return out.joined(separator: ";")
  }
}
