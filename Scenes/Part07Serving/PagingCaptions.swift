import Figures
import Mechanisms

/// The sentences of the overview, of the paged and of the contiguous modes.
enum PagingCaptions {
  static func reserved(_ pool: ContiguousPool) -> Phrase {
    let share = fixed(pool.usedShare * 100)
    return Phrase(
      "Contiguous: three requests reserve the whole pool and have written \(share) % of it.",
      zh: "连续预留：三个请求占满整个池，只写了 \(share) %。")
  }

  static func ends(_ line: LineState) -> Phrase {
    Phrase(
      "A and C end: \(line.holed.freeSlots) slots are free, but in \(line.holed.holes.count) holes.",
      zh: "A 和 C 结束：空出 \(line.holed.freeSlots) 个 slot，却分成 \(line.holed.holes.count) 个空洞。")
  }

  static func refused(_ line: LineState) -> Phrase {
    Phrase(
      "D asks for \(line.request) slots in one run: \(line.holed.freeSlots) are free, and D is refused.",
      zh: "D 要连续 \(line.request) 个 slot：空闲共 \(line.holed.freeSlots) 个，仍被拒绝。")
  }

  static func blocks(_ line: LineState) -> Phrase {
    let pool = line.empty
    if let id = line.sequences[LineState.asking] {
      let needs = PagingWords.count(line.paged.sequences[id].table.count, "free block", "free blocks")
      return Phrase(
        "Cut into \(pool.count) blocks of \(pool.blockSize), the same pool admits D: any \(needs) will do.",
        zh: "同一个池切成 \(pool.count) 块，D 就能进入：任意 \(line.paged.sequences[id].table.count) 个空闲块都行。")
    }
    return Phrase(
      "PagedAttention cuts the same pool into \(pool.count) equal blocks of \(PagingWords.count(pool.blockSize, "slot", "slots")).",
      zh: "PagedAttention 把这个池切成 \(pool.count) 个等长的块。")
  }

  static func scattered(_ line: LineState) -> Phrase {
    guard line.sequences[LineState.asking] != nil else {
      return Phrase(
        "In blocks D needs more than are free, and is refused whole.", zh: "分成块，D 需要的仍比空闲的多，整个被拒绝。")
    }
    return Phrase(
      "In blocks D fits: any free block will do, so no hole is ever too small.",
      zh: "分成块，D 就放得下：任何空闲块都能用，没有太小的空洞。")
  }

  static func prompt(_ state: PoolState) -> Phrase {
    guard let table = state.pool.sequences.first?.table else { return refusal(state) }
    var list = ""
    for id in table.prefix(3) { list += (list.utf8.isEmpty ? "" : ", ") + "\(id)" }
    if table.count > 3 { list += " …" }
    return Phrase(
      "\(state.prompt) prompt tokens take \(PagingWords.count(table.count, "block", "blocks")) off the free list: \(list).",
      zh: "\(state.prompt) 个 prompt token 从空闲链表取 \(table.count) 块：\(list)。")
  }

  private static func refusal(_ state: PoolState) -> Phrase {
    let (needs, all) = (state.pool.blocks(for: state.prompt), state.pool.count)
    return Phrase(
      "The prompt needs \(needs) blocks, the pool has \(all): it is refused whole.",
      zh: "prompt 需要 \(needs) 块，池里只有 \(all) 块：整个被拒绝。")
  }

  /// Tokens after the prompt.
  static func append(from before: PagedPool, to after: PagedPool) -> Phrase {
    guard let old = before.sequences.first, let new = after.sequences.first else {
      return Phrase("Nothing was admitted, so nothing is written.", zh: "没有接纳请求，也就没有写入。")
    }
    if new.isHalted { return Phrase("No block is free: the sequence halts.", zh: "没有空闲块：这个序列停住。") }
    if new.table.count == old.table.count, let last = new.table.last {
      return Phrase(
        "Tokens drop in one by one; block \(last) has room, so the table stays.",
        zh: "token 逐个落入：块 \(last) 还有位置，表不变。")
    }
    return Phrase(
      "Tokens drop in one by one; only when a block is full does a new arrow appear.",
      zh: "token 逐个落入：只有写满一块，才会多出一个箭头。")
  }

  static func fork(_ state: PoolState) -> Phrase {
    let n = state.pool.sequences.count
    guard n > 1 else {
      return Phrase("Back at the prompt: one sample only, nobody shares.", zh: "回到 prompt：只采样一份，没有共享。")
    }
    let tables = n == 2 ? "a second table" : "\(n - 1) more tables"
    return Phrase(
      "Back at the prompt, sampled \(n) times: \(tables), the same blocks, counts of \(n).",
      zh: "回到 prompt，采样 \(n) 份：多出 \(n - 1) 张表，块还是那些，计数变成 \(n)。")
  }

