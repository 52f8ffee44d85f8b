import CairoBackend
import Figures
import Foundation
import Geometry
import Testing
import Textbook

@testable import SVGBackend

/// A story as one drawing shows at every moment what the storyboard shows, and the still where nothing moves.
@Suite(.serialized) struct AnimationTests {
  /// A moving drawing and the moments at which it is looked at.
  private struct Show {
    let figure: Prepared
    let language: Language
    let seconds: [Double]
  }

  private func document(
    _ show: Show, _ colors: SVGOptions.Colors, id: String = "story", once: Bool = false
  ) throws -> String {
    var options = SVGOptions(id: id, language: show.language, title: "Story", description: "It moves.")
    options.colors = colors
    options.paintsPaper = true
    return try SVGWriter().write(MovingStory(show.figure, show.language, once: once), options)
  }

  private func shows() throws -> [Show] {
    let own = try #require(MovingFigure.figure)
    let board = own.storyboard(.en)
    // Inside each motion, and at a rest.
    let seconds =
      board.timings.dropLast().map { $0.start + 0.35 * $0.motion }
      + [board.timings[1].end - 0.1, board.timings[4].end - 0.2]
    let attention = try textbook.figure("attention-graph").prepared(mode: "one-query")
    let second = attention.storyboard(.zh).timings[1]
    return [
      Show(figure: own, language: .en, seconds: seconds),
      Show(figure: attention, language: .zh, seconds: [second.start + 0.4 * second.motion]),
    ]
  }

