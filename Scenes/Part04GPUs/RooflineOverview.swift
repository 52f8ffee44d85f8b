import Figures
import Mechanisms

/// The default story: the roof is built, kernels land under it, and the batch climbs.
struct RooflineOverview {
  private let subject: RooflineCase
  private let roof: Roofline
  private let all = RooflineCase.batches

  init(_ subject: RooflineCase) {
    self.subject = subject
    roof = subject.roof
  }

  /// Attention over the cache, in the three ways of sharing it.
  private var attention: [RooflineKernel] { CachedAttention.allCases.map { .attention($0) } }

  var still: (RooflineScene, Phrase) {
    let scene = RooflineScene(subject).with {
      $0.others = subject.roofs.filter { $0.precision != roof.precision }
      $0.missing = subject.missing.filter { $0 == subject.wanted }
      $0.followed = subject.batch
      $0.kernels = attention + [.prefill, .decode(batch: subject.batch == 256 ? 1 : 256)]
      $0.trail = all
      $0.showsLoss = true
      $0.saysDoubling = true
      $0.subtitle = RooflineWords.question(subject)
    }
    return (
      scene,
      Phrase(
        "Left of the ridge bytes decide, not the peak: a bigger batch climbs, attention stays.",
        zh: "拐点左侧看带宽，不看峰值；加大 batch 能爬坡，attention 不动。")
    )
  }

  var beats: [Beat<RooflineFigure.State>] {
    let bare = RooflineScene(subject).with {
      $0.missing = subject.missing.filter { $0 == subject.wanted }
      $0.subtitle = RooflineWords.question(subject)
    }
    let prefill = bare.with { $0.kernels = [.prefill] }
    let decode = prefill.with {
      $0.followed = subject.batch
      $0.showsLoss = true
    }
    let quiet = decode.with { $0.showsLoss = false }
    let last = subject.lastMemoryBound(roof)
    let beyond = quiet.batch(all.first { $0 > last } ?? last + 1, trail: all).with { $0.showsCrossing = true }
    return [
      Beat(
        "slope", [bare.with { ($0.hasCeiling, $0.motion) = (false, .slope) }],
        Phrase(
          "Bytes set the slope: each FLOP per byte is worth \(threeFigures(roof.bandwidth / 1e12)) TFLOP/s.",
          zh: "带宽定斜率：每字节每多做 1 FLOP，就多 \(threeFigures(roof.bandwidth / 1e12)) TFLOP/s。"),
        continuous: 1.6),
      Beat("ceiling", [bare.with { $0.motion = .roof }], ceilingCaption, continuous: 1.8),
      Beat("prefill", [prefill.with { $0.motion = .landing(.prefill) }], landing(.prefill), continuous: 1.2),
      Beat(
        "decode", [decode.with { $0.motion = .landing(.decode(batch: subject.batch)) }],
        landing(.decode(batch: subject.batch)), continuous: 1.8),
      Beat(
        "batch", all.filter { $0 <= last }.map { quiet.batch($0, trail: all) },
        Phrase(
          "Every doubling of the batch shares one read of the weights: the dot climbs a step.",
          zh: "batch 每翻一倍，同一次权重读取就服务两倍的请求：圆点上一格。"), pace: Pace(seconds: 0.5)),
      Beat(
        "ridge",
        [quiet.batch(last, trail: all), quiet.batch(last + 1, trail: all)].map { s in
          s.with { $0.showsCrossing = true }
        }
          + [beyond], ridgeCaption(last), pace: Pace(seconds: 0.7)),
      Beat(
        "attention",
        back(beyond).map { s in s.with { ($0.kernels, $0.showsCrossing) = (attention + $0.kernels, false) } },
        Phrase(
          "Attention stays put at any batch: every request brings a KV cache of its own.",
          zh: "attention 不随 batch 动：每个请求自带 KV cache。"), pace: Pace(seconds: 0.6)),
      precision(quiet),
    ]
  }