  static func ended(_ before: PagedPool, _ after: PagedPool) -> Phrase {
    guard !before.sequences.isEmpty else { return Phrase("There is nothing to give back.", zh: "没有东西要还。") }
    let back = after.free.count - before.free.count
    let kept = (before.sequences.first?.table.count ?? 0) - back
    let list = PagingWords.count(back, "block returns", "blocks return")
    let length = before.sequences[0].length
    guard kept > 0 else {
      return Phrase(
        "A ends: counts drop to 0, and \(list) to the free list.", zh: "A 结束：计数都降到 0，\(back) 块回到空闲链表。")
    }
    return Phrase(
      "A ends at \(PagingWords.count(length, "token", "tokens")), in \(back + kept) blocks: \(list), \(kept) \(kept == 1 ? "is" : "are") still read.",
      zh: "A 写到 \(length) 个 token、\(back + kept) 块时结束：归还 \(back) 块，\(kept) 块还有读者。")
  }

  static func still(_ pool: PagedPool) -> Phrase {
    guard !pool.sequences.isEmpty else {
      return Phrase("A prompt larger than the free list is refused whole.", zh: "比空闲链表还大的 prompt 整个被拒绝。")
    }
    let b = pool.blockSize
    guard b > 1 else {
      return Phrase(
        "Blocks sit anywhere; those of one token leave no slot empty.", zh: "块可以放在任何地方；一块一个 token，没有空 slot。")
    }
    guard pool.copies > 0 else {
      return Phrase(
        "Blocks sit anywhere; each sequence wastes at most \(b) − 1 = \(b - 1) slots, in its last block.",
        zh: "块放在哪都行；每序列只在末块浪费，最多 \(b) − 1 = \(b - 1) 个 slot。")
    }
    return Phrase(
      "Blocks sit anywhere, shared until written; each sequence wastes at most \(b) − 1 = \(b - 1) slots.",
      zh: "块放在哪都行，写入前共享；每序列最多浪费 \(b) − 1 = \(b - 1) 个 slot。")
  }

  // MARK: Paged

  static func fill(_ pool: PagedPool, _ count: Int) -> Phrase {
    guard count > 0, let last = pool.lastBlock(of: 0) else {
      return Phrase(
        "Its last block is full: there is no slot for the next token.", zh: "最后一块已满：下一个 token 没有 slot。")
    }
    return Phrase(
      "\(count == 1 ? "Token" : "Tokens up to") \(pool.sequences[0].length) \(count == 1 ? "fills" : "fill") block \(last): the table does not change.",
      zh: "第 \(pool.sequences[0].length) 个 token 写满块 \(last)：表不变。")
  }

  static func open(_ pool: PagedPool) -> Phrase {
    guard let entry = pool.sequences.first, let last = entry.table.last else {
      return Phrase("The prompt was refused: there is nothing to write.", zh: "prompt 被拒绝：没有可写的。")
    }
    if entry.isHalted {
      return Phrase(
        "No block is free for token \(entry.length + 1): the sequence halts.",
        zh: "第 \(entry.length + 1) 个 token 没有空闲块：序列停住。")
    }
    return Phrase(
      "Token \(entry.length) takes block \(last), wherever it lies: one more entry, one more arrow.",
      zh: "第 \(entry.length) 个 token 取块 \(last)，不管它在哪里：表多一项，多一个箭头。")
  }

  static func gathered(_ state: PoolState) -> Phrase {
    let (pool, most) = (state.pool, state.pool.blockSize - 1)
    let lost = PagingWords.count(most, "slot", "slots")
    var refused = ""
    for guest in state.guests where guest.sequence == nil {
      refused += (refused.utf8.isEmpty ? "" : ", ") + requestName(guest.id)
    }
    guard refused.utf8.isEmpty else {
      return Phrase(
        "Refused whole, for want of blocks: \(refused). Each of the others lost \(most > 0 ? "\(lost) at most" : "nothing").",
        zh: "块不够，整个拒绝：\(refused)。其余每个最多浪费 \(most) 个 slot。")
    }
    guard most > 0 else {
      return Phrase(
        "\(pool.written) tokens in as many slots: blocks of one token waste nothing.",
        zh: "\(pool.written) 个 slot 存 \(pool.written) 个 token：一块一个 token，没有浪费。")
    }
    return Phrase(
      "\(pool.written) tokens in \(pool.allocated * pool.blockSize) slots: each loses \(lost) at most, in its last block.",
      zh: "\(pool.written) 个 token 占 \(pool.allocated * pool.blockSize) 个 slot：只在末块浪费，最多 \(most) 个。")
  }
}
