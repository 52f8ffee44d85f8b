import Figures
import Instruments
import Mechanisms

/// Mean time to first token over the rate of requests, for one prefill GPU and for two that share the work.
public struct QueueState: Sendable {
  let queues: [PrefillQueue]
  /// How many of the curves are shown.
  let shown: Int
  static let rate = 8.0

  init(_ shown: Int, queues: [PrefillQueue] = [.init(), .init(.interOp), .init(.intraOp(speedup: 1.6))]) {
    (self.shown, self.queues) = (shown, queues)
  }

  private static let ceiling = 0.5

  var stage: Stage {
    Stage(
      subtitle: QueueWords.subtitle(queues[0].service),
      telemetry: Telemetry(
        queues.enumerated().map { i, queue in
          let value = i < shown ? queue.meanTTFT(rate: Self.rate) * 1000 : .nan
          return .init(QueueWords.short(queue), value, digits: 1, unit: "ms")
        })
    ) {
      Plot(
        x: PlotAxis(.linear, 0...22, QueueWords.rate, marked: [.init(Self.rate, "8", isEvent: true)]),
        y: PlotAxis(.linear, 0...Self.ceiling, QueueWords.mean, digits: 1)
      ) {
        PlotItem.curve(
          [PlotPoint(Self.rate, 0), PlotPoint(Self.rate, Self.ceiling)],
          Stroke(.line, width: 1.25, dash: [4, 3]), isQuiet: true
        ).same("rate")
        for i in 0..<shown { items(queues[i], i) }
      }
    }
  }

  private func items(_ queue: PrefillQueue, _ index: Int) -> [PlotItem] {
    let isFollowed = index == shown - 1
    let pole = queue.pole
    // As far as the plot is high.
    let steps = 400
    let points = (0...steps).map { step in
      // Denser towards the pole, where the curve is steep.
      let left = 1 - Double(step) / Double(steps)
      let rate = pole * (1 - left * left) * 0.9999
      return PlotPoint(rate, queue.meanTTFT(rate: rate))
    }.filter { $0.y <= Self.ceiling }
    let stroke = Stroke(.role(.compute, .edge), width: isFollowed ? 3 : 2, dash: dash(index))
    return [
      .curve(
        [PlotPoint(pole, 0), PlotPoint(pole, Self.ceiling)],
        Stroke(.role(.alarm, .edge), width: 1.25, dash: [2, 4])
      )
      .same("pole", index),
      .curve(points, stroke).same("curve", index, named: QueueWords.name(queue)),
      .words(
        PlotLabel(
          QueueWords.pole(queue), .note.painted(.role(.alarm, .text)), sides: [.right, .left], rank: 2),
        alongside: PlotPoint(pole, 0), PlotPoint(pole, Self.ceiling), places: [0.9, 0.8, 0.7]
      ).same("pole name", index),
      .dot(
        PlotPoint(Self.rate, queue.meanTTFT(rate: Self.rate)),
        isFollowed ? .followed(.compute) : .rest(.compute),
        label: PlotLabel(
          QueueWords.name(queue), isFollowed ? .note.bold : .note,
          sides: [.belowRight, .right, .aboveLeft, .left], rank: 1)
      ).same("dot", index),
    ]
  }

  private func dash(_ index: Int) -> [Double] { [[], [9, 4], [3, 3]][index] }
}

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

  static func short(_ queue: PrefillQueue) -> Phrase {
    switch queue.parallelism {
    case .none: return Phrase("one GPU", zh: "一张 GPU")
    case .interOp: return Phrase("inter-op", zh: "inter-op")
    case .intraOp: return Phrase("intra-op", zh: "intra-op")
    }
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
