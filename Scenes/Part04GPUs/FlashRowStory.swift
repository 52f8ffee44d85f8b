import Figures
import Mechanisms

/// The story of one row.
extension FlashRow {
  static func story(_ reading: FlashReading) -> [Beat<FlashAttention.State>] {
    let (told, last) = (reading.told, reading.last)
    func at(_ visit: Int, _ phase: FlashMoment.Phase) -> FlashAttention.State {
      .row(FlashRow(reading, visit, phase))
    }
    let words = FlashRowCaptions(reading: reading)
    return [
      Beat("first tile", run: [at(0, .scores)] + (told > 0 ? [at(0, .added)] : []), words.first),
      Beat(
        "larger score",
        run: told > 0 ? few(1..<told).map { at($0, .added) } + [at(told, .scores)] : [at(0, .rescaled)],
        words.larger),
      Beat(
        "rescale", run: (told > 0 ? [at(told, .rescaled)] : []) + [at(told, .added)], words.rescale,
        // The whole sum shrinks at once.
        pace: Pace(staggers: false)),
      Beat(
        "last tile",
        run: few(told + 1..<last + 1).map { at($0, .added) } + [
          .row(FlashRow(reading, last, .added, compares: true))
        ],
        words.last),
      Beat("divide", .row(FlashRow(reading, last, .added, compares: true, divides: true)), words.divide),
    ]
  }

  static func still(_ reading: FlashReading) -> Stage {
    var stage = FlashRow(reading, reading.told, .added).stage
    stage.caption = FlashRowCaptions(reading: reading).rescale
    return stage
  }
}

/// The sentences of the story of one row.
struct FlashRowCaptions {
  let reading: FlashReading

  private var a: String { fixed(reading.steps[reading.told].factor, 2) }
  private var count: Int { reading.steps.count }

  var first: Phrase {
    Phrase(
      "The first tile gives a maximum m, a bar e^{s − m} for each key, and their sum ℓ.",
      zh: "第一块给出最大值 m、每个 key 的 e^{s − m} 和它们的和 ℓ。")
  }
  var larger: Phrase {
    if count == 1 {
      return Phrase("One tile holds the whole row: its maximum is final.", zh: "一块就装下整行：最大值一步到位。")
    }
    return reading.jump == nil
      ? Phrase("The next tile brings no larger score, so m stays.", zh: "下一块没有更大的得分，m 不动。")
      : Phrase(
        "Tile \(reading.told + 1) brings a larger score: against the old m its bar is over 1.",
        zh: "第 \(reading.told + 1) 块出现更大的得分：按旧的 m 算，条高超过 1。")
  }
  var rescale: Phrase {
    if count == 1 {
      return Phrase("Nothing to rescale: the sum is complete after one tile.", zh: "没有可缩放的：一块之后和就完整了。")
    }
    return reading.jump == nil
      ? Phrase(
        "With a = 1 the old sum stays as it is, and the new bars are added.", zh: "a = 1：旧的和不变，直接加上新的条。")
      : Phrase(
        "m jumps: the old bars and their sum shrink by a = \(a), then the new ones are added.",
        zh: "m 跳升：旧的条连同它们的和乘以 a = \(a)，再加上新的条。")
  }
  var last: Phrase {
    Phrase(
      "After \(count == 1 ? "the only tile" : "\(count) tiles") ℓ is the very sum that the whole row gives at once: exact.",
      zh: "\(count) 块之后，ℓ 就是整行一次求出的和：完全相等。")
  }
  var divide: Phrase {
    Phrase(
      "One division at the end turns bars into shares: softmax of the whole row.",
      zh: "最后只除一次，条就成了份额：整行的 softmax。")
  }
}
