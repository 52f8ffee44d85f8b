import CairoBackend
import Drawing
import Encoding
import Geometry
import Testing

/// Drawing only what changed gives the pixels of drawing everything.
@Suite struct RetainedTests {
  @Test(arguments: 0..<40 as Range<UInt32>)
  func randomFramesAreEqualToAFullRedraw(seed: UInt32) throws {
    var frames = RandomFrames(seed: seed)
    let scale = [1, 1.5, 2, 0.73][Int(seed % 4)]
    let background = seed % 5 == 0 ? Background.transparent : .paper
    let theme = seed % 2 == 0 ? Theme.light : .dark
    let full = CairoRenderer()
    let retained = RetainedRenderer(theme: theme, scale: scale, background: background)
    let encoder = try PNGEncoder(
      width: Int((RandomFrames.size.width * scale).rounded()),
      height: Int((RandomFrames.size.height * scale).rounded()), alpha: background == .transparent)
    var frame = frames.frame()
    var changed: [PixelRect] = []
    var shown = Pixmap(width: 0, height: 0)
    var partial = 0
    for step in 0..<60 {
      let rects = try retained.draw(frame)
      let expected = try full.pixmap(frame, theme: theme, scale: scale, background: background)
      shown.take(rects, from: retained.pixmap)
      #expect(shown == expected, "seed \(seed), step \(step)")
      if rects.reduce(0, { $0 + $1.area }) < expected.pixels.count { partial += 1 }
      changed += rects
      if step % 20 == 0 {
        let file = try encoder.encode(shown, changed: changed).bytes
        #expect(
          try file == PNG.encode(expected, alpha: background == .transparent), "seed \(seed), step \(step)")
        changed = []
      }
      frame = frames.next(after: frame)
    }
    #expect(partial > 5)
  }

  @Test func anEqualFrameChangesNothing() throws {
    var frames = RandomFrames(seed: 99)
    let frame = frames.frame()
    let retained = RetainedRenderer(theme: .light)
    #expect(try retained.draw(frame).count == 1)
    #expect(try retained.draw(frame).isEmpty)
    #expect(try retained.draw(frame, whole: true).count == 1)
  }

  @Test func oneMarkOfManyIsDrawnAlone() throws {
    var frame = Frame(size: Size(400, 400))
    for i in 0..<100 {
      frame.marks.append(
        Mark(
          identity: Identity("cell", i),
          shape: .outline(
            .rectangle(Rect(Double(i % 10) * 40, Double(i / 10) * 40, 30, 30), radius: 4),
            fill: .plain(.panel), stroke: .arrow)))
    }
    let retained = RetainedRenderer(theme: .light)
    _ = try retained.draw(frame)
    var shown = retained.pixmap
    frame.marks[55].shape = frame.marks[55].shape.offset(by: Point(3, 0))
    frame.marks[7].opacity = 0.5
    let rects = try retained.draw(frame)
    // Two places, each hardly larger than a cell with its line.
    #expect(rects.count == 2 && rects.allSatisfy { $0.area < 45 * 45 })
    shown.take(rects, from: retained.pixmap)
    #expect(try shown == CairoRenderer().pixmap(frame, theme: .light))
  }

  @Test func anotherSizeStartsAnew() throws {
    let retained = RetainedRenderer(theme: .light)
    for side in [20.0, 30, 30.2, 20] {
      let frame = Frame(size: Size(side, side))
      _ = try retained.draw(frame)
      #expect(try retained.pixmap == CairoRenderer().pixmap(frame, theme: .light))
    }
  }
}
