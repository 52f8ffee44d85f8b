import Figures
import Instruments
import Mechanisms

/// What stands beside the matrix: the loops as code, and the trips.
extension FlashLoop {
  /// The loops as code, the line that runs in ink.
  var program: Node {
    Column(spacing: 20) {
      Text(Phrase("outer loop: Q tiles", zh: "外循环：Q 的分块"), .label)
      line(0, 0, Phrase("load Q tile; m = −∞, ℓ = 0, O = 0", zh: "读 Q 分块；m = −∞，ℓ = 0，O = 0"), .queries)
      Text(Phrase("inner loop: K and V tiles", zh: "内循环：K、V 的分块"), .label).padding(Insets(left: Spacing.xl))
      line(1, 1, Phrase("load K and V tile", zh: "读 K、V 分块"), .scores)
      line(2, 1, Phrase("S, then m, a, P on the chip", zh: "片上算 S，再算 m、a、P"), .rescaled)
      line(3, 1, "ℓ = a ℓ + Σ P,  O = a O + P V", .added)
      line(4, 0, Phrase("write O / ℓ and L = m + ln ℓ", zh: "写 O / ℓ 和 L = m + ln ℓ"), .written)
    }.node
  }

  private func line(_ index: Int, _ depth: Int, _ words: Phrase, _ phase: FlashMoment.Phase) -> Node {
    let runs = together == nil ? at.phase == phase : phase == .added
    return Row(spacing: Spacing.s) {
      Box(runs ? Surface(fill: .plain(.ink), radius: 2) : Surface(stroke: Stroke(.line), radius: 2))
        .frame(width: 8, height: 16)
      Text(words, .note.painted(runs ? .ink : .muted))
    }.padding(Insets(left: Double(depth + 1) * Spacing.xl - Spacing.l)).same("line", index)
  }

  /// How often each matrix has crossed between the memories.
  var trips: Node {
    let matrix = Double(run.count * run.width)
    let passes = Double(run.queryTiles.count)
    func row(_ name: Phrase, _ matter: AttentionTraffic.Matter) -> Node {
      let times = moves.reduce(0) { $0 + ($1.matter == matter ? $1.elements : 0) } / matrix
      return Column(spacing: 2) {
        Text(name, .note.painted(.muted))
        Row(spacing: Spacing.s) {
          Box(.rest(.storage, radius: 2)).frame(width: max(1.5, 112 * times / passes), height: 18)
            .frame(width: 112, align: .leading)
          Quantity(times, NumberFormat(digits: 2), unit: "×", .data.bold)
        }
      }.node
    }
    return Column(spacing: Spacing.l) {
      Text(Phrase("trips of each matrix", zh: "每个矩阵搬了几遍"), .note.bold)
      row(Phrase("Q read", zh: "读 Q"), .queries)
      row(Phrase("K and V read", zh: "读 K、V"), .keys)
      row(Phrase("O written", zh: "写 O"), .output)
      row(Phrase("S and P", zh: "S 和 P"), .scores)
    }.node
  }
}
