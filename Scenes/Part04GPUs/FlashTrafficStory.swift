import Figures
import Mechanisms

/// The story of the bill.
extension FlashTraffic {
  static func story(_ reading: FlashReading) -> [Beat<FlashAttention.State>] {
    func at(_ step: Step) -> FlashAttention.State { .traffic(FlashTraffic(reading: reading, step: step)) }
    let (n, saving, share) = (reading.run.count, fixed(reading.saving, 2), fixed(100 / reading.saving))
    let measured = MeasuredAttention.gpt2Medium.traffic
    let less = fixed(measured.standard / measured.tiled)
    return [
      Beat(
        "standard", at(.standard),
        Phrase(
          "Standard attention writes S and P to HBM and reads them back: 4 N^{2} elements.",
          zh: "标准注意力把 S 和 P 写进 HBM 再读回：4 N^{2} 个元素。")),
      Beat(
        "tiled", at(.tiled),
        reading.saving > 1
          ? Phrase(
            "Tiles move no S and no P; K and V come again for each Q tile: \(saving) times less.",
            zh: "分块不搬 S 和 P；K、V 每块 Q 再来一遍：只搬 \(share) %。")
          : Phrase(
            "With so few rows in a Q tile, reading K and V again costs more than S and P.",
            zh: "Q 的分块行数太少：反复读 K、V 比 S 和 P 还贵。")),
      Beat(
        "taller tiles", at(.taller),
        Phrase(
          "The more rows of Q fit into SRAM, the fewer passes over all \(n) rows of K and V.",
          zh: "SRAM 里放得下的 Q 行越多，就越少把 \(n) 行 K、V 过一遍。")),
      Beat(
        "measured", at(.measured),
        Phrase(
          "Measured: \(less) times less traffic, with more arithmetic. The time goes to memory.",
          zh: "实测：往来只剩 1/\(less)，计算反而更多。时间花在访存上。")),
    ]
  }

  static func still(_ reading: FlashReading) -> Stage {
    var stage = FlashTraffic(reading: reading, step: .measured).stage
    stage.caption = Phrase(
      "Not fewer FLOPs: fewer trips to HBM, because S and P never leave the chip.",
      zh: "FLOP 并没有少：少的是往返 HBM，因为 S 和 P 不出芯片。")
    return stage
  }
}
