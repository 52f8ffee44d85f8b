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

  private static func slots(_ count: Int) -> Phrase { Phrase(count == 1 ? "slot" : "slots", zh: "slot") }

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

  static let copy = Phrase("copy", zh: "复制")
  static func shared(_ readers: Int) -> Phrase { Phrase("shared by \(readers)", zh: "\(readers) 张表共享") }

  static func waste(_ slots: Int) -> [Phrase] {
    let short = Phrase("waste", zh: "浪费")
    guard slots > 1 else { return [] }
    guard slots > 2 else { return [short] }
    return [Phrase("waste: \(slots) slots", zh: "浪费 \(slots) 个 slot"), short]
  }

  /// What each of several sequences loses in its last block.
  static func lost(_ state: PoolState) -> Phrase {
    var list = ""
    for guest in state.guests {
      guard let id = guest.sequence else { continue }
      let entry = state.pool.sequences[id]
      let lost = entry.table.count * state.pool.blockSize - entry.length
      list +=
        "\n\(requestName(guest.id)): `\(entry.table.count) × \(state.pool.blockSize) − \(entry.length) = \(lost)`"
    }
    return Phrase("**slots lost in last blocks**\(list)", zh: "**最后一块浪费的 slot**\(list)")
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
    readings(
      pool.usedShare, pool.waste, pool.shared, pool.copies, pool.free.count,
      Phrase(pool.free.count == 1 ? "block" : "blocks", zh: "块"))
  }

  /// A contiguous pool by the measures of a paged one.
  static func telemetry(beforePaging pool: ContiguousPool) -> Telemetry {
    readings(pool.usedShare, pool.waste, 0, 0, pool.freeSlots, slots(pool.freeSlots))
  }

  private static func readings(
    _ used: Double, _ waste: Int, _ shared: Int, _ copies: Int, _ free: Int, _ unit: Phrase
  ) -> Telemetry {
    func blocks(_ n: Int) -> Phrase { Phrase(n == 1 ? "block" : "blocks", zh: "块") }
    return Telemetry([
      .init(Phrase("used", zh: "已用"), used * 100, digits: 1, unit: "%"),
      .init(Phrase("internal waste", zh: "内部浪费"), Double(waste), unit: slots(waste)),
      .init(Phrase("shared", zh: "共享"), Double(shared), unit: blocks(shared)),
      .init(Phrase("copied", zh: "复制"), Double(copies), unit: blocks(copies)),
      .init(Phrase("free", zh: "空闲"), Double(free), unit: unit),
    ])
  }

  /// One contiguous pool, or a row for each of two.
  static func telemetry(_ pools: [ContiguousPool], rows: [Phrase] = []) -> Telemetry {
    func column(_ name: Phrase, _ unit: Phrase, digits: Int = 0, _ value: (ContiguousPool) -> Double)
      -> Telemetry.Reading
    {
      .init(name, values: pools.map { .number(value($0), NumberFormat(digits: digits)) }, unit: unit)
    }
    return Telemetry(
      [
        column(Phrase("used", zh: "已用"), "%", digits: 1) { $0.usedShare * 100 },
        column(Phrase("internal waste", zh: "内部浪费"), slots(2)) { Double($0.waste) },
        column(Phrase("free", zh: "空闲"), slots(2)) { Double($0.freeSlots) },
        column(Phrase("largest hole", zh: "最大空洞"), slots(2)) { Double($0.largestHole) },
      ], rows: rows)
  }
}
