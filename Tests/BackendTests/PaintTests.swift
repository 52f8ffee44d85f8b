import CairoBackend
import Drawing
import Encoding
import Geometry
import Testing

@Suite struct PaintTests {
  private func draw(_ frame: Frame, scale: Double = 1, background: Background = .paper) throws -> Pixmap {
    try CairoRenderer().pixmap(frame, theme: .light, scale: scale, background: background)
  }

  @Test func everyPaintKindHasItsColour() throws {
    let tints: [Tint] =
      Neutral.allCases.map { .neutral($0) }
      + Role.allCases.flatMap { r in Part.allCases.map { .role(r, $0) } }
      + (0..<8).flatMap { i in Part.allCases.map { .category(i, $0) } }
      + [.scale(0.3), .onScale(0.9), .diverging(-0.4), .onDiverging(0.8), .literal(Color(0.2, 0.4, 0.6))]
    for theme in Theme.Name.allCases.map({ Theme($0) }) {
      for tint in tints {
        let frame = Gallery.plain([Gallery.box(0, 0, 50, 50, .plain(Paint(tint)))])
        let pixmap = try CairoRenderer().pixmap(frame, theme: theme)
        #expect(pixmap[20, 20] == 0xFF00_0000 | theme.color(tint).hex)
      }
    }
  }

  @Test(arguments: [0.0, 0.1, 0.25, 0.5, 0.75, 0.99, 1])
  func opacityIsExactOnFlatFills(k: Double) throws {
    let fill = Fill.role(.compute, .solid)
    let box = Gallery.box(10, 10, 50, 50, fill)
    let expected = word(.role(.compute, .solid), opacity: k)
    let byMark = try draw(Gallery.plain([box], opacity: k))
    let byPaint = try draw(
      Gallery.plain([Gallery.box(10, 10, 50, 50, .plain(Paint.role(.compute, .solid).faded(k)))]))
    // Two marks, so that the group is composited, and one, so that it is folded into the mark.
    let byGroup = try [[box], [box, Gallery.box(100, 10, 20, 20, fill)]].map { boxes in
      try draw(
        Frame(
          size: Gallery.size, groups: [Gallery.group(0, parent: -1), Gallery.group(1, opacity: k)],
          marks: boxes.enumerated().map { Gallery.mark($1, $0, group: 1) }))
    }
    for pixmap in [byMark, byPaint] + byGroup {
      #expect(pixmap.isNear(30, 30, expected))
      #expect(pixmap[80, 80] == 0xFFFF_FFFF)
    }
  }

  @Test func aGroupFadesAsAWhole() throws {
    let groups = [
      Gallery.group(0, parent: -1), Gallery.group(1, opacity: 0.5), Gallery.group(2, parent: 1, opacity: 0.5),
    ]
    let frame = Frame(
      size: Gallery.size, groups: groups,
      marks: [
        Gallery.mark(Gallery.box(10, 10, 40, 40, .role(.compute, .solid)), 0, group: 1),
        Gallery.mark(Gallery.box(30, 30, 40, 40, .role(.cache, .solid)), 1, group: 1),
        Gallery.mark(Gallery.box(80, 10, 40, 40, .role(.alarm, .solid)), 2, group: 2),
        Gallery.mark(Gallery.box(100, 10, 40, 40, .role(.sync, .solid)), 3, group: 2),
      ])
    for scale in [1.0, 2] {
      let pixmap = try draw(frame, scale: scale)
      let k = Int(scale)
      // Where two boxes meet, the upper one alone is seen through.
      #expect(pixmap.isNear(40 * k, 40 * k, word(.role(.cache, .solid), opacity: 0.5)))
      #expect(pixmap.isNear(15 * k, 15 * k, word(.role(.compute, .solid), opacity: 0.5)))
      #expect(pixmap.isNear(110 * k, 30 * k, word(.role(.sync, .solid), opacity: 0.25)))
    }
  }

  @Test func aFadedMarkDoesNotShowItsFillThroughItsEdge() throws {
    let stroke = Stroke(.role(.cache, .edge), width: 10)
    let frame = Gallery.plain([Gallery.box(20, 20, 60, 60, .role(.compute, .solid), stroke)], opacity: 0.4)
    let pixmap = try draw(frame)
    #expect(pixmap.isNear(22, 50, word(.role(.cache, .edge), opacity: 0.4)))
    #expect(pixmap.isNear(50, 50, word(.role(.compute, .solid), opacity: 0.4)))
  }

