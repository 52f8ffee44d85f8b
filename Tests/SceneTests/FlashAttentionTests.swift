import Figures
import Instruments
import Mechanisms
import Testing

@testable import Part04GPUs

private let entry = Catalogue.Entry(FlashAttention.self)

private func prepared(_ mode: String, _ given: [(name: String, text: String)] = []) throws -> Prepared {
  try entry.prepared(mode: mode, given: given)
}

/// Every mode with the defaults and each extreme, and the corners where most and least stands in the picture.
private let settings =
  entry.extremeSettings
  + [
    [("n", "64"), ("b-r", "1"), ("b-c", "1"), ("causal", "1")], [("n", "8"), ("b-r", "16"), ("b-c", "16")],
    [("n", "20"), ("b-r", "3"), ("b-c", "7")], [("n", "20"), ("b-r", "7"), ("b-c", "3"), ("causal", "1")],
  ].map { $0.map { (name: $0.0, text: $0.1) } }

private let laws = FigureLaws(entry: entry, settings: settings)

@Suite struct FlashAttentionLayout {
  @Test(arguments: entry.modes, Language.allCases)
  func isSoundAtEveryExtreme(mode: String, language: Language) throws {
    try laws.isSound(mode, language)
  }

  /// Each parameter changes what the catalogue names: the grid, the traffic, the rescales, the skipped tiles.
  @Test func everyParameterChangesTheDrawing() throws {
    for mode in entry.modes {
      let still = try prepared(mode).still(.en).drawing
      let last = try #require(try prepared(mode).rests(.en).last).frame.drawing
      for parameter in entry.parameters {
        // The mode about the mask always has it, and without one the traffic does not depend on B_c.
        if mode == "causal" && parameter.name == "causal" { continue }
        if mode == "traffic" && parameter.name == "b-c" { continue }
        for extreme in parameter.extremes where extreme != parameter.start {
          let figure = try prepared(mode, [(name: parameter.name, text: extreme)])
          let changes = figure.still(.en).drawing != still
          #expect(changes, "\(mode), \(parameter.name)=\(extreme), still")
          // Neither what has been moved nor the sum of a whole row depends on the tiles of K and V.
          guard parameter.name == "n" else { continue }
          let rest = try #require(figure.rests(.en).last).frame.drawing != last
          #expect(rest, "\(mode), \(parameter.name)=\(extreme), last beat")
        }
      }
    }
  }
}

@Suite struct FlashAttentionStory {
  @Test func declaresWhatTheCatalogueStates() {
    #expect(
      entry.modes == ["flashattention", "online-softmax-of-one-row", "tile-loop", "traffic", "causal"])
    #expect(entry.parameters.map { $0.name } == ["n", "b-r", "b-c", "causal"])
    #expect(entry.parameters.map { $0.start } == ["16", "4", "4", "0"])
    #expect(entry.parameters.map { $0.extremes } == [["8", "64"], ["1", "16"], ["1", "16"], ["0", "1"]])
  }

  @Test(arguments: entry.modes)
  func beatsDependOnTheModeOnly(mode: String) throws {
    try laws.beatsDependOnTheModeOnly(mode, least: mode == "flashattention" ? 8 : 3)
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
      if i > 0 {
        let between = try #require(board.frame(beat: i, progress: 0.5))
        #expect(start != rest && between != start && between != rest, "\(figure.beats[i].name)")
        #expect(board.frame(beat: i - 1, progress: 1) == start)
      }
    }
  }

  @Test(arguments: [
    (Language.en, ["running max", "running sum", "rescale", "tile", "never materialised"]),
    (Language.zh, ["当前最大值", "累计和", "重新缩放", "分块", "不落 HBM"]),
  ])
  func saysTheLabels(language: Language, labels: [String]) throws {
    let frames = try entry.modes.flatMap { try prepared($0).rests(language) }.map { $0.frame }
    for label in labels { #expect(frames.contains { $0.says(label) }, "\(label)") }
  }
}

