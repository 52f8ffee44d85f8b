import Figures
import Mechanisms

/// Fewer bits: less to move and a higher ceiling, so that ridge and dots move together.
struct RooflineBits {
  private let subject: RooflineCase

  init(_ subject: RooflineCase) { self.subject = subject }

  private func scene(_ roof: Roofline, others: [Roofline]) -> RooflineScene {
    RooflineScene(subject, roof: roof).with {
      $0.others = others
      $0.kernels = [.prefill, .decode(batch: subject.batch == 256 ? 16 : 256)]
      $0.followed = subject.batch
      $0.showsShift = true
      $0.panel = .widths
    }
  }

  var still: (RooflineScene, Phrase) {
    let scene = scene(subject.roof, others: subject.roofs.filter { $0 != subject.roof })
    return (
      scene,
      Phrase(
        "Half the bits: half the bytes and twice the peak, so the same batch meets the ridge.",
        zh: "位数减半：字节减半、峰值翻倍，到达拐点的 batch 不变。")
    )
  }

  var beats: [Beat<RooflineFigure.State>] {
    let steps: [(String, Precision)] = [("sixteen bits", .bf16), ("eight bits", .fp8), ("four bits", .fp4)]
    var beats: [Beat<RooflineFigure.State>] = []
    for (name, precision) in steps {
      let there = subject.roofs.filter { $0.precision.bits >= precision.bits }
      guard let roof = there.last else { continue }
      var state = scene(roof, others: there.dropLast())
      if roof.precision != precision { state.missing = [precision] }
      beats.append(Beat(name, [state], caption(precision, roof), pace: Pace(easing: .linear, seconds: 1.2)))
    }
    let (all, _) = still
    let batch = subject.roof.crossingBatch(width: subject.width).map { fixed($0) } ?? "–"
    beats.append(
      Beat(
        "crossing", [all],
        Phrase(
          "Whatever the bits, decode meets the ridge at one batch: B* is about \(batch).",
          zh: "无论多少位，decode 都在同一个 batch 到达拐点：B* 约为 \(batch)。")))
    return beats
  }

  private func caption(_ precision: Precision, _ roof: Roofline) -> Phrase {
    guard roof.precision == precision else {
      return Phrase(
        "\(subject.gpu) has no \(precision.name) arithmetic: \(roof.precision.name) stays its narrowest.",
        zh: "\(subject.gpu) 没有 \(precision.name) 算力：最窄只到 \(roof.precision.name)。")
    }
    let (bytes, peak) = (trimmed(precision.bytes), fixed(roof.peak / 1e12))
    return precision == .bf16
      ? Phrase(
        "\(precision.name): \(bytes) bytes a number, a peak of \(peak) TFLOP/s.",
        zh: "\(precision.name)：每个数 \(bytes) 字节，峰值 \(peak) TFLOP/s。")
      : Phrase(
        "\(precision.name) halves the bytes: each dot moves right as far as the ceiling rises.",
        zh: "\(precision.name) 字节减半：圆点右移多少，天花板就升高多少。")
  }
}
