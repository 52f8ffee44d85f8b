import Figures
import Mechanisms
import Testing

@testable import Part07Serving

@Suite struct DisaggregationTests {
  private let entry = Catalogue.Entry(Disaggregation.self)

  // MARK: What the figure says

  @Test(arguments: Language.allCases)
  func everyLabelOfTheChapterOccurs(_ language: Language) throws {
    let labels: [Phrase] = [
      Phrase("prefill pool", zh: "prefill 池"), Phrase("decode pool", zh: "decode 池"),
      Phrase("KV hand-over", zh: "KV 传输"), Phrase("goodput", zh: "goodput（有效吞吐）"),
      Phrase("utilisation", zh: "利用率"),
    ]
    let frames = try entry.modes.flatMap { try entry.prepared(mode: $0).rests(language) }.map { $0.frame }
    for label in labels {
      #expect(frames.contains { $0.says(label[language]) }, "\(label[language])")
    }
  }

  @Test func theStillsReportTheChaptersNumbers() throws {
    func says(_ mode: String, _ words: String) throws -> Bool {
      try entry.prepared(mode: mode).rests(.en).contains { $0.frame.says(words) }
    }
    #expect(try says("overview", "TPOT ≤ 12 ms: 2/6") && says("overview", "TPOT ≤ 12 ms: 6/6"))
    #expect(try says("overview", "40 ms prefill of C + 10 ms tick = 50 ms"))
    #expect(try says("overview", "5 ms key–value (KV) hand-over + 10 ms tick = 15 ms"))
    #expect(try says("overview", "In a burst mean TTFT is 50 ms split, 40 mixed"))
    #expect(try says("overview", "mean TTFT is 50 ms; mixed GPUs would need 40"))
    #expect(try says("colocated", "15.7 ms") && says("disaggregated", "10.7 ms"))
    #expect(try says("ratio", "3.33") && says("ratio", "colocated: 1.6"))
    #expect(try says("queueing", "one GPU: 300 ms") && says("queueing", "two, layers split: 116.7 ms"))
    #expect(try says("queueing", "1/D = 10") && says("queueing", "2/D = 20") && says("queueing", "K/D = 16"))
  }

  // MARK: What it draws

  @Test("Prefills and ticks start and end where the simulation says, on one axis of time")
  func lanesAreToScale() throws {
    let run = ServingSimulator().disaggregated(.steady(gap: 50), prefill: 1, decode: 1)
    let frame = try entry.prepared(mode: "disaggregated").still(.en)
    let unit = (880 - 96) / run.end
    for (i, work) in run.work.enumerated() {
      let who = work.prefill.map { Identity("prefill", 0, $0) } ?? Identity("tick", 0, i)
      let box = try #require(frame.groups.first { $0.identity == who }).bounds
      #expect((box.minX - (136 + unit * work.start)).magnitude < 1e-6)
      #expect((box.maxX - (136 + unit * work.end)).magnitude < 1e-6)
    }
    let dots = (0..<6).flatMap { id in
      (0..<8).filter { k in frame.groups.contains { $0.identity == Identity("dot", 0, id, k) } }
    }
    #expect(dots.count == 48)
  }

  @Test("A run that is under way shows nothing that has not happened")
  func revealing() throws {
    let runs = DisaggRuns(gap: 50, prefill: 1, decode: 1, times: ServingTimes())
    let state = GanttState([runs.mixed], of: runs).with(.none, shown: 0...runs.mixed.end)
    for k in 0...10 {
      let progress = Double(k) / 10
      let frame = picture(state.stage(Moment(progress: progress)))
      let now = 96 + 784 * progress
      let dots = (0..<6).reduce(0) { sum, id in
        sum + (0..<8).filter { n in frame.groups.contains { $0.identity == Identity("dot", 0, id, n) } }.count
      }
      let emitted = (0..<6).reduce(0) { sum, id in
        sum + runs.mixed.tokens(of: id).filter { $0 <= runs.mixed.end * progress + 1e-9 }.count
      }
      #expect(dots == emitted)
      let prefills = frame.groups.filter { g in (0..<6).contains { g.identity == Identity("prefill", 0, $0) }
      }
      #expect(prefills.allSatisfy { $0.bounds.width < 1e-6 || $0.bounds.maxX <= now + 1e-6 })
    }
  }

