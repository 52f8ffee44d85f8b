import Figures
import Mechanisms

/// Decode attention: its intensity is the number of queries that read one cached head, whatever the batch.
struct RooflineHeads {
  private let subject: RooflineCase
  private let roof: Roofline

  init(_ subject: RooflineCase) { (self.subject, roof) = (subject, subject.roof) }

  private func scene(_ count: Int) -> RooflineScene {
    RooflineScene(subject).with {
      $0.kernels = CachedAttention.allCases.prefix(count).map { .attention($0) }
      $0.followed = subject.batch
      $0.missing = subject.missing.filter { $0 == subject.wanted }
      $0.panel = .sharing(count)
      $0.subtitle = Phrase(
        "One \(subject.gpu); squares: query heads, bars: cached numbers",
        zh: "单张 \(subject.gpu)；方块：query head，横条：缓存的数")
    }
  }

  var still: (RooflineScene, Phrase) {
    (
      scene(3),
      Phrase(
        "Sharing the cache, not batching, moves attention: each request brings a cache of its own.",
        zh: "attention 只随共享程度移动，与 batch 无关。")
    )
  }

  var beats: [Beat<RooflineFigure.State>] {
    let captions = [
      Phrase(
        "MHA: each cached head serves one query head, a multiply and an add for two bytes.",
        zh: "MHA：每个缓存的 head 只服务一个 query head。"),
      Phrase(
        "GQA: eight query heads read the same cached bytes, eight times the arithmetic.",
        zh: "GQA：八个 query head 读同一份 cache，计算多八倍。"),
      Phrase(
        "MLA: all 128 heads read one latent, and come close to the ridge.",
        zh: "MLA：128 个 head 共读一个 latent，已接近拐点。"),
    ]
    var beats: [Beat<RooflineFigure.State>] = []
    for (i, kind) in CachedAttention.allCases.enumerated() {
      let landing = scene(i + 1).with { $0.motion = .landing(.attention(kind)) }
      beats.append(Beat(["mha", "gqa", "mla"][i], [landing], captions[i], continuous: 1.2))
    }
    let target = subject.batch == 256 ? 1 : 256
    beats.append(
      Beat(
        "batch", [16, target].map { b in scene(3).with { $0.followed = b } },
        Phrase(
          "The batch moves the projection; attention stays, its cache grows with the batch.",
          zh: "batch 只移动投影；attention 的 cache 同步变大，原地不动。"), pace: Pace(seconds: 0.8)))
    return beats
  }
}
