import Figures
import Mechanisms

/// The words of the contiguous mode.
enum PolicyWords {
  static let requests = Phrase("Requests", zh: "请求")
  static let lengths = Phrase("final lengths, which nobody knows when they arrive", zh: "最终长度，到达时谁也不知道")

  static func subtitle(_ slots: Int) -> Phrase {
    Phrase("a pool of \(slots) token slots, first fit", zh: "\(slots) 个 token slot 的池，首次适配")
  }

  static func name(_ policy: ContiguousPool.Policy) -> Phrase {
    switch policy {
    case .longest: Phrase("Longest", zh: "最长")
    case .powerOfTwo: Phrase("Power of two", zh: "2 的幂")
    case .exact: Phrase("Exact", zh: "精确")
    }
  }

  static func rule(_ policy: ContiguousPool.Policy) -> Phrase {
    switch policy {
    case .longest(let most):
      Phrase("\(most) slots for each: it might get that long", zh: "每个预留 \(most) 个：也许会写那么长")
    case .powerOfTwo: Phrase("its length rounded up", zh: "长度向上取到 2 的幂")
    case .exact: Phrase("its length, if somebody knew it", zh: "恰好够用，如果事先知道长度")
    }
  }

  static func row(_ policy: ContiguousPool.Policy) -> Phrase {
    policy == .powerOfTwo ? Phrase("power of two", zh: "2 的幂") : Phrase("longest", zh: "最长")
  }

  static func refused(_ pool: ContiguousPool) -> Phrase {
    var names = ""
    for id in pool.refused { names += (names.utf8.isEmpty ? "" : ", ") + requestName(id) }
    return Phrase("✕ refused: \(names)", zh: "✕ 拒绝：\(names)")
  }

  static func request(_ id: Int, _ length: Int) -> [Phrase] {
    let name = requestName(id)
    return [
      Phrase("\(name): \(length) tokens", zh: "\(name)：\(length) 个 token"), Phrase("\(name) `\(length)`"),
      Phrase(name),
    ]
  }

  static func told(_ id: Int, _ length: Int) -> Phrase {
    Phrase("request \(requestName(id)), \(length) tokens", zh: "请求 \(requestName(id))，\(length) 个 token")
  }

  static func unused(_ slots: Int) -> [Phrase] {
    slots > 0 ? [Phrase("\(slots) unused", zh: "\(slots) 未用"), Phrase("\(slots)")] : []
  }
}

/// The sentences of the contiguous mode.
enum PolicyCaptions {
  static let arrive = Phrase(
    "Four requests arrive; only we know how long they will get.", zh: "四个请求到达；最终多长，只有我们知道。")

  static func of(_ state: PolicyState) -> Phrase {
    let pool = state.pools[max(0, state.shown - 1)]
    let (used, refused) = (trimmed(pool.usedShare * 100, 1), pool.refused.count)
    let (all, none) = (state.lengths.count, refused == 0)
    let (en, zh) = (
      none ? "nobody is refused" : "\(refused) of \(all) are refused",
      none ? "没有拒绝谁" : "\(all) 个里拒绝 \(refused) 个"
    )
    switch PolicyState.policies[max(0, state.shown - 1)] {
    case .longest(let most):
      return Phrase(
        "Reserve \(most) for each: \(used) % of it is used, and \(en).",
        zh: "每个预留 \(most)：只用了 \(used) %，\(zh)。")
    case .powerOfTwo:
      return Phrase(
        "Reserve the next power of two: \(used) % is used, and \(en).",
        zh: "预留 2 的幂：用了 \(used) %，\(zh)。")
    case .exact:
      return Phrase(
        "Exact lengths waste nothing, but nobody knows them when a request arrives.",
        zh: "恰好的长度不浪费，但请求到达时没人知道。")
    }
  }

  static let still = Phrase(
    "A contiguous run is reserved before its length is known: what is not written idles.",
    zh: "连续的一段要在长度未知时预留：没写的部分就空着。")
}
