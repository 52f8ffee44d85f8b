import Figures
import Instruments
import Mechanisms

/// The default story: count pairs, glue the commonest, repeat; then cut a new word by the list.
public struct BytePairOverview: Sendable {
  let reading: BytePairReading
  /// How many merges the words have been through.
  var merged = 0
  /// After how many merges the pairs were last counted; nil while nothing is.
  var counted: Int?
  /// Whether each seam shows what it adds to its pair.
  var hasSeams = false
  /// Whether the winner is marked.
  var isLifted = false
  /// How many rules the new word has tried; nil before it comes.
  var tried: Int?
  /// Whether it stands below the list.
  var isDone = false

  init(_ reading: BytePairReading) { self.reading = reading }

  static func story(_ r: BytePairReading) -> Story<BytePairFigure.State> {
    func at(_ change: (inout BytePairOverview) -> Void) -> BytePairFigure.State {
      var state = BytePairOverview(r)
      change(&state)
      return .overview(state)
    }
    func merged(_ merges: Int) -> BytePairFigure.State {
      at { ($0.merged, $0.counted, $0.hasSeams, $0.isLifted) = (merges, max(0, merges - 1), true, true) }
    }
    func trained(_ merges: Int) -> BytePairFigure.State {
      at { ($0.merged, $0.counted, $0.hasSeams, $0.isLifted) = (merges, merges, true, true) }
    }
    func fallen(_ tried: Int, isDone: Bool = false) -> BytePairFigure.State {
      at { ($0.merged, $0.counted, $0.tried, $0.isDone) = (r.count, r.count, tried, isDone) }
    }
    let first = min(1, r.count)
    return Story {
      Beat("words", at { _ in }, BytePairCaptions.words)
      Beat(
        "count",
        run: [
          at { $0.hasSeams = true }, at { ($0.hasSeams, $0.counted) = (true, 0) },
          at { ($0.hasSeams, $0.counted, $0.isLifted) = (true, 0, true) },
        ], BytePairCaptions.count(r), pace: Pace(staggers: false))
      Beat(
        "merge",
        merged(first),
        BytePairCaptions.merge(r), pace: Pace(staggers: false))
      Beat("recount", trained(first), BytePairCaptions.recount(r))
      Beat(
        "repeat", run: r.count > 1 ? (2...r.count).flatMap { [merged($0), trained($0)] } : [trained(first)],
        BytePairCaptions.again(r), pace: Pace(seconds: 0.44, staggers: false))
      Beat(
        "encode",
        run: ([0] + r.applied(r.count).map { $0 + 1 }).map { fallen($0) } + [fallen(r.count, isDone: true)],
        BytePairCaptions.encode(r), pace: Pace(staggers: false))
    }
  }

  /// Training before and after, the list that it made, and what the list makes of a new word.
  static func still(_ r: BytePairReading) -> Stage {
    var state = BytePairOverview(r)
    (state.merged, state.counted, state.tried, state.isDone) = (r.count, r.count, r.count, true)
    let place = BytePairReading.place
    let merges = Phrase(
      "After \(r.count) merge\(r.count == 1 ? "" : "s")", zh: "\(r.count) 次合并后")
    return Stage(
      subtitle: BytePairCaptions.subtitle, telemetry: r.telemetry(r.count),
      caption: BytePairCaptions.still(r)
    ) {
      place(
        0, 0,
        Column(spacing: 0) {
          BytePairReading.head(
            Phrase("Before", zh: "合并前"), Phrase("`</w>` = end of word", zh: "`</w>` = 词尾标记")
          ).frame(height: 28, align: .topLeading)
          r.corpus(0, layer: 1, pitch: 28, height: 23)
          r.lengthBar(0, layer: 1).padding(Insets(top: 2))
          BytePairReading.head(merges).frame(height: 28, align: .topLeading).padding(Insets(top: 8))
          r.corpus(r.count, pitch: 28, height: 23)
          r.lengthBar(r.count).padding(Insets(top: 2))
        }.node)
      state.encoding
    }
  }

