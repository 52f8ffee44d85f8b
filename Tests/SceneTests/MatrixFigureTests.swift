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

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct MatrixFigureLayout {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  /// The angle turns what is a rotation: A in its preset, B beside the others.
  @Test(arguments: entry.modes)
  func everyParameterChangesTheDrawing(mode: String) throws {
    func drawings(_ given: (String, String)...) throws -> [[Shape]] {
      let figure = try prepared(mode, given.map { (name: $0.0, text: $0.1) })
      return [figure.still(.en).drawing, try #require(figure.rests(.en).last).frame.drawing]
    }
    let usual = try drawings()
    let others =
      try ["rotate", "scale", "reflect", "project", "symmetric"].map { try drawings(("preset", $0)) }
      + ["0", "0.5"].map { try drawings(("t", $0)) }
    for other in others { for (a, b) in zip(usual, other) { #expect(a != b) } }
    let angles = try ["-180", "45", "90"].map { try drawings(("preset", "rotate"), ("theta", $0)) }
    for k in [1, 2] { for (a, b) in zip(angles[0], angles[k]) { #expect(a != b) } }
    if mode == "overview" || mode == "compose" {
      #expect(try drawings(("theta", "45"))[1] != usual[1])
    }
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
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "overview" ? 6 : 3)
    try laws.captionsFit(mode)
    try laws.beatsMoveAndJoin(mode)
  }

  @Test func saysTheLabels() throws {
    try laws.says(
      ["basis vector", "column", "determinant", "singular value", "eigenvector", "composition"], .en)
    try laws.says(["基向量", "列", "行列式", "奇异值", "特征向量", "复合"], .zh)
  }

  /// What a reader is told is what the model measures.
  @Test func saysTheNumbersOfTheChapter() throws {
    func says(_ mode: String, _ words: String, _ preset: String = "shear") throws -> Bool {
      try prepared(mode, [(name: "preset", text: preset)]).rests(.en).contains { $0.frame.says(words) }
    }
    #expect(try says("ellipse-svd", "keeps direction (1, 0)"))
    #expect(try says("ellipse-svd", "keeps direction (1, 1), (1, −1)", "symmetric"))
    #expect(try says("ellipse-svd", "no real eigenvector", "rotate"))
    #expect(try says("overview", "half-axes σ1 = 1.62 and σ2 = 0.62"))
    #expect(try says("overview", "area: from 1 to 0.00", "project"))
    #expect(try says("row-dot-products", "line −4 of row 1", "scale"))
    #expect(try says("columns", "= −2 · (2, 1) + 1 · (1, 2)", "symmetric"))
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
    // Two families at rest, two that moved, two axes, the origin.
    #expect(paths.count == 7)
    #expect(paths[6].bounds.center == Point(200, 150))
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

  /// A ruler's line is where the dot product with its row has the value that is written on it.
  @Test func rulersMeasureDotProducts() throws {
    let row = Point(2, 1)
    let ruler = MatrixRuler(row, tint: 3, dash: [2, 4], distance: 60, awayFrom: Point(-2, 1))
    let plane = MatrixPlane(unit: 40, [ruler.line(at: -3, "−3"), ruler.lines(except: -3, numbered: true)])
    let drawn = layOut(plane.node, size: Size(400, 300), language: .en).frame
    func product(_ p: Point) -> Double { (p.x - 200) / 40 * row.x + (150 - p.y) / 40 * row.y }
    var values: [Double] = []
    for shape in drawn.drawing {
      guard case .outline(.path(let path), _, let stroke?) = shape,
        stroke.paint.tint == .category(3, .edge), let (a, b) = path.ends, a != b
      else { continue }
      #expect(abs(product(a) - product(b)) < 1e-9)
      values.append(product(a))
    }
    #expect(values.first.map { abs($0 + 3) < 1e-9 } == true)
    #expect(values.count > 5)
    for value in values { #expect(abs(value - value.rounded()) < 1e-9) }
    #expect(drawn.seenTexts.contains { $0.words == "−2" || $0.words == "0" })
  }
}

extension Path {
  /// Its first and last point.
  fileprivate var ends: (Point, Point)? { points.first.flatMap { a in points.last.map { (a, $0) } } }
}
