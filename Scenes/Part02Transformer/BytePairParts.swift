import Figures
import Instruments
import Mechanisms

/// The columns that the modes of byte-pair merging share.
extension BytePairReading {
  /// Where the three columns of the stage start, and the width of each, in points.
  static let columns = [0.0, 304, 608], column = 272.0
  /// Room for a column's heading, and below it for its rows.
  static let heading = 28.0, height = 368.0
  /// Width of a rule's number, and of a pair with its bar.
  static let number = 28.0, pairWidth = 244.0

  /// Something in one of the columns, from the top of the stage.
  static func place(_ column: Int, y: Double = 0, _ node: Node) -> Node {
    node.padding(Insets(left: columns[column], top: y))
  }

  /// A column's heading.
  static func head(_ name: Phrase, _ remark: Phrase? = nil) -> Node {
    Row(spacing: Spacing.s, align: .guide) {
      Text(name, .label)
      if let remark { Text(remark, .note.painted(.muted)) }
    }.node
  }

  /// The places of the rule list: one above it for a word's letters, one below for what becomes of them.
  var slots: Track {
    let rows = max(10, count) + 2
    let pitch = (Self.height - Self.heading) / Double(rows)
    let gap = (pitch - 17.5).clamped(to: 2...5)
    return Track(rows, size: pitch - gap, gap: gap)
  }

  /// What a rule or pair is to the reader at a moment.
  enum Emphasis { case rest, quiet, best }

  /// A pair: what it glues, how often it stands in the corpus, and that as a bar. One scale for all. With
  /// `addends` it says in which words.
  func pairRow(
    _ pair: SymbolPair, _ count: Int, _ emphasis: Emphasis = .rest, addends: String? = nil
  ) -> Node {
    let longest = Double(max(1, run.steps[0].best))
    let look =
      emphasis == .best ? Self.newLook : emphasis == .quiet ? Self.letterLook : Self.gluedLook
    return Node(width: Self.pairWidth, height: 20) { rect, canvas in
      // The best is a card, which stays in one piece when it goes to another place.
      let card = rect.inset(by: Insets(horizontal: -4))
      canvas.outline(
        .rectangle(emphasis == .best ? card : Rect(center: card.center, size: .zero), radius: 4),
        fill: .plain(.panel))
      let style = TextStyle.data.painted(emphasis == .quiet ? .muted : .ink)
      canvas.put(Text(Phrase(name(pair)), style), at: Point(rect.minX, rect.midY), .leading, index: 0)
      let amount = Quantity(Double(count), NumberFormat(), style, align: 1)
      canvas.put(amount, at: Point(rect.minX + 144, rect.midY), .trailing, index: 1)
      let bar = Rect(rect.minX + 152, rect.midY - 6, 90 * Double(count) / longest, 12)
      canvas.outline(.rectangle(bar, radius: 2), fill: look.fill, stroke: look.stroke)
      guard let addends else { return }
      // Before the count: its digits and the space.
      let right = rect.minX + 144 - measure("\(count) ", .data, canvas.language).width
      let sum = Text(Phrase(addends + " ="), .data.painted(.muted))
      canvas.put(sum, at: Point(right, rect.midY), .trailing, index: 2)
    }
  }

  /// The first rules in their order, and a dashed place for each that is not learnt yet. `layer` tells two
  /// lists apart; the first place names the bars and, with `hasKey`, says what the quiet ones are.
  func rules(
    _ learnt: Int, layer: Int = 0, isNamed: Bool = true, hasKey: Bool = false,
    _ emphasis: (Int) -> Emphasis = { _ in .rest }
  ) -> Node {
    let slots = slots
    let name = Overlay(align: .leading) {
      Text(Phrase("pair count", zh: "相邻对计数"), .note.painted(.muted))
        .padding(Insets(left: Self.number + 152)).frame(width: Self.column, align: .leading)
      if hasKey && learnt > 0 { Self.key.node.padding(Insets(left: Self.number)).same("rules key", layer) }
    }.node
    var rows: [Node] = [isNamed ? name : .empty]
    for i in 0..<slots.count - 2 {
      let number = Text(Phrase("\(i + 1)"), .data.painted(.muted)).frame(width: 20, align: .trailing)
      rows.append(
        Row(spacing: Spacing.s) {
          number
          if i < learnt {
            rule(i, layer, emphasis(i), isSummed: isNamed && i == 0)
          } else {
            openPlace(i, layer)
          }
        }.node)
    }
    return TrackRow(slots, width: Self.column) { i in rows.indices.contains(i) ? rows[i] : nil }
      .padding(Insets(top: Self.heading)).same("rules", layer)
  }