  private var ceilingCaption: Phrase {
    let (peak, ridge) = (fixed(roof.peak / 1e12), wholeOrTenth(roof.ridge))
    let name = roof.precision.name
    return Phrase(
      "\(name) peaks at \(peak) TFLOP/s. Left of the ridge (\(ridge) FLOP/B) a higher peak gains nothing.",
      zh: "\(name) 封顶 \(peak) TFLOP/s；拐点 \(ridge) 左侧，峰值再高也没用。")
  }

  private func landing(_ kernel: RooflineKernel) -> Phrase {
    let point = subject.point(kernel, roof)
    let (x, rate) = (wholeOrTenth(point.intensity), threeFigures(point.attainable / 1e12))
    let who =
      kernel == .prefill
      ? Phrase("Prefill") : Phrase("Decode at batch \(grouped(subject.batch))", zh: "decode")
    if point.bound == .compute {
      if kernel == .prefill {
        let tokens = grouped(RooflineCase.prompt)
        return Phrase(
          "Prefill: \(tokens) tokens share one read of the weights: \(x) FLOP/B, up to the ceiling.",
          zh: "\(tokens) 个 token 共用一次权重读取：\(x) FLOP/B，到顶。")
      }
      return Phrase(
        "\(who[.en]) counts \(x) FLOP/B: it rises to the ceiling, limited by arithmetic.",
        zh: "\(who[.zh]) 有 \(x) FLOP/B：一直升到天花板，受限于算力。")
    }
    let lost = percent(1 - point.shareOfPeak)
    return Phrase(
      "\(who[.en]) counts \(x) FLOP/B: \(rate) TFLOP/s, and \(lost) % of the peak is lost.",
      zh: "\(who[.zh]) 只有 \(x) FLOP/B：\(lost) % 的算力白白等着。")
  }

  private func ridgeCaption(_ last: Int) -> Phrase {
    let naive = fixed(roof.ridge * roof.precision.bytes / 2)
    return Phrase(
      "It meets the ridge between batch \(last) and \(last + 1), not at \(naive): activations move as well.",
      zh: "到达拐点是在 batch \(last) 与 \(last + 1) 之间，而非 \(naive)：激活也要搬。")
  }

  /// The followed batch on its way back to the one that was chosen.
  private func back(_ scene: RooflineScene) -> [RooflineScene] {
    var stops = [64, 8, 1]
    if subject.batch != 1 { stops.append(subject.batch) }
    return [scene] + stops.map { stop in scene.with { $0.followed = stop } }
  }

  private func precision(_ quiet: RooflineScene) -> Beat<RooflineFigure.State> {
    let last = back(quiet.batch(1024, trail: all)).last ?? quiet
    let scene = last.with {
      $0.kernels = attention + $0.kernels
      $0.showsCrossing = true
    }
    guard let partner = subject.partner else {
      let lack = subject.missing.first?.name ?? ""
      return Beat(
        "precision", [scene.with { $0.missing = subject.missing }],
        Phrase(
          "\(subject.gpu) has no \(lack) arithmetic: fewer bits would raise no ceiling here.",
          zh: "\(subject.gpu) 没有 \(lack) 算力：减少位数也抬不高天花板。"))
    }
    let narrower = partner.precision.bits < roof.precision.bits
    let after = scene.with { ($0.roof, $0.others) = (partner, [roof]) }
    let name = partner.precision.name
    return Beat(
      "precision", [after],
      narrower
        ? Phrase(
          "\(name): bytes halve, so dots climb the slope; the ceiling rises too, so B* stays.",
          zh: "\(name)：字节减半，圆点才沿斜线爬升；天花板也升高，B* 不变。")
        : Phrase(
          "\(name): bytes double, so dots slip down the slope; the ceiling falls too, so B* stays.",
          zh: "\(name)：字节加倍，圆点才沿斜线下滑；天花板也降低，B* 不变。"),
      pace: Pace(easing: .linear, seconds: 1.2))
  }
}
