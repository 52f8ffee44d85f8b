import Geometry
import Mechanisms
import Testing

private func near(_ a: Double, _ b: Double, _ tolerance: Double = 5e-5) -> Bool {
  (a - b).magnitude <= tolerance
}

private func softmaxSteps(_ scores: [Double], tile: Int) -> [OnlineSoftmaxStep] {
  var row = OnlineSoftmax(width: 1)
  return stride(from: 0, to: scores.count, by: tile).map { start in
    let part = Array(scores[start..<min(scores.count, start + tile)])
    return row.take(tile: start / tile, scores: part, values: part.map { [$0] })
  }
}

@Suite struct OnlineSoftmaxTests {
  @Test func rescalesTheOldSumAndNotTheNewTile() {
    let steps = softmaxSteps([1, 3, 2, 5], tile: 2)
    #expect(steps.map { $0.max } == [3, 5])
    #expect(near(steps[0].sum, 1.13534) && near(steps[1].sum, 1.20344))
    #expect(near(steps[1].factor, 0.13534))
    #expect(near(steps[1].rescaledSum, 1.13534 * 0.13534))
    #expect(near(steps[1].sum, [1.0, 3, 2, 5].reduce(0) { $0 + Maths.exp($1 - 5) }, 1e-12))
  }

  @Test func aHiddenTileChangesNothing() {
    var row = OnlineSoftmax(width: 1)
    _ = row.take(tile: 0, scores: [0.5, 2], values: [[1], [2]])
    let before = row
    let step = row.take(tile: 1, scores: [-.infinity], values: [[9]])
    #expect(row == before && step.factor == 1 && !step.moves)
  }
}

@Suite struct TiledAttentionTests {
  @Test func followsTheFirstRowOfTheDemo() {
    let steps = TiledAttention.waves(8, queryTile: 4, keyTile: 2).rows[0].steps
    #expect(steps.allSatisfy { near($0.max, 1.1853) })
    for (step, sum) in zip(steps, [1.6778, 2.4963, 2.7068, 3.6511]) { #expect(near(step.sum, sum)) }
  }

  @Test(arguments: zip([1, 2, 3, 4, 8], [15, 9, 5, 5, 0]))
  func countsTheRowsWhoseMaximumMoves(tile: Int, moves: Int) {
    #expect(TiledAttention.waves(8, queryTile: 4, keyTile: tile).rescales == moves)
  }

  @Test(arguments: 1...8, [false, true])
  func isExactForEveryTile(tile: Int, causal: Bool) {
    for n in [5, 8] {
      let run = TiledAttention.waves(n, queryTile: 3, keyTile: tile, causal: causal)
      #expect(run.maxError < 1e-12)
      for (i, row) in run.rows.enumerated() {
        let sum = (0..<n).reduce(0.0) { $0 + (run.sees(i, $1) ? Maths.exp(run.scores[i, $1]) : 0) }
        #expect(near(row.logSum, Maths.log(sum), 1e-12))
      }
    }
  }

  @Test func isExactInAnyOrderOfTiles() {
    for order in [[3, 2, 1, 0], [2, 0, 3, 1]] {
      let run = TiledAttention.waves(8, queryTile: 4, keyTile: 2, order: order)
      #expect(run.visits == [order, order])
      #expect(run.maxError < 1e-12)
    }
  }

  @Test func skipsTilesAboveTheDiagonal() {
    for t in [1, 2, 4, 8] {
      let run = TiledAttention.waves(2 * t, queryTile: 2, keyTile: 2, causal: true)
      #expect(run.tiles == t * t && run.computed == t * (t + 1) / 2)
    }
    let run = TiledAttention.waves(16, queryTile: 2, keyTile: 2, causal: true)
    #expect(run.computed == 36 && run.tiles == 64)
    // Tiles of 4 queries and 3 keys: the tile of keys 3–5 begins before the last row of the first queries.
    #expect(TiledAttention.waves(8, queryTile: 4, keyTile: 3, causal: true).visits == [[0, 1], [0, 1, 2]])
  }

  @Test func shortAndOversizedTiles() {
    let run = TiledAttention.waves(8, queryTile: 16, keyTile: 3)
    #expect(run.queryTiles.count == 1 && run.keyTiles.count == 3)
    #expect(run.keyTiles.rows(2) == 6..<8)
    #expect(run.rows[0].steps.map { $0.weights.count } == [3, 3, 2])
  }
}

@Suite struct AttentionTrafficTests {
  /// Catalogue 4.5: N = 4096, d = 64.
  @Test func countsWhatMoves() {
    let standard = AttentionTraffic.standard(4096, width: 64)
    let tiled = AttentionTraffic.tiled(4096, width: 64, queryTile: 128)
    #expect(standard.total == 68_157_440 && tiled.total == 17_305_600)
    #expect(near(standard.total / tiled.total, 3.94, 0.005))
    let taller = AttentionTraffic.tiled(4096, width: 64, queryTile: 256)
    #expect(near(standard.total / taller.total, 7.64, 0.005))
  }

  @Test func agreesWithItsFormula() {
    for (n, b) in [(16, 4), (8, 16), (20, 3), (64, 1)] {
      let run = TiledAttention.waves(n, queryTile: b, keyTile: 4)
      let passes = Double((n + min(n, b) - 1) / min(n, b))
      let nd = Double(n * 4)
      #expect(run.traffic.total == 2 * nd + 2 * nd * passes + Double(n))
      #expect(run.traffic.elements(of: .scores, .weights) == 0)
      #expect(AttentionTraffic.standard(n, width: 4).total == 4 * nd + 4 * Double(n * n))
    }
  }

  /// Θ(N²d²/M), the tile of Q being proportional to M/d (Theorem 2): twice the rows, four times the traffic;
  /// twice the memory, half of it.
  @Test func growsAsTheTheoremSays() {
    func traffic(_ n: Int, _ tile: Int) -> Double {
      AttentionTraffic.tiled(n, width: 64, queryTile: tile, keyTile: n).total
    }
    #expect(near(traffic(65_536, 128) / traffic(32_768, 128), 4, 0.02))
    #expect(near(traffic(65_536, 128) / traffic(65_536, 256), 2, 0.02))
  }

  @Test func skippedTilesAreNotLoaded() {
    let run = TiledAttention.waves(16, queryTile: 2, keyTile: 2, causal: true)
    // 36 tiles of 2 rows of K and of V; Q, O and L as ever.
    let loaded = Double(36 * 2 * 2 * 4)
    #expect(run.traffic.elements(of: .keys, .values) == loaded)
    #expect(run.traffic.total == loaded + Double(2 * 16 * 4 + 16))
  }

  @Test func movesLessAndComputesMore() {
    let measured = MeasuredAttention.gpt2Medium
    #expect(measured.traffic == (40.3, 4.4) && measured.work == (66.6, 75.2))
    #expect(measured.traffic.tiled < measured.traffic.standard)
    #expect(measured.work.tiled > measured.work.standard)
  }
}
