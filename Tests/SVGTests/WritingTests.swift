import Drawing
import Foundation
import Geometry
import Testing
import Typography

@testable import SVGBackend

@Suite struct WritingTests {
  private let options = SVGOptions(id: "x", language: .en, title: "X")

  private func drawing(_ shapes: [Shape], _ groups: [Group] = []) -> Frame {
    var frame = Frame(size: Size(100, 100))
    frame.groups += groups
    frame.marks = shapes.enumerated().map {
      Mark(identity: Identity.root.part($0), group: groups.isEmpty ? 0 : 1, shape: $1)
    }
    return frame
  }

  private func box(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> Shape {
    .outline(.rectangle(Rect(x, y, w, h), radius: 0), fill: .role(.compute, .fill), stroke: nil)
  }

  private func write(_ frame: Frame, _ change: (inout SVGOptions) -> Void = { _ in }) throws -> String {
    var options = options
    change(&options)
    return try SVGWriter().write(frame, options)
  }

  @Test func numbersAreShort() {
    let tenth = Grid(digits: 1)
    #expect(
      [0.5, -0.5, 0.04, -0.04, 100, 99.96, 1234.56, -3.25].map { tenth.text($0) } == [
        ".5", "-.5", "0", "0", "100", "100", "1234.6", "-3.3",
      ])
    #expect(
      [0.05, -10.25, 3, 1e300, .nan].map { Grid(digits: 2).text($0) } == [
        ".05", "-10.25", "3", "1000000000", "0",
      ])
  }

  @Test func whatAGroupMagnifiesIsFiner() {
    #expect(Grid(under: .identity).digits == 1)
    #expect(Grid(under: .scale(0.1, 12)).digits == 2)
    #expect(Grid(under: .rotation(1).then(.scale(100, 100))).digits == 3)
  }

  @Test func pathsAreRelativeAndCloseOnTheirStart() throws {
    var path = Path()
    path.move(to: Point(10, 20))
    path.line(to: Point(30, 20))
    path.line(to: Point(30.5, 19.5))
    path.cubic(Point(31, 20), Point(32.25, 20), to: Point(30, 25))
    path.close()
    path.move(to: Point(0, 0.5))
    path.line(to: Point(0, 5))
    let data = try #require(PathData(path, .standard))
    #expect(data.text(.standard) == "M10 20h20l.5-.5c.5.5 1.8.5-.5 5.5zm-10-19.5v4.5")
    #expect(PathData(Path(), .standard) == nil)
  }

  @Test func neighboursShareTheirEdge() throws {
    let cells = (0..<30).map { box(3.33 + Double($0) * 3.137, 5, 3.137, 10) }
    let svg = try write(drawing(cells))
    let rects = svg.components(separatedBy: "<rect").dropFirst().map { part in
      ["x", "width"].map { name in
        Double(part.components(separatedBy: " \(name)=\"")[1].prefix { $0 != "\"" }) ?? .nan
      }
    }
    #expect(rects.count == 30)
    for (a, b) in zip(rects, rects.dropFirst()) { #expect(abs(a[0] + a[1] - b[0]) < 1e-9) }
  }

  @Test func aRoundBoxThatComesOftenIsWrittenOnce() throws {
    func row(_ count: Int, radius: Double) throws -> String {
      try write(
        drawing(
          (0..<count).map {
            .outline(
              .rectangle(Rect(1 + 3 * Double($0), 5, 2, 10), radius: radius), fill: .role(.compute, .fill),
              stroke: nil)
          }))
    }
    let many = try row(30, radius: 1)
    #expect(
      many.components(separatedBy: "<rect").count == 2 && many.components(separatedBy: "<use").count == 31)
    #expect(try !row(1, radius: 1).contains("<use") && !row(30, radius: 0).contains("<use"))
  }

  @Test func marksInTurnOpenTheirGroupsAgain() throws {
    var frame = drawing([box(0, 0, 9, 9), box(1, 1, 9, 9), box(2, 2, 9, 9)])
    frame.groups.append(Group(identity: Identity("a", 1), parent: 0, opacity: 0.5))
    for (i, group) in [1, 0, 1].enumerated() { frame.marks[i].group = group }
    let svg = try write(frame)
    #expect(svg.components(separatedBy: "<g opacity=\".5\">").count == 3)
    let places = ["x=\"2\"", "x=\"1\"", "fill=\"#e1eefe\" width"].compactMap { svg.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(by: >))
  }

  @Test func nothingIsWrittenThatIsNotSeen() throws {
    let hidden: [Shape] = [
      box(200, 0, 10, 10), box(5, 5, 0, 10),
      .outline(.ellipse(Rect(0, 0, 9, 9)), fill: .plain(Paint.ink.faded(0)), stroke: Stroke(.ink, width: 0)),
    ]
    let svg = try write(drawing(hidden))
    #expect(!svg.contains("<rect") && !svg.contains("<ellipse"))
    let group = Group(identity: Identity("a", 1), parent: 0, opacity: 0)
    let faded = try write(drawing([box(0, 0, 9, 9)], [group]))
    #expect(!faded.contains("<rect"))
  }

  @Test func elementsLeadWhereTheyAreTold() throws {
    let group = Group(identity: Identity("a", 1), parent: 0, meaning: "A & B")
    let svg = try write(drawing([box(0, 0, 9, 9)], [group])) { $0.links = [(Identity("a", 1), "/x?a=1&b=2")] }
    #expect(svg.contains("<a href=\"/x?a=1&amp;b=2\"><g><title>A &amp; B</title>"))
    #expect(svg.contains("role=\"group\""))
    for address in ["javascript:alert(1)", "data:text/html,x", " https://a"] {
      #expect(throws: SVGError.self) { try write(drawing([])) { $0.links = [(.root, address)] } }
    }
  }

  @Test func whatCannotBeWrittenIsRefused() {
    for id in ["", "1a", "a b", "a\"", "é"] {
      #expect(throws: SVGError.self) { try write(drawing([])) { $0.id = id } }
    }
    #expect(throws: SVGError.self) { try write(drawing([box(.nan, 0, 1, 1)])) }
    #expect(throws: SVGError.self) { try write(Frame(size: Size(0, 10))) }
    var frame = drawing([box(0, 0, 1, 1)])
    frame.marks[0].group = 7
    #expect(throws: SVGError.self) { try write(frame) }
  }

  @Test func theSameFrameGivesTheSameBytes() throws {
    for fonts in SVGOptions.Fonts.allCases {
      let texts = try (0..<2).map { _ in
        try Fixtures.all.map { try SVGWriter().write($0.frame, SVGOptions($0, .auto, fonts)) }
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test func fixedColorsNeedNoStyleSheet() throws {
    for f in Fixtures.all {
      let svg = try SVGWriter().write(f.frame, SVGOptions(f, .dark))
      #expect(!svg.contains("<style>") && !svg.contains("class=\"l0") && !svg.contains("var("))
    }
  }

  @Test func familiesThatCarryOtherLettersHaveOtherNames() throws {
    func names(_ words: String) throws -> [String] {
      let line = measure(words, .note, .en).placed(at: Point(10, 50))
      let svg = try write(drawing([.text(line)])) { $0.fonts = .embed }
      return svg.components(separatedBy: "@font-face{font-family:'").dropFirst().map {
        String($0.prefix { $0 != "'" })
      }
    }
    let (a, b) = (try names("abc"), try names("abd"))
    #expect(a.count == 1 && b.count == 1 && a != b)
    let again = try names("cab")
    #expect(again == a)
  }

  @Test func webFontsAreNamedByTheirContent() throws {
    var characters = FontCharacters()
    characters.add("Paged 缓存", .cjkBold)
    characters.add("Paged", .mono)
    let fonts = try WebFonts().subset(characters)
    #expect(fonts.map { $0.face } == [.mono, .cjkBold])
    for font in fonts {
      #expect(
        Array(font.bytes.prefix(4)) == Array("wOF2".utf8) && font.bytes.count % 4 == 0
          && font.bytes.count < 6000)
      #expect(font.fileName.hasSuffix("\(shortHash(font.bytes)).woff2"))
    }
    let sheet = WebFonts.sheet(fonts, folder: "fonts/")
    #expect(sheet.contains("src:url(fonts/lantern-mono-500-"))
    #expect(sheet.contains("font-family:'\(FontFamily.cjk.linkedName)';font-weight:700"))
  }

  @Test func idsSayWhatIsShown() {
    #expect(SVGOptions.id(slug: "roofline", language: .zh) == "lantern-roofline-zh")
    let id = SVGOptions.id(
      slug: "roofline", detail: ["precision", "fp8@0.5", "名=1.5"], language: .en, instance: 3)
    #expect(id == "lantern-roofline-precision-fp8-0-5---1-5-en-3" && isIdentifier(id))
  }
}
