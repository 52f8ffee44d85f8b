import Figures
import Mechanisms
import Testing

@testable import Part02Transformer

private let entry = Catalogue.Entry(AttentionGraph.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// Every mode with the defaults and each extreme, and both hardest combinations.
private let settings =
  entry.extremeSettings
  + [
    [("query", "6"), ("mask", "off"), ("temperature", "0.25"), ("scale", "off")],
    [("query", "5"), ("temperature", "3.75")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct AttentionGraphLayout {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  @Test(arguments: entry.modes)
  func everyParameterChangesTheDrawing(mode: String) throws {
    try laws.everyParameterChangesTheDrawing(mode)
  }
}

@Suite struct AttentionGraphStory {
  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["attention", "one-query", "mask", "scale", "full-matrix"])
    #expect(entry.parameters.map { $0.name } == ["query", "temperature", "scale", "mask"])
    #expect(entry.parameters.map { $0.start } == ["3", "1", "on", "on"])
    #expect(
      entry.parameters.map { $0.extremes } == [["1", "6"], ["0.25", "4"], ["on", "off"], ["on", "off"]])
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnly(mode: String) throws {
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "attention" ? 6 : 3)
  }

  @Test(arguments: entry.modes)
  func captionsFit(mode: String) throws {
    try laws.captionsFit(mode)
  }

  @Test(arguments: entry.modes)
  func beatsMoveAndJoin(mode: String) throws {
    let figure = try prepared(mode)
    let board = figure.storyboard(.en)
    for i in figure.beats.indices {
      let start = try #require(board.frame(beat: i, progress: 0))
      let rest = try #require(board.frame(beat: i, progress: 1))
      let between = try #require(board.frame(beat: i, progress: 0.5))
      #expect(start != rest && between != start && between != rest, "\(figure.beats[i].name) does not move")
      if i > 0 { #expect(board.frame(beat: i - 1, progress: 1) == start) }
    }
  }

  @Test(arguments: [
    (Language.en, ["query", "key", "value", "causal mask", "softmax", "attention weight"]),
    (Language.zh, ["query", "key", "value", "因果掩码", "softmax", "注意力权重"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    try laws.says(labels, language)
  }
}