  @Test func everyParameterMovesWhatItsChapterSays() throws {
    let moved = [
      "arrival-gap": ["overview", "colocated", "disaggregated"],
      "prefill-gpus": ["overview", "colocated", "disaggregated", "ratio"],
      "decode-gpus": ["overview", "colocated", "disaggregated", "ratio"],
      "transfer": ["overview", "disaggregated"],
    ]
    for parameter in entry.parameters {
      for mode in moved[parameter.name] ?? [] {
        let ends = try parameter.extremes.map {
          try entry.prepared(mode: mode, given: [(parameter.name, $0)]).still(.en).drawing
        }
        #expect(ends[0] != ends[1], "\(mode) \(parameter.name)")
      }
    }
  }

  @Test("Another model gives another picture: nothing drawn is typed in")
  func picturesFollowTheModel() {
    let runs = DisaggRuns(gap: 50, prefill: 1, decode: 1, times: ServingTimes())
    // Faster prefills, slower ticks, and a stricter reader.
    let mutants = [
      DisaggRuns(gap: 50, prefill: 1, decode: 1, times: ServingTimes(prefill: 30)),
      DisaggRuns(gap: 50, prefill: 1, decode: 1, times: ServingTimes(iteration: 12)),
    ]
    for mode in [Disaggregation.Mode.overview, .colocated, .disaggregated] {
      let still = picture(Disaggregation.still(runs, mode)).drawing
      for mutant in mutants { #expect(picture(Disaggregation.still(mutant, mode)).drawing != still) }
    }
    let strict = DisaggRuns(
      gap: 50, prefill: 1, decode: 1, times: ServingTimes(), level: ServiceLevel(ttft: 30, tpot: 9))
    #expect(
      picture(Disaggregation.still(strict, .overview)).drawing
        != picture(Disaggregation.still(runs, .overview)).drawing)
    let rates = RatioState(PoolRatio(prefill: 7), prefill: 1, decode: 1)
    #expect(
      picture(rates.stage).drawing != picture(RatioState(PoolRatio(), prefill: 1, decode: 1).stage).drawing)
    let queues = [PrefillQueue(service: 0.08), .init(.interOp), .init(.intraOp(speedup: 1.6))]
    #expect(picture(QueueState(3, queues: queues).stage).drawing != picture(QueueState(3).stage).drawing)
  }

  // MARK: How it is told

  @Test func beatsAreNamedByTheModeAlone() throws {
    for mode in entry.modes {
      let names = try entry.prepared(mode: mode).beats.map { $0.name }
      #expect(names.count >= 3 && names.count <= 10)
      for given in entry.extremeSettings + harsh {
        let figure = try entry.prepared(mode: mode, given: given)
        #expect(figure.beats.map { $0.name } == names)
        for caption in figure.beats.map({ $0.caption }) + [figure.caption].compactMap({ $0 }) {
          #expect(caption.length(.en) <= 90, "\(caption[.en])")
          #expect(caption.length(.zh) <= 40, "\(caption[.zh])")
        }
      }
    }
  }

  @Test func beatsStartWhereTheLastOneRested() throws {
    for mode in entry.modes {
      let figure = try entry.prepared(mode: mode)
      let board = figure.storyboard(.zh)
      for beat in figure.beats.indices.dropFirst() {
        #expect(board.frame(beat: beat, progress: 0) == board.frame(beat: beat - 1, progress: 1))
      }
    }
  }

  // MARK: Whether it can be read

  @Test(arguments: Catalogue.Entry(Disaggregation.self).modes)
  func layoutIsSoundAndReadable(_ mode: String) throws {
    for given in entry.extremeSettings + harsh {
      let figure = try entry.prepared(mode: mode, given: given)
      #expect(figure.problem(.en) == nil)
      for language in Language.allCases {
        for (place, frame) in figure.rests(language) {
          let faults = frame.overlappingTexts + frame.textsNearEdge()
          #expect(
            faults.isEmpty,
            "\(mode) \(place) \(language.text) \(given): \(faults.joined(separator: ", "))")
        }
      }
    }
  }

  // MARK: Help

  /// Parameters at their extremes together.
  private var harsh: [[(name: String, text: String)]] {
    [("20", "4", "4", "60"), ("20", "1", "4", "0"), ("120", "4", "1", "60"), ("60", "3", "3", "5")].map {
      [
        (name: "arrival-gap", text: $0.0), (name: "prefill-gpus", text: $0.1),
        (name: "decode-gpus", text: $0.2), (name: "transfer", text: $0.3),
      ]
    }
  }

  private func picture(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }
}

extension [ServingRequest] {
  fileprivate static func steady(gap: Double) -> [ServingRequest] { ServingTrace.steady(gap: gap) }
}
