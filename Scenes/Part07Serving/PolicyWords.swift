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
