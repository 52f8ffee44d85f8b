import Figures
import Instruments
import Mechanisms

/// A word falling through the list of rules: where a rule applies, its tokens as they then stand.
extension BytePairReading {
  /// Layers of the ladder: the letters, after the nth rule, at the end.
  private static let ladder = 10, probeID = 9

  /// How the word stands beside the first `tried` rules; with `isDone` below the list too.
  func ladder(tried: Int, isDone: Bool) -> Node {
    let slots = slots
    var rungs: [(place: Int, node: Node)] = []
    var last = Self.ladder
    for stage in stages(probe, rules: tried) {
      let layer = Self.ladder + 1 + (stage.rule ?? -1)
      let glued = stage.rule.map { run.merges[$0].symbol }
      rungs.append(
        (
          (stage.rule ?? -1) + 1,
          word(
            probe, stage.tokens, id: Self.probeID, layer: layer, from: last, height: slots.size,
            isNew: { !isDone && $0.symbol == glued })
        ))
      last = layer
    }
    if isDone {
      rungs.append(
        (
          slots.count - 1,
          word(
            probe, tokens(probe), id: Self.probeID, layer: Self.ladder + slots.count, from: last,
            height: slots.size, isNew: { _ in true })
        ))
    }
    let (passed, isEmpty) = (rungs.dropLast().last?.place ?? 0, count == 0)
    return Node(width: Self.column, height: Self.height) { [rungs] rect, canvas in
      for (i, rung) in rungs.enumerated() {
        let y = rect.minY + Self.heading + slots.center(rung.place)
        canvas.put(rung.node, at: Point(rect.minX, y), .leading, index: i)
      }
      if isDone { canvas.put(Self.fall(slots, passed, isEmpty: isEmpty), in: rect, index: 100) }
    }
  }

  /// The way past the rules after the last that applied, where there is room to say so.
  private static func fall(_ slots: Track, _ passed: Int, isEmpty: Bool) -> Node {
    Node.filling { rect, canvas in
      let (top, bottom) = (slots.end(passed), slots.start(slots.count - 1))
      guard bottom - top > 2 * slots.pitch - slots.size else { return }
      let (x, y) = (rect.minX + 13, rect.minY + heading)
      canvas.arrow(
        from: Port(Point(x, y + top), out: Point(0, 1)), to: Port(Point(x, y + bottom), out: Point(0, -1)),
        gap: 3)
      let words = Text(
        isEmpty
          ? Phrase("no merge to try", zh: "没有可试的合并")
          : Phrase("no later merge finds its pair", zh: "之后的合并都找不到自己的相邻对"), .note.painted(.muted))
      canvas.put(words, at: Point(x + 12, y + (top + bottom) / 2), .leading, index: 0)
    }.same("fall")
  }

  /// The rules that applied to the word among the first `tried`.
  func applied(_ tried: Int) -> [Int] { stages(probe, rules: tried).compactMap { $0.rule } }

  /// A band from each rule that applied to what it made of the word.
  func bands(tried: Int) -> Node {
    let slots = slots
    let applied = applied(tried)
    return Node(width: Self.columns[1] + Self.column + Spacing.s, height: Self.height) { rect, canvas in
      for rule in applied {
        let room = Rect(
          rect.minX - Spacing.s, rect.minY + Self.heading + slots.start(rule + 1) - 1,
          rect.width + Spacing.s, slots.size + 2)
        canvas.put(Box(.panel).same("band", rule), in: room, index: rule)
      }
    }
  }

  /// Beside the word: whether training met it, and at the end what has become of it.
  func remark(isDone: Bool) -> Phrase {
    let (en, zh) = isProbeKnown ? ("in the corpus", "语料里有") : ("not in the corpus", "语料里没有")
    return isDone ? Phrase("\(en); \(verdict[.en])", zh: "\(zh)；\(verdict[.zh])") : Phrase(en, zh: zh)
  }

  /// How many tokens the word has become.
  var verdict: Phrase { verdict(probe) }

  /// How many tokens a word becomes.
  func verdict(_ word: String) -> Phrase {
    let n = tokens(word).count
    return Phrase("\(n) token\(n == 1 ? "" : "s")", zh: "\(n) 个 token")
  }
}
