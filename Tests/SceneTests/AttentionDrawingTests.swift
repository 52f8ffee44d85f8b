import Figures
import Instruments
import Mechanisms
import Testing

@testable import Part02Transformer

/// What is drawn of attention is what the model says.
@Suite struct AttentionDrawing {
  private let reading = AttentionReading(run: AttentionSentence.attention(), query: 2)

  private func frame(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }

  /// The marks of an element and of everything inside it.
  private func shapes(_ frame: Frame, _ identity: Identity) -> [Shape] {
    guard let index = frame.groups.firstIndex(where: { $0.identity == identity }) else { return [] }
    return frame.marks.filter { mark in
      var group = mark.group
      while group > index { group = frame.groups[group].parent }
      return group == index
    }.map { $0.shape }
  }

  @Test func ribbonsAreAsWideAsTheSharesAndFillTheirChip() throws {
    let drawn = frame(AttentionOverview(reading, .allRows).stage)
    let unit = AttentionOverview.track.size
    var ends: [Double] = []
    for (i, weight) in reading.row.weights.enumerated() where weight > 0 {
      guard case .outline(.path(let path), _, _) = try #require(shapes(drawn, Identity("flow", i)).first)
      else {
        Issue.record("a ribbon is a path")
        continue
      }
      // Left edge down, then right edge up: points 0, 3, 4 and 7 are its corners.
      #expect(abs(path.points[7].x - path.points[0].x - weight * unit) < 1e-9)
      ends += [path.points[3].x, path.points[4].x]
    }
    let chip = try #require(drawn.groups.first { $0.identity == Identity("output") }).bounds
    #expect(abs((ends.min() ?? 0) - chip.minX) < 1e-9)
    #expect(abs((ends.max() ?? 0) - chip.maxX) < 1e-9)
  }

  @Test(arguments: [true, false])
  func arcsAreTheLiveEdgesAndAsWideAsTheirWeights(masked: Bool) throws {
    let run = AttentionSentence.attention(mask: masked ? .causal : .none)
    let drawn = frame(AttentionOverview(AttentionReading(run: run, query: 2, masked: masked), .allRows).stage)
    var count = 0
    for q in 0..<6 {
      for k in 0..<6 {
        guard let arc = shapes(drawn, Identity("edge", q, k)).first else { continue }
        count += 1
        guard case .outline(_, _, let stroke?) = arc else {
          Issue.record("an arc is a line")
          continue
        }
        #expect(abs(stroke.width - run.rows[q].weights[k] * AttentionReading.fullArc) < 1e-9)
        #expect(k <= q || !masked, "an arc points to the future")
      }
    }
    #expect(count == run.liveEdges)
  }

  @Test func theTriangleIsHatchedExactlyWhereWeightsAreZero() throws {
    let drawn = frame(AttentionOverview(reading, .allRows).stage)
    for q in 0..<6 {
      for k in 0..<6 {
        let followed = q == 2 && k <= 2
        let identity = followed ? Identity("share", k).copy(0) : Identity("weight", q, k)
        guard case .outline(_, let fill?, _) = try #require(shapes(drawn, identity).first) else {
          Issue.record("a cell is an area")
          continue
        }
        #expect(fill == (k > q ? .idle : .plain(.scale(reading.run.rows[q].weights[k]))))
      }
    }
  }

  @Test func aMutatedModelGivesAnotherPictureInEveryMode() {
    var queries = AttentionSentence.queries
    queries[2, 1] = 1.5
    let run = Attention(queries: queries, keys: AttentionSentence.keys, values: AttentionSentence.values)
    let mutant = AttentionReading(run: run, query: 2)
    func stages(_ r: AttentionReading) -> [Stage] {
      [
        AttentionOverview(r, .allRows).stage, AttentionOneQuery(r, .mix).stage,
        AttentionMasking(r, open: r, .masked).stage, AttentionScaling(r).stage,
        AttentionMatrices(r, .mix).stage,
      ]
    }
    for (a, b) in zip(stages(reading), stages(mutant)) {
      #expect(frame(a).drawing != frame(b).drawing)
    }
  }

  @Test func telemetryIsTheModels() throws {
    let values = reading.telemetry.readings.flatMap { $0.values }
    let expected = [0.786986, 0.960_218, 21, 576]
    for (value, number) in zip(values, expected) {
      guard case .number(let x, _) = value else {
        Issue.record("telemetry is a number")
        continue
      }
      #expect(abs(x - number) < 1e-4)
    }
  }

  @Test func repeatedWordsAreToldApart() {
    #expect((0..<6).map { plainText(reading.name($0)) } == ["the1", "cat", "sat", "on", "the2", "mat"])
  }
}
