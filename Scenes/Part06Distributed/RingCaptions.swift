import Figures
import Mechanisms

/// The sentences of the default story.
enum RingCaptions {
  static func chunks(_ r: RingReading) -> Phrase {
    Phrase(
      "\(r.ranks) ranks stand in a ring; each cuts its vector into \(r.ranks) chunks.",
      zh: "\(r.ranks) 个 rank 围成一环；各把自己的向量切成 \(r.ranks) 个分块。")
  }

  static func first(_ r: RingReading) -> Phrase {
    Phrase(
      "Every rank sends a different chunk to the next one at the same time: all links work.",
      zh: "每个 rank 同时把不同的分块发给下一个：所有链路都在工作。")
  }

  static func merge(_ r: RingReading) -> Phrase {
    Phrase(
      "What arrives is added to the same chunk there: 2 of \(r.ranks) ranks are in it now.",
      zh: "到达的分块与那里的同一分块相加：现在含 \(r.ranks) 个 rank 中的 2 个。")
  }

  static func reduced(_ r: RingReading) -> Phrase {
    Phrase(
      "After \(count(r.half, "step")) each rank holds one complete chunk, a different one each.",
      zh: "\(r.half) 步之后，每个 rank 各有一个完整的分块，互不相同。")
  }

  static func change(_ r: RingReading) -> Phrase {
    Phrase(
      "Now add becomes copy: complete chunks travel on and overwrite what they meet.",
      zh: "相加变成复制：完整的分块继续往前走，覆盖遇到的部分和。")
  }

  static func gathered(_ r: RingReading) -> Phrase {
    Phrase(
      "\(count(r.half, "more step", "more steps")), and every rank has every complete chunk, equal to the bit.",
      zh: "再走 \(r.half) 步，每个 rank 都有全部完整分块，逐位相等。")
  }

  static func root(_ r: RingReading) -> Phrase {
    Phrase(
      "A root passes \(amount(r.cost(.root).bytesOnBusiestPort)) through one port, \(r.ranks) times that: the ring is bandwidth-optimal.",
      zh: "根节点要让 \(amount(r.cost(.root).bytesOnBusiestPort)) 挤过一个端口，是环的 \(r.ranks) 倍：环是带宽最优。")
  }

  static func still(_ r: RingReading) -> Phrase {
    func load(_ scheme: AllReduceScheme, ranks: Int) -> String {
      let cost = AllReduceCost(
        scheme, ranks: ranks, bytes: r.bytes, bandwidth: r.bandwidth, latency: r.latency)
      return trimmed(cost.bytesOnBusiestPort / r.bytes, 2)
    }
    let (link, more) = (load(.ring, ranks: r.ranks), load(.ring, ranks: 2 * r.ranks))
    let (port, most) = (load(.root, ranks: r.ranks), load(.root, ranks: 2 * r.ranks))
    return Phrase(
      "With twice the ranks a link carries \(more)× the vector, not \(link)×; the root \(most)×, not \(port)×.",
      zh: "rank 翻倍：链路 \(link)→\(more) 倍向量，根端口 \(port)→\(most) 倍。")
  }

  /// A number of things in English.
  static func count(_ n: Int, _ one: String, _ many: String? = nil) -> String {
    n == 1 ? "1 \(one)" : "\(n) \(many ?? one + "s")"
  }
}
