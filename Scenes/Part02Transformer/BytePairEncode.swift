import Figures
import Instruments
import Mechanisms

/// How the list cuts a word: it tries rule by rule in the order learnt. Then three other words.
public struct BytePairEncode: Sendable {
  let reading: BytePairReading
  /// How many rules the word has tried; nil before it comes.
  let tried: Int?
  /// Whether it has passed the list.
  var isDone = false
  /// Whether the other words are shown.
  var others = false

  static func story(_ r: BytePairReading) -> Story<BytePairFigure.State> {
    let applied = r.applied(r.count)
    let pace = Pace(staggers: false)
    func at(_ tried: Int?, isDone: Bool = false, others: Bool = false) -> BytePairFigure.State {
      .encode(BytePairEncode(reading: r, tried: tried, isDone: isDone, others: others))
    }
    let first = applied.first.map { $0 + 1 } ?? r.count
    let later = applied.dropFirst().map { at($0 + 1) }
    return Story {
      Beat(
        "letters", run: [at(nil), at(0)],
        Phrase("“\(r.probe)” starts as letters, above the list of merges.", zh: "\(r.probe) 先拆成字母，站在合并列表上方。"))
      Beat("first merge", at(first), firstCaption(r, applied.first), pace: pace)
      Beat("fall", run: later.isEmpty ? [at(r.count)] : later, fallCaption(r, applied.count), pace: pace)
      Beat(
        "stop", at(r.count, isDone: true),
        Phrase(
          "No merge is left to try: “\(r.probe)” is \(r.text(r.tokens(r.probe))).",
          zh: "再没有可试的合并：\(r.probe) 成了 \(r.verdict[.zh])。"), pace: pace)
      Beat("other words", at(r.count, isDone: true, others: true), lesson, pace: pace)
    }
  }

  private static let lesson = Phrase(
    "The same list cuts any word of known letters; joined, its tokens give the word back.",
    zh: "同一张列表能切任何由已知字母组成的词；token 连起来就是原词。")

  private static func firstCaption(_ r: BytePairReading, _ rule: Int?) -> Phrase {
    guard let rule else {
      return Phrase("No merge of the list applies, so the letters stay.", zh: "列表里没有能用的合并，字母原样不动。")
    }
    let pair = r.name(r.run.merges[rule].pair)
    return Phrase(
      "The earliest merge that applies comes first: number \(rule + 1), \(pair).",
      zh: "先用最早学到、又用得上的合并：第 \(rule + 1) 条，\(pair)。")
  }

  private static func fallCaption(_ r: BytePairReading, _ applied: Int) -> Phrase {
    guard r.count > 0 else {
      return Phrase("An empty list leaves every word in letters.", zh: "列表是空的：什么词都只有字母。")
    }
    return Phrase(
      "Down the list, \(applied) of \(r.count) merges apply; the others find no such pair.",
      zh: "沿列表往下，\(r.count) 条合并中有 \(applied) 条用得上，其余找不到这样的相邻对。")
  }

  var stage: Stage {
    let r = reading
    let applied = r.applied(tried ?? 0)
    return Stage(
      subtitle: Phrase(
        "The earliest-learnt merge that applies goes first, not the longest match",
        zh: "先用最早学到的合并，而不是找最长匹配"),
      telemetry: r.telemetry(r.count), caption: Self.lesson
    ) {
      r.bands(tried: tried ?? 0)
      BytePairReading.head(Words.merges, Words.order)
      r.rules(r.count, hasKey: isDone) { isDone && !applied.contains($0) ? .quiet : .rest }
      if let tried {
        BytePairReading.place(
          1,
          BytePairReading.head(Phrase("“\(r.probe)”"), r.remark(isDone: isDone)).same("ladder head"))
        BytePairReading.place(1, r.ladder(tried: tried, isDone: isDone))
      }
      BytePairReading.place(2, otherWords).same("others")
    }
  }

  /// Every word that can be chosen, the chosen one solid.
  private var otherWords: Node {
    Column(spacing: 0) {
      BytePairReading.head(
        Phrase("The same list", zh: "同一张列表"), Phrase("cuts other words", zh: "切别的词")
      ).frame(height: BytePairReading.heading + Spacing.m, align: .topLeading)
      for (i, word) in BytePairCorpus.probes.enumerated() {
        let isChosen = sameText(word, reading.probe)
        Column(spacing: Spacing.xs) {
          Row(spacing: Spacing.s) {
            Text(Phrase(word), isChosen ? .data.bold : .data)
            if others { Text(reading.verdict(word), .note.painted(.muted)).same("verdict", i) }
          }
          reading.word(
            word, reading.tokens(word, rules: others ? .max : 0), id: 20 + i,
            isNew: { _ in isChosen && others })
        }.frame(height: 82, align: .topLeading)
      }
    }.node
  }

  private enum Words {
    static let merges = Phrase("Merges", zh: "合并")
    static let order = Phrase("in the order learnt", zh: "按学到的顺序")
  }
}
