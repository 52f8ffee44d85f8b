import CairoBackend
import Drawing
import Encoding
import Geometry
import Testing
import Typography

@Suite struct TextTests {
  private let renderer = CairoRenderer()

  /// One line on a white canvas.
  private func draw(
    _ words: String, at origin: Point, face: Face = .sans, size: Double = 15, scale: Double = 1,
    group: Affine = .identity, halo: Double = 0
  ) throws -> Pixmap {
    let line = Gallery.line(
      words, origin.x, origin.y, face: face, size: size, paint: Paint(.literal(Color(0, 0, 0))), halo: halo)
    let frame = Frame(
      size: Size(260, 60), groups: [Group(identity: .root, parent: -1, transform: group)],
      marks: [Gallery.mark(.text(line), 0)])
    return try renderer.pixmap(frame, theme: .light, scale: scale)
  }

  @Test(arguments: [Face.sans, .mono, .cjk, .symbol], [1.0, 1.5, 2])
  func aGlidingLabelGoesInQuarterPixelsAndNeverBack(face: Face, scale: Double) throws {
    let words = face == .cjk ? "块迁移" : face == .symbol ? "ℝ∈⊙" : "block 7"
    for direction in [Point(0.05, 0), Point(0, 0.05)] {
      var pictures: [Pixmap] = []
      var places: [Double] = []
      for step in 0..<40 {
        let shift = direction * Double(step)
        let pixmap = try draw(words, at: Point(20, 30) + shift, face: face, scale: scale)
        pictures.append(pixmap)
        places.append(centroid(direction.x > 0 ? pixmap.columns : pixmap.rows))
        #expect(abs(places[step] - places[0] - (shift.x + shift.y) * scale) <= 0.25)
      }
      for step in 1..<40 where pictures[step] != pictures[step - 1] {
        // Rounding to 255 steps of coverage moves the centre of gravity by a few hundredths.
        #expect(abs(places[step] - places[step - 1] - 0.25) < 0.05)
      }
      #expect(Set(pictures.map(\.pixels)).count == Int((39 * 0.05 * scale * 4).rounded()) + 1)
    }
  }

  @Test func aLabelKeepsItsShapeAtEveryQuarter() throws {
    // A whole pixel further, it is the same picture moved by a pixel.
    for quarter in 0..<4 {
      let x = 20 + Double(quarter) / 4
      let (here, there) = (try draw("moved", at: Point(x, 30)), try draw("moved", at: Point(x + 1, 30)))
      #expect(here.columns.dropLast().elementsEqual(there.columns.dropFirst()))
    }
  }

  @Test func aGroupMovesTextAsItsOwnPlaceWould() throws {
    let placed = try draw("Queue", at: Point(33.4, 28.2), scale: 2)
    let moved = try draw("Queue", at: Point(3.2, 8), scale: 2, group: .translation(30.2, 20.2))
    let scaled = try draw("Queue", at: Point(33.4 / 2, 28.2 / 2), size: 7.5, scale: 2, group: .scale(2, 2))
    #expect(placed == moved)
    #expect(placed == scaled)
  }

  @Test(arguments: [
    ("HHHHHHHHHHHHHHHHHHHH", Face.sans), ("AVAVAVAVAVAV", .sansMedium), ("ToToToToTo", .sansBold),
    ("1111171111", .sans), ("mono mono mono", .mono), ("块迁移块迁移", .cjk),
  ])
  func inkIsAsWideAsMeasured(words: String, face: Face) throws {
    // Between the first and the last letter of "wordsH" the pen moves by the width of the words, and
    // the two letters' own bearings cancel out when both are the same letter.
    let first = words.unicodeScalars.prefix(1)
    let doubled = words + String(first)
    let (one, many) = (
      try draw(String(first), at: Point(20, 40), face: face), try draw(doubled, at: Point(20, 40), face: face)
    )
    let lastEdge = { (p: Pixmap) in Double(p.columns.lastIndex { $0 > 0.01 } ?? 0) }
    let expected =
      FontTable.width(of: doubled, face: face, size: 15)
      - FontTable.width(of: String(first), face: face, size: 15)
    #expect(abs(lastEdge(many) - lastEdge(one) - expected) <= 1.01)
  }

