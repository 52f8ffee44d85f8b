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

@Suite struct GradientFigureTests {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    for given in settings {
      let figure = try prepared(mode, given)
      #expect(figure.problem(language) == nil, "\(given)")
      for (place, frame) in figure.rests(language) {
        #expect(frame.overlappingTexts.isEmpty, "\(given), \(place): \(frame.overlappingTexts)")
        #expect(frame.textsNearEdge().isEmpty, "\(given), \(place): \(frame.textsNearEdge())")
      }
    }
  }

  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["overview", "zigzag", "blow-up", "two-valleys"])
    #expect(entry.parameters.map { $0.start } == ["0.1", "10", "1"])
    #expect(entry.parameters.map { $0.extremes } == [["0.01", "0.22"], ["1", "50"], ["0", "5"]])
  }

  @Test func everyParameterChangesTheDrawing() throws {
    for mode in entry.modes where mode != "two-valleys" {
      let still = try prepared(mode).still(.en).drawing
      for parameter in entry.parameters {
        // The best step does not depend on the reader's: its race with it does.
        let isRace = mode == "zigzag" && parameter.name == "eta"
        for extreme in parameter.extremes where extreme != parameter.start {
          let figure = try prepared(mode, [(name: parameter.name, text: extreme)])
          let changed =
            try isRace
            ? figure.rests(.en).last?.frame.drawing != prepared(mode).rests(.en).last?.frame.drawing
            : figure.still(.en).drawing != still
          #expect(changed, "\(mode), \(parameter.name)=\(extreme)")
        }
      }
    }
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnlyAndCaptionsFit(mode: String) throws {
    let names = try prepared(mode).beats.map { $0.name }
    #expect(names.count >= (mode == "overview" ? 6 : 3))
    for given in settings {
      let figure = try prepared(mode, given)
      #expect(figure.beats.map { $0.name } == names)
      for caption in figure.beats.map({ $0.caption }) + [figure.caption].compactMap({ $0 }) {
        #expect(caption.isTranslated)
        #expect(caption.length(.en) <= 90, "\(caption[.en])")
        #expect(caption.length(.zh) <= 40, "\(caption[.zh])")
      }
    }
  }

  @Test(arguments: entry.modes)
  func beatsMoveAndJoin(mode: String) throws {
    let figure = try prepared(mode)
    let board = figure.storyboard(.en)
    for i in figure.beats.indices.dropFirst() {
      let start = try #require(board.frame(beat: i, progress: 0))
      let rest = try #require(board.frame(beat: i, progress: 1))
      let before = board.frame(beat: i - 1, progress: 1)
      let (moves, joins) = (start != rest, before == start)
      #expect(moves && joins, "\(figure.beats[i].name)")
    }
  }

  @Test(arguments: [
    (Language.en, ["learning rate", "gradient", "contour", "step", "diverge", "condition number"]),
    (Language.zh, ["学习率", "梯度", "等高线", "步", "发散", "条件数"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    let frames = try entry.modes.flatMap { try prepared($0).rests(language) }.map { $0.frame }
    for label in labels { #expect(frames.contains { $0.says(label) }, "\(label)") }
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
    let valleys = GradientValleys(starts: starts, steps: steps)
    let slower = GradientValleys(
      starts: starts, steps: steps, walks: starts.map { TwoValleys.descent(from: $0, step: 0.05) })
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
