import Drawing
import Geometry
import SVGBackend
import Testing
import Typography

@Suite struct DocumentTests {
  static let choices = SVGOptions.Colors.allCases.flatMap { c in SVGOptions.Fonts.allCases.map { (c, $0) } }

  @Test(arguments: choices)
  func everyFixtureIsWellFormedWithoutBlankLinesAndWithUniqueIDs(
    _ choice: (SVGOptions.Colors, SVGOptions.Fonts)
  ) throws {
    let writer = SVGWriter()
    for f in Fixtures.all {
      let options = SVGOptions(f, choice.0, choice.1)
      let svg = try writer.write(f.frame, options)
      keep("\(f.name).\(f.language.text).\(choice.0.text).\(choice.1.text).svg", svg)
      let reading = XMLReading(svg)
      #expect(reading.problem == nil, "\(f.name) \(choice)")
      #expect(Set(reading.ids).count == reading.ids.count)
      #expect(reading.ids.allSatisfy { $0.hasPrefix(options.id) })
      #expect(Set(reading.references).isSubset(of: Set(reading.ids)))
      #expect(!svg.utf8.hasBlankLine)
      #expect(reading.title == f.title)
      #expect(reading.elements["script"] == nil)
    }
  }

  @Test func everyStillIsWellFormedWithUniqueIDs() throws {
    #expect(!Fixtures.stills.isEmpty)
    var ids: Set<String> = []
    for f in Fixtures.stills {
      let svg = try SVGWriter().write(f.frame, SVGOptions(f))
      keep("\(f.name).\(f.language.text).svg", svg)
      let reading = XMLReading(svg)
      #expect(reading.problem == nil, "\(f.name)")
      #expect(!svg.utf8.hasBlankLine)
      #expect(Set(reading.ids).count == reading.ids.count && ids.isDisjoint(with: reading.ids), "\(f.name)")
      ids.formUnion(reading.ids)
    }
  }

  @Test func wordsStandInTheDocumentAsTheyReadInTheFrame() throws {
    for f in Fixtures.all {
      let reading = XMLReading(try SVGWriter().write(f.frame, SVGOptions(f)))
      #expect(reading.texts == f.frame.lines.map { $0.text })
    }
  }
}
