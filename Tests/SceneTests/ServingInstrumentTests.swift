import Figures
import Instruments
import Testing

@Suite struct ServingInstrumentTests {
  private func picture<N: NodeConvertible>(_ node: N, _ size: Size = Size(400, 100)) -> Frame {
    layOut(Overlay(align: .topLeading) { node.node }, size: size, language: .en).frame
  }

  private func areas(_ frame: Frame) -> [Rect] {
    frame.marks.compactMap {
      if case .outline(.rectangle(let rect, _), _, _) = $0.shape { rect } else { nil }
    }
  }

  @Test func lanesShareTheirHeightAndTimesTheirLength() {
    let time = Scale(.linear, 0...10, from: 80, to: 380)
    let frame = picture(
      Lanes(["a", "b"], time: time) {
        LaneItem(0, from: 0, to: 4, Box(.panel).same("first"))
        LaneItem(1, from: 4, to: 10, Box(.panel).same("second"))
        LaneItem(from: 2, to: 3, Box(.panel).same("both"))
      })
    let rects = frame.groups.dropFirst().map { $0.bounds }
    #expect(rects[0].minX == 80 && rects[0].maxX == 200 && rects[1].minX == 200 && rects[1].maxX == 380)
    #expect(rects[0].height == rects[1].height && rects[0].maxY < rects[1].minY)
    #expect(rects[2].minY == rects[0].minY && rects[2].maxY == rects[1].maxY)
  }

  @Test func crowdedLanesKeepAnEvenPartOfTheirNames() {
    let names = (0..<20).map { Phrase("\($0)") }
    let frame = picture(Lanes(names, time: Scale(.linear, 0...1, from: 80, to: 380)) { [LaneItem]() })
    let written = frame.lines
    #expect(written.count > 2 && written.count < 20)
    for (a, b) in zip(written, written.dropFirst()) { #expect(b.origin.y - a.origin.y >= 13.9) }
  }

  @Test func aBarIsAsLongAsItsTokens() {
    for grown in 0...4 {
      let rects = areas(picture(TokenBar("E", tokens: 4, grown: grown).frame(width: 160, height: 28)))
      // An empty chip is one cell; 1.5 points stay free at both ends.
      #expect(rects[0].width == Double(max(1, grown)) * 40 - 3)
      #expect(rects[1].width <= Double(grown) * 40)
    }
  }

  @Test func barsThatGrowKeepTheirMarks() {
    let marks = (0...4).map { grown in
      picture(TokenBar("E", tokens: 4, grown: grown).frame(width: 160, height: 28)).marks.map { $0.identity }
    }
    #expect(Set(marks).count == 1)
  }

  @Test func wordsThatDoNotFitGiveWayToShorterOnesOrNone() {
    let wordings: [Phrase] = ["waits for the longest", "waits"]
    func said(_ width: Double) -> [String] {
      picture(FittingText(wordings).frame(width: width, height: 20)).lines.map { $0.text }
    }
    #expect(said(300) == ["waits for the longest"])
    #expect(said(60) == ["waits"])
    #expect(said(20) == [])
  }

  @Test func theNumbersOfAnAxisNeverTouch() {
    for last in [1, 7, 14, 20, 34, 68, 120, 500] {
      for events in [[], [last], [last - 1, last], [last / 2, last]] {
        let time = Scale(.linear, 0...Double(last), from: 80, to: 880)
        let frame = picture(TimeAxis("iteration", time: time, events: events), Size(920, 40))
        let boxes = frame.lines.map { $0.bounds }.sorted { $0.minX < $1.minX }
        for (a, b) in zip(boxes, boxes.dropFirst()) { #expect(a.maxX + 4 <= b.minX) }
        #expect(frame.lines.contains { $0.text == "\(last)" } || events.isEmpty)
      }
    }
  }

  @Test func columnsAreAsHighAsTheirTokens() {
    let time = Scale(.linear, 0...4, from: 40, to: 200)
    let frame = picture(
      TokenColumns(time: time, ceiling: 10) {
        ColumnItem(0, above: 0, tokens: 3, Box(.panel).same("low"))
        ColumnItem(0, above: 3, tokens: 7, Box(.panel).same("high"))
      })
    let (low, high) = (frame.groups[1].bounds, frame.groups[2].bounds)
    #expect((low.height / high.height - 3.0 / 7).magnitude < 1e-9)
    #expect((high.maxY - low.minY).magnitude < 1e-9)
    #expect((low.maxY - 100).magnitude < 1e-9 && high.minY.magnitude < 1e-9)
  }

  @Test func anIdleSpanSaysWhyOnlyWhereThereIsRoom() {
    func said(_ width: Double) -> Int {
      picture(IdleSpan(["idle"]).frame(width: width, height: 28)).lines.count
    }
    #expect(said(120) == 1 && said(30) == 0 && said(0) == 0)
  }
}
