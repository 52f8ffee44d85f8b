import Figures
import Instruments
import Mechanisms

/// What becomes of equally frequent pairs: two rules for ties, two lists, two tokenizers.
public struct BytePairTiesView: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case corpus, tied, first, lists, words
    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  /// Two runs: ties to the pair met first, and to the last in byte order.
  let readings: [BytePairReading]
  let step: Step

  init(_ met: BytePairReading, _ last: BytePairReading, _ step: Step) {
    readings = [met, last]
    self.step = step
  }

  static func story(_ met: BytePairReading, _ last: BytePairReading) -> Story<BytePairFigure.State> {
    func at(_ step: Step) -> BytePairFigure.State { .ties(BytePairTiesView(met, last, step)) }
    let view = BytePairTiesView(met, last, .words)
    return Story {
      Beat("tie", run: [at(.corpus), at(.tied)], view.tieCaption)
      Beat("first merge", at(.first), view.firstCaption)
      Beat("lists", at(.lists), view.listsCaption)
      Beat("words", at(.words), view.lesson)
    }
  }

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "The same algorithm with two rules for ties: to the pair met first, or to the last in byte order",
        zh: "同一个算法，两种平局规则：先遇到的优先，或字节序最大的优先"),
      telemetry: readings[0].telemetry(step < .first ? 0 : learnt), caption: lesson
    ) {
      scan
      for side in 0..<2 { BytePairReading.place(side + 1, list(side)) }
    }
  }

  /// The corpus before the first merge.
  var tied: [PairCount] { readings[0].run.steps[0].tied }
  /// How many rules are shown.
  private var learnt: Int {
    step < .first ? 0 : step == .first ? min(1, readings[0].count) : readings[0].count
  }

  /// The chosen word, and one that the lists cut differently, if it is not that.
  var words: [String] {
    let probe = readings[0].probe
    guard isCutAlike(probe) else { return [probe] }
    return [probe] + BytePairCorpus.probes.filter { !isCutAlike($0) }.prefix(1)
  }

  /// Whether both lists cut a word at the same places.
  func isCutAlike(_ word: String) -> Bool {
    readings[0].tokens(word).map { $0.letters } == readings[1].tokens(word).map { $0.letters }
  }

  // MARK: The columns

  /// The corpus as it is scanned; the seams of tied pairs bear their order, bold where first met.
  private var scan: Node {
    let r = readings[0]
    return Column(spacing: 0) {
      BytePairReading.head(
        Phrase("Corpus", zh: "语料"), Phrase("scanned as listed", zh: "按顺序扫描")
      ).frame(height: 34, align: .topLeading)
      r.corpus(0, pitch: 58) { w, i in step < .tied ? nil : seam(w, i) }
      Column(spacing: 6) {
        for (i, entry) in tied.enumerated() where step >= .tied {
          Row(spacing: Spacing.s) {
            Text(Phrase("\(i + 1)"), .data.bold).frame(width: 20, align: .trailing)
            r.pairRow(entry.pair, entry.count).same("tied", i)
          }
        }
      }.padding(Insets(top: Spacing.l))
    }.node
  }

  private func seam(_ w: Int, _ i: Int) -> Node? {
    let run = readings[0].run
    let pair = run.steps[0].words[w].pairs[i]
    guard let order = tied.firstIndex(where: { $0.pair == pair }) else { return nil }
    let isFirst = !run.steps[0].words[..<w].contains { $0.pairs.contains(pair) }
    return Text(Phrase("\(order + 1)"), isFirst ? .data.bold : .data.painted(.muted), align: 0.5)
      .same("order", w, i)
  }

  /// A list and, at the end, the word as it cuts it.
  private func list(_ side: Int) -> Node {
    let (r, other) = (readings[side], readings[1 - side])
    let name =
      side == 0
      ? (Phrase("First met", zh: "先遇到的"), Phrase("this figure’s rule", zh: "本图的规则"))
      : (Phrase("Last in byte order", zh: "字节序最大的"), Phrase("some tools", zh: "一些工具"))
    return Column(spacing: 0) {
      Overlay(align: .topLeading) {
        BytePairReading.head(name.0, name.1)
        // Two places at the end instead of one, for two words.
        r.rules(learnt, layer: side, isNamed: false) { i in
          if step == .first { return .best }
          return other.makes(r.run.merges[i].symbol, of: r) ? .quiet : .rest
        }.offset(y: -r.slots.pitch)
        if step == .words {
          for (i, word) in words.enumerated() {
            r.word(
              word, r.tokens(word), id: 9 + i, layer: side, height: r.slots.size, isNew: { _ in i == 0 }
            ).padding(
              Insets(
                left: BytePairReading.number,
                top: BytePairReading.heading + r.slots.start(r.slots.count - 2 + i)))
          }
        }
      }
    }.node
  }
}
