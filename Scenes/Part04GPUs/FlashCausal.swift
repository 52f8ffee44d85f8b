import Figures
import Instruments
import Mechanisms

/// Tiles under a causal mask: those above the diagonal are neither loaded nor computed, those on it are
/// masked inside.
public struct FlashCausal: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case mask, skip, sweep, saved
    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  /// The run under the mask, and the same without.
  let masked, open: FlashReading
  let step: Step
  /// How many tiles of Q are done.
  var done = 0

  static let side = 300.0, gap = 40.0, right = 540.0

  var run: TiledAttention { masked.run }

  /// Tiles of which each row sees every key, and tiles that the diagonal cuts.
  private var whole: Int {
    run.visits.indices.reduce(0) { count, tile in
      count
        + run.visits[tile].filter {
          run.keyTiles.rows($0).upperBound <= run.queryTiles.rows(tile).lowerBound + 1
        }.count
    }
  }
  private var cut: Int { run.computed - whole }
  var skipped: Int { run.tiles - run.computed }

  var stage: Stage {
    Stage(subtitle: masked.subtitle, telemetry: telemetry) {
      Row(spacing: Self.gap, align: .start) {
        Column(spacing: Spacing.xs) {
          Text(Phrase("queries ↓  keys →", zh: "query ↓  key →"), .note.painted(.muted))
          grid
          Text(
            Phrase("hatched: later keys, hidden from the row", zh: "阴影：这一行看不见的后面的 key"), .note.painted(.muted)
          )
        }
        Column(spacing: 30) {
          tiles
          traffic
        }.padding(Insets(top: 24)).frame(width: Self.right, align: .topLeading)
      }
    }
  }

  private var telemetry: Telemetry {
    let at = FlashMoment(masked, tile: done, .empty)
    return at.telemetry
  }

  private var grid: Node {
    var grid = FlashGrid(
      run, side: Self.side, done: run.visits.indices.map { $0 < done ? run.visits[$0].count : 0 })
    (grid.masks, grid.skips) = (true, step >= .skip)
    // The tile on the diagonal that comes last in its row.
    if step == .sweep { grid.live = run.visits.indices.map { $0 == done ? run.visits[$0].last : nil } }
    return grid.node
  }

  /// The tiles of scores, counted.
  private var tiles: Node {
    let skips = step >= .skip
    let (t, wide) = (run.queryTiles.count, run.queryTiles == run.keyTiles)
    return Column(spacing: Spacing.l) {
      FlashBars(
        heading: Phrase("tiles of scores", zh: "得分的分块数"),
        bars: [
          FlashBars.Bar(
            name: Phrase("no mask", zh: "无掩码"),
            parts: [FlashBars.Bar.Part(amount: Double(run.tiles), role: .compute)], identity: 3),
          FlashBars.Bar(
            name: Phrase("causal", zh: "因果"),
            parts: [
              FlashBars.Bar.Part(
                amount: Double(whole), role: .compute,
                names: [
                  Phrase("\(grouped(whole)) below it", zh: "线下 \(grouped(whole))"),
                  Phrase("\(grouped(whole))"),
                ]),
              FlashBars.Bar.Part(
                amount: Double(cut), role: .compute,
                names: [
                  Phrase("\(grouped(cut)) on the diagonal", zh: "对角线上 \(grouped(cut))"),
                  Phrase("\(grouped(cut)) cut", zh: "线上 \(grouped(cut))"),
                  Phrase("\(grouped(cut))"),
                ]),
            ], isPlace: !skips, identity: 4),
        ], most: Double(run.tiles), names: 80, length: 396, height: 30)
      if skips {
        Text(
          wide
            ? Phrase(
              "T (T + 1) / 2 = \(grouped(run.computed)) of T^{2} = \(grouped(run.tiles)) tiles, for T = \(t)",
              zh: "T = \(t)：T^{2} = \(grouped(run.tiles)) 块里只算 T (T + 1) / 2 = \(grouped(run.computed)) 块")
            : Phrase(
              "\(grouped(run.computed)) of \(grouped(run.tiles)) tiles",
              zh: "\(grouped(run.tiles)) 块里只算 \(grouped(run.computed)) 块")
        ).same("count")
      }
    }.node
  }

  private var traffic: Node {
    var bars = [open.standardBar(), open.tiledBar(), masked.tiledBar()]
    bars[2] = FlashBars.Bar(
      name: Phrase("causal", zh: "因果"), parts: bars[2].parts, isPlace: step < .saved, identity: 5)
    return FlashBars(
      heading: FlashWords.traffic, bars: bars, most: open.mostTraffic, names: 80, length: 396, height: 26
    ).node
  }
}
