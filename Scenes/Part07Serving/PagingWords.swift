import Figures
import Instruments
import Mechanisms

/// What the figure says in more than one place.
enum PagingWords {
  static let blocks = Phrase("physical blocks", zh: "物理块")
  static let references = Phrase("reference count", zh: "引用计数")
  static let freeList = Phrase("free list", zh: "空闲链表")
  static let freeListRule = Phrase(
    "its head is taken next; what comes back joins its tail", zh: "从表头取下一块；还回来的接到表尾")
  static let external = Phrase("external fragmentation", zh: "外部碎片")
  static let isolated = Phrase("internal fragmentation", zh: "内部碎片")
  private static let slots = Phrase("slots", zh: "slot")

  static func tokens(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 token" : "\(count) tokens", zh: "\(count) 个 token")
  }

  static func count(_ n: Int, _ one: String, _ many: String) -> String {
    n == 1 ? "1 \(one)" : "\(n) \(many)"
  }

  // MARK: Blocks

  /// A block for a reader who does not see it.
  static func block(_ id: Int, _ pool: PagedPool) -> Phrase {
    let (tokens, readers) = (pool.contents[id].count, pool.references[id])
    guard readers > 0 else { return Phrase("block \(id), free", zh: "物理块 \(id)，空闲") }
    let (held, named) = (count(tokens, "token", "tokens"), count(readers, "table", "tables"))
    return Phrase(
      "block \(id), \(held), named by \(named)", zh: "物理块 \(id)，\(tokens) 个 token，引用计数 \(readers)")
  }

  static func waste(_ slots: Int) -> [Phrase] {
    [
      Phrase("waste: \(count(slots, "slot", "slots"))", zh: "浪费 \(slots) 个 slot"),
      Phrase(count(slots, "slot", "slots"), zh: "\(slots) 个 slot"),
    ]
  }

  static func folded(_ ids: ClosedRange<Int>) -> Phrase {
    let (a, b) = (ids.lowerBound, ids.upperBound)
    guard a < b else { return Phrase("block \(a): free", zh: "块 \(a)：空闲") }
    return Phrase("blocks \(a)–\(b): free", zh: "块 \(a)–\(b)：空闲")
  }

  static func more(_ count: Int) -> Phrase { Phrase("and \(count) more", zh: "还有 \(count) 个") }

  // MARK: Tables

  static func table(_ id: Int, isHalted: Bool) -> [Phrase] {
    let name = requestName(id)
    if isHalted { return [Phrase("\(name) halts: no free block", zh: "\(name) 停住：没有空闲块")] }
    return [
      Phrase("\(name)’s block table", zh: "\(name) 的 block table（块表）"),
      Phrase("\(name)’s table", zh: "\(name) 的块表"),
    ]
  }

  /// The tokens that an entry covers.
  static func range(_ row: Int, of blockSize: Int, length: Int) -> [Phrase] {
    let (first, last) = (row * blockSize + 1, min((row + 1) * blockSize, length))
    guard first < last else { return [Phrase("token `\(first)`"), Phrase("`\(first)`")] }
    return [
      Phrase("tokens `\(first)–\(last)`", zh: "token `\(first)–\(last)`"), Phrase("`\(first)–\(last)`"),
    ]
  }

  static func refused(_ id: Int, needs: Int, free: Int) -> Phrase {
    let name = requestName(id)
    return Phrase(
      "**\(name) is refused**\nit needs \(count(needs, "block", "blocks")),\n\(free) free",
      zh: "**\(name) 被拒绝**\n需要 \(needs) 块，\n空闲 \(free) 块")
  }

  // MARK: Strips

  static func contiguousStrip(_ slots: Int) -> Phrase {
    Phrase("contiguous, \(slots) slots each", zh: "连续预留，每个 \(slots) slot")
  }
  static func pagedStrip(_ blockSize: Int) -> Phrase {
    Phrase("paged, blocks of \(blockSize)", zh: "分页，每块 \(blockSize) slot")
  }
  static func used(_ share: Double) -> Phrase {
    Phrase("\(trimmed(share * 100, 1)) % used", zh: "已用 \(trimmed(share * 100, 1)) %")
  }
  static func toScale(_ a: Int, _ b: Int) -> Phrase {
    Phrase("to scale: \(a) slots against \(b)", zh: "按比例：\(a) 比 \(b) 个 slot")
  }

  // MARK: Around the stage

  static func subtitle(_ state: PoolState) -> Phrase {
    let (b, prompt) = (state.pool.blockSize, state.prompt)
    let samples = state.pool.sequences.count
    if state.isMixed || samples < 2 {
      return Phrase(
        "a physical block: K and V of \(count(b, "token", "tokens")), for every layer",
        zh: "一个物理块：\(b) 个 token 的 K 和 V，每一层都有")
    }
    return Phrase(
      "a prompt of \(prompt), \(samples) samples; a block: K and V of \(count(b, "token", "tokens")), all layers",
      zh: "\(prompt) 个 token 的 prompt，采样 \(samples) 份；一块存 \(b) 个 token 各层的 K 和 V")
  }

  static func telemetry(_ pool: PagedPool) -> Telemetry {
    Telemetry([
      .init(Phrase("used", zh: "已用"), pool.usedShare * 100, digits: 1, unit: "%"),
      .init(Phrase("internal waste", zh: "内部浪费"), Double(pool.waste), unit: slots),
      .init(Phrase("shared", zh: "共享块"), Double(pool.shared)),
      .init(Phrase("copies", zh: "复制"), Double(pool.copies)),
      .init(Phrase("free", zh: "空闲块"), Double(pool.free.count)),
    ])
  }

  static func telemetry(_ pool: ContiguousPool) -> Telemetry {
    Telemetry([
      .init(Phrase("used", zh: "已用"), pool.usedShare * 100, digits: 1, unit: "%"),
      .init(Phrase("internal waste", zh: "内部浪费"), Double(pool.waste), unit: slots),
      .init(Phrase("free", zh: "空闲"), Double(pool.freeSlots), unit: slots),
      .init(Phrase("largest hole", zh: "最大空洞"), Double(pool.holes.map { $0.count }.max() ?? 0), unit: slots),
    ])
  }
}
