import Figures
import Mechanisms

/// The words of contiguous reservations.
enum LineWords {
  static let contiguous = Phrase("Contiguous", zh: "连续")
  static let paged = Phrase("Paged", zh: "分页")
  static let rule = Phrase("a request reserves one run, as long as it may ever get", zh: "每个请求按可能的最大长度预留连续一段")
  static let anywhere = Phrase("any free block will do", zh: "任何空闲块都可以用")

  static func subtitle(_ slots: Int) -> Phrase {
    Phrase("the \(slots) token slots of a KV cache in one line", zh: "KV cache 的 \(slots) 个 token slot，排成一行")
  }

  static func equal(_ pool: PagedPool) -> Phrase {
    let b = pool.blockSize
    return Phrase(
      "the same slots as \(pool.count) blocks of \(b)", zh: "同样的 slot，分成 \(pool.count) 个物理块，每块 \(b) 个")
  }

  static func empty(_ pool: PagedPool) -> Phrase {
    Phrase("every block has a number and is free", zh: "每个物理块都有编号，现在都空闲")
  }

  static func name(_ region: ContiguousPool.Region) -> [Phrase] {
    let name = requestName(region.request)
    return [
      Phrase("\(name): \(region.written) written", zh: "\(name)：已写 \(region.written)"),
      Phrase("\(name): \(region.written)", zh: "\(name)：\(region.written)"), Phrase(name),
    ]
  }

  static func reserves(_ region: ContiguousPool.Region) -> [Phrase] {
    let name = requestName(region.request)
    return [
      Phrase("\(name) reserves \(region.length) slots", zh: "\(name) 预留 \(region.length) 个 slot"),
      Phrase("\(name): \(region.length)", zh: "\(name)：\(region.length)"),
    ]
  }

  static func told(_ region: ContiguousPool.Region) -> Phrase {
    let name = requestName(region.request)
    return Phrase(
      "request \(name), \(region.length) slots reserved, \(region.written) written",
      zh: "请求 \(name)，预留 \(region.length) 个 slot，已写 \(region.written) 个")
  }

  static func unused(_ region: ContiguousPool.Region, isNamed: Bool) -> [Phrase] {
    let n = region.length - region.written
    guard n > 0 else { return [] }
    let short = [Phrase("\(n) unused", zh: "\(n) 未用"), Phrase("\(n)")]
    guard isNamed else { return short }
    return [
      Phrase("internal fragmentation: \(n) unused", zh: "内部碎片：\(n) 个 slot 未用"), PagingWords.isolated,
    ] + short
  }

  static func free(_ n: Int) -> [Phrase] { [Phrase("\(n) free", zh: "\(n) 空闲"), Phrase("\(n)")] }

  static func asks(_ n: Int) -> [Phrase] {
    let name = requestName(LineState.asking)
    return [
      Phrase("\(name) asks for \(n) in one run", zh: "\(name) 要连续 \(n) 个 slot"),
      Phrase("\(name): \(n)", zh: "\(name)：\(n)"), Phrase(name),
    ]
  }

  static func tooSmall(_ pool: ContiguousPool, _ request: Int) -> [Phrase] {
    let (free, hole) = (pool.freeSlots, pool.largestHole)
    return [
      Phrase(
        "**external fragmentation**: \(free) slots are free, but no hole has more than \(hole)",
        zh: "**外部碎片**：空闲 \(free) 个 slot，但最大的空洞只有 \(hole) 个"),
      PagingWords.external,
    ]
  }

  static func scattered(_ state: LineState) -> [Phrase] {
    let ask = requestName(LineState.asking)
    guard let id = state.sequences[LineState.asking] else {
      return [Phrase("\(ask) needs more blocks than are free: refused whole", zh: "\(ask) 需要的块比空闲的多：整个拒绝")]
    }
    var list = ""
    for block in state.paged.sequences[id].table { list += (list.utf8.isEmpty ? "" : ", ") + "\(block)" }
    let waste = state.paged.waste
    return [
      Phrase(
        "\(ask) fits: blocks `\(list)`. External fragmentation is 0, internal \(PagingWords.count(waste, "slot", "slots")).",
        zh: "\(ask) 放得下：块 `\(list)`。外部碎片为 0，内部碎片 \(waste) 个 slot。"),
      Phrase(
        "\(ask) fits; external fragmentation is 0, internal \(PagingWords.count(waste, "slot", "slots"))",
        zh: "\(ask) 放得下；外部碎片为 0，内部碎片 \(waste) 个 slot"),
    ]
  }
}
