import Figures
import Instruments
import Mechanisms

/// One phase alone: the ring, and who is in which chunk on which rank.
public struct RingPhase: Sendable {
  let reading: RingReading
  /// Whether it is the phase that adds.
  let adds: Bool
  /// How many steps are done, of both phases.
  let step: Int
  /// Whether the next step's chunks are half-way.
  let isOnTheWay: Bool

  init(_ reading: RingReading, adds: Bool, step: Int, isOnTheWay: Bool = false) {
    self.reading = reading
    self.adds = adds
    self.step = step
    self.isOnTheWay = isOnTheWay
  }

  static func story(_ r: RingReading, adds: Bool) -> Story<RingFigure.State> {
    func at(_ step: Int, _ isOnTheWay: Bool = false) -> RingFigure.State {
      .phase(RingPhase(r, adds: adds, step: step, isOnTheWay: isOnTheWay))
    }
    let (first, last) = adds ? (0, r.half) : (r.half, r.run.steps)
    let pace = Pace(staggers: false)
    let later = (first + 1..<max(first + 1, last)).flatMap { [at($0, true), at($0 + 1)] }
    let words = captions(r, adds: adds)
    return Story {
      Beat("start", at(first), words[0])
      Beat("send", at(first, true), words[1], pace: pace)
      Beat("arrive", at(first + 1), words[2], pace: pace)
      Beat("finish", run: later.isEmpty ? [at(last)] : later, words[3], pace: pace)
    }
  }

  private static func captions(_ r: RingReading, adds: Bool) -> [Phrase] {
    let steps = RingCaptions.count(r.half, "step")
    return adds
      ? [
        Phrase("At first each rank is alone in all its chunks.", zh: "起初，每个 rank 的所有分块里只有它自己。"),
        Phrase(
          "Rank 0 sends A, rank 1 sends B, and so on: no two send the same chunk.",
          zh: "rank 0 发 A，rank 1 发 B，依此类推：各发各的分块。"),
        Phrase(
          "The receiver adds it to its own: each sum now holds two ranks.", zh: "收到后加到自己的分块上：这些部分和各含两个 rank。"),
        lesson(r, adds: true, steps: steps),
      ]
      : [
        Phrase(
          "Each rank starts with one complete chunk; its other chunks are partial sums.",
          zh: "每个 rank 先有一个完整分块；其余分块只是部分和。"),
        Phrase("It sends the complete one on; nothing is added any more.", zh: "它把完整的那个往前发；不再相加。"),
        Phrase("A complete chunk overwrites the partial sum that it meets.", zh: "完整的分块覆盖它遇到的部分和。"),
        lesson(r, adds: false, steps: steps),
      ]
  }

  private static func lesson(_ r: RingReading, adds: Bool, steps: String) -> Phrase {
    adds
      ? Phrase(
        "After \(steps), rank r holds all \(r.ranks) ranks of one chunk, the one after its own.",
        zh: "\(r.half) 步之后，rank r 恰好有一个分块集齐 \(r.ranks) 个 rank。")
      : Phrase(
        "After \(steps) everybody has the sums that were each finished in one place.",
        zh: "\(r.half) 步之后，人人都有全部的和；每个和只在一处算完。")
  }

  var stage: Stage {
    let r = reading
    let total = adds ? r.half : r.run.steps
    let verb = adds ? Phrase("add", zh: "相加") : Phrase("copy", zh: "复制")
    let words =
      step < total
      ? [verb, Phrase("step \(step + 1)", zh: "第 \(step + 1) 步")]
      : [Phrase("done", zh: "完成"), Phrase("\(step) of \(r.run.steps)", zh: "\(step)/\(r.run.steps) 步")]
    return Stage(
      subtitle: adds
        ? Phrase(
          "reduce-scatter: sums travel and grow; each ends on another rank",
          zh: "reduce-scatter：部分和边走边长，各自停在不同的 rank")
        : Phrase("all-gather: complete chunks travel and are copied", zh: "all-gather：完整的分块边走边复制"),
      telemetry: r.telemetry(step),
      caption: Self.lesson(r, adds: adds, steps: RingCaptions.count(r.half, "step"))
    ) {
      r.ring(step, onTheWay: isOnTheWay ? 0.5 : nil, says: words)
      matrix.padding(Insets(left: RingReading.tableLeft))
      r.bars([.ring], of: [.ring]).padding(Insets(top: 316)).same("bars")
    }
  }
}