  @Test(.enabled(if: Browser.isInstalled), arguments: [SVGOptions.Colors.auto, .dark])
  func aBrowserShowsWhatCairoDraws(_ colors: SVGOptions.Colors) throws {
    let shows = try shows()
    let theme = Theme(colors)
    // Paused so long after its start: no clock takes part.
    var page = "<style>div *{animation-play-state:paused!important}</style>"
    var frames: [Frame] = []
    for (i, show) in shows.enumerated() {
      let board = show.figure.storyboard(show.language)
      for (k, second) in show.seconds.enumerated() {
        page += "<style>#s\(i)-\(k) *{animation-delay:-\(second)s!important}</style>"
        page += "<div>" + (try document(show, colors, id: "s\(i)-\(k)")) + "</div>"
        frames.append(try #require(board.frame(at: second)))
      }
    }
    try compare(page, frames, theme, "moving", flags: [])
  }

  @Test(.enabled(if: Browser.isInstalled)) func withReducedMotionItIsTheStill() throws {
    let shows = try shows()
    let page = try shows.enumerated().map { try document($1, .light, id: "s\($0)") }.joined()
    let stills = shows.map { $0.figure.still($0.language) }
    try compare(page, stills, .light, "reduced", flags: ["--force-prefers-reduced-motion"])
  }

  private func compare(
    _ page: String, _ frames: [Frame], _ theme: Theme, _ name: String, flags: [String]
  ) throws {
    let (sheet, files) = try linkedFonts(frames)
    let style = "<style>\(sheet)*{margin:0}svg{display:block;width:960px}</style>"
    let head = "<!doctype html><html data-theme=\(theme.name.text)><meta charset=utf-8>"
    var browser = try #require(Browser())
    browser.flags += flags
    let height = frames.reduce(0) { $0 + Int($1.size.height) }
    let shot = try browser.pixels(
      head + style + page, width: 960, height: height, scale: 2, files: files)
    var top = 0
    for (i, frame) in frames.enumerated() {
      let drawn = Pixels(try CairoRenderer().pixmap(frame, theme: theme, scale: 2))
      let seen = shot.rows(top..<top + drawn.height, columns: drawn.width)
      top += drawn.height
      keep("\(name).\(theme.name.text).\(i)", drawn, seen, "chromium")
      let difference = try #require(drawn.difference(seen))
      // As of drawings that do not move; what does may lie a quarter of a point off.
      #expect(difference.mean < 1.3 && difference.strong < 0.01, "\(name) \(i): \(difference)")
    }
    #expect(top == shot.height)
  }

  @Test(arguments: [SVGOptions.Colors.auto, .light]) func theDocumentIsSound(_ colors: SVGOptions.Colors)
    throws
  {
    let show = try shows()[0]
    let document = try document(show, colors)
    let reading = XMLReading(document)
    #expect(reading.problem == nil)
    #expect(Set(reading.ids).count == reading.ids.count)
    #expect(Set(reading.references).isSubset(of: reading.ids))
    #expect(reading.elements["script"] == nil && !document.contains("\n\n"))
    #expect(document.contains("prefers-reduced-motion:no-preference") && document.contains("infinite"))
    #expect(try !self.document(show, colors, once: true).contains("infinite"))
    // Every animation that an element names has its keyframes.
    let names = document.matches(of: /animation-name:([^"]*)"/).flatMap { $0.1.split(separator: ",") }
    let rules = Set(document.matches(of: /@keyframes ([^{]*)\{/).map { $0.1 })
    #expect(!names.isEmpty && Set(names) == rules)
  }

  @Test(.enabled(if: Tool.isInstalled("rsvg-convert"))) func readersWithoutAnimationShowTheStill() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lantern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let show = try shows()[0]
    var options = SVGOptions(id: "still", language: .en, title: "Still")
    (options.colors, options.paintsPaper) = (.light, true)
    let still = try SVGWriter().write(show.figure.still(.en), options)
    var pictures: [Pixels] = []
    for text in [still, try document(show, .light)] {
      let (svg, png) = (folder.path + "/a.svg", folder.path + "/a.png")
      try text.write(toFile: svg, atomically: true, encoding: .utf8)
      #expect(try #require(Tool("rsvg-convert")).run([svg, "-o", png], in: folder).succeeded)
      pictures.append(try Pixels(png: png))
    }
    #expect(try #require(pictures[0].difference(pictures[1])).mean == 0)
  }

  @Test func aCurveFindsTheStandardEasing() {
    // A wait, an eased move of 100 points, a linear one, a jump.
    var points: [Curve.Point] = [.init(time: 0, values: [0], isJoint: true)]
    points.append(.init(time: 1, values: [0], isJoint: true))
    for k in 1...30 {
      points.append(
        .init(
          time: 1 + 0.56 * Double(k) / 30, values: [100 * Easing.standard(Double(k) / 30)], isJoint: k == 30))
    }
    for k in 1...10 { points.append(.init(time: 1.56 + Double(k) / 10, values: [100 - 5 * Double(k)])) }
    points.append(.init(time: 2.57, values: [500]))
    let keys = Curve.keys(points, within: [0.12])
    #expect(keys.map { points[$0.point].time } == [0, 1, 1.56, 2.56, 2.57])
    #expect(keys.map { $0.way } == [.not, .eased, .evenly, .evenly, .not])
  }

  @Test func oneOrderHoldsEveryMomentsOrder() {
    var random = Mulberry32(seed: 4)
    for _ in 0..<40 {
      var order = TrackOrder<Int, Int>()
      var moments: [[Int]] = []
      var marks = Array(0..<8)
      for moment in 0..<30 {
        let (i, j) = (Int(random.next() * 8), Int(random.next() * 8))
        marks.swapAt(i, j)
        let shown = marks.filter { _ in random.next() < 0.8 }
        moments.append(shown)
        order.add(moment, shown.map { ($0, moment / 5) })
      }
      for (moment, shown) in moments.enumerated() {
        let seen = order.order.map { order.tracks[$0] }.filter { track in
          track.runs.contains { ($0.first...$0.last).contains(moment) && $0.look == moment / 5 }
        }
        #expect(seen.map { $0.key } == shown)
      }
      #expect(order.tracks.count < 8 * 30 / 4)
    }
  }
}
