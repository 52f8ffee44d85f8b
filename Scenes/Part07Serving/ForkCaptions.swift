import Figures
import Mechanisms

/// The words of the copy-on-write mode.
enum ForkCaptions {
  static let titles = [
    Phrase("Prompt", zh: "Prompt"), Phrase("Fork", zh: "分叉"), Phrase("Write", zh: "写入"),
  ]

  static func counts(_ pool: PagedPool) -> Phrase {
    Phrase("shared \(pool.shared), copies \(pool.copies)", zh: "共享 \(pool.shared)，复制 \(pool.copies)")
  }

  static func panel(_ index: Int, _ state: PoolState) -> Phrase {
    let pool = state.pool
    guard !pool.sequences.isEmpty else {
      return Phrase("The prompt needs more blocks than there are.", zh: "prompt 需要的块比池里的多。")
    }
    switch index {
    case 0: return tail(state)
    case 1: return fork(state)
    default: return write(state)
    }
  }

  private static func tail(_ state: PoolState) -> Phrase {
    let last = state.pool.lastBlock(of: 0) ?? 0
    let open = state.pool.waste
    guard open > 0 else {
      return Phrase("The prompt fills its last block, block \(last).", zh: "prompt 正好写满最后一块：块 \(last)。")
    }
    return Phrase(
      "Token \(state.prompt) is in block \(last), where \(PagingWords.count(open, "slot", "slots")) still \(open == 1 ? "waits" : "wait").",
      zh: "第 \(state.prompt) 个 token 写进块 \(last)，还剩 \(open) 个 slot。")
  }

  static func fork(_ state: PoolState) -> Phrase {
    let n = state.pool.sequences.count
    guard n > 1 else { return Phrase("One sample only: nobody shares a block.", zh: "只采样一份：没有共享。") }
    return Phrase(
      "A fork copies the table, not the blocks: each now has \(n) readers.", zh: "分叉只复制表，不复制块：每块都有 \(n) 个读者。")
  }

  static func write(_ state: PoolState) -> Phrase {
    switch state.write {
    case .copied(let from, let to):
      let n = state.pool.references[from] + 1
      return Phrase(
        "Block \(from) has \(n) readers: A’s write copies it to \(to), and A’s entry re-aims.",
        zh: "块 \(from) 有 \(n) 个读者：A 写入前复制到块 \(to)，表项改指。")
    case .opened(let block):
      return Phrase(
        "A’s last block is full and never written again: A takes block \(block), no copy.",
        zh: "A 的最后一块已满，不会再写：A 取块 \(block)，无需复制。")
    case .inPlace(let block):
      return Phrase("Block \(block) has one reader: A writes in place.", zh: "块 \(block) 只有一个读者：A 直接写入。")
    case .halted: return Phrase("No block is free: A halts.", zh: "没有空闲块：A 停住。")
    }
  }

  /// The write of a later sample.
  static func next(_ state: PoolState, _ name: String) -> Phrase {
    switch state.write {
    case .copied(let from, let to):
      return Phrase(
        "Block \(from) still has other readers: \(name)’s write copies it, to block \(to).",
        zh: "块 \(from) 还有别的读者：\(name) 写入前也要复制，到块 \(to)。")
    case .opened(let block):
      return Phrase(
        "\(name) takes block \(block) too: full blocks stay shared.", zh: "\(name) 也另取块 \(block)：写满的块继续共享。")
    case .inPlace(let block):
      return Phrase(
        "Now \(name) is alone on block \(block), and writes in place.",
        zh: "现在块 \(block) 只剩 \(name) 一个读者，直接写入。")
    case .halted: return Phrase("No block is free: \(name) halts.", zh: "没有空闲块：\(name) 停住。")
    }
  }

  static func saved(_ pool: PagedPool) -> Phrase {
    let (entries, blocks) = (pool.entries, pool.allocated)
    guard entries > blocks else {
      return Phrase(
        "\(PagingWords.count(entries, "table entry", "table entries")) on as many blocks: nothing is shared.",
        zh: "\(entries) 个表项对应 \(blocks) 个块：没有共享。")
    }
    let share = fixed(pool.savedShare * 100)
    return Phrase(
      "\(entries) table entries stand on \(blocks) blocks: sharing saves \(share) %.",
      zh: "\(entries) 个表项只占 \(blocks) 个块：共享省下 \(share) %。")
  }

  static func still(_ pool: PagedPool) -> Phrase {
    guard pool.copies > 0 else { return saved(pool) }
    return Phrase(
      "A shared block is copied when somebody writes in it, and only that block.",
      zh: "共享的块有人要写时才复制，而且只复制这一块。")
  }

  /// What the nth sample did with its first token, beside its table.
  static func remark(_ runs: PagingRuns, _ index: Int) -> Phrase? {
    guard runs.samples == 2, runs.forked.sequences.count == 2 else { return nil }
    let name = requestName(index)
    switch runs.write(index) {
    case .copied(let from, let to):
      return Phrase(
        "\(name) wrote first. Block\u{A0}\(from) had 2 readers, so it was copied to\u{A0}\(to).",
        zh: "\(name) 先写。块\u{A0}\(from) 有 2 个读者，所以先复制到块\u{A0}\(to)。")
    case .inPlace(let block) where index > 0:
      return Phrase(
        "Then \(name) was alone on block\u{A0}\(block) and wrote in place.",
        zh: "于是块\u{A0}\(block) 只剩 \(name) 在读，\(name) 直接写入。")
    case .opened(let block):
      return Phrase(
        "The last block was full, so \(name) took block\u{A0}\(block): no copy.",
        zh: "最后一块已满，\(name) 另取块\u{A0}\(block)：无需复制。")
    default: return nil
    }
  }
}
