import Figures
import Testing

@testable import Inspection

@Suite struct ColorVisionTests {
  /// Pairs and differences from table 1 of Sharma, Wu and Dalal (2005).
  @Test func differencesAreThePublishedOnes() {
    let pairs: [(Lab, Lab, Double)] = [
      (Lab(50, 2.6772, -79.7751), Lab(50, 0, -82.7485), 2.0425),
      (Lab(50, -1.3802, -84.2814), Lab(50, 0, -82.7485), 1.0),
      (Lab(50, 0, 0), Lab(50, -1, 2), 2.3669),
      (Lab(50, 2.49, -0.001), Lab(50, -2.49, 0.0009), 7.1792),
      (Lab(50, 2.49, -0.001), Lab(50, -2.49, 0.0011), 7.2195),
      (Lab(50, 2.5, 0), Lab(73, 25, -18), 27.1492),
      (Lab(50, 2.5, 0), Lab(61, -5, 29), 22.8977),
      (Lab(60.2574, -34.0099, 36.2677), Lab(60.4626, -34.1751, 39.4387), 1.2644),
      (Lab(22.7233, 20.0904, -46.694), Lab(23.0331, 14.973, -42.5619), 2.0373),
      (Lab(90.8027, -2.0831, 1.441), Lab(91.1528, -1.6435, 0.0447), 1.4441),
      (Lab(2.0776, 0.0795, -1.135), Lab(0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for (a, b, expected) in pairs {
      #expect((a.difference(b) - expected).magnitude < 1e-4)
      #expect((b.difference(a) - expected).magnitude < 1e-4)
    }
  }

  @Test func whiteIsWhiteToEveryEye() {
    for vision in Vision.allCases {
      let white = vision.seen(Color(1, 1, 1))
      #expect(
        (white.red - 1).magnitude < 0.01 && (white.green - 1).magnitude < 0.01
          && (white.blue - 1).magnitude < 0.01)
    }
  }

  /// Without the cones for red or green, a red and a green of one lightness are near each other.
  @Test func redAndGreenComeTogether() {
    let (red, green) = (Color(hex: 0xC8553D), Color(hex: 0x7C8A1C))
    func d(_ v: Vision) -> Double { Lab(v.seen(red)).difference(Lab(v.seen(green))) }
    #expect(d(.usual) > 40)
    #expect(d(.deutan) < d(.usual) / 2)
  }
}
