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
      "\(n) × \(o) tokens; prefill \(d), decode tick \(tick) ms",
      zh: "\(n) × \(o) token；prefill \(d)，decode \(tick) ms")
  }

  static func rule(_ run: ServingRun) -> Phrase {
    guard run.gpus.contains(.prefill) else {
      return Phrase("a prefill goes before decode", zh: "prefill 排在 decode 前面")
    }
    return Phrase("a prefill pool above a decode pool", zh: "上面 prefill 池，下面 decode 池")
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
        column(Phrase("goodput", zh: "goodput（有效吞吐）"), "req/s/GPU", digits: 2) { $0.goodput(level) },
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
