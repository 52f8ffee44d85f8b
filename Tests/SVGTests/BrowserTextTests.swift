import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing

/// What Chromium makes of the words.
@Suite(.serialized, .enabled(if: Browser.isInstalled)) struct BrowserTextTests {
  /// A stretch of text: where it starts on the canvas, and how wide it is along its line.
  struct Stretch: Codable {
    let text: String
    let x, y, width: Double
  }

  private static let measure = """
    return [...document.querySelectorAll('svg')].map(svg => [...svg.querySelectorAll('text')].map(text => {
      let at = 0
      const map = svg.getScreenCTM().inverse().multiply(text.getScreenCTM())
      return [...text.childNodes].map(node => {
        const words = node.textContent, first = at
        at += words.length
        const start = text.getStartPositionOfChar(first), {x, y} = start.matrixTransform(map)
        return {text: words, x, y, width: text.getEndPositionOfChar(at - 1).x - start.x}
      })
    }))
    """

  @Test(arguments: [SVGOptions.Fonts.link, .embed], [SVGOptions.Colors.auto, .dark])
  func everyStretchIsWhereLayoutMeasuredIt(_ fonts: SVGOptions.Fonts, _ colors: SVGOptions.Colors) throws {
    let browser = try #require(Browser())
    let writer = SVGWriter()
    let fixtures = Fixtures.all + (fonts == .link ? Fixtures.stills : [])
    let pages = try fixtures.map { try writer.write($0.frame, SVGOptions($0, colors, fonts)) }
    var files: [String: [UInt8]] = [:]
    var sheet = ""
    if fonts == .link { (sheet, files) = try linkedFonts(fixtures.map { $0.frame }) }
    // A page whose own letters are set unlike ours.
    let style =
      "body{letter-spacing:2px;word-spacing:9px;font:italic small-caps 30px serif;text-transform:uppercase}"
    let page = "<!doctype html><meta charset=utf-8><style>\(sheet)\(style)</style>" + pages.joined()
    let found = try browser.ask(page, Self.measure, as: [[[Stretch]]].self, files: files)
    #expect(found.count == fixtures.count)
    var worst = 0.0
    for (fixture, lines) in zip(fixtures, found) {
      let marks = fixture.frame.marks.filter { if case .text = $0.shape { true } else { false } }
      #expect(lines.count == marks.count)
      for (mark, stretches) in zip(marks, lines) {
        guard case .text(let line) = mark.shape else { continue }
        #expect(stretches.map { $0.text } == line.runs.map { $0.text })
        for (run, stretch) in zip(line.runs, stretches) {
          let place = fixture.frame.transform(of: mark.group).apply(line.origin + run.offset)
          let error = max(abs(stretch.x - place.x), abs(stretch.y - place.y))
          #expect(error < 0.15, "\(fixture.name): “\(run.text)” is off by \(error)")
          worst = max(worst, abs(stretch.width - run.width))
          #expect(abs(stretch.width - run.width) < 0.5, "\(fixture.name): “\(run.text)”")
        }
      }
    }
    // Far below what the eye sees; a wrong font or feature would be off by whole points.
    #expect(worst < 0.1, "the worst stretch is off by \(worst) points")
  }
}

/// The sheet and the files of a site that serves the fonts of some frames.
func linkedFonts(_ frames: [Frame]) throws -> (sheet: String, files: [String: [UInt8]]) {
  var characters = FontCharacters()
  for frame in frames { characters.add(frame) }
  let fonts = try WebFonts().subset(characters)
  return (WebFonts.sheet(fonts), Dictionary(uniqueKeysWithValues: fonts.map { ($0.fileName, $0.bytes) }))
}
