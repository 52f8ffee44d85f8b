import Figures
import Mechanisms

/// The story of the mask.
extension FlashCausal {
  static func story(_ masked: FlashReading, _ open: FlashReading) -> [Beat<FlashAttention.State>] {
    func at(_ step: Step, _ done: Int = 0) -> FlashAttention.State {
      .causal(FlashCausal(masked: masked, open: open, step: step, done: done))
    }
    let all = masked.run.queryTiles.count
    let still = FlashCausal(masked: masked, open: open, step: .saved, done: all)
    return [
      Beat(
        "mask", at(.mask),
        Phrase(
          "Causal: row i may see keys up to i. Half of the matrix is hidden.",
          zh: "因果掩码：第 i 行只能看到第 i 个 key 为止，矩阵有一半看不见。")),
      Beat("skip", at(.skip), still.skipping),
      Beat(
        "sweep", run: few(1..<all + 1).map { at(.sweep, $0) },
        Phrase(
          "Each row of tiles ends at the diagonal; only tiles on it need a mask inside.",
          zh: "每行分块到对角线为止；只有压在线上的块要在块内掩码。"), pace: Pace(seconds: 0.6)),
      Beat("saved", at(.saved, all), still.lesson),
    ]
  }

  private var skipping: Phrase {
    skipped > 0
      ? Phrase(
        "\(grouped(skipped)) of \(grouped(run.tiles)) tiles hold later keys only: neither loaded nor computed.",
        zh: "\(grouped(run.tiles)) 块里有 \(grouped(skipped)) 块全是后面的 key：不读也不算。")
      : Phrase("Tiles this large all reach the diagonal: none can be skipped.", zh: "块太大，每块都碰到对角线：一块也跳不过。")
  }

  private var lesson: Phrase {
    let (all, left) = (grouped(Int(open.tiled.total)), grouped(Int(masked.tiled.total)))
    return skipped > 0
      ? Phrase(
        "What is skipped is not moved either: \(left) elements instead of \(all).",
        zh: "跳过的也不用搬：\(left) 个元素，而不是 \(all) 个。")
      : Phrase(
        "Nothing is skipped, so the traffic is that without a mask: \(all) elements.",
        zh: "没有跳过的块，往来和无掩码一样：\(all) 个元素。")
  }

  static func still(_ masked: FlashReading, _ open: FlashReading) -> Stage {
    let still = FlashCausal(masked: masked, open: open, step: .saved, done: masked.run.queryTiles.count)
    var stage = still.stage
    stage.caption = still.skipping
    return stage
  }
}