  private func rule(_ i: Int, _ layer: Int, _ emphasis: Emphasis, isSummed: Bool) -> Node {
    let merge = run.merges[i]
    return pairRow(merge.pair, merge.count, emphasis, addends: isSummed ? addends(merge.pair) : nil).same(
      "pair", layer, merge.pair.left, merge.pair.right,
      named: Phrase("merge \(i + 1): \(name(merge.pair))", zh: "合并 \(i + 1)：\(name(merge.pair))"))
  }

  /// Which of the rules the word used.
  private static var key: TintKey {
    TintKey([(gluedLook, Phrase("used", zh: "用到")), (letterLook, Phrase("unused", zh: "没用到"))])
  }

  private func openPlace(_ i: Int, _ layer: Int) -> Node {
    Box(.absent).frame(width: Self.pairWidth, height: min(18, slots.size)).same("open place", layer, i)
  }

  /// The corpus after some merges: each word with its count. What stands at a seam is counted there.
  func corpus(
    _ merges: Int, layer: Int = 0, pitch: Double, height: Double = 28, marked: SymbolPair? = nil,
    newest: Int? = nil,
    seam: @escaping (_ word: Int, _ seam: Int) -> Node? = { _, _ in nil }
  ) -> Node {
    let words = run.steps[merges].words
    var rows: [Node] = []
    for (w, counted) in run.corpus.enumerated() {
      let tokens = words[w]
      let hits = marked.map { pair in tokens.pairs.map { $0 == pair } } ?? []
      let row = Row(spacing: 0, align: .start) {
        Text(Phrase("×\(counted.count)"), .data.bold).frame(width: 36, height: height, align: .leading)
          .same("weight", layer, w)
        word(
          counted.text, tokens, id: w, layer: layer, height: height,
          isNew: { token in
            if token.symbol == newest { return true }
            let i = tokens.firstIndex(of: token) ?? 0
            return hits.indices.contains(i) && hits[i] || i > 0 && hits.indices.contains(i - 1) && hits[i - 1]
          }, seam: { seam(w, $0) })
      }
      rows.append(row.frame(height: pitch, align: .topLeading))
    }
    return Column(spacing: 0) { rows }.node
  }

  /// How long the corpus is after some merges, to the scale of the first; what is gone is dashed. Below it
  /// both lengths, of the corpus and of the vocabulary.
  func lengthBar(_ merges: Int, layer: Int = 0) -> Node {
    let (start, now) = (run.steps[0].length, run.steps[merges].length)
    return Node(width: Self.column, height: 40) { rect, canvas in
      let unit = rect.width / Double(max(1, start))
      let bar = Rect(rect.minX, rect.minY, rect.width, 14)
      let full = Rect(bar.minX, bar.minY, unit * Double(now), bar.height)
      let gone = Rect(from: Point(full.maxX, bar.minY), to: Point(bar.maxX, bar.maxY))
      canvas.outline(.rectangle(gone, radius: 2), stroke: now < start ? .absent : nil)
      canvas.outline(.rectangle(full, radius: 2), fill: Self.gluedLook.fill, stroke: Self.gluedLook.stroke)
      let amount = Quantity(
        Double(now), NumberFormat(), unit: Phrase("symbols", zh: "个符号"), .data)
      canvas.put(amount, at: Point(rect.minX, rect.minY + 29), .leading, index: 0)
      let symbols = Row(spacing: Spacing.s, align: .guide) {
        Text(Phrase("vocabulary", zh: "词表"), .note.painted(.muted))
        Quantity(Double(run.steps[merges].inventory), NumberFormat(), .data)
      }
      canvas.put(symbols, at: Point(rect.maxX, rect.minY + 29), .trailing, index: 1)
    }.same("corpus length", layer)
  }
}
