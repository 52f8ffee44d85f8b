import Figures
import Instruments
import Mechanisms
import Testing

@testable import Part07Serving

@Suite struct ContinuousBatchingTests {
  private let entry = Catalogue.Entry(ContinuousBatching.self)

  // MARK: What the figure says

  @Test(arguments: Language.allCases)
  func everyLabelOfTheChapterOccurs(_ language: Language) throws {
    let labels: [Phrase] = [
      Phrase("slot", zh: "slot（槽位）"), Phrase("iteration boundary", zh: "迭代边界"),
      Phrase("waiting queue", zh: "等待队列"), Phrase("idle", zh: "空转"), "padding",
      Phrase("token budget", zh: "token 预算"),
    ]
    let words = try entry.modes.flatMap { try rests($0, [], language) }.flatMap { $0.frame.lines }.map {
      $0.text
    }
    for label in labels {
      #expect(words.contains { $0.contains(label[language]) }, "\(label[language])")
    }
  }

  @Test func captionsAreShortEnoughToRead() throws {
    for mode in entry.modes {
      for given in settings + harsh {
        let figure = try entry.prepared(mode: mode, given: given)
        for caption in figure.beats.map({ $0.caption }) + [figure.caption].compactMap({ $0 }) {
          #expect(plainText(caption[.en]).unicodeScalars.count <= 90, "\(caption[.en])")
          #expect(plainText(caption[.zh]).unicodeScalars.count <= 40, "\(caption[.zh])")
        }
      }
    }
  }

  @Test func theComparisonReportsThePublishedNumbers() throws {
    let figure = try entry.prepared()
    let numbers = figure.still(.en).lines.map { $0.text }
    for number in [
      "20", "14", "40.0 %", "14.3 %", "14.0", "7.9", "6 iterations sooner", "E returns at 15",
      "batch 3 returns",
    ] {
      #expect(numbers.contains(number), "\(number)")
    }
    let rows = try entry.prepared(mode: "selective-batching").still(.en).lines.map { $0.text }
    #expect(rows.contains("38.9 % is padding"))
    #expect(rows.contains { $0.contains("[22 × d]") })
  }

  // MARK: What it draws

  @Test("A bar starts and ends where the model says, on the axis of iterations")
  func barsStandWhereTheModelPutsThem() throws {
    let run = BatchScheduler(slots: 4, policy: .continuous).run(.textbook())
    let frame = try entry.prepared(mode: "continuous").still(.en)
    let cell = 800 / 14.0
    for p in run.placements {
      let bar = try #require(frame.groups.first { $0.identity == Identity("request", p.id) })
      #expect((bar.bounds.minX - (120 + cell * Double(p.start))).magnitude < 1e-6)
      #expect((bar.bounds.maxX - (120 + cell * Double(p.end))).magnitude < 1e-6)
    }
    for slot in 0..<4 {
      let rows = run.lane(slot).compactMap { p in
        frame.groups.first { $0.identity == Identity("request", p.id) }
      }
      #expect(Set(rows.map { $0.bounds.midY }).count == 1)
    }
  }

  @Test("In every picture of a schedule under way each request is there once, and never faded")
  func requestsNeverFade() throws {
    for mode in ["static", "continuous"] {
      let figure = try entry.prepared(mode: mode)
      let board = figure.storyboard(.en)
      for k in 0...200 {
        let frame = try #require(board.frame(at: board.duration * Double(k) / 200))
        for id in 0..<12 {
          let requests = frame.groups.filter { $0.identity == Identity("request", id) }
          #expect(requests.count == 1 && requests.allSatisfy { $0.opacity == 1 })
        }
      }
    }
  }

  @Test("Nobody enters or leaves in the middle of an iteration")
  func exchangesHappenAtBoundaries() {
    let run = BatchScheduler(slots: 4, policy: .continuous).run(.textbook())
    let states = [SlotsState(run, followed: 4)] + SlotsState(run, followed: 4).run(to: run.iterations)
    for (a, b) in zip(states, states.dropFirst()) {
      let exchanged = run.placements.filter { a.happened($0.start) != b.happened($0.start) }
      // A state either runs one iteration or exchanges requests, never both.
      #expect(a.boundary == b.boundary ? b.settled : exchanged.isEmpty && b.boundary == a.boundary + 1)
    }
  }

  @Test func everyParameterMovesWhatItsChapterSays() throws {
    for (mode, names) in [
      ("comparison", ["slots", "requests", "length-spread"]),
      ("static", ["slots", "requests", "length-spread"]),
      ("continuous", ["slots", "requests", "length-spread"]), ("selective-batching", ["slots"]),
      ("chunked-prefill", ["slots", "requests", "length-spread", "token-budget"]),
    ] {
      let start = try drawing(mode, [])
      for parameter in entry.parameters where names.contains(parameter.name) {
        let ends = try parameter.extremes.map { try drawing(mode, [(name: parameter.name, text: $0)]) }
        #expect(ends[0] != ends[1], "\(mode) \(parameter.name)")
        #expect(ends.contains { $0 != start }, "\(mode) \(parameter.name)")
      }
    }
    let chunked = try ["4", "32"].map { budget in
      try entry.prepared(given: [(name: "token-budget", text: budget)]).storyboard(.en).frame(
        beat: 7, progress: 1)
    }
    #expect(chunked[0] != chunked[1])
  }

