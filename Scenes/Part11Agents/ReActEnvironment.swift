import Figures
import Instruments
import Mechanisms

/// What stands right of the boundary, and the lines across it.
extension ReActScene {
  var border: Node {
    Node(width: 880, height: 368) { rect, canvas in
      let x = rect.minX + Self.boundary
      canvas.line(Point(x, rect.minY), Point(x, rect.maxY), stroke: Stroke(.ink, width: 2, dash: [4, 3]))
    }
  }

  static let factTop = 62.0, factHeight = 30.0

  var facts: Node {
    let asked = part == .action || part == .observation ? reading.loop.calls[done].action : nil
    let known = Set(reading.loop.calls.prefix(part == .observation ? done + 1 : done).compactMap { $0.found })
    return Node(width: Self.environment.width, height: 230) { rect, canvas in
      let head = Text(Phrase("environment", zh: "环境"), .label)
      canvas.put(head, at: Point(rect.minX, rect.minY + 15), .leading, index: 0)
      let note = Text(
        reading.loop.style == .reasonOnly
          ? Phrase("it is never asked", zh: "从未被问到") : Phrase("a table to look things up", zh: "可查询的表"),
        .note.painted(.muted))
      canvas.put(note, at: Point(rect.minX, rect.minY + 48), .leading, index: 1)
      for i in ReActLoop.facts.indices {
        let isAsked = asked == .lookup(i, misspelt: false)
        let look: Surface =
          isAsked
          ? .solid(.storage)
          : reading.isMisremembered(i) ? .rest(.alarm) : known.contains(i) ? .rest(.storage) : .panel
        let words = reading.row(i)
        let at = Rect(rect.minX, rect.minY + Self.factTop + Double(i) * 34, rect.width, Self.factHeight)
        canvas.put(card(words, look).same("fact", i, named: words), in: at, index: 2 + i)
      }
      let isMissed: Bool
      if case .lookup(_, misspelt: true)? = asked { isMissed = true } else { isMissed = false }
      let miss = Rect(rect.minX, rect.minY + Self.factTop + 4 * 34, rect.width, 26)
      let look: Surface = isMissed ? .rest(.alarm) : .absent
      canvas.put(
        card(Phrase("any other name: not found", zh: "其他名字：没找到"), look).same("not found", 0), in: miss,
        index: 9)
    }.padding(Insets(left: Self.environment.x))
  }

  /// What each call reads: the prompt, and all steps before it.
  var contextBars: Node {
    let r = reading
    let most = Double(r.tokens.context(10))
    let height = min(16, 86 / Double(max(1, r.count)))
    return Node(width: Self.environment.width, height: 368) { rect, canvas in
      let head = Text(reading.contextName, .note.painted(.muted))
      canvas.put(head, at: Point(rect.minX, rect.minY + 236), .topLeading, index: 0)
      for i in 0..<contexts {
        let y = rect.minY + 280 + Double(i) * height
        let unit = (rect.width - 60) / most
        let prompt = Rect(rect.minX, y, Double(r.tokens.prompt) * unit, height - 2)
        let steps = Rect(prompt.maxX, y, Double(r.tokens.context(i + 1) - r.tokens.prompt) * unit, height - 2)
        let bar = Node.filling { _, canvas in
          canvas.outline(.rectangle(prompt, radius: 1), fill: .plain(.panel), stroke: Stroke(.line))
          canvas.outline(.rectangle(steps, radius: 1), fill: .role(.cache, .fill), stroke: .edge(.cache))
        }
        canvas.put(bar.same("context", i), in: Rect(from: prompt.origin, to: steps.point(1, 1)), index: 1 + i)
        if i == contexts - 1 {
          let amount = Quantity(Double(r.tokens.context(i + 1)), NumberFormat(), .data)
          canvas.put(
            amount.same("context amount", i), at: Point(steps.maxX + 6, y + height / 2 - 1), .leading,
            index: 20)
        }
      }
    }.padding(Insets(left: Self.environment.x))
  }

  /// From the answer to the observations that it rests on.
  @NodeBuilder var evidence: [Node] {
    if part == .action, case .lookup(let goal, let misspelt) = reading.loop.calls[done].action {
      Connector(
        from: Connector.End(Identity("action", done), at: .trailing),
        to: Connector.End(misspelt ? Identity("not found", 0) : Identity("fact", goal), at: .leading),
        stroke: .strong
      ).same("ask")
    }
    if isLinked, reading.loop.answer != nil, reading.loop.style == .react, done == reading.count {
      for (i, call) in reading.loop.calls.enumerated() {
        if let found = call.found, found >= 2 {
          Connector(
            from: Connector.End(Identity("observation", i), at: .trailing),
            to: Connector.End(
              Identity("action", reading.count - 1), at: Alignment(1, found == 2 ? 0.7 : 0.3)),
            stroke: .strong
          ).same("evidence", i)
        }
      }
    }
  }
}
