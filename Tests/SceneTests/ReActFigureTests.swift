import Figures
import Mechanisms
import Testing

@testable import Part11Agents

private let entry = Catalogue.Entry(ReActFigure.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// Every mode with the defaults and each extreme, runs that end early, and the longest one.
private let settings =
  entry.extremeSettings
  + [
    [("max-calls", "4")], [("max-calls", "5")],
    [("max-calls", "10"), ("faults", "2"), ("tokens-a-step", "400")],
    [("max-calls", "3"), ("faults", "2")], [("max-calls", "1"), ("faults", "1")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct ReActLayout {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  /// A mode that never looks anything up has no lookup that could fail, and recovery always has one.
  @Test(arguments: entry.modes)
  func everyParameterChangesTheDrawing(mode: String) throws {
    let still = try prepared(mode).still(.en).drawing
    let last = try #require(try prepared(mode).rests(.en).last).frame.drawing
    for parameter in entry.parameters {
      for extreme in parameter.extremes where extreme != parameter.start {
        if mode == "reason-only" && parameter.name != "max-calls" { continue }
        let figure = try prepared(mode, [(name: parameter.name, text: extreme)])
        #expect(figure.still(.en).drawing != still, "\(parameter.name)=\(extreme), still")
        let rest = try #require(figure.rests(.en).last).frame.drawing
        #expect(rest != last, "\(parameter.name)=\(extreme), last beat")
      }
    }
  }

  @Test(arguments: entry.modes, Language.allCases)
  func noLineOfTheTranscriptIsLeftOut(mode: String, language: Language) throws {
    for given in settings {
      let frame = try prepared(mode, given).still(language)
      for kind in ["thought", "action", "observation", "fact"] as [StaticString] {
        for i in 0..<10 {
          guard let group = frame.groups.firstIndex(where: { $0.identity == Identity(kind, i) }) else {
            continue
          }
          let isWritten = frame.marks.contains { mark in
            if case .text = mark.shape { return mark.group == group }
            return false
          }
          #expect(isWritten, "\(kind) \(i) is too long for its place, \(given)")
        }
      }
    }
  }
}

@Suite struct ReActStory {
  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["react", "act-only", "reason-only", "recovery"])
    #expect(entry.parameters.map { $0.name } == ["max-calls", "faults", "tokens-a-step"])
    #expect(entry.parameters.map { $0.start } == ["8", "0", "120"])
    #expect(entry.parameters.map { $0.extremes } == [["1", "10"], ["0", "2"], ["20", "400"]])
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnly(mode: String) throws {
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "react" ? 8 : 3)
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
    (Language.en, ["thought", "action", "observation", "environment", "context", "finish"]),
    (Language.zh, ["thought（思考）", "action（动作）", "observation（观察）", "环境", "上下文", "结束"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    try laws.says(labels, language)
  }
}

/// What is drawn is what the model says.
@Suite struct ReActDrawing {
  private func frame(_ r: ReActReading) -> Frame {
    layOut(ReActScene.end(r).stage.body, size: Size(880, 368), language: .en).frame
  }

  @Test(arguments: AgentStyle.allCases)
  func aMutatedModelGivesAnotherPicture(style: AgentStyle) {
    let tokens = AgentTokens(prompt: 400, step: 120)
    let reading = ReActReading(ReActLoop(style, limit: 8), tokens: tokens)
    let other = AgentStyle(rawValue: (style.rawValue + 1) % 3) ?? .react
    #expect(frame(reading).drawing != frame(ReActReading(ReActLoop(other, limit: 8), tokens: tokens)).drawing)
    #expect(frame(reading).drawing != frame(ReActReading(ReActLoop(style, limit: 9), tokens: tokens)).drawing)
    let scarce = ReActReading(ReActLoop(style, limit: 1), tokens: tokens)
    #expect(frame(reading).says("calls left") && !frame(scarce).says("calls left"))
    let long = ReActReading(ReActLoop(style, limit: 8), tokens: AgentTokens(prompt: 900, step: 120))
    #expect(frame(reading).drawing != frame(long).drawing)
  }

  @Test func observationsStandOnlyWhereTheEnvironmentWasAsked() {
    let reading = ReActReading(ReActLoop(limit: 8, faults: 1), tokens: AgentTokens(prompt: 400, step: 120))
    let drawn = frame(reading)
    for (i, call) in reading.loop.calls.enumerated() {
      #expect(drawn.groups.contains { $0.identity == Identity("observation", i) } == call.isObserved)
    }
  }
}
