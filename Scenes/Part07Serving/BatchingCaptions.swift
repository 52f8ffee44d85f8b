import Figures
import Mechanisms

/// The sentences of the static, continuous and comparison modes.
enum BatchingCaptions {
  static let refill = Phrase(
    "At each iteration boundary the finished leave and the queue’s head takes their slot.",
    zh: "每到迭代边界，结束的请求离开，队首请求接手它的 slot。")
  static let noGap = Phrase(
    "As long as somebody waits, no slot is idle when an iteration starts.",
    zh: "只要还有请求在等，迭代开始时就没有空着的 slot。")

  static func enter(_ run: BatchSchedule) -> Phrase {
    let (waiting, all) = (run.waiting.count, run.placements.count)
    guard waiting > 0 else {
      return Phrase(
        "\(all) requests enter \(run.slots) slots; nobody has to wait.",
        zh: "\(all) 个请求进入 \(run.slots) 个 slot，没有请求需要等待。")
    }
    return Phrase(
      "\(all - waiting) requests enter \(run.slots) slots; \(waiting) wait in the queue.",
      zh: "\(all - waiting) 个请求进入 \(run.slots) 个 slot，另外 \(waiting) 个在队列里等待。")
  }

  static func keepsSlot(_ run: BatchSchedule) -> Phrase {
    guard let early = early(run) else {
      return Phrase(
        "Static: outputs of equal length end together, and no slot idles.", zh: "静态：输出一样长，同时结束，没有 slot 空转。")
    }
    return Phrase(
      "Static: \(early) is done first, but its slot stays with the batch and idles.",
      zh: "静态：\(early) 先结束，但它的 slot 仍归这一批，只能空转。")
  }

  static func batchReturns(_ run: BatchSchedule) -> Phrase {
    guard run.idleShare > 0 else { return keepsSlot(run) }
    return Phrase(
      "A batch returns when its longest request is done: in all, \(share(run)) of slot time is idle.",
      zh: "最长的请求结束，整批才返回：总共有 \(share(run)) 的 slot 时间空转。")
  }

  static func rewind(_ run: BatchSchedule) -> Phrase {
    let n = run.placements.count - run.waiting.count
    return Phrase(
      "Rewind: continuous batching starts with the same \(n) requests.", zh: "倒回开头：连续批处理从同样的 \(n) 个请求开始。")
  }

  static func tail(_ run: BatchSchedule) -> Phrase {
    run.idleShare > 0
      ? Phrase(
        "The queue is empty: only the tail idles, \(share(run)) of the slot time.",
        zh: "队列已空：只剩尾部空转，占 slot 时间的 \(share(run))。")
      : Phrase("The last requests end together: no slot was ever idle.", zh: "最后几个请求同时结束：没有 slot 空转过。")
  }

  /// What the comparison shows.
  static func finding(_ upper: BatchSchedule, _ lower: BatchSchedule) -> Phrase {
    let tokens = upper.workload.totalOutput
    if upper.iterations == lower.iterations && upper.meanCompletion == lower.meanCompletion {
      return Phrase(
        "Outputs of equal length: both policies make the same schedule.", zh: "输出一样长：两种策略的调度完全相同。")
    }
    if upper.waiting.isEmpty {
      return Phrase(
        "Nobody waits, so nothing ends sooner; but who is done early returns early.",
        zh: "没有请求在等，总时间不变；但先结束的可以先返回。")
    }
    return Phrase(
      "Same \(tokens) tokens: a slot freed at an iteration boundary is refilled at once.",
      zh: "同样 \(tokens) 个 token：slot 在迭代边界一空出，就立刻有请求补上。")
  }

  static func chunked(_ run: BatchSchedule) -> Phrase {
    let budget = run.policy.budget ?? 0
    return Phrase(
      "Chunked prefill: prompts are cut at a budget of \(budget) tokens and spread out.",
      zh: "分块 prefill：prompt 按 \(budget) 个 token 的预算切开、分摊。")
  }

