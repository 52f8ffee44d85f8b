import Figures
import Instruments
import Mechanisms

/// What each merge does to the corpus and to the vocabulary: one gets shorter by the pair's count, the other
/// longer by one symbol.
public struct BytePairTrain: Sendable {
  let reading: BytePairReading
  /// How many merges are learnt so far.
  let merges: Int
  /// Whether the chosen word is cut as well.
  let isEncoding: Bool

  init(_ reading: BytePairReading, merges: Int, isEncoding: Bool = false) {
    self.reading = reading
    self.merges = merges
    self.isEncoding = isEncoding
  }

  static func story(_ r: BytePairReading) -> Story<BytePairFigure.State> {
    func run(_ from: Int, _ to: Int) -> [BytePairFigure.State] {
      (from...max(from, to)).map { .train(BytePairTrain(r, merges: min($0, r.count))) }
    }
    let pace = Pace(seconds: 0.8, staggers: false)
    return Story {
      Beat("letters", run(0, 0)[0], lettersCaption(r))
      Beat("first", run(1, 1)[0], firstCaption(r))
      Beat("ending", run: run(2, 3), endingCaption(r), pace: pace)
      Beat("repeat", run: run(4, max(4, r.count)), repeatCaption(r), pace: pace)
      Beat("use", .train(BytePairTrain(r, merges: r.count, isEncoding: true)), lesson(r))
    }
  }

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "A merge takes its count off the corpus and adds one symbol to the vocabulary",
        zh: "每次合并：语料减去它的计数，词表加一个符号"),
      telemetry: reading.telemetry(merges), caption: Self.lesson(reading)
    ) {
      Column(spacing: 0) {
        BytePairReading.head(Phrase("Corpus", zh: "语料")).frame(height: 34, align: .topLeading)
        reading.corpus(merges, pitch: 51, newest: isEncoding ? nil : newest)
      }
      if isEncoding { use.padding(Insets(top: 244)).same("use") }
      waterfall.padding(Insets(left: Self.middle)).same("corpus lengths")
      vocabulary.padding(Insets(left: Self.right)).same("vocabulary")
    }
  }

  /// The symbol just made.
  var newest: Int? { merges > 0 ? reading.run.merges[merges - 1].symbol : nil }
  /// Where the second and the third column start, in points.
  static let middle = 296.0, right = 668.0

  /// The chosen word, cut by the list as it stands.
  private var use: Node {
    Column(spacing: Spacing.s) {
      BytePairReading.head(Phrase("“\(reading.probe)”"), reading.remark(isDone: true))
      reading.word(reading.probe, reading.tokens(reading.probe, rules: merges), id: 9, isNew: { _ in true })
      Text(
        Phrase("No word was ever cut by hand:\nthe list is all that is kept.", zh: "没有谁手工切过词：\n留下的只是这张列表。"),
        .note.painted(.muted))
    }.node
  }

  // MARK: Captions

  private static func lettersCaption(_ r: BytePairReading) -> Phrase {
    let step = r.run.steps[0]
    return Phrase(
      "At first the vocabulary is \(step.inventory) letters, and the corpus \(step.length) of them.",
      zh: "起初词表只有 \(step.inventory) 个字母，语料长 \(step.length) 个符号。")
  }

  private static func firstCaption(_ r: BytePairReading) -> Phrase {
    guard let merge = r.run.merges.first else { return lesson(r) }
    return Phrase(
      "\(r.name(merge.pair)) stands \(merge.count) times, so merging it removes \(merge.count) symbols.",
      zh: "\(r.name(merge.pair)) 出现 \(merge.count) 次，合并后就少 \(merge.count) 个符号。")
  }

  private static func endingCaption(_ r: BytePairReading) -> Phrase {
    let last = r.run.merges.prefix(3).last.map { r.name($0.symbol) } ?? ""
    guard r.count > 1 else { return lesson(r) }
    return Phrase(
      "A new token can be glued again: the ending grows to \(last).", zh: "新 token 还能再合并：词尾长成了 \(last)。")
  }

  private static func repeatCaption(_ r: BytePairReading) -> Phrase {
    let step = r.run.steps[r.count]
    return Phrase(
      "After \(r.count) merges: \(step.length) symbols in the corpus, \(step.inventory) in the vocabulary.",
      zh: "\(r.count) 次合并后：语料 \(step.length) 个符号，词表 \(step.inventory) 个。")
  }

  private static func lesson(_ r: BytePairReading) -> Phrase {
    Phrase(
      "Old symbols stay in the vocabulary, so a word that was never seen still has tokens.",
      zh: "旧符号仍留在词表里，没见过的词也总有 token 可切。")
  }
}