  @Test func glyphsLieWhereLayoutPutThem() throws {
    // The centre of the last letter's ink, against the same letter alone at the measured place.
    let words = "Tokens AV 147"
    let whole = try draw(words, at: Point(20, 40))
    let glyphs = FontTable.glyphs(of: words, face: .sans, size: 15)
    let last = try #require(glyphs.last)
    let alone = try draw("7", at: Point(20 + last.x, 40))
    let from = Int(20 + last.x)
    #expect(abs(centroid(Array(whole.columns[from...])) - centroid(Array(alone.columns[from...]))) <= 0.25)
  }

  /// Kept or not, larger than the picture or not: what is seen of a text is a part of it.
  @Test(arguments: ["To, AV", "a text that is wider than the picture it is drawn on, much wider"])
  func textOverTheEdgeIsAPartOfTheText(words: String) throws {
    for step in 0..<60 {
      let at = Point(Double(step * 37 % 330) - 60, Double(step * 17 % 90) - 10 + Double(step % 4) / 4)
      let line = Gallery.line(words, at.x, at.y, paint: .ink, halo: step % 3 == 0 ? 2 : 0)
      let small = Frame(size: Size(260, 60), marks: [Gallery.mark(.text(line), 0)])
      var large = Frame(size: Size(1100, 260), marks: small.marks)
      large.groups[0].transform = .translation(300, 100)
      let part = try renderer.pixmap(small, theme: .light)
      let whole = try CairoRenderer().pixmap(large, theme: .light)
      let cut = (0..<60).flatMap { y in (0..<260).map { x in whole[x + 300, y + 100] } }
      #expect(part.pixels == cut, "step \(step)")
    }
  }

  @Test func turnedTextIsTheSameText() throws {
    // A quarter turn draws along another path; ink and place must agree.
    let level = try draw("turn", at: Point(20, 30), scale: 4)
    let turn = Affine.rotation(Maths.pi / 2, about: Point(30, 30))
    let upright = try draw("turn", at: Point(20, 30), scale: 4, group: turn)
    let (a, b) = (level.columns.reduce(0, +), upright.columns.reduce(0, +))
    #expect(abs(a - b) / a < 0.01)
    // (x, y) goes to (60 − y, x).
    #expect(abs(centroid(upright.rows) - centroid(level.columns)) < 0.5)
    #expect(abs(240 - centroid(upright.columns) - centroid(level.rows)) < 0.5)
  }

  @Test func largeTextIsTheSameText() throws {
    // Above 200 pixels glyphs are drawn as paths instead of masks.
    let small = try draw("g", at: Point(20, 40), size: 40, scale: 4.99)
    let large = try draw("g", at: Point(20, 40), size: 40, scale: 5.01)
    let ratio = large.columns.reduce(0, +) / small.columns.reduce(0, +)
    #expect(abs(ratio - 5.01 * 5.01 / (4.99 * 4.99)) < 0.003)
  }

  @Test func theRimIsAsWideAsItSays() throws {
    let ground = Gallery.box(0, 0, 100, 60, .plain(Paint(.literal(Color(0, 0, 0)))))
    func inkless(_ halo: Double, _ transform: Affine) throws -> Pixmap {
      let frame = Frame(
        size: Size(100, 60), groups: [Group(identity: .root, parent: -1, transform: transform)],
        marks: [
          Gallery.mark(ground, 0),
          Gallery.mark(Gallery.text("l", 40, 40, face: .mono, size: 20, halo: halo), 1),
        ])
      return try renderer.pixmap(frame, theme: .light)
    }
    // As masks, and as paths when a little wider than high: white reaches 5 points further down.
    for transform in [Affine.identity, .scale(1, 1.000_001)] {
      let lowest = try [1.0, 6].map { halo in
        let pixmap = try inkless(halo, transform)
        return (0..<60).last { y in (0..<100).contains { pixmap.ink($0, y) < 0.5 } } ?? 0
      }
      #expect(lowest[1] - lowest[0] == 5)
    }
  }
}
