import BenchScenes
import CairoBackend
import Drawing
import Encoding
import Figures
import Testing
import Textbook

/// The scene that programs are measured by is the one that its description tells.
@Suite struct ReferenceTests {
  private let run = ReferenceRun()

  /// The frames of the scene as `lantern render` draws them.
  private func frames() throws -> [Frame] {
    let board = try Catalogue.Entry(ReferenceScene.self).prepared().storyboard(.en)
    #expect(board.duration == 10)
    return try (0..<300).map { try #require(board.frame(at: Double($0) / 30)) }
  }

  @Test func seventyFiveFramesEqualTheOneBefore() throws {
    let equal = (1..<300).filter { run[$0] == run[$0 - 1] }
    #expect(equal.count == 75)
    #expect(equal.allSatisfy { $0 / 10 % 2 == 1 && $0 % 10 >= 5 })
    let frames = try frames()
    #expect((1..<300).filter { frames[$0] == frames[$0 - 1] } == equal)
  }

  @Test func theStatesAreThoseOfTheDescription() {
    #expect(run[5].gauges.map { Int(($0 + 0.5).rounded(.down)) } == [30, 83, 55])
    #expect(run[5].cursor == 76 && run[295].cursor == 1116)
    // Step 1 changes twelve cells, and the cell that step 0 went to.
    let changed = run[15].cells.indices.filter { run[15].cells[$0] != run[0].cells[$0] }
    #expect(run[15].cells[35] == 5 && ReferenceState.label(35) == "T7")
    #expect(changed.count == 13 && changed.contains(35))
    #expect((0..<30).allSatisfy { (run[$0 * 10].glide != nil) == ($0 % 2 == 0) })
  }

  @Test func aFrameHoldsWhatTheDescriptionCounts() throws {
    let frame = try #require(try frames().first)
    let outlines = frame.marks.filter { if case .outline = $0.shape { true } else { false } }
    // Ground, 20 arrows of two, 3 tracks, queue, 193 cells, 3 gauges, cursor.
    #expect(outlines.count == 1 + 40 + 3 + 1 + 193 + 3 + 1)
    // Title, 3 names, queue, 193 labels, 3 percentages.
    #expect(frame.lines.count == 1 + 3 + 1 + 193 + 3)
    #expect(frame.size == Size(1920, 1080))
  }

  @Test func whatChangesIsDrawnAndTheRestStays() throws {
    let frames = try frames()
    let retained = RetainedRenderer(theme: .light)
    let encoder = try PNGEncoder(width: 1920, height: 1080, alpha: false)
    let full = CairoRenderer()
    var area = 0
    var shown = Pixmap(width: 0, height: 0)
    for i in 8..<14 {
      let rects = try retained.draw(frames[i])
      if i > 8 { area += rects.reduce(0) { $0 + $1.area } }
      let expected = try full.pixmap(frames[i], theme: .light)
      shown.take(rects, from: retained.pixmap)
      #expect(shown == expected, "frame \(i)")
      let file = try encoder.encode(retained.pixmap, changed: rects).bytes
      if i == 13 { #expect(try file == PNG.encode(expected, alpha: false)) }
    }
    // Less than a fifth of the picture, on average, over the frames where most changes.
    #expect(area < 5 * 1920 * 1080 / 5)
  }

  @Test(arguments: textbook.entries.flatMap { entry in entry.modes.map { (entry.about.slug, $0) } })
  func figuresAreDrawnAsIfEachFrameWereAlone(slug: String, mode: String) throws {
    let board = try textbook.figure(slug).prepared(mode: mode).storyboard(.en)
    let retained = RetainedRenderer(theme: .light, scale: 0.5)
    let full = CairoRenderer()
    var shown = Pixmap(width: 0, height: 0)
    for i in 0..<40 {
      guard let frame = board.frame(at: board.duration * Double(i) / 40) else { continue }
      shown.take(try retained.draw(frame), from: retained.pixmap)
      #expect(try shown == full.pixmap(frame, theme: .light, scale: 0.5), "frame \(i)")
    }
  }
}
