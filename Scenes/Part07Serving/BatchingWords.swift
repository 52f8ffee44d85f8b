import Figures
import Mechanisms

/// What the figure says in more than one place.
enum BatchingWords {
  static let idle = Phrase("idle", zh: "空转")
  static let iteration = Phrase("iteration", zh: "迭代")
  static let waitingQueue = Phrase("Waiting queue", zh: "等待队列")
  static let firstCome = Phrase("first come, first served", zh: "先到先服务")
  static let nobodyWaits = Phrase("empty: there is a slot for every request", zh: "为空：每个请求都有 slot")
  static let queueEmpty = Phrase("queue empty", zh: "队列已空")
  static let onlyTheTail = Phrase("queue empty: only the tail idles", zh: "等待队列已空，只剩尾部空转")

  static func slot(_ index: Int) -> Phrase { Phrase("slot `\(index + 1)`") }

  static func count(_ tokens: Int) -> Phrase {
    Phrase(tokens == 1 ? "1 token" : "\(tokens) tokens", zh: "\(tokens) 个 token")
  }

  /// What a request is, for a reader who cannot see it.
  static func request(_ r: BatchRequest) -> Phrase {
    let name = requestName(r.id)
    return Phrase("request \(name), \(r.output) tokens", zh: "请求 \(name)，\(r.output) 个 token")
  }

  /// The name of a policy as a headline, and as a row of a table.
  static func name(_ policy: BatchPolicy) -> Phrase {
    switch policy {
    case .static: return Phrase("Static", zh: "静态")
    case .continuous: return Phrase("Continuous", zh: "连续")
    case .chunked: return Phrase("Chunked", zh: "分块")
    }
  }

  static func row(_ policy: BatchPolicy) -> Phrase {
    switch policy {
    case .static: return Phrase("static", zh: "静态")
    case .continuous: return Phrase("continuous", zh: "连续")
    case .chunked: return Phrase("chunked", zh: "分块")
    }
  }

  static func rule(_ policy: BatchPolicy) -> Phrase {
    switch policy {
    case .static: return Phrase("the batch returns when its longest request is done", zh: "整批要等最长的请求结束才一起返回")
    case .continuous:
      return Phrase(
        "a finished request leaves, the next one enters its slot", zh: "请求一结束就离开，队首请求立即补进空出的 slot")
    case .chunked:
      return Phrase("decodes first, the rest of the budget for prompts", zh: "先 decode，余下的预算给 prompt")
    }
  }

  /// Said where the last request leaves the queue.
  static func empty(_ policy: BatchPolicy) -> [Phrase] {
    policy == .static ? [queueEmpty] : [onlyTheTail, queueEmpty]
  }

  static func waits(_ id: Int, for other: Int) -> Phrase {
    Phrase(
      "\(requestName(id)) waits for \(requestName(other))", zh: "\(requestName(id)) 在等 \(requestName(other))")
  }

  /// The end of a batch, in as many words as the shortest has room for, in points; the first says it in full
  /// where it can.
  static func batch(_ index: Int, room: Double) -> [Phrase] {
    let n = index + 1
    let words = [
      Phrase("batch \(n) returns", zh: "批次 \(n) 返回"), Phrase("batch \(n)", zh: "批次 \(n)"), Phrase("\(n)"),
    ]
    return index == 0 ? words : Array(words.suffix(room >= 124 ? 3 : room >= 70 ? 2 : 1))
  }

  /// A request that is done and kept by its batch until that returns.
  static func held(_ p: BatchPlacement) -> [Phrase] {
    let name = requestName(p.id)
    return [
      Phrase("\(name) is done, returns at \(p.end)", zh: "\(name) 已结束，\(p.end) 才返回"),
      Phrase("\(name) returns at \(p.end)", zh: "\(name) 到 \(p.end) 才返回"), idle,
    ]
  }

  /// When a request got its slot, written on its bar.
  static func entry(_ p: BatchPlacement) -> Phrase {
    p.wait > 0
      ? Phrase("enters at \(p.start)", zh: "\(p.start) 次迭代后进入")
      : Phrase("returns at \(p.end)", zh: "\(p.end) 次迭代后返回")
  }

  /// The same said at length.
  static func entrance(_ p: BatchPlacement, _ schedule: BatchSchedule) -> [Phrase] {
    let name = requestName(p.id)
    let short = Phrase("\(name) enters at \(p.start)", zh: "\(name) 在 \(p.start) 进入")
    guard schedule.policy != .static else {
      return [
        Phrase(
          "\(name) enters at iteration boundary \(p.start), when a whole batch has returned",
          zh: "整批返回后，\(name) 才在迭代边界 \(p.start) 进入"), short,
      ]
    }
    guard let blocker = p.blocker.map({ requestName($0) }) else { return [short] }
    return [
      Phrase(
        "\(name) enters at iteration boundary \(p.start), as soon as \(blocker) is done",
        zh: "\(blocker) 一结束，\(name) 就在迭代边界 \(p.start) 进入"), short,
    ]
  }

  static func saved(_ iterations: Int) -> Phrase {
    switch iterations {
    case 0: return Phrase("no iteration saved", zh: "没有节省迭代")
    case 1: return Phrase("1 iteration sooner", zh: "提前 1 次迭代")
    default: return Phrase("\(iterations) iterations sooner", zh: "提前 \(iterations) 次迭代")
    }
  }

  static func workload(_ schedule: BatchSchedule) -> Phrase {
    let (n, slots) = (schedule.placements.count, schedule.slots)
    return Phrase(
      "\(n) requests, \(slots) slots; one iteration makes one token in each",
      zh: "\(n) 个请求，\(slots) 个 slot（槽位）；每次迭代，每个 slot 产出一个 token")
  }

  static func readings(_ rows: [BatchProgress]) -> [Telemetry.Reading] {
    func column(
      _ name: Phrase, _ unit: Phrase? = nil, digits: Int, _ value: (BatchProgress) -> Double
    ) -> Telemetry.Reading {
      Telemetry.Reading(
        name, values: rows.map { .number(value($0), NumberFormat(digits: digits)) }, unit: unit)
    }
    return [
      column(Phrase("iterations", zh: "迭代数"), digits: 0) { Double($0.iterations) },
      column(Phrase("idle share", zh: "空转占比"), "%", digits: 1) { $0.idleShare * 100 },
      column(Phrase("mean iterations to end", zh: "平均完成迭代数"), digits: 1) { $0.meanCompletion ?? .nan },
      column(Phrase("tokens/iteration", zh: "token/迭代"), digits: 1) { $0.tokensPerIteration },
    ]
  }
}
