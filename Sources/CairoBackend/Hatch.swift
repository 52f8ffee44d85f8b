import CCairo
import Drawing
import Geometry

/// Lines at 45° from lower left to upper right, one every `Fill.hatchPitch` points from the canvas
/// origin; the first is half a pitch away, as in an SVG pattern turned by 45°.
///
/// The coverage of a pixel depends on the sum of its coordinates alone, so it is computed exactly
/// once for every sum. Neighbouring areas therefore join without a seam, and the lines stand still
/// while an area moves over them.
struct Hatch {
  /// Share of 255 for pixels whose coordinates add up to the index.
  private var coverage: [UInt8] = []
  private var scale = 0.0
  /// Pixels for each share of 255, of the colours last used.
  private var words: [UInt32] = []
  private var inks: Inks?

  private struct Inks: Equatable {
    var line, ground: Color
    var opacity: Double

    func word(coverage: Int) -> UInt32 {
      var over = line
      over.alpha *= Double(coverage) / 255
      return premultiplied(over, on: ground, opacity: opacity)
    }
  }

  /// The pixels of a rectangle: `line` over `ground`, both together `opacity` times as opaque.
  mutating func tile(
    left: Int, top: Int, width: Int, height: Int, scale: Double, line: Color, ground: Color, opacity: Double
  ) -> [UInt32] {
    prepare(scale: scale, count: left + top + width + height)
    let inks = Inks(line: line, ground: ground, opacity: opacity)
    if inks != self.inks {
      self.inks = inks
      words = (0...255).map { inks.word(coverage: $0) }
    }
    let diagonal = (0..<width + height).map { words[Int(coverage[left + top + $0])] }
    return [UInt32](unsafeUninitializedCapacity: width * height) { tile, count in
      diagonal.withUnsafeBufferPointer { diagonal in
        guard let to = tile.baseAddress, let from = diagonal.baseAddress else { return }
        for y in 0..<height { (to + y * width).initialize(from: from + y, count: width) }
      }
      count = width * height
    }
  }

  private mutating func prepare(scale: Double, count: Int) {
    if scale == self.scale && coverage.count >= count { return }
    self.scale = scale
    let pitch = Fill.hatchPitch * scale * 2.0.squareRoot()
    let half = Fill.hatchWidth * scale * 2.0.squareRoot() / 2
    coverage = (0..<count).map { sum in
      let s = Double(sum)
      var share = 0.0
      var k = ((s - half) / pitch - 0.5).rounded(.down)
      while (k + 0.5) * pitch - half < s + 2 {
        let center = (k + 0.5) * pitch
        share += below(center + half - s) - below(center - half - s)
        k += 1
      }
      return UInt8((share.clamped(to: 0...1) * 255).rounded())
    }
  }

  /// The share of a unit square whose coordinates, from its corner, add up to less than `t`.
  private func below(_ t: Double) -> Double {
    if t <= 0 { return 0 }
    if t >= 2 { return 1 }
    return t <= 1 ? t * t / 2 : 1 - (2 - t) * (2 - t) / 2
  }

  /// The same lines for a document, over a rectangle of the canvas.
  static func trace(over r: Rect, on cr: OpaquePointer) {
    let pitch = Fill.hatchPitch * 2.0.squareRoot()
    let box = r.outset(by: Fill.hatchWidth)
    var k = ((box.minX + box.minY) / pitch - 0.5).rounded(.up)
    while (k + 0.5) * pitch < box.maxX + box.maxY {
      let sum = (k + 0.5) * pitch
      let (top, bottom) = (max(box.minY, sum - box.maxX), min(box.maxY, sum - box.minX))
      cairo_move_to(cr, sum - bottom, bottom)
      cairo_line_to(cr, sum - top, top)
      k += 1
    }
  }
}

/// The word of a colour over another, together `opacity` times as opaque, in Cairo's premultiplied
/// 0xAARRGGBB.
func premultiplied(_ color: Color, on ground: Color = Color(0, 0, 0, 0), opacity: Double = 1) -> UInt32 {
  let a = color.alpha.clamped(to: 0...1)
  let b = ground.alpha.clamped(to: 0...1) * (1 - a)
  func byte(_ x: Double) -> UInt32 { UInt32((x.clamped(to: 0...1) * opacity * 255).rounded()) }
  return byte(a + b) << 24 | byte(color.red * a + ground.red * b) << 16
    | byte(color.green * a + ground.green * b) << 8 | byte(color.blue * a + ground.blue * b)
}
