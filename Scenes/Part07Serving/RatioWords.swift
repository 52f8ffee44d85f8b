import Figures
import Mechanisms

/// The words of the ratio mode.
enum RatioWords {
  static let subtitle = Phrase(
    "DistServe’s example: 13B model, one A100 a replica", zh: "DistServe 的例子：13B 模型，每个副本一张 A100")
  static let served = Phrase("served", zh: "总吞吐")
  static let perGPU = Phrase("for each GPU", zh: "每 GPU")
  static let gain = Phrase("against colocated", zh: "相对混合")
  static let grid = Phrase("requests a second for each GPU", zh: "每 GPU 每秒请求数")

  static func reference(_ rate: Double) -> Phrase {
    Phrase("colocated: \(trimmed(rate, 1)) for each GPU", zh: "混合：每 GPU \(trimmed(rate, 1))")
  }
  static func prefill(_ n: Int, _ rate: Double) -> Phrase {
    Phrase("prefill pool, \(n)P: \(trimmed(rate, 1)) req/s", zh: "prefill 池，\(n)P：\(trimmed(rate, 1)) req/s")
  }
  static func decode(_ n: Int, _ rate: Double) -> Phrase {
    Phrase("decode pool, \(n)D: \(trimmed(rate, 1)) req/s", zh: "decode 池，\(n)D：\(trimmed(rate, 1)) req/s")
  }
  static func verdict(_ p: Double, _ d: Double) -> Phrase {
    if (p - d).magnitude < 1e-9 { return Phrase("Both keep pace: nothing idles.", zh: "两边正好匹配，没有空转。") }
    let rest = trimmed((p - d).magnitude, 1)
    return p < d
      ? Phrase(
        "Prefill decides; \(rest) req/s of decode idle.", zh: "prefill 决定吞吐；decode 有 \(rest) req/s 空转。")
      : Phrase(
        "Decode decides; \(rest) req/s of prefill idle.", zh: "decode 决定吞吐；prefill 有 \(rest) req/s 空转。")
  }

  static func caption(_ state: RatioState) -> Phrase {
    let (x, y) = (state.prefill, state.decode)
    let each = fixed(state.rates.perGPU(prefill: x, decode: y), 2)
    return Phrase(
      "\(x)P\(y)D serves as much as its slower pool: \(each) requests a second for each GPU.",
      zh: "\(x)P\(y)D 的吞吐由较慢的池决定：每 GPU 每秒 \(each) 个请求。")
  }

  static func chosen(_ state: RatioState) -> Phrase {
    let (x, y) = (state.prefill, state.decode)
    let each = fixed(state.rates.perGPU(prefill: x, decode: y), 2)
    let gain = fixed(state.rates.perGPU(prefill: x, decode: y) / state.rates.colocatedRate, 1)
    return Phrase(
      "\(x)P\(y)D: \(each) requests a second for each GPU, \(gain) times the colocated rate.",
      zh: "\(x)P\(y)D：每 GPU 每秒 \(each) 个请求，是混合的 \(gain) 倍。")
  }

  static func sweep(_ state: RatioState) -> Phrase {
    let best = state.best
    let each = fixed(state.rates.perGPU(prefill: best.prefill, decode: best.decode), 2)
    return Phrase(
      "Pools can be sized one by one: \(best.prefill)P\(best.decode)D serves most, \(each) for each GPU.",
      zh: "两个池可以分别配置：\(best.prefill)P\(best.decode)D 最高，每 GPU \(each)。")
  }
}
