import Figures
import Mechanisms

/// What is written beside the tables.
enum PagingRemarks {
  /// Beside the table of one sequence.
  static func single(_ pool: PagedPool) -> Phrase? {
    guard pool.sequences.count == 1, let entry = pool.sequences.first, let last = entry.table.last else {
      return nil
    }
    if entry.table.count == 1 {
      return Phrase("Block\u{A0}\(last) was the head of the free list.", zh: "块\u{A0}\(last) 原是空闲链表的表头。")
    }
    let before = entry.table[entry.table.count - 2]
    return Phrase(
      "In the text block\u{A0}\(last) follows block\u{A0}\(before). In memory it lies anywhere: only the table knows the order.",
      zh: "按文字顺序，块\u{A0}\(last) 接在块\u{A0}\(before) 后面；在显存里可以放在任何地方，顺序只记在块表里。")
  }

  /// What became of the blocks of the first sequence.
  static func ended(_ before: PagedPool, _ after: PagedPool) -> Phrase? {
    guard let table = before.sequences.first?.table else { return nil }
    let (kept, back) = (table.first { after.references[$0] > 0 }, table.first { after.references[$0] == 0 })
    switch (kept, back) {
    case (let kept?, let back?):
      return Phrase(
        "A is over. Nobody else reads block\u{A0}\(back): it is free. Block\u{A0}\(kept) still has a reader.",
        zh: "A 结束。块\u{A0}\(back) 没有别的读者，变成空闲；块\u{A0}\(kept) 还有读者。")
    case (nil, let back?):
      return Phrase(
        "A is over. Nobody else reads its blocks: block\u{A0}\(back) is free again.",
        zh: "A 结束。它的块没有别的读者：块\u{A0}\(back) 重新空闲。")
    default: return Phrase("A is over. All its blocks have other readers.", zh: "A 结束。它的块都还有别的读者。")
    }
  }
}
