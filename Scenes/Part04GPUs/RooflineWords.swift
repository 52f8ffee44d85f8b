import Figures
import Mechanisms

/// What the figure calls things, in both languages.
enum RooflineWords {
  static func name(_ kernel: RooflineKernel) -> Phrase {
    switch kernel {
    case .prefill:
      let tokens = grouped(RooflineCase.prompt)
      return Phrase("prefill, \(tokens) tokens", zh: "prefill，\(tokens) token")
    case .decode(let batch): return Phrase("decode, batch \(grouped(batch))", zh: "decode，batch \(grouped(batch))")
    case .attention(let kind):
      return Phrase("\(kind.name) attention")
    }
  }

  /// The name on lines short enough to stand beside a dot.
  static func beside(_ kernel: RooflineKernel) -> Phrase {
    if case .attention(let kind) = kernel { return Phrase("attention,\n\(kind.name)", zh: "attention，\n\(kind.name)") }
    return name(kernel)
  }

  /// Which batches the ridge lies between.
  static func crossing(_ subject: RooflineCase, _ roof: Roofline) -> Phrase {
    let last = subject.lastMemoryBound(roof)
    return Phrase(
      "batch \(last): memory\nbatch \(last + 1): compute", zh: "batch \(last)：访存\nbatch \(last + 1)：计算")
  }

  static func subtitle(_ subject: RooflineCase) -> Phrase {
    let d = "\(subject.width)"
    return Phrase(
      "One \(subject.gpu); circles: a batch times weights `[\(d) × \(d)]`",
      zh: "单张 \(subject.gpu)；圆点：batch 乘以权重 `[\(d) × \(d)]`")
  }

  static func telemetry(_ subject: RooflineCase, _ roof: Roofline, _ kernel: RooflineKernel?) -> Telemetry {
    let point = kernel.map { subject.point($0, roof) }
    let intensity = point?.intensity ?? .nan
    let rate = (point?.attainable ?? .nan) / 1e12
    let share = (point?.shareOfPeak ?? .nan) * 100
    let bound =
      switch point?.bound {
      case .memory: Phrase("memory", zh: "访存")
      case .compute: Phrase("compute", zh: "计算")
      case nil: Phrase("–")
      }
    return Telemetry([
      .init(Phrase("intensity", zh: "算术强度"), intensity, digits: intensity < 9.95 ? 1 : 0, unit: "FLOP/B"),
      .init(Phrase("attainable", zh: "可达性能"), rate, digits: rate < 9.995 ? 2 : 0, unit: "TFLOP/s"),
      .init(Phrase("of peak", zh: "占峰值"), share, digits: share < 0.995 ? 2 : 0, unit: "%"),
      .init(Phrase("bound by", zh: "受限于"), bound),
      .init("B*", roof.crossingBatch(width: subject.width) ?? .nan, digits: 1, unit: Phrase("requests", zh: "个请求")),
    ])
  }
}