  @Test("Another model gives another picture: nothing drawn is typed in")
  func picturesFollowTheModel() {
    let workload = BatchWorkload.textbook()
    let flow = BatchScheduler(slots: 4, policy: .continuous).run(workload)
    // A scheduler that holds requests back until their KV fits.
    let mutant = BatchScheduler(slots: 4, policy: .continuous, reservationLimit: 30).run(workload)
    let fixed = BatchScheduler(slots: 4, policy: .static).run(workload)
    let longer = BatchScheduler(slots: 4, policy: .continuous).run(
      BatchWorkload(outputs: [3, 7, 3, 5, 4], prompts: [4, 9]))
    let pairs: [(ContinuousBatching.State, ContinuousBatching.State)] = [
      (
        .slots(SlotsState(flow, followed: 4, horizon: 20).end),
        .slots(SlotsState(mutant, followed: 4, horizon: 20).end)
      ),
      (
        .comparison(ComparisonState(upper: fixed, lower: flow, followed: 4)),
        .comparison(ComparisonState(upper: fixed, lower: mutant, followed: 4))
      ),
      (
        .rows(RowsState(flow, iteration: 2, followed: 4)), .rows(RowsState(longer, iteration: 3, followed: 4))
      ),
      (
        .columns(ColumnsState(shown: flow, reference: flow, followed: 4, horizon: 20, budget: 8)),
        .columns(ColumnsState(shown: mutant, reference: flow, followed: 4, horizon: 20, budget: 8))
      ),
    ]
    for (a, b) in pairs {
      #expect(
        shapes(picture(ContinuousBatching.view(a, .still)))
          != shapes(picture(ContinuousBatching.view(b, .still))))
    }
  }

  // MARK: How it is told

  @Test func beatsAreNamedByTheModeAlone() throws {
    for mode in entry.modes {
      let names = try entry.prepared(mode: mode).beats.map { $0.name }
      #expect(names.count >= 3 && names.count <= 10)
      for given in settings {
        #expect(try entry.prepared(mode: mode, given: given).beats.map { $0.name } == names)
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

  @Test(arguments: Catalogue.Entry(ContinuousBatching.self).modes)
  func layoutIsSoundAndReadable(_ mode: String) throws {
    for given in settings + harsh {
      let figure = try entry.prepared(mode: mode, given: given)
      #expect(figure.problem(.en) == nil)
      for language in Language.allCases {
        for (place, frame) in try rests(mode, given, language) {
          let faults = unreadable(frame)
          #expect(
            faults.isEmpty, "\(mode) \(place) \(language.text) \(given): \(faults.joined(separator: ", "))")
        }
      }
    }
  }

  // MARK: Help

  /// The defaults, and each parameter at its extremes.
  private var settings: [[(name: String, text: String)]] {
    [[]] + entry.parameters.flatMap { p in p.extremes.map { [(name: p.name, text: $0)] } }
  }

  /// The harshest parameters together.
  private var harsh: [[(name: String, text: String)]] {
    [
      ("2", "24", "4"), ("8", "24", "4"), ("8", "24", "32"), ("8", "4", "4"), ("2", "4", "8"),
      ("5", "23", "9"),
    ].map {
      [(name: "slots", text: $0.0), (name: "requests", text: $0.1), (name: "token-budget", text: $0.2)]
    }
  }

  private func rests(
    _ mode: String, _ given: [(name: String, text: String)], _ language: Language
  ) throws -> [(place: String, frame: Frame)] {
    let figure = try entry.prepared(mode: mode, given: given)
    let board = figure.storyboard(language)
    return [("still", figure.still(language))]
      + figure.beats.indices.compactMap { i in
        board.frame(beat: i, progress: 1).map { (figure.beats[i].name, $0) }
      }
  }

  private func drawing(_ mode: String, _ given: [(name: String, text: String)]) throws -> [Shape] {
    shapes(try entry.prepared(mode: mode, given: given).still(.en))
  }

  private func picture(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }

  /// What is drawn without words.
  private func shapes(_ frame: Frame) -> [Shape] {
    frame.marks.map { $0.shape }.filter { if case .text = $0 { false } else { true } }
  }

  /// Texts whose ink lies on another's, or that come near the edge of the canvas.
  private func unreadable(_ frame: Frame) -> [String] {
    let room = Rect(origin: .zero, size: frame.size).outset(by: -24)
    let texts = frame.marks.compactMap { mark -> (words: String, ink: Rect)? in
      guard case .text(let line) = mark.shape, let size = line.runs.first?.size else { return nil }
      return (line.text, Rect(line.origin.x, line.origin.y - 0.74 * size, line.width, 0.78 * size))
    }
    var faults: [String] = []
    for (i, a) in texts.enumerated() {
      if a.ink.union(room) != room { faults.append("“\(a.words)” is near the edge") }
      for b in texts[(i + 1)...] {
        if let common = a.ink.intersection(b.ink), common.width > 0.5, common.height > 0.5 {
          faults.append("“\(a.words)” lies on “\(b.words)”")
        }
      }
    }
    return faults
  }
}