/// The pictures are functions of the model: another run gives another picture.
@Suite struct FlashAttentionHonesty {
  /// A run in which some matrix is not what the figure computes with.
  private func run(_ change: (inout [[Double]], inout [[Double]], inout [[Double]]) -> Void) -> FlashReading {
    func waves(_ phase: Double) -> [[Double]] {
      (0..<16).map { i in (0..<4).map { Maths.sin(Double(i) * 1.1 + Double($0) * 0.6 + phase) } }
    }
    var (q, k, v) = (waves(0), waves(1), waves(2))
    change(&q, &k, &v)
    return FlashReading(
      TiledAttention(
        queries: Matrix(q), keys: Matrix(k), values: Matrix(v), queryTile: 4, keyTile: 4))
  }

  private func drawing(_ stage: Stage) -> Frame {
    layOut(stage.body, size: Size(880, 368), language: .en).frame
  }

  @Test func anotherScoreGivesAnotherPicture() {
    let (before, after) = (run { _, _, _ in }, run { _, k, _ in k[9] = [3, 3, -3, -3] })
    #expect(drawing(FlashOverview.still(before)) != drawing(FlashOverview.still(after)))
    #expect(drawing(FlashRow.still(before)) != drawing(FlashRow.still(after)))
  }

  @Test func anotherValueGivesAnotherOutput() {
    let (before, after) = (run { _, _, _ in }, run { _, _, v in v[0] = [9, 9, 9, 9] })
    #expect(drawing(FlashOverview.still(before)) != drawing(FlashOverview.still(after)))
    // One row's maximum and sum do not depend on V.
    #expect(drawing(FlashRow.still(before)) == drawing(FlashRow.still(after)))
  }

  /// Transposed, a key is a column: the lines between four keys stand at the quarters of the width.
  @Test(arguments: [true, false])
  func aTransposedTileHasColumns(transposed: Bool) {
    let size = transposed ? Size(80, 40) : Size(40, 80)
    let tile = TileBlock(rows: 4, role: .storage, transposed: transposed).node
    let drawn = layOut(tile, size: size, language: .en).frame
    let lines = drawn.marks.compactMap { mark -> Rect? in
      guard case .outline(let outline, nil, _) = mark.shape else { return nil }
      return outline.bounds
    }
    #expect(lines == [transposed ? Rect(20, 0, 40, 40) : Rect(0, 20, 40, 40)])
  }

  @Test func theRowThatIsFollowedIsOneThatJumps() throws {
    let reading = FlashReading(.waves(16, queryTile: 4, keyTile: 4))
    let jump = try #require(reading.jump)
    #expect(reading.row == 2 && jump == 1 && reading.steps[jump].factor < 0.75)
    #expect(FlashReading(.waves(16, queryTile: 4, keyTile: 16)).jump == nil)
  }

  /// Beside the loops runs the counter: it starts at 0, never falls, and ends where the model does.
  @Test(arguments: [1, 4, 7, 16], [false, true])
  func countersEndWithTheModel(tile: Int, causal: Bool) {
    let reading = FlashReading(.waves(20, queryTile: tile, keyTile: 3, causal: causal))
    let run = reading.run
    var last = 0.0
    for q in 0..<run.queryTiles.count {
      for visit in run.visits[q].indices {
        let at = FlashMoment(reading, tile: q, visit: visit, .added)
        let moved = at.moves.reduce(0) { $0 + $1.elements }
        #expect(moved > last)
        last = moved
      }
    }
    let end = FlashMoment(reading, tile: run.queryTiles.count, .empty)
    #expect(end.moves.count == run.traffic.moves.count)
    #expect(end.tilesDone == run.computed && end.rescales == run.rescales)
    let start = FlashMoment(reading, tile: 0, .empty)
    #expect(start.moves.isEmpty && start.tilesDone == 0 && start.rescales == 0)
  }
}
