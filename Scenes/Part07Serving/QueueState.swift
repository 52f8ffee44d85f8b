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
      telemetry: QueueWords.telemetry(queues[shown - 1])
    ) {
      Plot(
        x: PlotAxis(.linear, 0...22, QueueWords.rate, marked: [.init(Self.rate, "8", isEvent: true)]),
        y: PlotAxis(.linear, 0...Self.ceiling, QueueWords.mean, digits: 1)
      ) {
        PlotItem.curve(
          [PlotPoint(Self.rate, 0), PlotPoint(Self.rate, Self.ceiling)],
          Stroke(.line, width: 1.25, dash: [4, 3])
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
          QueueWords.name(queue),
          sides: [.belowRight, .right, .aboveLeft, .left], rank: 1)
      ).same("dot", index),
    ]
  }

  private func dash(_ index: Int) -> [Double] { [[], [9, 4], [3, 3]][index] }
}
