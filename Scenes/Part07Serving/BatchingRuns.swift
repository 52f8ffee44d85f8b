import Figures
import Instruments
import Mechanisms

/// One workload run under each policy.
public struct BatchingRuns: Sendable {
  /// The schedules.
  public let fixed, continuous, chunked: BatchSchedule
  /// The request that the figure follows: the first that has to wait, else the last.
  public let followed: Int

  init(slots: Int, requests: Int, spread: Double, budget: Int) {
    let workload = BatchWorkload.textbook(requests: requests, spread: spread)
    func run(_ policy: BatchPolicy) -> BatchSchedule {
      BatchScheduler(slots: slots, policy: policy).run(workload)
    }
    (fixed, continuous, chunked) = (run(.static), run(.continuous), run(.chunked(budget: budget)))
    followed = min(slots, requests - 1)
  }
}

extension BatchSchedule {
  /// Requests that spend time in the queue, its head first.
  var waiting: [BatchPlacement] {
    placements.filter { $0.wait > 0 }.sorted { $0.start != $1.start ? $0.start < $1.start : $0.id < $1.id }
  }

  /// The boundary from which the queue stays empty.
  var queueEmpty: Int { placements.reduce(0) { max($0, $1.start) } }

  /// The boundaries at which requests enter after the start.
  var entries: [Int] { (0...iterations).filter { k in k > 0 && placements.contains { $0.start == k } } }
}

/// The name of a request: A, B, C …
func requestName(_ id: Int) -> String {
  let names = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U",
    "V",
    "W", "X",
  ]
  return names.indices.contains(id) ? names[id] : "\(id + 1)"
}

/// The names of requests, one after the other.
func requestNames(_ ids: [Int]) -> String {
  var out = ""
  for id in ids { out += (out.utf8.isEmpty ? "" : " ") + requestName(id) }
  return out
}

/// Where every axis of the figure lies on its stage.
enum BatchingAxis {
  /// Room for the names of slots and of the axis, in points.
  static let names = 80.0

  /// Iterations from the left of the stage.
  static func time(_ iterations: Int) -> Scale {
    Scale(.linear, 0...Double(max(1, iterations)), from: names, to: Stage.canvas.width - 2 * Spacing.margin)
  }
}
