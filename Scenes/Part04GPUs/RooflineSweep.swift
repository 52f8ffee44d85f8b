import Figures
import Mechanisms

/// What a bigger batch costs: almost nothing up to the ridge, its full price beyond.
struct RooflineSweep {
  private let subject: RooflineCase
  private let roof: Roofline
  private let all = RooflineCase.batches

  init(_ subject: RooflineCase) { (self.subject, roof) = (subject, subject.roof) }

  private func scene(_ batch: Int, trail: [Int]) -> RooflineScene {
    RooflineScene(subject).with {
      $0.followed = batch
      $0.trail = trail
      $0.missing = subject.missing.filter { $0 == subject.wanted }
      $0.panel = .steps
    }
  }

  var still: (RooflineScene, Phrase) {
    let last = subject.lastMemoryBound(roof)
    return (
      scene(subject.batch, trail: all).with { $0.showsCrossing = true },
      Phrase(
        "Up to batch \(last) the step still waits for bytes: more requests ride along almost free.",
        zh: "batch 到 \(last) 为止，一步仍在等数据：多带请求几乎免费。")
    )
  }

  var beats: [Beat<RooflineFigure.State>] {
    let last = subject.lastMemoryBound(roof)
    let below = all.filter { $0 <= last }, beyond = all.filter { $0 > last }
    let before = { (batch: Int) in all.filter { $0 < batch } }
    let time = duration(subject.point(.decode(batch: subject.batch), roof).time)
    let naive = fixed(roof.ridge * roof.precision.bytes / 2)
    return [
      Beat(
        "one", [scene(subject.batch, trail: [])],
        Phrase(
          "At batch \(grouped(subject.batch)) a step takes \(time): the higher of the two lines.",
          zh: "batch \(grouped(subject.batch)) 时一步 \(time)：取两条线中较高者。")),
      Beat(
        "climb", below.map { scene($0, trail: before($0)) },
        Phrase(
          "Doubling the batch doubles the arithmetic; the bytes are still mostly weights.",
          zh: "batch 翻倍，计算也翻倍；搬的字节却仍以权重为主。"), pace: Pace(seconds: 0.5)),
      Beat(
        "crossing",
        [last, last + 1].map { b in scene(b, trail: before(b)).with { $0.showsCrossing = true } },
        Phrase(
          "The lines cross after batch \(last), later than \(naive): activations move as well.",
          zh: "两线在 batch \(last) 之后相交，晚于 \(naive)：激活也要搬。"), pace: Pace(seconds: 0.7)),
      Beat(
        "beyond",
        (beyond.isEmpty ? [last + 1] : beyond).map { b in
          scene(b, trail: before(b)).with { $0.showsCrossing = true }
        },
        Phrase(
          "Beyond it the dot rises no more, and every doubling doubles the step.",
          zh: "越过之后圆点不再上升，batch 每翻一倍，一步也慢一倍。"), pace: Pace(seconds: 0.6)),
    ]
  }
}
