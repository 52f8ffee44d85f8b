import Drawing
import Encoding
import Geometry
import Testing

@testable import CairoBackend

/// What rests is copied from a picture of it, and the pixels are those of drawing everything.
@Suite struct UnderlayTests {
  /// Stories of frames in which a few marks move over many that rest, and now and then something else happens: a resting
  /// mark changes, comes, goes or changes places, another one starts to move, or nothing moves for long.
  @Test(arguments: 0..<16 as Range<UInt32>)
  func whatMovesOverWhatRestsIsEqualToAFullRedraw(seed: UInt32) throws {
    var frames = RandomFrames(seed: 1000 + seed)
    var random = Mulberry32(seed: seed)
    let scale = [1, 1.5, 2, 0.73][Int(seed % 4)]
    let background = seed % 5 == 0 ? Background.transparent : .paper
    let full = CairoRenderer()
    let retained = RetainedRenderer(theme: .light, scale: scale, background: background)
    var shown = Pixmap(width: 0, height: 0)
    var frame = frames.frame()
    for _ in 0..<2 { frame.marks += frames.frame().marks }
    for i in 0..<6 { frame.marks.append(mover(i)) }
    var movers = [0, 1]
    var copied = 0
    for step in 0..<160 {
      for m in movers {
        guard let i = frame.marks.firstIndex(where: { $0.identity == Identity("mover", m) }) else { continue }
        // A walk that comes back to where it was.
        let t = Double(step % 40) / 40
        let d = Point(Maths.cos(6.2832 * t), Maths.sin(6.2832 * t)) * 9
        frame.marks[i].shape = frame.marks[i].shape.offset(by: d)
      }
      switch random.nextBits() % 12 {
      case 0: frame = frames.next(after: frame)
      case 1 where step % 3 == 0: movers = [Int(random.nextBits() % 6)]
      case 2 where step % 4 == 0: movers = random.nextBits() % 2 == 0 ? [] : [4, 5]
      case 3 where step % 3 == 0:
        // One of the movers goes below or above others.
        let i = frame.marks.count - 1 - Int(random.nextBits() % 6)
        let mark = frame.marks.remove(at: i)
        frame.marks.insert(mark, at: frame.marks.count - Int(random.nextBits() % 8))
      default: break
      }
      let isWhole = random.nextBits() % 128 == 0
      if isWhole { frame = frames.next(after: frames.next(after: frame)) }
      let rects = try retained.draw(frame, whole: isWhole)
      copied +=
        retained.underlay.work(in: rects, of: try PlannedFrame(frame, scale: scale), scale: scale).shown.count
      shown.take(rects, from: retained.pixmap)
      let expected = try full.pixmap(frame, theme: .light, scale: scale, background: background)
      #expect(shown == expected, "seed \(seed), step \(step)")
    }
    #expect(copied > 5)
  }

  private func mover(_ i: Int) -> Mark {
    let (x, y) = (Double(60 + 12 * i), Double(40 + 9 * i))
    let shape: Shape =
      i % 2 == 0
      ? .outline(
        .rectangle(Rect(x, y, 22, 16), radius: i == 2 ? 0 : 5),
        fill: .plain(Paint(.role(.compute, .solid), opacity: i == 4 ? 0.4 : 1)), stroke: .arrow)
      : .outline(.ellipse(Rect(x, y, 18, 18)), fill: .plain(.ink), stroke: nil)
    return Mark(identity: Identity("mover", i), shape: shape)
  }

