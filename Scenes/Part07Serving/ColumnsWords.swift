import Figures
import Mechanisms

/// The words of the chunked prefill mode.
enum ColumnsWords {
  static let columns = Phrase("Tokens", zh: "token 数")
  static let taller = Phrase(
    "a column is one iteration: the taller, the longer it takes", zh: "一列是一次迭代：越高，耗时越长")

  static func subtitle(_ run: BatchSchedule) -> Phrase {
    let (n, slots) = (run.placements.count, run.slots)
    return Phrase(
      "\(n) requests, \(slots) slots; prefill, then decode",
      zh: "\(n) 个请求，\(slots) 个 slot（槽位）；先 prefill，再 decode")
  }

  static func rule(_ policy: BatchPolicy) -> Phrase {
    policy == .continuous
      ? Phrase("a prompt is computed whole, in the iteration that it enters", zh: "prompt 在进入的那次迭代里整个算完")
      : BatchingWords.rule(policy)
  }

  static func budget(_ tokens: Int) -> Phrase { Phrase("token budget: \(tokens)", zh: "token 预算：\(tokens)") }

  static func stall(_ stall: (iteration: Int, request: Int, tokens: Int), _ followed: Int) -> [Phrase] {
    let (name, other) = (requestName(followed), requestName(stall.request))
    return [
      Phrase(
        "\(name)’s next token waits for \(other)’s \(stall.tokens) prompt tokens",
        zh: "\(name) 的下一个 token 要等 \(other) 的 \(stall.tokens) 个 prompt token"),
      Phrase("\(name) waits for \(other)", zh: "\(name) 在等 \(other)"),
    ]
  }

  /// What the cut columns show: each line in wordings from long to short.
  static func notes(_ state: ColumnsState) -> [[Phrase]] {
    let run = state.shown
    guard let cut = run.placements.first(where: { $0.chunks.count > 1 }) else {
      return [[Phrase("no prompt is cut", zh: "没有 prompt 被切开")]]
    }
    guard state.note == .cut else { return [longer(state), reread(run)] }
    let tallest = [tallest(state)].filter { _ in
      (state.heights.whole.max() ?? 0) > (state.heights.shown.max() ?? 0)
    }
    let followed = run.placement(of: state.followed).map { waits($0) } ?? []
    return tallest + [pieces(cut)] + (followed.isEmpty ? [] : [followed])
  }

  private static func tallest(_ state: ColumnsState) -> [Phrase] {
    let n = state.heights.whole.max() ?? 0
    return [
      Phrase("without a budget one iteration takes \(n) tokens", zh: "没有预算时，一次迭代要算 \(n) 个 token"),
      Phrase("without a budget: \(n)", zh: "没有预算：\(n)"),
    ]
  }

  private static func pieces(_ p: BatchPlacement) -> [Phrase] {
    var sum = ""
    for chunk in p.chunks { sum += (sum.utf8.isEmpty ? "" : " + ") + "\(chunk.tokens)" }
    let (name, equation) = (requestName(p.id), "`\(p.request.prompt) = \(sum)`")
    return [
      Phrase("prompt of \(name), cut: \(equation)", zh: "\(name) 的 prompt 被切开：\(equation)"),
      Phrase("\(name): \(equation)"),
    ]
  }

  private static func waits(_ p: BatchPlacement) -> [Phrase] {
    let wait = (p.chunks.first?.iteration ?? p.start) - p.start
    let name = requestName(p.id)
    guard wait > 0 else { return [] }
    let count = wait == 1 ? "1 iteration" : "\(wait) iterations"
    return [
      Phrase("\(name) has a slot, but waits \(count) for budget", zh: "\(name) 有 slot，但要等 \(wait) 次迭代才轮到预算"),
      Phrase("\(name) waits for budget", zh: "\(name) 在等预算"),
    ]
  }

  private static func longer(_ state: ColumnsState) -> [Phrase] {
    let more = state.shown.iterations - state.reference.iterations
    let count = more == 1 ? "1 iteration" : "\(more) iterations"
    return [Phrase("\(count) more than without a budget", zh: "比没有预算时多 \(more) 次迭代"), Phrase("+ \(more)")]
  }

  private static func reread(_ run: BatchSchedule) -> [Phrase] {
    let tokens = run.placements.reduce(0) { $0 + $1.rereadTokens }
    return [
      Phrase("later chunks read the KV of \(tokens) tokens again", zh: "后面的块要重读 \(tokens) 个 token 的 KV"),
      Phrase("KV read again: \(tokens)", zh: "重读 KV：\(tokens)"),
    ]
  }
}

/// The sentences of the chunked prefill mode.
enum ColumnsCaptions {
  static let columns = Phrase(
    "Each iteration computes the whole prompts of those that enter and a token for each decode.",
    zh: "每次迭代：新 prompt 整个算完，每个 decode 算一个 token。")

  static func stall(_ state: ColumnsState) -> Phrase {
    guard let stall = state.stall else {
      return Phrase(
        "A tall column holds up every request that decodes in it.", zh: "列一高，同一次迭代里的 decode 都被拖慢。")
    }
    return Phrase(
      "A prompt of \(stall.tokens) tokens holds up all who decode in iteration \(stall.iteration).",
      zh: "\(stall.tokens) 个 token 的 prompt 拖住了迭代 \(stall.iteration) 里所有 decode。")
  }

  static func budget(_ state: ColumnsState) -> Phrase {
    let limit = state.budget ?? 0
    let over = state.heights.whole.filter { $0 > limit }.count
    return Phrase(
      "A budget of \(limit) tokens for each iteration: \(over) of \(state.reference.iterations) columns are too tall.",
      zh: "每次迭代的预算是 \(limit) 个 token：\(state.reference.iterations) 列里有 \(over) 列超出。")
  }

  static func cut(_ runs: BatchingRuns) -> Phrase {
    isSame(runs)
      ? Phrase("The budget is never reached: every prompt is computed whole.", zh: "预算从未用完：每个 prompt 都整个算完。")
      : Phrase(
        "Decodes go first, a token each; what the budget has left goes to prompts, cut to fit.",
        zh: "decode 先各拿一个 token，余下的给 prompt，放不下就切。")
  }

  static func price(_ runs: BatchingRuns) -> Phrase {
    let (a, b) = (runs.chunked.iterations, runs.continuous.iterations)
    if isSame(runs) {
      return Phrase(
        "It is the schedule of continuous batching again, stalls and all.", zh: "这又是连续批处理的调度，停顿也还在。")
    }
    return Phrase(
      "The price: \(a) iterations instead of \(b), and earlier KV is read again.",
      zh: "代价：迭代从 \(b) 次变成 \(a) 次，前面的 KV 还要重读。")
  }

  static func finding(_ runs: BatchingRuns) -> Phrase {
    isSame(runs)
      ? cut(runs)
      : Phrase(
        "Prompts are cut at the budget and spread: no prompt holds up the decodes for long.",
        zh: "prompt 按预算切开、分摊：再长的 prompt 也不会久拖 decode。")
  }

  private static func isSame(_ runs: BatchingRuns) -> Bool {
    runs.chunked.placements == runs.continuous.placements
  }
}
