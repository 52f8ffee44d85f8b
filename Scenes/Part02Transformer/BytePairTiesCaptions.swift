import Figures
import Mechanisms

/// What the mode about ties says.
extension BytePairTiesView {
  private var count: Int { readings[0].count }

  var tieCaption: Phrase {
    let best = readings[0].run.steps[0].best
    return Phrase(
      "\(tied.count) pairs stand \(best) times each: the highest count does not choose between them.",
      zh: "\(tied.count) 个相邻对都出现 \(best) 次：光看计数选不出来。")
  }

  var firstCaption: Phrase {
    guard count > 0 else {
      return Phrase("With no merge allowed, neither list begins.", zh: "合并次数为 0：两张列表都空着。")
    }
    let names = readings.map { $0.name($0.run.merges[0].pair) }
    return Phrase(
      "One rule takes the pair met first, \(names[0]); the other takes \(names[1]).",
      zh: "一种规则取先遇到的 \(names[0])，另一种取 \(names[1])。")
  }

  var listsCaption: Phrase {
    let own = (0..<count).filter { !readings[1].makes(readings[0].run.merges[$0].symbol, of: readings[0]) }
      .count
    guard own > 0 else {
      return Phrase("So far both lists hold the same tokens.", zh: "到此为止，两张表的 token 相同。")
    }
    return Phrase(
      "The counts agree line by line, but \(own) of \(count) tokens exist in one list only.",
      zh: "两边计数逐行相同，但 \(count) 个 token 里有 \(own) 个只在一张表里。")
  }

  var lesson: Phrase {
    let (word, cuts) = (readings[0].probe, readings.map { $0.tokens($0.probe) })
    if words.count > 1 {
      return Phrase(
        "Both lists cut “\(word)” alike but not “\(words[1])”: ties are part of the tokenizer.",
        zh: "\(words[1]) 两边切法不同：平局规则也是 tokenizer 的一部分。")
    }
    if isCutAlike(word) {
      return Phrase("So far both lists cut every word here alike.", zh: "到此为止，这里的词两张表都切得一样。")
    }
    if cuts[0].count == cuts[1].count {
      return Phrase("The two lists cut “\(word)” at different places.", zh: "两张表把 \(word) 切在不同的地方。")
    }
    return Phrase(
      "“\(word)” is cut into \(cuts[0].count) tokens by one list, \(cuts[1].count) by the other.",
      zh: "\(word) 用一张表切成 \(cuts[0].count) 个 token，用另一张切成 \(cuts[1].count) 个。")
  }
}

extension BytePairReading {
  /// Whether this run's vocabulary has a symbol of another's.
  func makes(_ symbol: Int, of other: BytePairReading) -> Bool {
    run.vocabulary.contains { sameText($0, other.name(symbol)) }
  }
}
