/// What one iteration computes.
public struct IterationLoad: Equatable, Sendable {
  /// The iteration, from 0.
  public let iteration: Int
  /// Tokens it may compute; nil without a limit.
  public let budget: Int?
  /// Ids that decode one token each, in order of admission.
  public let decodes: [Int]
  /// Prompt tokens computed, oldest request first.
  public let chunks: [PromptChunk]

  /// Prompt tokens computed.
  public var promptTokens: Int { chunks.reduce(0) { $0 + $1.tokens } }
  /// Tokens computed, prompts and decodes.
  public var tokens: Int { decodes.count + promptTokens }
  /// Tokens of the budget left over; 0 without one, or when the decodes alone exceed it.
  public var unused: Int { budget.map { Swift.max(0, $0 - tokens) } ?? 0 }
}

extension BatchSchedule {
  /// What an iteration computes; nothing outside the schedule.
  public func load(of iteration: Int) -> IterationLoad {
    let running = running(in: iteration)
    var decodes: [Int] = []
    var chunks: [PromptChunk] = []
    for p in running {
      if p.cell(at: iteration)?.kind == .decode { decodes.append(p.id) }
      chunks += p.chunks.filter { $0.iteration == iteration }
    }
    return IterationLoad(iteration: iteration, budget: policy.budget, decodes: decodes, chunks: chunks)
  }

  /// The rows that an iteration gives to the linear layers, and how attention splits them.
  public func selectiveBatch(in iteration: Int) -> SelectiveBatch {
    var entries: [SelectiveBatch.Entry] = []
    for p in running(in: iteration) {
      guard let cell = p.cell(at: iteration), cell.tokens > 0 else { continue }
      let prompt = p.promptDone(by: iteration)
      // A decode feeds back the newest token, whose keys and values are not cached yet.
      let cached = cell.kind == .decode ? prompt + p.emitted(by: iteration) - 1 : prompt
      entries.append(SelectiveBatch.Entry(request: p.id, rows: cell.tokens, cached: cached))
    }
    return SelectiveBatch(entries)
  }

  /// Those that hold a slot in an iteration, oldest first.
  private func running(in iteration: Int) -> [BatchPlacement] {
    placements.filter { $0.start <= iteration && $0.end > iteration }
      .sorted {
        if $0.start != $1.start { return $0.start < $1.start }
        if $0.request.arrival != $1.request.arrival { return $0.request.arrival < $1.request.arrival }
        return $0.id < $1.id
      }
  }
}
