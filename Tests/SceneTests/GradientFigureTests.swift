import Figures
import Instruments
import Mechanisms
import Testing

@testable import Part00Foundations

private let entry = Catalogue.Entry(GradientFigure.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// Every mode with the defaults and each extreme, and the corners of the parameters.
private let settings =
  entry.extremeSettings
  + [
    [("eta", "0.22"), ("kappa", "50"), ("y0", "5")], [("eta", "0.01"), ("kappa", "1"), ("y0", "0")],
    [("kappa", "50"), ("y0", "0")], [("kappa", "1"), ("y0", "5")], [("kappa", "2"), ("eta", "0.2")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct GradientFigureTests {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["overview", "zigzag", "blow-up", "two-valleys"])
    #expect(entry.parameters.map { $0.name } == ["eta", "kappa", "y0"])
    #expect(entry.parameters.map { $0.start } == ["0.1", "10", "1"])
    #expect(entry.parameters.map { $0.extremes } == [["0.01", "0.22"], ["1", "50"], ["0", "5"]])
  }

  /// The other surface has no parameters, and the overview ends on it.
  @Test(arguments: [("overview", "growth"), ("zigzag", "race"), ("blow-up", "blow-up")])
  func everyParameterChangesTheDrawing(mode: String, beat: String) throws {
    try laws.everyParameterChangesTheDrawing(mode, beat: beat)
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnly(mode: String) throws {
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "overview" ? 6 : 3)
  }

  @Test(arguments: entry.modes)
  func captionsFit(mode: String) throws { try laws.captionsFit(mode) }

  @Test(arguments: entry.modes)
  func beatsMoveAndJoin(mode: String) throws { try laws.beatsMoveAndJoin(mode) }

  @Test func everyModeHasAStillOfItsOwn() throws {
    let stills = try entry.modes.map { try prepared($0).still(.en).drawing }
    for i in stills.indices { #expect(!stills[..<i].contains(stills[i]), "\(entry.modes[i])") }
  }

  @Test(arguments: [
    (Language.en, ["learning rate", "gradient", "contour", "step", "diverge", "condition number"]),
    (Language.zh, ["学习率", "梯度", "等高线", "步", "发散", "条件数"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws { try laws.says(labels, language) }

  @Test func reportsTheChaptersNumbers() throws {
    func says(_ mode: String, _ words: String) throws -> Bool {
      try prepared(mode).rests(.en).contains { $0.frame.says(words) }
    }
    #expect(try says("overview", "173") && says("overview", "45") && says("overview", "85"))
    #expect(try says("overview", "η = 2/11") && says("overview", "226"))
    #expect(try says("zigzag", "0.818") && says("blow-up", "1.100"))
    #expect(try says("two-valleys", "0.101") && says("two-valleys", "−1.047") && says("two-valleys", "0.946"))
  }

  /// The pictures are functions of the model: another bowl or another walk gives another picture.
  @Test func theFigureFollowsItsModel() {
    func drawing(_ stage: Stage) -> [Figures.Shape] {
      layOut(stage.body, size: Size(880, 368), language: .en).frame.drawing
    }
    let honest = GradientCase(QuadraticBowl(1, 10), from: Point(10, 1), rate: 0.1)
    for other in [
      GradientCase(QuadraticBowl(2, 10), from: Point(10, 1), rate: 0.1),
      GradientCase(QuadraticBowl(1, 9), from: Point(10, 1), rate: 0.1),
    ] {
      for mode in [GradientFigure.Mode.overview, .zigzag, .blowUp] {
        let differs =
          drawing(GradientFigure.still(honest, mode)) != drawing(GradientFigure.still(other, mode))
        #expect(differs, "\(mode)")
      }
    }
    let (starts, steps) = (GradientValleys.near, 0...GradientValleys.shown)
    let valleys = GradientValleys(starts, steps: steps)
    let slower = GradientValleys(
      starts, walks: starts.map { TwoValleys.descent(from: $0, step: 0.05) }, steps: steps)
    let differs = drawing(valleys.stage(0.5)) != drawing(slower.stage(0.5))
    #expect(differs)
  }

  /// Between two places the walk is on the straight line, and it rests on the places themselves.
  @Test func theWalkGoesStraightFromPlaceToPlace() {
    let subject = GradientCase(QuadraticBowl(1, 10), from: Point(10, 1), rate: 0.1)
    let scene = GradientScene(subject).with { $0.steps = 0...4 }
    let points = scene.run.points
    #expect(scene.place(3) == points[3] && scene.done(0.5) == 2 && scene.done(1) == 4)
    #expect(scene.place(0.5) == points[0].mixed(with: points[1], at: 0.5))
  }
}

@Suite struct WalkPlotTests {
  private func frame(_ item: PlotItem, equal: Bool = false) -> Frame {
    let plot = Plot(x: PlotAxis(.linear, 0...10, "x"), y: PlotAxis(.linear, 0...5, "y"), equal: equal) {
      item
    }
    return layOut(plot, size: Size(500, 400), language: .en).frame
  }

  @Test func equalScalesKeepACircleRound() throws {
    let surface = PlotItem.surface([PlotContour(Size(3, 3), heat: 0.1)], heat: 0.2)
    func circle(_ equal: Bool) -> Rect? {
      for case .outline(.ellipse(let rect), _, _) in frame(surface, equal: equal).drawing { return rect }
      return nil
    }
    let (round, flat) = (try #require(circle(true)), try #require(circle(false)))
    #expect((round.width - round.height).magnitude < 1e-9)
    #expect((flat.width - flat.height).magnitude > 1)
  }

  @Test func aWalkIsCutWhereItLeavesTheAxes() {
    let walk = [PlotPoint(1, 1), PlotPoint(5, 2), PlotPoint(6, 40)]
    let inside = frame(.trail(walk, drawn: 1, .strong)), cut = frame(.trail(walk, .strong))
    #expect(cut.drawing.count > inside.drawing.count)
    #expect(cut.drawing.allSatisfy { $0.bounds.minY >= 27 })
  }
}
