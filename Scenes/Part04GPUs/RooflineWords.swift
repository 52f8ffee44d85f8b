import Figures
import Mechanisms

/// What the figure calls things, in both languages.
enum RooflineWords {
  static func name(_ kernel: RooflineKernel) -> Phrase {
    switch kernel {
    case .prefill:
      let tokens = grouped(RooflineCase.prompt)
      return Phrase("prefill, \(tokens) tokens", zh: "\(tokens) token 的 prefill")
    case .decode(let batch):
      return Phrase("decode, batch \(grouped(batch))", zh: "batch \(grouped(batch)) 的 decode")
    case .attention(let kind):
      return Phrase("\(kind.name) attention")
    }
  }

  /// The name on lines short enough to stand beside a dot.
  static func beside(_ kernel: RooflineKernel, isShort: Bool) -> Phrase {
    switch kernel {
    case .attention(let kind): Phrase("\(kind.name)\nattention")
    case .prefill where isShort: "prefill"
    case .decode(let batch) where isShort: Phrase("batch \(grouped(batch))")
    default: name(kernel)
    }
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

  /// What a subtitle asks where a key says what the marks are.
  static func question(_ subject: RooflineCase) -> Phrase {
    Phrase(
      "What holds a kernel up on one \(subject.gpu): reading bytes or arithmetic",
      zh: "单张 \(subject.gpu) 上，kernel 卡在访存还是计算")
  }
  /// What discs and diamonds stand for.
  static func projections(_ subject: RooflineCase) -> Phrase {
    let d = "\(subject.width)"
    return Phrase("a batch times weights `[\(d) × \(d)]`", zh: "batch 乘以权重 `[\(d) × \(d)]`")
  }
  static let attention = Phrase("queries over their KV cache", zh: "query 读各自的 KV cache")

  static func telemetry(_ subject: RooflineCase, _ roof: Roofline, _ kernel: RooflineKernel?) -> Telemetry {
    let point = kernel.map { subject.point($0, roof) }
    let (intensity, rate, share) = (
      point?.intensity, point.map { $0.attainable / 1e12 }, point.map { $0.shareOfPeak * 100 }
    )
    return Telemetry([
      reading(Phrase("intensity", zh: "算术强度"), intensity, "FLOP/B") { $0 < 9.95 ? 1 : 0 },
      reading(Phrase("attainable", zh: "可达性能"), rate, "TFLOP/s") { $0 < 9.995 ? 2 : 0 },
      reading(Phrase("of peak", zh: "占峰值"), share, "%") { $0 < 0.995 ? 2 : 0 },
      .init(Phrase("bound by", zh: "受限于"), point.map { bound($0.bound) } ?? "–"),
      reading("B*", roof.crossingBatch(width: subject.width), Phrase("requests", zh: "个请求")) { _ in 1 },
    ])
  }

  static func bound(_ bound: RooflineBound) -> Phrase {
    switch bound {
    case .memory: Phrase("memory", zh: "访存")
    case .compute: Phrase("compute", zh: "计算")
    }
  }

  /// A number with as many digits as its size needs; a dash before there is one.
  private static func reading(
    _ name: Phrase, _ value: Double?, _ unit: Phrase, digits: (Double) -> Int
  ) -> Telemetry.Reading {
    let shown = value.map { Telemetry.Value.number($0, NumberFormat(digits: digits($0))) } ?? .word("–")
    return Telemetry.Reading(name, values: [shown], unit: unit)
  }
}
