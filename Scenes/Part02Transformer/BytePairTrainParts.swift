import Figures
import Instruments
import Mechanisms

/// The table of merges with the corpus getting shorter, and the vocabulary getting longer.
extension BytePairTrain {
  /// Where the columns of the table stand, and how long its bars are, in points.
  private static let drop = 180.0, bars = 192.0, barLength = 118.0, width = 344.0

  var waterfall: Node {
    Node(width: Self.width, height: BytePairReading.height) { rect, canvas in
      canvas.put(
        BytePairReading.head(Phrase("Corpus length", zh: "语料长度"), Phrase("after each merge", zh: "每次合并之后")),
        at: rect.origin, .topLeading, index: 0)
      let slots = Track(max(10, reading.count) + 1, size: 0, gap: 0)
      let pitch = (rect.height - 34) / Double(slots.count)
      for i in 0..<slots.count {
        let room = Rect(rect.minX, rect.minY + 34 + Double(i) * pitch, rect.width, pitch)
        let number = Text(Phrase("\(i)"), .data.painted(.muted))
        canvas.put(number, at: Point(rect.minX + 20, room.midY), .trailing, index: 100 + i)
        canvas.put(i <= merges ? row(i) : Self.open(i), in: room, index: 1 + i)
      }
    }
  }

  /// The corpus after a merge: what is left, and what the merge took off.
  private func row(_ i: Int) -> Node {
    let run = reading.run
    let merge = i > 0 ? run.merges[i - 1] : nil
    let (now, start) = (run.steps[i].length, run.steps[0].length)
    let isNew = i > 0 && i == merges && !isEncoding
    return Node.filling { rect, canvas in
      let y = rect.midY
      let name = merge.map { Phrase(reading.name($0.pair)) } ?? Phrase("letters", zh: "字母")
      canvas.put(Text(name, merge == nil ? .note : .data), at: Point(rect.minX + 28, y), .leading, index: 1)
      let drop = merge.map { Phrase("−\($0.count)") } ?? Phrase("")
      canvas.put(Text(drop, .data), at: Point(rect.minX + Self.drop, y), .trailing, index: 2)
      let unit = Self.barLength / Double(max(1, start))
      let bar = Rect(rect.minX + Self.bars, y - 6, unit * Double(now), 12)
      let gone = Rect(bar.maxX, bar.minY, unit * Double(merge?.count ?? 0), bar.height)
      canvas.outline(.rectangle(gone, radius: 2), fill: isNew ? .idle : nil, stroke: .absent)
      let look = BytePairReading.gluedLook
      canvas.outline(.rectangle(bar, radius: 2), fill: look.fill, stroke: look.stroke)
      let amount = Quantity(Double(now), NumberFormat(), .data, align: 1)
      canvas.put(amount, at: Point(rect.maxX, y), .trailing, index: 3)
    }.same("corpus after", i)
  }

  /// A merge that is not learnt yet.
  private static func open(_ i: Int) -> Node {
    Node.filling { rect, canvas in
      let place = Rect(from: Point(rect.minX + 28, rect.midY - 8), to: Point(rect.maxX, rect.midY + 8))
      canvas.outline(.rectangle(place, radius: 4), stroke: .absent)
    }.same("open row", i)
  }

  /// All symbols so far, line by line; each new one comes out of its merge.
  var vocabulary: Node {
    let run = reading.run
    let shown = run.steps[merges].inventory
    return Node(width: 880 - Self.right, height: BytePairReading.height) { rect, canvas in
      canvas.put(
        BytePairReading.head(
          Phrase("Vocabulary", zh: "词表"), Phrase("\(run.alphabet) + \(merges) = \(shown)")),
        at: rect.origin, .topLeading, index: 0)
      var at = Point(rect.minX, rect.minY + 34)
      for symbol in 0..<shown {
        let isNew = symbol == newest && !isEncoding
        let look: Surface =
          isNew
          ? BytePairReading.newLook
          : symbol < run.alphabet ? BytePairReading.letterLook : BytePairReading.gluedLook
        let chip = Box(look, padding: Insets(horizontal: 6)) {
          Text(Phrase(run.vocabulary[symbol]), .data.painted(look.words))
        }.frame(height: 28)
        let size = chip.measure(Size(.infinity, .infinity), canvas.language).size
        // Merges start on a line of their own.
        if symbol == run.alphabet || at.x + size.width > rect.maxX { at = Point(rect.minX, at.y + 34) }
        let node =
          symbol < run.alphabet
          ? chip.same("symbol", symbol)
          : chip.same("symbol", symbol).emerging(from: "corpus after", symbol - run.alphabet + 1)
        canvas.put(node, at: at, .topLeading, index: 1 + symbol)
        at.x += size.width + Spacing.xs
      }
      let remark = Text(Self.scale, .note.painted(.muted))
      canvas.put(remark, at: Point(rect.minX, rect.maxY), .bottomLeading, index: -1)
    }
  }

  /// How large a real vocabulary is.
  private static let scale = Phrase(
    "GPT-2: \(GPT2Vocabulary.bytes) bytes,\n\(grouped(GPT2Vocabulary.merges)) merges,\n"
      + "\(GPT2Vocabulary.special) special: \(grouped(GPT2Vocabulary.total))",
    zh: "GPT-2：\(GPT2Vocabulary.bytes) 个字节、\n\(grouped(GPT2Vocabulary.merges)) 次合并、\n"
      + "\(GPT2Vocabulary.special) 个特殊：共 \(grouped(GPT2Vocabulary.total))")
}
