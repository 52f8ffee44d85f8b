import Geometry

/// Simulates prefill and decode on GPUs that do both, or on a pool for each. After Zhong et al., DistServe,
/// OSDI 2024 (arXiv 2401.09670), §2–3.
public struct ServingSimulator: Sendable {
  /// What the steps take.
  public let times: ServingTimes

  /// Creates a simulator.
  public init(_ times: ServingTimes = ServingTimes()) { self.times = times }

  /// `gpus` GPUs that do both: request i on GPU i mod `gpus`. A queued prefill runs before a decode iteration;
  /// who arrives during an iteration waits for its end.
  public func colocated(_ requests: [ServingRequest], gpus: Int) -> ServingRun {
    let count = max(1, gpus)
    let work = (0..<count).flatMap { gpu in
      mixed(requests.filter { $0.id % count == gpu }, gpu: gpu)
    }
    return ServingRun(
      requests: requests, gpus: [ServingRun.Pool](repeating: .mixed, count: count), work: sorted(work),
      handovers: [])
  }

  /// A pool of prefill GPUs, first come first served, then a pool of decode GPUs in turn, in the order in which
  /// the KV caches arrive. Links don't queue. A request that is there at the very start of an iteration joins it.
  public func disaggregated(_ requests: [ServingRequest], prefill: Int, decode: Int) -> ServingRun {
    let (p, d) = (max(1, prefill), max(1, decode))
    var freeAt = [Double](repeating: 0, count: p)
    var work: [ServingRun.Work] = []
    for request in requests.sorted(by: { ($0.arrival, $0.id) < ($1.arrival, $1.id) }) {
      let starts = freeAt.map { max($0, request.arrival) }
      let gpu = starts.indices.min { (starts[$0], $0) < (starts[$1], $1) } ?? 0
      let end = starts[gpu] + times.prefill
      work.append(.init(gpu: gpu, start: starts[gpu], end: end, prefill: request.id, emits: [request.id]))
      freeAt[gpu] = end
    }
    let sent = work.sorted { ($0.end, $0.prefill ?? 0) < ($1.end, $1.prefill ?? 0) }
    var handovers: [ServingRun.Handover] = []
    for done in sent {
      guard let id = done.prefill, requests.first(where: { $0.id == id })?.output ?? 0 > 1 else { continue }
      handovers.append(
        .init(
          request: id, from: done.gpu, to: p + handovers.count % d, start: done.end,
          end: done.end + times.handover))
    }
    for gpu in p..<(p + d) {
      let ready = handovers.filter { $0.to == gpu }.map { h in
        Ready(id: h.request, at: h.end, left: (requests.first { $0.id == h.request }?.output ?? 1) - 1)
      }
      work += iterations(ready, gpu: gpu)
    }
    return ServingRun(
      requests: requests,
      gpus: [ServingRun.Pool](repeating: .prefill, count: p)
        + [ServingRun.Pool](repeating: .decode, count: d),
      work: sorted(work), handovers: handovers)
  }

  /// A request that can be decoded from some time on, and the tokens that are left.
  private struct Ready {
    let id: Int
    let at: Double
    var left: Int
  }

  private func iterations(_ requests: [Ready], gpu: Int) -> [ServingRun.Work] {
    var (queue, active, now): ([Ready], [Ready], Double) = (requests, [], 0)
    var work: [ServingRun.Work] = []
    while !queue.isEmpty || !active.isEmpty {
      if active.isEmpty { now = max(now, queue.reduce(Double.infinity) { min($0, $1.at) }) }
      active += queue.filter { $0.at <= now + 1e-9 }
      queue.removeAll { $0.at <= now + 1e-9 }
      work.append(
        .init(gpu: gpu, start: now, end: now + times.iteration, prefill: nil, emits: active.map { $0.id }))
      now += times.iteration
      step(&active)
    }
    return work
  }

  private func mixed(_ requests: [ServingRequest], gpu: Int) -> [ServingRun.Work] {
    var (queue, active, now): ([ServingRequest], [Ready], Double) = (requests, [], 0)
    var work: [ServingRun.Work] = []
    while !queue.isEmpty || !active.isEmpty {
      if let next = queue.first, next.arrival <= now + 1e-9 || active.isEmpty {
        now = max(now, next.arrival)
        queue.removeFirst()
        work.append(
          .init(gpu: gpu, start: now, end: now + times.prefill, prefill: next.id, emits: [next.id]))
        now += times.prefill
        if next.output > 1 { active.append(Ready(id: next.id, at: now, left: next.output - 1)) }
      } else {
        work.append(
          .init(gpu: gpu, start: now, end: now + times.iteration, prefill: nil, emits: active.map { $0.id }))
        now += times.iteration
        step(&active)
      }
    }
    return work
  }

  /// Every active request has one token less to go; those without any leave.
  private func step(_ active: inout [Ready]) {
    for i in active.indices { active[i].left -= 1 }
    active.removeAll { $0.left <= 0 }
  }

  private func sorted(_ work: [ServingRun.Work]) -> [ServingRun.Work] {
    work.sorted { ($0.start, $0.gpu) < ($1.start, $1.gpu) }
  }
}

/// The traces that the chapter on prefill and decode pools measures with.
public enum ServingTrace {
  /// Six requests of 8 tokens, `gap` ms apart.
  public static func steady(gap: Double) -> [ServingRequest] {
    (0..<6).map { ServingRequest(id: $0, arrival: gap * Double($0), output: 8) }
  }

  /// Six requests of 12 tokens in two bursts of three, 30 ms apart.
  public static var burst: [ServingRequest] {
    [0.0, 30, 60, 150, 180, 210].enumerated().map {
      ServingRequest(id: $0.offset, arrival: $0.element, output: 12)
    }
  }
}
