import Figures
import Mechanisms
import Testing

@testable import Part08Reasoning

private let entry = Catalogue.Entry(TreeSearch.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// Every mode with the defaults and each extreme, and the corners where most stands in the picture.
private let settings =
  entry.extremeSettings
  + [
    [("simulations", "100"), ("c", "3"), ("seed", "37")],
    [("simulations", "100"), ("c", "0"), ("seed", "5")],
    [("simulations", "2"), ("beam", "3")], [("simulations", "5"), ("beam", "5")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct TreeSearchLayout {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  /// The beam changes the search by levels; simulations, c and seed change the grown tree.
  @Test func everyParameterChangesTheDrawing() throws {
    for (mode, names) in [
      ("tot-bfs", ["beam"]), ("mcts", ["simulations", "c", "seed"]), ("ucb", ["simulations", "c", "seed"]),
    ] {
      let still = try prepared(mode).still(.en).drawing
      let last = try #require(try prepared(mode).rests(.en).last).frame.drawing
      for parameter in entry.parameters where names.contains(parameter.name) {
        for extreme in parameter.extremes where extreme != parameter.start {
          let figure = try prepared(mode, [(name: parameter.name, text: extreme)])
          let changes = figure.still(.en).drawing != still
          let ends = try #require(figure.rests(.en).last).frame.drawing != last
          #expect(changes && ends, "\(mode), \(parameter.name)=\(extreme)")
        }
      }
    }
  }
}

@Suite struct TreeSearchStory {
  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["tree-search", "greedy", "tot-bfs", "mcts", "ucb"])
    #expect(entry.parameters.map { $0.name } == ["simulations", "c", "beam", "seed"])
    #expect(entry.parameters.map { $0.start } == ["24", "1.4", "2", "1"])
    #expect(entry.parameters.map { $0.extremes } == [["1", "100"], ["0", "3"], ["1", "9"], ["1", "99"]])
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnly(mode: String) throws {
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "tree-search" ? 9 : 3)
  }

  @Test(arguments: entry.modes)
  func captionsFit(mode: String) throws {
    try laws.captionsFit(mode)
  }

  @Test(arguments: entry.modes)
  func beatsMoveAndJoin(mode: String) throws {
    let figure = try prepared(mode)
    let board = figure.storyboard(.en)
    for i in figure.beats.indices.dropFirst() {
      let start = try #require(board.frame(beat: i, progress: 0))
      let rest = try #require(board.frame(beat: i, progress: 1))
      let between = try #require(board.frame(beat: i, progress: 0.5))
      let moves = start != rest && between != start && between != rest
      #expect(moves, "\(figure.beats[i].name)")
      let joins = board.frame(beat: i - 1, progress: 1) == start
      #expect(joins, "\(figure.beats[i].name)")
    }
  }

  @Test(arguments: [
    (Language.en, ["thought", "select", "expand", "simulate", "back up", "prune", "visits"]),
    (Language.zh, ["thought（思路）", "选择", "扩展", "模拟", "回传", "剪枝", "访问次数"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    let frames = try entry.modes.flatMap { try prepared($0).rests(language) }.map { $0.frame }
    for label in labels { #expect(frames.contains { $0.says(label) }, "\(label)") }
  }
}

/// The pictures are functions of the searches: another search gives another picture.
@Suite struct TreeSearchHonesty {
  private func stories(beam: Int, seed: UInt32, c: Double = 1.4) -> TreeSearchStories {
    TreeSearchStories(
      beam: BeamSearch(beam: beam), monte: MonteCarloSearch(simulations: 24, exploration: c, seed: seed))
  }

  private func drawing(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }

  @Test(arguments: TreeSearch.Mode.allCases)
  func anotherSearchGivesAnotherPicture(mode: TreeSearch.Mode) {
    let before = drawing(stories(beam: 2, seed: 1).still(mode))
    let otherBeam = drawing(stories(beam: 3, seed: 1).still(mode)) != before
    let otherSeed = drawing(stories(beam: 2, seed: 2).still(mode)) != before
    #expect(otherBeam == (mode == .beam))
    #expect(otherSeed == (mode != .beam && mode != .greedy))
  }

  /// The reward is counted from the new node up, one node after the other, and then as the model counts.
  @Test func backingUpEndsWithTheModel() throws {
    let search = MonteCarloSearch(simulations: 10, exploration: 1.4, seed: 3)
    for (k, round) in search.rounds.enumerated() {
      for count in 1...round.counted.count {
        let at = MonteCarloMoment(search, done: k, .backUp(count))
        for (i, node) in round.counted.reversed().enumerated() {
          #expect(at.statistics(node) == search.history[i < count ? k + 1 : k][node])
        }
        #expect(at.carrier == round.counted.reversed()[count - 1])
      }
      let end = MonteCarloMoment(search, done: k, .backUp(round.counted.count))
      #expect((0..<ThoughtTree.count).allSatisfy { end.statistics($0) == search.history[k + 1][$0] })
    }
  }
}
