import Figures
import Instruments
import Mechanisms
import Testing

@testable import Part00Foundations

private let entry = Catalogue.Entry(MatrixFigure.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// The defaults, each extreme, and turns of both senses with every mode’s matrix.
private let settings =
  entry.extremeSettings
  + [
    [("preset", "rotate"), ("theta", "-180")], [("preset", "rotate"), ("theta", "35")],
    [("preset", "symmetric"), ("theta", "45")], [("preset", "reflect"), ("t", "0.5")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

@Suite struct MatrixFigureLayout {
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

  @Test(arguments: entry.modes)
  func presetAndTimeChangeTheDrawing(mode: String) throws {
    let still = try prepared(mode).still(.en).drawing
    for preset in ["rotate", "scale", "reflect", "project", "symmetric"] {
      #expect(try prepared(mode, [(name: "preset", text: preset)]).still(.en).drawing != still)
    }
    #expect(try prepared(mode, [(name: "t", text: "0")]).still(.en).drawing != still)
    let turned = try prepared(mode, [(name: "preset", text: "rotate")]).still(.en).drawing
    let further = [(name: "preset", text: "rotate"), (name: "theta", text: "45")]
    #expect(try prepared(mode, further).still(.en).drawing != turned)
  }
}

@Suite struct MatrixFigureStory {
  @Test func declaresWhatTheCatalogueStates() {
    #expect(entry.modes == ["overview", "columns", "row-dot-products", "compose", "ellipse-svd"])
    #expect(entry.parameters.map { $0.name } == ["preset", "t", "theta"])
    #expect(entry.parameters.map { $0.start } == ["shear", "1", "90"])
    #expect(entry.parameters[1].extremes == ["0", "1"] && entry.parameters[2].extremes == ["-180", "180"])
  }

  @Test(arguments: entry.modes)
  func beatsAndCaptions(mode: String) throws {
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
      #expect(start != board.frame(beat: i, progress: 1), "\(figure.beats[i].name) does not move")
      #expect(board.frame(beat: i - 1, progress: 1) == start)
    }
  }

  @Test(arguments: [
    (
      Language.en,
      ["basis vector", "column", "determinant", "singular value", "eigenvector", "composition"]
    ),
    (Language.zh, ["基向量", "列", "行列式", "奇异值", "特征向量", "复合"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    let words = try entry.modes.flatMap { try prepared($0).rests(language) }
      .flatMap { $0.frame.seenTexts.map { $0.words } }
    for label in labels { #expect(words.contains { $0.contains(label) }, "\(label)") }
  }
}

/// What is drawn is what the model says.
@Suite struct MatrixFigureDrawing {
  private let reading = MatrixReading(
    first: MatrixPath(PlaneMatrix(1, 1, 0, 1)), second: MatrixPath(.rotation(degrees: 90)))

  private func frame(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }

  private func stages(_ r: MatrixReading) -> [Stage] {
    [
      MatrixOverview(r, .mix).stage(1), MatrixColumns(r, .mix).stage(1), MatrixRows(r, counted: 3).stage,
      MatrixChain(r, .compose, done: 2, compares: true).stage(1),
      MatrixChain(r, .ellipse, done: 3, compares: true).stage(1),
    ]
  }

  @Test func aMutatedModelGivesAnotherPictureInEveryMode() {
    let mutant = MatrixReading(
      first: MatrixPath(PlaneMatrix(1, 0.9, 0, 1)), second: MatrixPath(.rotation(degrees: 90)))
    for (a, b) in zip(stages(reading), stages(mutant)) { #expect(frame(a).drawing != frame(b).drawing) }
  }

  /// The traps: the origin stays, and grid lines stay straight, parallel and evenly spaced on the whole way.
  @Test(arguments: [0, 0.25, 0.5, 0.75, 1])
  func theGridStaysAGrid(progress: Double) throws {
    let columns = reading.a(progress).columns
    let drawn = layOut(
      MatrixPlane(unit: 40, columns: columns).node, size: Size(400, 300), language: .en
    ).frame
    let paths = drawn.drawing.compactMap { shape -> Path? in
      if case .outline(.path(let path), _, _) = shape { path } else { nil }
    }
    // Two families at rest, two that moved, the origin.
    #expect(paths.count == 5)
    #expect(paths[4].bounds.center == Point(200, 150))
    for (k, path) in paths[2...3].enumerated() {
      let (along, across) = (columns[k], columns[1 - k])
      for (i, line) in stride(from: 0, to: path.points.count, by: 2).enumerated() {
        for p in [path.points[line], path.points[line + 1]] where path.points[line] != path.points[line + 1] {
          let v = Point((p.x - 200) / 40, (150 - p.y) / 40) - across * Double(i - 12)
          #expect(abs(v.x * along.y - v.y * along.x) < 1e-9)
        }
      }
    }
  }
}
