import Figures
import Instruments
import Mechanisms
import Testing

@testable import Part06Distributed

private let entry = Catalogue.Entry(RingFigure.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// Every mode with the defaults and each extreme, odd ring sizes, and the hardest combinations.
private let settings =
  entry.extremeSettings
  + [
    [("ranks", "3")], [("ranks", "6")], [("ranks", "9")],
    [("ranks", "16"), ("size", "1"), ("latency", "50")],
    [("ranks", "12"), ("size", "16384"), ("bandwidth", "10"), ("latency", "0")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct RingLayout {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  @Test(arguments: entry.modes)
  func everyParameterChangesTheDrawing(mode: String) throws {
    try laws.everyParameterChangesTheDrawing(mode)
  }
}

@Suite struct RingStory {
  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["all-reduce", "reduce-scatter", "all-gather", "root", "recursive-doubling"])
    #expect(entry.parameters.map { $0.name } == ["ranks", "size", "bandwidth", "latency"])
    #expect(entry.parameters.map { $0.start } == ["4", "1024", "450", "5"])
    #expect(
      entry.parameters.map { $0.extremes } == [["2", "16"], ["1", "16384"], ["10", "900"], ["0", "50"]])
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnly(mode: String) throws {
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "all-reduce" ? 7 : 3)
  }

  @Test(arguments: entry.modes)
  func captionsFit(mode: String) throws {
    try laws.captionsFit(mode)
  }

  @Test(arguments: entry.modes)
  func beatsMoveAndJoin(mode: String) throws {
    try laws.beatsMoveAndJoin(mode)
  }

  @Test(arguments: [
    (Language.en, ["reduce-scatter", "all-gather", "chunk", "bus bandwidth", "bandwidth-optimal"]),
    (Language.zh, ["reduce-scatter", "all-gather", "分块", "总线带宽", "带宽最优"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    try laws.says(labels, language)
  }
}

/// What is drawn is what the model says.
@Suite struct RingDrawing {
  private let reading = RingReading(
    RingAllReduce(ranks: 4), bytes: 1e9, bandwidth: 100e9, latency: 5e-6)

  private func frame(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }

  private func stages(_ r: RingReading) -> [Stage] {
    [
      RingOverview(r, step: r.run.steps, compares: true).stage(1),
      RingPhase(r, adds: true, step: r.half).stage,
      RingPhase(r, adds: false, step: r.run.steps).stage,
      RingRoot(r, blocks: 2 * r.half, showsRing: true, compares: true).stage,
      RingDoubling(r, steps: 2, compares: true).stage,
    ]
  }

  @Test func aMutatedModelGivesAnotherPictureInEveryMode() {
    let slower = RingReading(reading.run, bytes: 1e9, bandwidth: 100e9, latency: 500e-6)
    let fewer = RingReading(RingAllReduce(ranks: 3), bytes: 1e9, bandwidth: 100e9, latency: 5e-6)
    for (i, stage) in stages(reading).enumerated() {
      #expect(frame(stage).drawing != frame(stages(slower)[i]).drawing)
      #expect(frame(stage).drawing != frame(stages(fewer)[i]).drawing)
    }
  }

  @Test func aCellIsFilledAsFarAsRanksAreInIt() throws {
    let drawn = frame(RingPhase(reading, adds: true, step: 2).stage)
    for r in 0..<4 {
      for c in 0..<4 {
        let group = try #require(drawn.groups.firstIndex { $0.identity == Identity("cell", r, c) })
        let boxes = drawn.marks.compactMap { mark -> Rect? in
          guard mark.group == group || drawn.groups[mark.group].parent == group,
            case .outline(let outline, _, _) = mark.shape
          else { return nil }
          return outline.bounds
        }
        let share = Double(reading.piece(r, c, after: 2).count) / 4
        #expect(abs(boxes[0].height / boxes[1].height - share) < 1e-9)
      }
    }
  }

  @Test func barsOfBytesAreToOneScale() throws {
    let drawn = frame(RingOverview(reading, step: 6, compares: true).stage(1))
    func bar(_ scheme: AllReduceScheme) throws -> Double {
      let group = try #require(drawn.groups.firstIndex { $0.identity == Identity("bytes", scheme.rawValue) })
      let mark = drawn.marks.first { mark in
        if case .outline = mark.shape { return mark.group == group }
        return false
      }
      return try #require(mark).shape.bounds.width
    }
    // A root needs N times the ring's bytes; the strokes are as wide on both.
    #expect(abs(try bar(.root) / (try bar(.ring)) - 4) < 0.05)
  }

  @Test func allLinksWorkInEveryStep() throws {
    let board = try prepared("all-reduce").storyboard(.en)
    let frame = try #require(board.frame(beat: 1, progress: 1))
    let packets = (0..<4).filter { r in frame.groups.contains { $0.identity == Identity("packet", 0, r) } }
    #expect(packets.count == 4)
  }

  @Test func amountsAreWrittenAsAPersonWould() {
    #expect(amount(1.536e9) == "1,536 MB" && amount(1.875e6) == "1.88 MB" && amount(1e6) == "1 MB")
    #expect(duration(0.003_443) == "3.44 ms" && duration(30e-6) == "30 µs" && duration(0) == "0 µs")
  }
}

/// Ranks on a circle.
@Suite struct RankRingTests {
  @Test(arguments: 1...16)
  func ranksAreEvenlySpaced(n: Int) {
    let ring = RankRing(n, center: Point(10, 20), radius: 50)
    #expect(ring.place(0).distance(to: Point(10, -30)) < 1e-9)
    for r in 0..<n {
      let p = ring.place(Double(r))
      #expect(abs(p.distance(to: ring.center) - 50) < 1e-9)
      #expect(abs(p.distance(to: ring.place(Double(r + 1))) - 100 * Maths.sin(Maths.pi / Double(n))) < 1e-9)
    }
  }
}
