import Figures
import Instruments
import Testing

@Suite struct TrackInstruments {
  private func frame<N: NodeConvertible>(_ piece: N) -> Frame {
    layOut(piece, size: Size(400, 100), language: .en).frame
  }

  @Test func aTrackPlacesEvenly() {
    let track = Track(4, size: 30, gap: 10)
    #expect(track.length == 150)
    #expect((0..<4).map { track.center($0) } == [15, 55, 95, 135])
    #expect(Track(-1, size: 30).length == 0)
  }

  @Test func arcsThatMeetStandSideBySide() {
    let track = Track(3, size: 60, gap: 10)
    let widths = [8.0, 5, 3]
    let arcs = [0, 1, 2].map { ArcDiagram.Arc(from: 2, to: $0, stroke: Stroke(.ink, width: widths[$0])) }
    let drawn = frame(ArcDiagram(arcs, on: track, height: 60))
    let starts = drawn.marks.enumerated().compactMap { i, mark -> Double? in
      guard i % 2 == 0, case .outline(.path(let path), _, _) = mark.shape else { return nil }
      return path.points.first?.x
    }
    // The nearer key's arc starts further left, so that the two don't cross; the loop stands right of both.
    #expect(starts.count == 3)
    #expect(starts[1] < starts[0] && starts[0] < starts[2])
    #expect(starts[0] - starts[1] >= (widths[0] + widths[1]) / 2)
    #expect(starts.allSatisfy { $0 >= track.start(2) && $0 <= track.end(2) })
  }

  @Test func ribbonsArriveInOneWidth() {
    let bands = [10.0, 4, 6].enumerated().map {
      Ribbons.Band(from: 40 + 60 * Double($0), width: $1, fill: .ink)
    }
    let drawn = frame(Ribbons(bands, into: 200).node)
    var edge = 190.0
    for (band, mark) in zip([10.0, 4, 6], drawn.marks) {
      guard case .outline(.path(let path), _, _) = mark.shape else {
        Issue.record("a ribbon is a path")
        continue
      }
      #expect(abs(path.points[3].x - edge) < 1e-9)
      edge += band
      #expect(abs(path.points[4].x - edge) < 1e-9)
    }
    #expect(edge == 210)
  }

  @Test func stackedAreasShareTheirEdges() {
    let layers = [[0.2, 0.5], [0.8, 0.5]].map { StackedAreas.Layer($0, fill: .plain(.ink)) }
    let drawn = frame(
      StackedAreas(
        layers, over: [0, 1], x: Scale(.linear, 0...1, from: 0, to: 400),
        height: Scale(.linear, 0...1, from: 0, to: 100)))
    let points = drawn.marks.compactMap { mark -> [Point]? in
      if case .outline(.path(let path), _, _) = mark.shape { path.points } else { nil }
    }
    #expect(
      points == [
        [Point(0, 0), Point(400, 0), Point(400, 50), Point(0, 20)],
        [Point(0, 20), Point(400, 50), Point(400, 100), Point(0, 100)],
      ])
  }

  @Test func cellsKeepTheirOrderOfMarks() {
    let kinds: [TensorCell] = [.number(0.5, heat: 0.5), .masked("−∞")]
    for kind in kinds {
      let drawn = frame(TensorGrid(rows: 1, columns: 1, cell: Size(40, 40)) { _, _ in kind })
      #expect(drawn.marks.count == 3)
      guard case .text = drawn.marks[2].shape else {
        Issue.record("the word is the third mark")
        continue
      }
    }
  }

  @Test(arguments: [
    (7.389056, "7.389"), (54.598, "54.6"), (148.41, "148.4"), (2980.96, "2,981"), (8_886_110.5, "8.9·10^{6}"),
    (0.5, "0.5"), (0, "0"), (100_000, "1·10^{5}"),
  ])
  func numbersAreWrittenAsAPersonWould(value: Double, text: String) {
    #expect(significant(value) == text)
  }
}
