/// What a schedule measures up to one of its boundaries.
public struct BatchProgress: Equatable, Sendable {
  /// Iterations done.
  public let iterations: Int
  /// Share of the cells so far in which nothing was computed, 0…1; 0 before the first iteration.
  public let idleShare: Double
  /// Mean finish time of the requests that have left, in iterations; nil before the first leaves.
  public let meanCompletion: Double?
  /// Tokens generated per iteration so far; 0 before the first.
  public let tokensPerIteration: Double
}

extension BatchSchedule {
  /// What has been measured up to a boundary, clamped to 0…`iterations`: at the last one the numbers of
  /// the whole schedule. `settled`, as for `state(at:settled:)`: after the finished have left.
  public func progress(at boundary: Int, settled: Bool = true) -> BatchProgress {
    let k = Swift.max(0, Swift.min(iterations, boundary))
    var (idle, tokens, left, finish) = (0, 0, 0, 0)
    for slot in 0..<slots {
      for run in idleRuns(slot: slot) { idle += Swift.max(0, Swift.min(k, run.end) - run.start) }
    }
    for p in placements {
      tokens += p.emitted(by: k)
      if p.end < k || p.end == k && settled { (left, finish) = (left + 1, finish + p.end) }
    }
    return BatchProgress(
      iterations: k, idleShare: k == 0 ? 0 : Double(idle) / Double(slots * k),
      meanCompletion: left == 0 ? nil : Double(finish) / Double(left),
      tokensPerIteration: k == 0 ? 0 : Double(tokens) / Double(k))
  }
}