  var stage: Stage {
    Stage(subtitle: BytePairCaptions.subtitle, telemetry: reading.telemetry(counted ?? 0)) {
      BytePairReading.place(0, corpus)
      if tried != nil { encoding } else { training }
    }
  }

  // MARK: The columns

  private var corpus: Node {
    let marked = isLifted && merged == counted ? reading.run.steps[merged].ranked.first?.pair : nil
    let newest = merged > (counted ?? 0) ? reading.run.merges[merged - 1].symbol : nil
    return Column(spacing: 0) {
      BytePairReading.head(
        Phrase("Corpus", zh: "语料"), Phrase("words and their counts", zh: "词和词频")
      ).frame(height: 34, align: .topLeading)
      reading.corpus(merged, pitch: 66, marked: marked, newest: newest) { w, i in seam(w, i) }
      reading.lengthBar(counted ?? 0).padding(Insets(top: 14))
    }.node
  }

  /// What a seam adds to the count of its pair: as much as its word counts.
  private func seam(_ w: Int, _ i: Int) -> Node? {
    guard hasSeams else { return nil }
    let tokens = reading.run.steps[merged].words[w]
    let token = tokens[i]
    let isBest = isLifted && merged == counted && tokens.pairs[i] == reading.run.steps[merged].ranked[0].pair
    let style = TextStyle.data.painted(isBest ? .ink : .muted)
    return Text(Phrase("\(reading.run.corpus[w].count)"), style, align: 0.5)
      .same("seam", w, token.letters.upperBound).emerging(from: "weight", 0, w)
  }

  @NodeBuilder private var training: [Node] {
    BytePairReading.place(1, counts)
    BytePairReading.place(
      2,
      BytePairReading.head(Phrase("Merges", zh: "合并"), Phrase("in the order learnt", zh: "按学到的顺序")).same(
        "rules head"))
    BytePairReading.place(
      2, reading.rules(merged) { merged > (counted ?? 0) && $0 == merged - 1 ? .best : .rest })
  }

  /// The pairs by count, the winner first; what has just been merged is already in the list.
  private var counts: Node {
    let gone = counted.map { reading.run.merges[$0..<max($0, merged)].map { $0.pair } } ?? []
    let pairs = counted.map { reading.run.steps[$0].ranked } ?? []
    return Node(width: BytePairReading.column, height: BytePairReading.height) { rect, canvas in
      let head = BytePairReading.head(
        Phrase("Pair counts", zh: "相邻对计数"), Phrase("commonest first", zh: "从多到少"))
      canvas.put(head, at: rect.origin, .topLeading, index: 0)
      let pitch = min(24, (rect.height - 34) / Double(max(1, pairs.count)))
      for (i, entry) in pairs.enumerated() where !gone.contains(entry.pair) {
        let row = reading.pairRow(
          entry.pair, entry.count, isLifted && i == 0 && gone.isEmpty ? .best : .rest,
          addends: counted == 0 && i == 0 ? reading.addends(entry.pair) : nil
        ).same("pair", 0, entry.pair.left, entry.pair.right, named: Phrase(reading.name(entry.pair)))
        let at = Point(rect.minX, rect.minY + 34 + Double(i) * pitch)
        canvas.put(row, at: at, .topLeading, index: 1 + i)
      }
    }.same("counts")
  }

  @NodeBuilder private var encoding: [Node] {
    let r = reading
    BytePairReading.place(1, r.bands(tried: tried ?? 0))
    BytePairReading.place(
      1,
      BytePairReading.head(Phrase("Merges", zh: "合并"), Phrase("in the order learnt", zh: "按学到的顺序")).same(
        "rules head"))
    let applied = r.applied(tried ?? 0)
    BytePairReading.place(
      1, r.rules(r.count, hasKey: isDone) { isDone && !applied.contains($0) ? .quiet : .rest })
    BytePairReading.place(
      2,
      BytePairReading.head(
        Phrase("“\(r.probe)”"), r.remark(isDone: isDone)
      ).same("ladder head"))
    BytePairReading.place(2, r.ladder(tried: tried ?? 0, isDone: isDone))
  }
}
