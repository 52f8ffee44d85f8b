import Figures
import Mechanisms

/// The words of the queueing mode.
enum QueueWords {
  static let rate = Phrase("requests a second", zh: "每秒请求数")
  static let mean = Phrase("mean TTFT, s", zh: "平均 TTFT，秒")

  static func subtitle(_ service: Double) -> Phrase {
    let d = fixed(service * 1000)
    return Phrase(
      "random arrivals at prefill GPUs, D = \(d) ms a prompt", zh: "请求随机到达 prefill GPU，每个 prompt D = \(d) ms")
  }

  static func name(_ queue: PrefillQueue) -> Phrase {
    let t = trimmed(queue.meanTTFT(rate: QueueState.rate) * 1000, 1)
    switch queue.parallelism {
    case .none: return Phrase("one GPU: \(t) ms", zh: "一张 GPU：\(t) ms")
    case .interOp: return Phrase("two, layers split: \(t) ms", zh: "两张，按层切分：\(t) ms")
    case .intraOp: return Phrase("two, each layer split: \(t) ms", zh: "两张，每层切分：\(t) ms")
    }
  }

  static func telemetry(_ queue: PrefillQueue) -> Telemetry {
    Telemetry([
      .init(
        Phrase("mean TTFT at 8 req/s", zh: "8 req/s 时平均 TTFT"), queue.meanTTFT(rate: QueueState.rate) * 1000,
        digits: 1, unit: "ms"),
      .init(Phrase("pole", zh: "极点"), queue.pole, unit: "req/s"),
    ])
  }

  static func pole(_ queue: PrefillQueue) -> Phrase {
    let r = trimmed(queue.pole, 1)
    switch queue.parallelism {
    case .none: return Phrase("1/D = \(r)")
    case .interOp: return Phrase("2/D = \(r)")
    case .intraOp: return Phrase("K/D = \(r)")
    }
  }

  static func caption(_ queue: PrefillQueue) -> Phrase {
    let (r, t) = (trimmed(queue.pole, 1), trimmed(queue.meanTTFT(rate: QueueState.rate) * 1000, 1))
    switch queue.parallelism {
    case .none:
      return Phrase(
        "One GPU: at 8 requests a second TTFT is \(t) ms; near \(r) the queue grows for ever.",
        zh: "一张 GPU：每秒 8 个时 TTFT \(t) ms；接近 \(r) 个则无限排队。")
    case .interOp:
      return Phrase(
        "Two GPUs with half of the layers each: no prompt is faster, but the pole moves to \(r).",
        zh: "两张 GPU 各算一半层：单个 prompt 不变快，但极点移到 \(r)。")
    case .intraOp(let k):
      return Phrase(
        "Two GPUs that split each layer: \(trimmed(k, 1)) times as fast, best while the rate is low.",
        zh: "两张 GPU 切分每一层：快 \(trimmed(k, 1)) 倍，请求不多时最好。")
    }
  }

  static let still = Phrase(
    "Splitting each layer shortens a prompt, splitting the layers moves the pole further.",
    zh: "切分每层让 prompt 更快；按层切分让极点更远。")
}
