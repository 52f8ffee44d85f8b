import Figures
import Mechanisms

/// What the figure says in more than one place.
enum DisaggWords {
  static let tokens = Phrase("Tokens", zh: "Token")
  static let handover = Phrase("KV hand-over", zh: "KV 传输")

  static func subtitle(_ state: GanttState) -> Phrase {
    let run = state.runs[0]
    let (n, o) = (run.requests.count, run.requests.first?.output ?? 0)
    let (d, tick) = (trimmed(state.times.prefill, 1), trimmed(state.times.iteration, 1))
    return Phrase(
      "\(n) requests of \(o) tokens; prefill \(d) ms, tick \(tick) ms",
      zh: "\(n) 请求 × \(o) token；prefill \(d)，每步 \(tick) ms")
  }

  static func rule(_ run: ServingRun) -> Phrase {
    guard run.gpus.contains(.prefill) else {
      return Phrase("each GPU does both, prefill first", zh: "每张 GPU 两样都做，prefill 优先")
    }
    func count(_ pool: ServingRun.Pool) -> Int { run.gpus.filter { $0 == pool }.count }
    func gpus(_ n: Int) -> String { n == 1 ? "1 GPU" : "\(n) GPUs" }
    let (p, d) = (count(.prefill), count(.decode))
    return Phrase(
      "prefill pool: \(gpus(p)) (P), decode pool: \(gpus(d)) (D)",
      zh: "prefill 池：\(p) 张 GPU（P），decode 池：\(d) 张（D）")
  }

  static func tokenRule(_ measure: GanttState.Measure) -> Phrase {
    switch measure {
    case .none: return Phrase("the line is the wait, the square the first token", zh: "横线是等待，方块是第一个 token")
    case .gaps: return Phrase("the longest gap of each request is bracketed", zh: "括出每个请求的最长间隔")
    case .firstTokens:
      return Phrase("TTFT is bracketed: from arrival to first token", zh: "括出 TTFT：从到达到第一个 token")
    }
  }

  static func gpu(_ index: Int, _ run: ServingRun) -> Phrase {
    let first = run.gpus.firstIndex(of: run.gpus[index]) ?? 0
    let n = index - first + 1
    switch run.gpus[index] {
    case .mixed: return Phrase("GPU `\(n)`")
    case .prefill: return Phrase("prefill `\(n)`")
    case .decode: return Phrase("decode `\(n)`")
    }
  }

  static func row(_ id: Int, isLong: Bool) -> Phrase {
    let name = requestName(id)
    return isLong ? Phrase("\(name)’s tokens", zh: "\(name) 的 token") : Phrase(name)
  }

  static func prefill(_ id: Int) -> Phrase {
    Phrase("prefill of request \(requestName(id))", zh: "请求 \(requestName(id)) 的 prefill")
  }

  /// What the longest gap of a request is made of.
  static func gap(_ parts: ServingRun.GapParts) -> [Phrase] {
    var (en, zh, sum): ([String], [String], [String]) = ([], [], [])
    func add(_ x: Double, _ name: String, _ nameZh: String) {
      guard x > 1e-9 else { return }
      en.append("\(trimmed(x, 1)) ms \(name)")
      zh.append("\(nameZh) \(trimmed(x, 1))")
      sum.append(trimmed(x, 1))
    }
    let names = requestNames(parts.prefills)
    add(parts.prefill, "prefill of \(names)", "\(names) 的 prefill")
    add(parts.handover, "key–value (KV) hand-over", "KV（键值）传输")
    add(parts.wait, "wait", "等待")
    add(parts.iteration, "tick", "一步")
    let whole = trimmed(parts.prefill + parts.handover + parts.wait + parts.iteration, 1)
    guard sum.count > 1 else {
      return [Phrase("longest gap: a tick, \(whole) ms", zh: "最长间隔：一步，\(whole) ms")]
    }
    func joined(_ words: [String]) -> String {
      words.dropFirst().reduce(words[0]) { $0 + " + " + $1 }
    }
    return [
      Phrase("longest gap: \(joined(en)) = \(whole) ms", zh: "最长间隔：\(joined(zh)) = \(whole) ms"),
      Phrase("\(joined(sum)) = \(whole) ms"),
    ]
  }

  /// How the mean time of a request’s further tokens comes about, spelt out where it stands first; and what
  /// cells of less than full height are.
  static func pace(_ id: Int, _ run: ServingRun, isFirst: Bool) -> [Phrase] {
    let (name, tokens) = (requestName(id), run.tokens(of: id))
    guard let first = tokens.first, let last = tokens.last, tokens.count > 1 else { return [] }
    let sum =
      "(\(trimmed(last, 1)) − \(trimmed(first, 1))) / \(tokens.count - 1) = \(trimmed(run.tpot(id), 1)) ms"
    let short = Phrase("\(name)’s TPOT: \(sum)", zh: "\(name) 的 TPOT：\(sum)")
    guard !isFirst else {
      return [
        Phrase("\(name)’s time per output token (TPOT): \(sum)", zh: "\(name) 的 TPOT（每 token 时间）：\(sum)"),
        short,
      ]
    }
    guard run.work.contains(where: { $0.emits.count > 1 }) else { return [short] }
    return [
      Phrase(
        "\(short[.en]). A cut cell: requests share a tick.", zh: "\(short[.zh])。切开的格：共用一步。"), short,
    ]
  }

  static func milliseconds(_ x: Double) -> [Phrase] {
    [Phrase("\(trimmed(x, 1)) ms"), Phrase(trimmed(x, 1))]
  }

  static func telemetry(_ runs: [ServingRun], _ level: ServiceLevel) -> Telemetry {
    func column(_ name: Phrase, _ unit: Phrase, digits: Int, _ value: (ServingRun) -> Double)
      -> Telemetry.Reading
    {
      .init(name, values: runs.map { .number(value($0), NumberFormat(digits: digits)) }, unit: unit)
    }
    return Telemetry(
      [
        column(Phrase("mean TTFT", zh: "平均 TTFT"), "ms", digits: 1) { $0.meanTTFT },
        column(Phrase("max TPOT", zh: "最大 TPOT"), "ms", digits: 1) { $0.worstTPOT },
        column(Phrase("goodput (both ✓)", zh: "goodput（有效吞吐）"), "req/s/GPU", digits: 2) { $0.goodput(level) },
        .init(
          Phrase("utilisation P, D", zh: "利用率 P, D"), values: runs.map { .word(utilisation($0)) }, unit: "%"),
      ],
      rows: runs.count > 1
        ? runs.map { $0.gpus.contains(.prefill) ? $0.name : Phrase("colocated", zh: "混合") } : [])
  }

  private static func utilisation(_ run: ServingRun) -> Phrase {
    guard let p = run.utilisation(.prefill), let d = run.utilisation(.decode) else {
      return Phrase(fixed((run.utilisation(.mixed) ?? 0) * 100))
    }
    return Phrase("\(fixed(p * 100)), \(fixed(d * 100))")
  }
}