  static func cannotReturn(_ run: BatchSchedule) -> Phrase {
    guard let early = early(run) else {
      return Phrase(
        "The requests of a batch have equal outputs: all are done at once.", zh: "这一批请求的输出一样长：同时结束。")
    }
    return Phrase(
      "\(early) has all its tokens, but it cannot return before its batch does.",
      zh: "\(early) 的 token 已全部生成，但整批没结束，它不能返回。")
  }

  static func idles(_ run: BatchSchedule) -> Phrase {
    let n = run.waiting.count
    if early(run) == nil {
      return Phrase("The batch is over; not a slot has idled.", zh: "这一批结束了，没有 slot 空转。")
    }
    return n > 0
      ? Phrase(
        "The slots of finished requests idle, although \(n) requests wait.",
        zh: "已结束的 slot 在空转，尽管还有 \(n) 个请求在等。")
      : Phrase("The slots of finished requests idle until the batch is over.", zh: "已结束的 slot 一直空转，直到整批结束。")
  }

  static func leaveTogether(_ run: BatchSchedule) -> Phrase {
    let last = requestName(run.batches[0].longest)
    return run.batches.count > 1
      ? Phrase(
        "\(last) is done: the whole batch leaves at once, and the next one enters.",
        zh: "\(last) 结束：整批一起离开，下一批一起进入。")
      : Phrase("\(last) is done: the whole batch leaves at once.", zh: "\(last) 结束：整批一起离开。")
  }

  static func total(_ run: BatchSchedule) -> Phrase {
    guard run.idleShare > 0 else { return keepsSlot(run) }
    return Phrase(
      "A batch takes as long as its longest request: \(share(run)) of the slot time is idle.",
      zh: "一批的时间由最长的请求决定：\(share(run)) 的 slot 时间在空转。")
  }

  static func firstDone(_ run: BatchSchedule) -> Phrase {
    guard let first = firstToLeave(run) else { return noGap }
    let (name, head) = (requestName(first.id), run.waiting.first)
    let after = first.end == 1 ? "1 iteration" : "\(first.end) iterations"
    guard let head else {
      return Phrase(
        "\(name) is done after \(after); nobody waits.", zh: "\(first.end) 次迭代后 \(name) 结束，没有请求在等。")
    }
    return Phrase(
      "\(name) is done after \(after); \(requestName(head.id)) is at the head of the queue.",
      zh: "\(first.end) 次迭代后 \(name) 结束，队首是 \(requestName(head.id))。")
  }

  static func swap(_ run: BatchSchedule) -> Phrase {
    guard let first = firstToLeave(run) else { return refill }
    let name = requestName(first.id)
    guard let next = run.waiting.first(where: { $0.start == first.end && $0.slot == first.slot }) else {
      return Phrase(
        "At the iteration boundary \(name) leaves and returns at once.", zh: "到了迭代边界，\(name) 立即离开并返回。")
    }
    return Phrase(
      "At the iteration boundary \(name) leaves, and \(requestName(next.id)) enters its slot.",
      zh: "到了迭代边界，\(name) 离开，\(requestName(next.id)) 进入同一个 slot。")
  }

  private static func share(_ run: BatchSchedule) -> String { trimmed(run.idleShare * 100, 1) + " %" }

  private static func firstToLeave(_ run: BatchSchedule) -> BatchPlacement? {
    run.placements.min { $0.end != $1.end ? $0.end < $1.end : $0.slot < $1.slot }
  }

  /// The request of the first batch that is done before the others; nil when all end together.
  private static func early(_ run: BatchSchedule) -> String? {
    let batch = run.batches[0]
    let members = run.placements.filter { batch.requests.contains($0.id) }
    guard let first = members.min(by: { $0.lastToken < $1.lastToken }), first.lastToken < batch.end else {
      return nil
    }
    return requestName(first.id)
  }
}