  @Test func transparentPaperIsPaperWithoutPaper() throws {
    let frame = Gallery.plain([Gallery.box(10, 10, 50, 50, .role(.compute, .solid))], opacity: 0.5)
    let pixmap = try draw(frame, background: .transparent)
    #expect(pixmap[100, 100] == 0)
    #expect(pixmap[30, 30] >> 24 == 128)
  }

  @Test func marksAreDrawnInTheirOrder() throws {
    // The same group before and after another mark: what lies between stays between.
    let frame = Frame(
      size: Gallery.size, groups: [Gallery.group(0, parent: -1), Gallery.group(1, opacity: 0.999_999)],
      marks: [
        Gallery.mark(Gallery.box(10, 10, 60, 60, .role(.compute, .solid)), 0, group: 1),
        Gallery.mark(Gallery.box(30, 10, 60, 60, .role(.cache, .solid)), 1),
        Gallery.mark(Gallery.box(50, 10, 60, 60, .role(.alarm, .solid)), 2, group: 1),
      ])
    let pixmap = try draw(frame)
    #expect(pixmap.isNear(20, 30, word(.role(.compute, .solid))))
    #expect(pixmap.isNear(40, 30, word(.role(.cache, .solid))))
    #expect(pixmap.isNear(60, 30, word(.role(.alarm, .solid))))
  }

  @Test func aClipCutsItsGroupOnly() throws {
    let clip = Outline.rectangle(Rect(20, 20, 30, 30), radius: 0)
    let frame = Frame(
      size: Gallery.size,
      groups: [
        Gallery.group(0, parent: -1), Gallery.group(1, transform: .translation(10, 0), clip: clip),
        Gallery.group(2, parent: 1, transform: .scale(2, 2), opacity: 0.5),
      ],
      marks: [
        Gallery.mark(Gallery.box(0, 0, 100, 100, .role(.cache, .solid)), 0, group: 2),
        Gallery.mark(Gallery.box(100, 0, 20, 20, .role(.alarm, .solid)), 1),
      ])
    let pixmap = try draw(frame)
    for (x, y, isInside) in [
      (29, 30, false), (30, 20, true), (59, 49, true), (60, 30, false), (40, 50, false),
    ] {
      #expect(pixmap.isNear(x, y, isInside ? word(.role(.cache, .solid), opacity: 0.5) : [255, 255, 255]))
    }
    #expect(pixmap.isNear(110, 10, word(.role(.alarm, .solid))))
  }

  @Test func dashesBeginAtTheStartOfTheLine() throws {
    let stroke = Stroke(Paint(.literal(Color(0, 0, 0))), width: 4, dash: [6, 4])
    let pixmap = try draw(Gallery.plain([Gallery.line(from: (10, 20), to: (110, 20), stroke)]))
    for x in 0..<100 { #expect(pixmap.ink(10 + x, 20) == (x % 10 < 6 ? 1 : 0)) }
  }

  @Test func aRoundCapReachesOutAndAButtCapDoesNot() throws {
    for (cap, ink) in [(Stroke.Cap.butt, 0.0), (.round, 1.0)] {
      let stroke = Stroke(Paint(.literal(Color(0, 0, 0))), width: 10, cap: cap)
      let pixmap = try draw(Gallery.plain([Gallery.line(from: (20, 20), to: (60, 20), stroke)]))
      #expect(pixmap.ink(17, 20) == ink && pixmap.ink(62, 20) == ink && pixmap.ink(40, 20) == 1)
    }
  }

  @Test(arguments: [1.0, 2, 1.5])
  func cellsOfAHeatMapHaveExactEdges(scale: Double) throws {
    let raster = Gallery.heat(Rect(20, 12, 160, 96), 40, 24, .diverging)
    let colors = raster.values.map { 0xFF00_0000 | Theme.light.color(raster.tint($0)).hex }
    let pixmap = try draw(Gallery.plain([.raster(raster)]), scale: scale)
    var wrong = 0
    for y in 0..<pixmap.height {
      for x in 0..<pixmap.width {
        let (cx, cy) = (((Double(x) + 0.5) / scale - 20) / 4, ((Double(y) + 0.5) / scale - 12) / 4)
        let isInside = cx > 0 && cx < 40 && cy > 0 && cy < 24
        let expected = isInside ? colors[Int(cy) * 40 + Int(cx)] : 0xFFFF_FFFF
        if pixmap[x, y] != expected { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }
}
