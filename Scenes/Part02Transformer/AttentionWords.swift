import Figures
import Mechanisms

/// Words that several modes use.
enum Words {
  static let query = Phrase("query q", zh: "query q")
  static let key = Phrase("key k", zh: "key k")
  static let value = Phrase("value v", zh: "value v")
  static let score = Phrase("score q · k", zh: "得分 q · k")
  static let sum = Phrase("sum", zh: "和")
  /// What the row and the column of shares are made of.
  static let shareOfSum = Phrase("÷ sum = share", zh: "÷ 和 = 份额")
  static let shareColumn = Phrase("÷ sum\n= share", zh: "÷ 和\n= 份额")
  static let output = Phrase("output", zh: "输出")
  static let widths = Phrase("width =\nshare", zh: "宽度 =\n份额")
  static let mask = Phrase("causal mask", zh: "因果掩码")
  static let kinds = [
    Phrase("determiner", zh: "限定词"), Phrase("noun", zh: "名词"), Phrase("verb", zh: "动词"),
    Phrase("preposition", zh: "介词"),
  ]
  static let dimensions = [
    Phrase("det.", zh: "限定词"), Phrase("noun", zh: "名词"), Phrase("verb", zh: "动词"),
    Phrase("prep.", zh: "介词"),
  ]
  static let later = Phrase(
    "Later tokens get −∞ before softmax, so a share of 0.", zh: "后面的 token 在 softmax 之前得 −∞，份额就是 0。")
  /// The heading of the triangle, before and after the first row of shares has come.
  static func matrix(filled: Bool) -> Phrase {
    Phrase(
      "**attention weights**\(filled ? " are these shares" : "")\na row for each query, a column for each key",
      zh: "**注意力权重**\(filled ? "就是这些份额" : "")\n一行一个 query，一列一个 key")
  }
  static let rounding = Phrase("each row sums to 1, but for rounding", zh: "每行之和为 1（数字经过舍入）")

  static func new(_ r: AttentionReading) -> Phrase { Phrase("new \(r.asked)", zh: "新的 \(r.word)") }
  /// The same on a chip.
  static func newToken(_ r: AttentionReading) -> Phrase { Phrase("new\n\(r.word)", zh: "新的\n\(r.word)") }
}

/// The sentences of the default story.
enum Captions {
  static let split = Phrase(
    "Each token makes three vectors: a query, a key and a value.", zh: "每个 token 生成三个向量：query、key 和 value。")

  static func still(_ r: AttentionReading) -> Phrase {
    r.masked
      ? Phrase(
        "Each token scores itself and earlier ones; softmax makes shares; values mix in them.",
        zh: "给自己和前面打分，softmax 化成份额，value 按份额混合。")
      : Phrase(
        "Each token scores every token; softmax makes shares; values mix in them.",
        zh: "给所有 token 打分，softmax 化成份额，value 按份额混合。")
  }

  static func ask(_ r: AttentionReading) -> Phrase {
    r.masked
      ? Phrase(
        "\(r.asked) sends its query back; each key it meets answers with a score, q · k.",
        zh: "\(r.word) 把 query 送回前面；每个 key 用点积回一个得分。")
      : Phrase(
        "\(r.asked) sends its query to every token; each key answers with a score, q · k.",
        zh: "\(r.word) 把 query 送给所有 token；每个 key 用点积回一个得分。")
  }

  static func mask(_ r: AttentionReading) -> Phrase {
    if !r.masked {
      return Phrase("The mask is off: later tokens keep their scores.", zh: "掩码已关：后面的 token 保留得分。")
    }
    if r.query == r.count - 1 {
      return Phrase(
        "\(r.asked) is last: the causal mask hides later keys from every row but this one.",
        zh: "\(r.word) 排在最后：因果掩码遮住别的行，唯独这一行不用遮。")
    }
    return Phrase(
      "Before softmax, the causal mask sets the scores of later tokens to −∞.",
      zh: "softmax 之前，因果掩码把后面 token 的得分设为 −∞。")
  }

  static func softmax(_ r: AttentionReading) -> Phrase {
    r.scaled
      ? Phrase(
        "Divided by √d_{k} = √\(r.width), scores go through softmax: shares that sum to 1.",
        zh: "得分除以 √d_{k} = √\(r.width)，再由 softmax 化成份额，总和为 1。")
      : Phrase(
        "Without the division by √d_{k} = √\(r.width), softmax gives the largest score even more.",
        zh: "不除以 √d_{k} = √\(r.width)，softmax 就更偏向最大的得分。")
  }

  static func mix(_ r: AttentionReading) -> Phrase {
    Phrase(
      "Values flow in those shares and merge into the new \(r.asked).",
      zh: "各个 value 按份额汇入，合成新的 \(r.word)。")
  }

  static func allRows(_ r: AttentionReading) -> Phrase {
    r.masked
      ? Phrase(
        "All rows run at once: each cell of the triangle is one arc over the sentence.",
        zh: "所有行同时计算：三角形里的一格，就是句子上方的一条弧。")
      : Phrase(
        "All rows run at once: with no mask each of the \(r.run.liveEdges) cells is an arc.",
        zh: "所有行同时计算：没有掩码，\(r.run.liveEdges) 格就是 \(r.run.liveEdges) 条弧。")
  }
}
