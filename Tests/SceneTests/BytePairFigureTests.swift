import Figures
import Mechanisms
import Testing

@testable import Part02Transformer

private let entry = Catalogue.Entry(BytePairFigure.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// Every mode with the defaults and each extreme, one merge, and the hardest combinations.
private let settings =
  entry.extremeSettings
  + [
    [("merges", "1")], [("merges", "2"), ("word-to-encode", "slow")],
    [("merges", "15"), ("word-to-encode", "newer")], [("merges", "0"), ("word-to-encode", "widest")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct BytePairLayout {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  @Test(arguments: entry.modes)
  func everyParameterChangesTheDrawing(mode: String) throws {
    try laws.everyParameterChangesTheDrawing(mode)
  }
}

@Suite struct BytePairStory {
  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["tokenizer", "train", "encode", "ties"])
    #expect(entry.parameters.map { $0.name } == ["merges", "word-to-encode"])
    #expect(entry.parameters.map { $0.start } == ["10", "lowest"])
    #expect(entry.parameters.map { $0.extremes } == [["0", "15"], ["lowest", "slow", "newer", "widest"]])
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnly(mode: String) throws {
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "tokenizer" ? 6 : 3)
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
    (Language.en, ["token", "merge", "pair count", "vocabulary", "end-of-word"]),
    (Language.zh, ["token", "合并", "相邻对计数", "词表", "词尾标记"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    try laws.says(labels, language)
  }
}

/// What is drawn is what the model says.
@Suite struct BytePairDrawing {
  private let reading = BytePairReading(
    BytePairTraining(BytePairCorpus.words, merges: 10), probe: "lowest")

  private func frame(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }

  private func stages(_ r: BytePairReading, _ other: BytePairReading) -> [Stage] {
    [
      BytePairOverview.still(r), BytePairTrain(r, merges: r.count, isEncoding: true).stage,
      BytePairEncode(reading: r, tried: r.count, isDone: true, others: true).stage,
      BytePairTiesView(r, other, .words).stage,
    ]
  }

  @Test func aMutatedModelGivesAnotherPictureInEveryMode() {
    let mutant = BytePairReading(
      BytePairTraining(BytePairCorpus.words, merges: 10, ties: .lexicographicallyLast), probe: "lowest")
    for (a, b) in zip(stages(reading, reading), stages(mutant, mutant)) { #expect(frame(a) != frame(b)) }
    var corpus = BytePairCorpus.words
    corpus[1] = CountedWord("lower", 8)
    let busier = BytePairReading(BytePairTraining(corpus, merges: 10), probe: "lowest")
    for (a, b) in zip(stages(reading, reading), stages(busier, busier)) {
      #expect(frame(a).drawing != frame(b).drawing)
    }
  }

  @Test func aMergeGluesEveryOccurrenceInOneStep() throws {
    let board = try prepared("tokenizer").storyboard(.en)
    let beat = try #require(try prepared("tokenizer").beats.firstIndex { $0.name == "merge" })
    let frame = try #require(board.frame(beat: beat, progress: 1))
    let pair = reading.run.merges[0].pair
    for (w, tokens) in reading.run.steps[0].words.enumerated() {
      for (i, found) in tokens.pairs.enumerated() where found == pair {
        let right = Identity("token", 0, w, tokens[i + 1].letters.lowerBound)
        #expect(!frame.groups.contains { $0.identity == right })
      }
    }
  }

  @Test func barsAreAsLongAsTheirCounts() throws {
    let drawn = frame(BytePairOverview.still(reading))
    func bar(_ i: Int) throws -> Double {
      let pair = reading.run.merges[i].pair
      let group = try #require(
        drawn.groups.firstIndex { $0.identity == Identity("pair", 0, pair.left, pair.right) })
      let widths = drawn.marks.compactMap { mark -> Double? in
        guard mark.group == group, case .outline(let outline, _, let stroke?) = mark.shape, stroke.width > 0
        else { return nil }
        return outline.bounds.width
      }
      return try #require(widths.first)
    }
    let longest = try bar(0)
    for (i, merge) in reading.run.merges.enumerated() {
      #expect(abs(try bar(i) / longest - Double(merge.count) / Double(reading.run.merges[0].count)) < 1e-9)
    }
  }
}