  /// A cursor that goes over a field and back finds all of it known.
  @Test func theSecondTimeAllIsKnown() throws {
    var frame = Frame(size: Size(400, 400))
    for i in 0..<100 {
      frame.marks.append(
        Mark(
          identity: Identity("cell", i),
          shape: .outline(
            .rectangle(Rect(Double(i % 10) * 40, Double(i / 10) * 40, 30, 30), radius: 4),
            fill: .plain(.panel), stroke: .arrow)))
    }
    frame.marks.append(
      Mark(
        identity: Identity("cursor"),
        shape: .outline(.rectangle(Rect(10, 0, 20, 400), radius: 3), fill: nil, stroke: .strong)))
    let retained = RetainedRenderer(theme: .light)
    func place(_ x: Double) throws {
      frame.marks[100].shape = .outline(
        .rectangle(Rect(x, 0, 20, 400), radius: 3), fill: nil, stroke: .strong)
      _ = try retained.draw(frame)
    }
    _ = try retained.draw(frame)
    for x in stride(from: 20.0, through: 370, by: 10) { try place(x) }
    #expect(retained.underlay.count == 100)
    for x in stride(from: 360.0, to: 20, by: -10) {
      let around = PixelRect(left: Int(x) - 5, top: 0, right: Int(x) + 35, bottom: 400)
      #expect(retained.underlay.layer.unknown(in: around) == nil)
      try place(x)
    }
    // Where a cell changes, its place alone is learned anew.
    frame.marks[55].opacity = 0.5
    _ = try retained.draw(frame)
    #expect(retained.underlay.count == 100)
    #expect(retained.underlay.layer.unknown(in: PixelRect(left: 0, top: 0, right: 400, bottom: 400)) != nil)
    #expect(retained.underlay.layer.unknown(in: PixelRect(left: 0, top: 0, right: 400, bottom: 190)) == nil)
    #expect(retained.underlay.layer.unknown(in: PixelRect(left: 0, top: 0, right: 190, bottom: 400)) == nil)
  }

  /// What starts to move takes all that lies above it out of the picture of what rests.
  @Test func whatLiesAboveTheCutIsDrawnOnce() throws {
    func mark(_ i: Int, _ rect: Rect) -> Mark {
      let fill = Fill.plain(Paint(.neutral(.ink), opacity: 0.1))
      return Mark(
        identity: Identity("mark", i), shape: .outline(.ellipse(rect), fill: fill, stroke: nil))
    }
    var frame = Frame(size: Size(400, 64))
    for i in 0..<10 { frame.marks.append(mark(i, Rect(0, 0, 400, 64))) }
    for i in 0..<10 { frame.marks.append(mark(10 + i, Rect(Double(i) * 40, 20, 30, 30))) }
    frame.marks.append(mark(20, Rect(0, 10, 40, 44)))
    let (retained, full) = (RetainedRenderer(theme: .light), CairoRenderer())
    var shown = Pixmap(width: 0, height: 0)
    func move(_ i: Int, by x: Double, times: Int) throws {
      for _ in 0..<times {
        frame.marks[i].shape = frame.marks[i].shape.offset(by: Point(x, 0))
        shown.take(try retained.draw(frame), from: retained.pixmap)
        #expect(try shown == full.pixmap(frame, theme: .light))
      }
    }
    shown.take(try retained.draw(frame), from: retained.pixmap)
    try move(20, by: 10, times: 36)
    #expect(retained.underlay.count == 20)
    try move(10, by: 1, times: 3)
    #expect(retained.underlay.count == 10)
    try move(20, by: -10, times: 36)
    // And when it has come to rest, they are part of it again.
    #expect(retained.underlay.count == 20)
    try move(20, by: 10, times: 36)
  }

  /// The cut goes down at once and up after a while.
  @Test func theCutFollowsWhatMoves() throws {
    var frame = Frame(size: Size(400, 400))
    for i in 0..<40 {
      frame.marks.append(
        Mark(
          identity: Identity("mark", i),
          shape: .outline(.ellipse(Rect(Double(i) * 8, 10, 8, 8)), fill: .plain(.ink), stroke: nil)))
    }
    let retained = RetainedRenderer(theme: .light)
    func move(_ marks: [Int], times: Int) throws -> Int {
      for _ in 0..<times {
        for i in marks { frame.marks[i].shape = frame.marks[i].shape.offset(by: Point(0, 3)) }
        _ = try retained.draw(frame)
      }
      return retained.underlay.count
    }
    _ = try retained.draw(frame)
    #expect(try move([30], times: 1) == 0)
    #expect(try move([30], times: 1) == 30)
    #expect(try move([20, 30], times: 1) == 30)
    #expect(try move([20, 30], times: 1) == 20)
    #expect(try move([30], times: 20) == 20)
    #expect(try move([30], times: 20) == 30)
    #expect(try move([3], times: 2) == 3)
    #expect(!retained.underlay.isOn)
    #expect(try move([30], times: 20) == 3)
    #expect(try move([30], times: 20) == 30)
    #expect(retained.underlay.isOn)
  }
}
