import Figures
import Instruments
import Mechanisms

/// The default story: add round the ring, then copy round the ring, then compare with a root.
public struct RingOverview: Sendable {
  let reading: RingReading
  /// How many steps are done.
  let step: Int
  /// How far the next step's chunks are on their way; nil while they are at rest.
  var share: Double?
  /// Whether they move through the beat.
  var isFlying = false
  /// Whether the root is compared.
  var compares = false

  init(
    _ reading: RingReading, step: Int, share: Double? = nil, isFlying: Bool = false, compares: Bool = false
  ) {
    self.reading = reading
    self.step = step
    self.share = share
    self.isFlying = isFlying
    self.compares = compares
  }

  static func story(_ r: RingReading) -> Story<RingFigure.State> {
    func at(_ step: Int, _ share: Double? = nil, isFlying: Bool = false, compares: Bool = false)
      -> RingFigure.State
    {
      .overview(RingOverview(r, step: step, share: share, isFlying: isFlying, compares: compares))
    }
    func steps(_ range: Range<Int>) -> [RingFigure.State] { range.flatMap { [at($0, 0.5), at($0 + 1)] } }
    let pace = Pace(staggers: false)
    // With two ranks the first step is the whole phase.
    let adding = r.half > 1 ? steps(1..<r.half) : [at(1)]
    return Story {
      Beat("chunks", at(0), RingCaptions.chunks(r))
      Beat("step 1", at(0, isFlying: true), RingCaptions.first(r), pace: pace, continuous: 1.6)
      Beat("merge", at(1), RingCaptions.merge(r), pace: pace)
      Beat("reduce-scatter", run: adding, RingCaptions.reduced(r), pace: pace)
      Beat("phase change", at(r.half, 0.5), RingCaptions.change(r), pace: pace)
      Beat(
        "all-gather", run: [at(r.half + 1)] + steps(r.half + 1..<r.run.steps), RingCaptions.gathered(r),
        pace: pace)
      Beat("root", at(r.run.steps, compares: true), RingCaptions.root(r))
    }
  }

  func stage(_ progress: Double) -> Stage {
    let words =
      step < reading.half
      ? [Phrase("add", zh: "相加"), Phrase("step \(step + 1)", zh: "第 \(step + 1) 步")]
      : step < reading.run.steps
        ? [Phrase("copy", zh: "复制"), Phrase("step \(step + 1)", zh: "第 \(step + 1) 步")]
        : [Phrase("done", zh: "完成"), Phrase("\(step) steps", zh: "\(step) 步")]
    return Stage(
      subtitle: Phrase(
        "N = \(reading.ranks) ranks, a vector of \(amount(reading.bytes)) each; a cell fills as ranks are added to it",
        zh: "N = \(reading.ranks) 个 rank，各有 \(amount(reading.bytes)) 的向量；加进的 rank 越多，格子越满"),
      telemetry: reading.telemetry(step), caption: RingCaptions.still(reading)
    ) {
      reading.ring(step, onTheWay: isFlying ? 0.15 + 0.35 * progress : share, says: words)
      reading.followedWords.padding(Insets(top: 268))
      reading.table(step).padding(Insets(left: RingReading.tableLeft))
      reading.bars(compares ? [.ring, .root] : [.ring], of: [.ring, .root]).padding(Insets(top: 292)).same(
        "bars")
    }
  }
}
