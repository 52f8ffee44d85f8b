import Geometry
import Testing

@testable import Drawing

@Suite struct PaintTests {
  private let paints: [Paint] = [
    .ink, .muted, .role(.compute, .fill), .role(.alarm, .solid), .category(3, .edge), .scale(0.25),
    .scale(0.75),
    .onScale(0.4), Paint(.diverging(-0.5)), Paint(.diverging(1)),
    Paint(.literal(Color(hex: 0x123456)), opacity: 0.5),
    Paint.ink.faded(0), Paint.ink.mixed(with: .role(.cache, .text), at: 0.3),
  ]

  @Test func mixingEndsExactlyAtItsEnds() {
    for a in paints {
      for b in paints {
        for t in [0, -1, -Double.infinity] { #expect(a.mixed(with: b, at: t) == a) }
        for t in [1, 2, Double.infinity] { #expect(a.mixed(with: b, at: t) == b) }
        for theme in [Theme.light, .dark, .print] {
          #expect(theme.color(a.mixed(with: b, at: 1)) == theme.color(b))
        }
      }
    }
  }

  @Test func aMixOfATintWithItselfStays() {
    for a in paints where a.share == 0 {
      let half = a.mixed(with: a, at: 0.5)
      for theme in [Theme.light, .dark, .print] { #expect(theme.color(half) == theme.color(a)) }
    }
  }

  @Test func halfWayIsTheMeanOfTheColours() {
    let (a, b) = (Paint.role(.compute, .fill), Paint.role(.alarm, .solid))
    let color = Theme.light.color(a.mixed(with: b, at: 0.5))
    let (x, y) = (Theme.light.color(a), Theme.light.color(b))
    #expect(abs(color.red - (x.red + y.red) / 2) < 1e-12 && abs(color.blue - (x.blue + y.blue) / 2) < 1e-12)
    // Heat passes through the ramp, not straight from colour to colour.
    #expect(Paint.scale(0.2).mixed(with: .scale(0.6), at: 0.5).tint == .scale(0.2 + (0.6 - 0.2) * 0.5))
  }

  @Test func fillsAndStrokesMixExactlyAtTheEnds() {
    let fills: [Fill] = [.plain(.ink), .idle, .role(.storage, .fill), .hatch(line: .ink, ground: .paper)]
    for a in fills {
      for b in fills {
        if case .hatch = a, case .plain = b { #expect(a.mixed(with: b, at: 1) == b) }
        if case .plain = a, case .hatch = b { #expect(a.mixed(with: b, at: 0) == a) }
        #expect(a.mixed(with: a, at: 0.5) == a)
      }
    }
    for a in [Stroke.hair, .arrow, .strong, .absent] {
      #expect(a.mixed(with: .edge(.sync), at: 0) == a && Stroke.edge(.sync).mixed(with: a, at: 1) == a)
    }
  }

  @Test func hexadecimalGoesAndComesBack() {
    for hex: UInt32 in [0, 0xFFFFFF, 0x123456, 0xABCDEF, 0x010203] { #expect(Color(hex: hex).hex == hex) }
    #expect(Color(2, -1, 0.5).hex == 0xFF0080)
  }
}
