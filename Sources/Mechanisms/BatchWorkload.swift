import Geometry

/// One generation request as a batching scheduler sees it.
public struct BatchRequest: Equatable, Sendable {
  /// Place in the workload, from 0; figures letter it A, B, C …
  public let id: Int
  /// Iteration boundary at which it joins the queue.
  public let arrival: Int
  /// Prompt length in tokens.
  public let prompt: Int
  /// Tokens that it will generate; the scheduler does not know this before they are made.
  public let output: Int

  /// KV token slots reserved while it runs, `max_tokens` of Yu et al. (ORCA, OSDI 2022), Alg. 1.
  public var reservation: Int { prompt + output }
}

/// The requests that a scheduler is given.
public struct BatchWorkload: Equatable, Sendable {
  /// The longest workload; further requests are left out.
  public static let maximumCount = 256
  /// The longest prompt and the longest output, in tokens.
  public static let maximumLength = 16_384
  /// The last boundary at which a request can arrive.
  public static let maximumArrival = 1_048_576

  /// The requests by id.
  public let requests: [BatchRequest]

  /// Creates one request for each output length.
  ///
  /// `prompts` repeats when it is the shorter list (none: prompts of 1 token); a missing arrival is 0.
  /// Lengths are clamped to 1…`maximumLength`, arrivals to 0…`maximumArrival`.
  public init(outputs: [Int], prompts: [Int] = [], arrivals: [Int] = []) {
    let lengths = 1...Self.maximumLength
    var list: [BatchRequest] = []
    for (id, output) in outputs.prefix(Self.maximumCount).enumerated() {
      let prompt = prompts.isEmpty ? 1 : prompts[id % prompts.count]
      let arrival = id < arrivals.count ? arrivals[id] : 0
      list.append(
        BatchRequest(
          id: id, arrival: arrival.clamped(to: 0...Self.maximumArrival), prompt: prompt.clamped(to: lengths),
          output: output.clamped(to: lengths)))
    }
    requests = list
  }

  /// The textbook's requests, all there at the start: outputs 2 7 3 5 4 8 1 6 3 2 5 2 (mean 4) and
  /// prompts 4 9 6 3, both repeating.
  ///
  /// `spread`, 0…1, pulls the outputs towards their mean: max(1, ⌊4.5 + spread·(o − 4)⌋), so 0 makes
  /// them equal. Values outside are clamped, not-a-number counts as 1.
  public static func textbook(requests count: Int = 12, spread: Double = 1) -> BatchWorkload {
    let outputs = [2, 7, 3, 5, 4, 8, 1, 6, 3, 2, 5, 2]
    let share = spread.isNaN ? 1 : spread.clamped(to: 0...1)
    var list: [Int] = []
    for i in 0..<count.clamped(to: 0...maximumCount) {
      let length = 4.5 + share * Double(outputs[i % outputs.count] - 4)
      list.append(Swift.max(1, Int(length.rounded(.down))))
    }
    return BatchWorkload(outputs: list, prompts: [4, 9, 6, 3])
  }

  /// Tokens that all requests generate together.
  public var totalOutput: Int { requests.reduce(0) { $0 + $1.output } }

  /// The requests in the order in which they are served: by arrival, then by id.
  var queue: [BatchRequest] {
    requests.sorted { $0.arrival != $1.arrival ? $0.arrival < $1.arrival : $0.id < $1.id }
  }
}
