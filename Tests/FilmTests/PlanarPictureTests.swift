import Encoding
import Testing

@testable import Film

/// What video encoders are fed with is what ITU-R BT.709 says of the pixels.
@Suite struct PlanarPictureTests {
  private func picture(_ width: Int, _ height: Int, _ seed: UInt32) -> Pixmap {
    var state = seed
    var picture = Pixmap(width: width, height: height)
    picture.withPixels { pixels in
      for i in pixels.indices {
        state = state &* 1_664_525 &+ 1_013_904_223
        pixels[i] = 0xFF00_0000 | state >> 8
      }
    }
    return picture
  }

  private func planes(_ picture: Pixmap) -> PlanarPicture {
    var planes = PlanarPicture(width: picture.width, height: picture.height)
    planes.take(
      [PixelRect(left: 0, top: 0, right: picture.width, bottom: picture.height)], from: picture)
    return planes
  }

  /// Y′, Cb and Cr of some red, green and blue of 0…1, in the video range of 8 bits.
  private func converted(_ rgb: [Double]) -> [Double] {
    let y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    return [16 + 219 * y, 128 + 224 * (rgb[2] - y) / 1.8556, 128 + 224 * (rgb[0] - y) / 1.5748]
  }

  @Test(arguments: [(8, 6), (7, 5), (1, 1), (2, 3), (33, 20)])
  func everySampleIsTheNearest(_ size: (Int, Int)) {
    let (width, height) = size
    let picture = picture(width, height, 5)
    let planes = planes(picture)
    #expect(planes.width == (width + 1) / 2 * 2 && planes.height == (height + 1) / 2 * 2)
    /// The colour at a place, the last column and row going on.
    func rgb(_ x: Int, _ y: Int) -> [Double] {
      let p = picture[min(x, width - 1), min(y, height - 1)]
      return [16, 8, 0].map { Double(p >> UInt32($0) & 255) / 255 }
    }
    let size = planes.width * planes.height
    for y in 0..<planes.height {
      for x in 0..<planes.width {
        let exact = converted(rgb(x, y))[0]
        #expect((Double(planes.bytes[y * planes.width + x]) - exact).magnitude < 0.51, "\(x) \(y)")
      }
    }
    for y in 0..<planes.height / 2 {
      for x in 0..<planes.width / 2 {
        var mean = [0.0, 0, 0]
        for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
          let color = rgb(2 * x + dx, 2 * y + dy)
          for k in 0..<3 { mean[k] += color[k] / 4 }
        }
        let exact = converted(mean)
        let at = size + y * planes.width / 2 + x
        #expect((Double(planes.bytes[at]) - exact[1]).magnitude < 0.51, "Cb \(x) \(y)")
        #expect((Double(planes.bytes[at + size / 4]) - exact[2]).magnitude < 0.51, "Cr \(x) \(y)")
      }
    }
  }

  @Test func greysHaveNoColourAndTheRangeIsThatOfVideo() {
    for level in UInt32(0)...255 {
      let planes = planes(Pixmap(width: 2, height: 2, filledWith: 0xFF00_0000 | level * 0x01_0101))
      #expect(planes.bytes[4] == 128 && planes.bytes[5] == 128)
      if level == 0 { #expect(planes.bytes[0] == 16) }
      if level == 255 { #expect(planes.bytes[0] == 235) }
    }
    // The strongest blue and red.
    #expect(planes(Pixmap(width: 2, height: 2, filledWith: 0xFF00_00FF)).bytes[4] == 240)
    #expect(planes(Pixmap(width: 2, height: 2, filledWith: 0xFFFF_0000)).bytes[5] == 240)
  }

  /// Only rectangles are named, and pixels beside them do not change.
  @Test func whatChangedIsEnough() {
    for (width, height) in [(40, 30), (39, 29)] {
      var shown = picture(width, height, 1)
      var kept = planes(shown)
      var state: UInt64 = 3
      func random(_ n: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % n
      }
      for step in 0..<200 {
        let other = picture(width, height, UInt32(step + 2))
        let rects = (0...random(3)).map { _ in
          let (left, top) = (random(width), random(height))
          return PixelRect(
            left: left, top: top, right: min(width, left + 1 + random(9)),
            bottom: min(height, top + 1 + random(9)))
        }
        shown.take(rects, from: other)
        kept.take(rects, from: shown)
        let isRight = kept.bytes == planes(shown).bytes
        #expect(isRight, "step \(step)")
      }
    }
  }

  @Test func anEmptyPictureAndRectanglesOutsideAreNothing() {
    #expect(planes(Pixmap(width: 0, height: 5)).bytes.isEmpty)
    let picture = picture(4, 4, 1)
    var kept = planes(picture)
    kept.take([PixelRect(left: -9, top: -9, right: 0, bottom: 0)], from: picture)
    kept.take([PixelRect(left: 2, top: 2, right: 90, bottom: 90)], from: picture)
    #expect(kept.bytes == planes(picture).bytes)
  }
}
