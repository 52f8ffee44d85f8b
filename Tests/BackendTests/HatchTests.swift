import CairoBackend
import Drawing
import Encoding
import Geometry
import Testing

@Suite struct HatchTests {
  private let black = Fill.hatch(
    line: Paint(.literal(Color(0, 0, 0))), ground: Paint(.literal(Color(1, 1, 1))))

  private func draw(_ boxes: [Rect], scale: Double, group: Affine = .identity) throws -> Pixmap {
    let frame = Frame(
      size: Gallery.size, groups: [Group(identity: .root, parent: -1, transform: group)],
      marks: boxes.enumerated().map {
        Gallery.mark(.outline(.rectangle($1, radius: 0), fill: black, stroke: nil), $0)
      })
    return try CairoRenderer().pixmap(frame, theme: .light, scale: scale)
  }

  @Test(arguments: [1.0, 1.5, 2, 3.7])
  func neighboursJoinWithoutASeam(scale: Double) throws {
    // Borders on whole pixels, at any scale.
    let whole = Rect(10 / scale, 20 / scale, 150 / scale, 90 / scale)
    let parts = [
      Rect(10 / scale, 20 / scale, 61 / scale, 90 / scale),
      Rect(71 / scale, 20 / scale, 89 / scale, 37 / scale),
      Rect(71 / scale, 57 / scale, 89 / scale, 53 / scale),
    ]
    #expect(try draw([whole], scale: scale) == draw(parts, scale: scale))
  }

  @Test func theLinesStandStillWhileAnAreaMoves() throws {
    let rest = try draw([Rect(20, 20, 100, 80)], scale: 2)
    for shift in [0.3, 1, 4.9] {
      let moved = try draw([Rect(20, 20, 100, 80)], scale: 2, group: .translation(shift, shift / 2))
      #expect((60..<180).allSatisfy { y in (60..<220).allSatisfy { moved[$0, y] == rest[$0, y] } })
    }
  }

  @Test(arguments: [1.0, 2])
  func linesAreAsFarApartAndAsWideAsTheySay(scale: Double) throws {
    let pixmap = try draw([Rect(0, 0, 200, 120)], scale: scale)
    let ink = pixmap.columns.reduce(0, +) / Double(pixmap.width * pixmap.height)
    #expect(abs(ink - Fill.hatchWidth / Fill.hatchPitch) < 0.002)
    // On the diagonal from the origin the middle of line k lies (k + ½) pitches away.
    let step = 2.0.squareRoot() / scale
    for k in 0..<8 {
      let x = Int((Double(k) + 0.5) * Fill.hatchPitch / step)
      #expect(pixmap.ink(x, x) > 0.4)
      let between = Int(Double(k) * Fill.hatchPitch / step)
      #expect(pixmap.ink(between, between) == 0)
    }
    // And they rise to the right.
    for x in 5..<60 { #expect(pixmap.ink(x, 100) == pixmap.ink(x + 7, 93)) }
  }

  @Test func opacityFadesLinesAndGroundTogether() throws {
    let fill = Fill.hatch(line: .role(.alarm, .edge), ground: .role(.alarm, .fill))
    let box = Gallery.box(0, 0, 200, 120, fill)
    let (full, half) = (try renders(box, 1), try renders(box, 0.5))
    for i in 0..<120 {
      let p = full[i, i]
      let expected = [p >> 16, p >> 8, p].map { (Double($0 & 255) + 255) / 2 }
      #expect(half.isNear(i, i, expected))
    }
  }

  private func renders(_ shape: Shape, _ opacity: Double) throws -> Pixmap {
    try CairoRenderer().pixmap(Gallery.plain([shape], opacity: opacity), theme: .light)
  }
}
