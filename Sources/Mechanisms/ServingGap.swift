extension ServingRun {
  /// What a gap between two tokens is made of; times in ms.
  public struct GapParts: Equatable, Sendable {
    /// The requests whose prefills ran in it on the GPU that decodes.
    public let prefills: [Int]
    /// Their prefills, the hand-over, the decode iteration at its end, and what is left: waiting for that.
    public let prefill, handover, iteration, wait: Double
  }

  /// What the longest gap of a request is made of; nil for a single token.
  public func gapParts(_ id: Int) -> GapParts? {
    guard let gap = longestGap(id),
      let last = work.first(where: { $0.emits.contains(id) && ($0.end - gap.to).magnitude < 1e-9 })
    else { return nil }
    let between = work.filter {
      $0.gpu == last.gpu && $0.prefill != nil && $0.start > gap.from - 1e-9 && $0.end < last.start + 1e-9
    }
    let prefill = between.reduce(0) { $0 + $1.end - $1.start }
    let handover = gap.after == 0 ? handovers.first { $0.request == id }.map { $0.end - $0.start } ?? 0 : 0
    let iteration = last.end - last.start
    return GapParts(
      prefills: between.compactMap { $0.prefill }, prefill: prefill, handover: handover, iteration: iteration,
      wait: max(0, gap.to - gap.from - prefill - handover - iteration))
  }
}
