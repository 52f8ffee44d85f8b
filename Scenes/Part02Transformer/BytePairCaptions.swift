import Figures
import Mechanisms

/// The sentences of the default story.
enum BytePairCaptions {
  static let subtitle = Phrase(
    "Glue the commonest pair, again and again; the list of glues is the tokenizer",
    zh: "反复合并最常见的相邻对；这张合并列表就是 tokenizer")

  static let words = Phrase(
    "Four words stand as letters; `</w>` is the end-of-word marker.", zh: "四个词先拆成字母；`</w>` 是词尾标记。")

  static func still(_ r: BytePairReading) -> Phrase {
    Phrase(
      "Merges learnt on four words, replayed in order, cut “\(r.probe)” into \(r.verdict[.en]).",
      zh: "在四个词上学到的合并，按顺序重放，把 \(r.probe) 切成 \(r.verdict[.zh])。")
  }

  static func count(_ r: BytePairReading) -> Phrase {
    let step = r.run.steps[0]
    guard let best = step.ranked.first else { return words }
    let sum = "\(r.addends(best.pair)) = \(step.best)"
    return Phrase(
      "A pair counts as often as its words do: \(r.name(best.pair)), \(sum), is the most, and met first.",
      zh: "相邻对按词频累计：\(r.name(best.pair)) 共 \(sum) 次，最多，也最先遇到。")
  }

  static func merge(_ r: BytePairReading) -> Phrase {
    guard let first = r.run.merges.first else {
      return Phrase("With no merge allowed, the list stays empty.", zh: "合并次数为 0：列表一直空着。")
    }
    return Phrase(
      "Every \(r.name(first.pair)) becomes one token at once; the merge enters the list.",
      zh: "每一处 \(r.name(first.pair)) 同时合成一个 token；这次合并记入列表。")
  }

  static func recount(_ r: BytePairReading) -> Phrase {
    guard let first = r.run.merges.first else {
      return Phrase(
        "The corpus keeps its \(r.run.steps[0].length) symbols: all letters.",
        zh: "语料仍是 \(r.run.steps[0].length) 个符号，全是字母。")
    }
    let next = r.name(r.run.steps[1].ranked[0].pair)
    let more = r.run.steps[1].inventory - r.run.steps[0].inventory
    return Phrase(
      "Corpus: \(first.count) symbols fewer; vocabulary: \(more) more. Counted anew, \(next) leads.",
      zh: "语料少 \(first.count) 个符号，词表多 \(more) 个；重新计数，\(next) 领先。")
  }

  static func again(_ r: BytePairReading) -> Phrase {
    let (start, end) = (r.run.steps[0].length, r.run.steps[r.count].length)
    guard r.count > 1 else {
      return Phrase("Training stops here: \(end) symbols are left.", zh: "训练到此为止：还剩 \(end) 个符号。")
    }
    return Phrase(
      "Merge, recount, merge: \(r.count) merges take the corpus from \(start) to \(end) symbols.",
      zh: "合并、重新计数、再合并：\(r.count) 次之后，语料从 \(start) 个符号减到 \(end) 个。")
  }

  static func encode(_ r: BytePairReading) -> Phrase {
    Phrase(
      "“\(r.probe)” falls through the list, rule by rule, and stops as \(r.verdict[.en]).",
      zh: "\(r.probe) 沿列表逐条落下，最后停在 \(r.verdict[.zh])。")
  }
}
