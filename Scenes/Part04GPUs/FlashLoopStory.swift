import Figures
import Mechanisms

/// The story of the two loops.
extension FlashLoop {
  static func story(_ reading: FlashReading) -> [Beat<FlashAttention.State>] {
    let run = reading.run
    let (rows, last) = (run.queryTiles.count, run.visits.map { $0.count - 1 })
    func at(_ tile: Int, _ visit: Int, _ phase: FlashMoment.Phase) -> FlashAttention.State {
      .loop(FlashLoop(at: FlashMoment(reading, tile: tile, visit: visit, phase)))
    }
    func together(_ taken: Int) -> FlashAttention.State {
      .loop(FlashLoop(at: FlashMoment(reading, tile: 0, .empty), together: taken))
    }
    let longest = run.visits.reduce(0) { max($0, $1.count) }
    let words = FlashLoopCaptions(reading: reading)
    return [
      Beat(
        "inner loop", run: [at(0, 0, .queries)] + few(0..<last[0] + 1).map { at(0, $0, .added) }, words.inner,
        pace: Pace(seconds: 0.6)),
      Beat(
        "outer loop",
        run: [at(0, 0, .written)]
          + (rows > 1 ? [at(1, 0, .queries), at(1, 0, .scores), at(1, 0, .added)] : []),
        words.outer),
      Beat(
        "every tile", run: few(min(1, rows - 1)..<rows).map { at($0, 0, .written) } + [at(rows, 0, .empty)],
        words.every, pace: Pace(seconds: 0.6)),
      Beat(
        "side by side", run: [together(0)] + few(1..<max(2, longest)).map { together($0) }, words.together,
        pace: Pace(seconds: 0.6)),
    ]
  }

  static func still(_ reading: FlashReading) -> Stage {
    let tile = min(reading.run.queryTiles.count - 1, max(1, reading.tile))
    let visit = reading.run.visits[tile].count / 2
    var stage = FlashLoop(at: FlashMoment(reading, tile: tile, visit: visit, .added)).stage
    stage.caption = FlashLoopCaptions(reading: reading).still
    return stage
  }
}

/// The sentences of the loops.
struct FlashLoopCaptions {
  let reading: FlashReading

  private var passes: Int { reading.run.queryTiles.count }

  var inner: Phrase {
    Phrase(
      "Inner loop: the Q tile stays, the tiles of K and V pass through SRAM.",
      zh: "内循环：Q 的分块不动，K、V 的分块依次经过 SRAM。")
  }
  var outer: Phrase {
    passes > 1
      ? Phrase(
        "Outer loop: O leaves once, the next Q tile comes, and K and V start over.",
        zh: "外循环：O 写回一次，换下一块 Q，K、V 从头再来。")
      : Phrase(
        "The only Q tile is done: O leaves, and K and V were read once.", zh: "只有一块 Q，已经算完：O 写回，K、V 只读一遍。")
  }
  var every: Phrase {
    reading.run.causal
      ? Phrase(
        "Q and O cross once; K and V only as far as the mask lets each Q tile see.",
        zh: "Q 和 O 只搬一遍；K、V 只搬到每块 Q 看得见的地方。")
      : Phrase(
        "Q and O cross once; K and V once for each of the \(passes) Q tiles; S and P never.",
        zh: "Q 和 O 只搬一遍；K、V 搬 \(passes) 遍，每块 Q 一遍；S 和 P 从不搬。")
  }
  var together: Phrase {
    Phrase(
      "Q tiles share nothing, so FlashAttention-2 loops over Q outside: all at once.",
      zh: "各块 Q 互不相干：FlashAttention-2 让 Q 在外层，一起算。")
  }
  var still: Phrase {
    Phrase("One tile of Q at a time; all tiles of K and V pass by it.", zh: "一次一块 Q；K、V 的所有分块从它旁边经过。")
  }
}
