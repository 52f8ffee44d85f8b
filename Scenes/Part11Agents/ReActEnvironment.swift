import Figures
import Instruments
import Mechanisms

/// The boundary, and what stands right of it beside the observations.
extension ReActScene {
  var border: Node {
    Node(width: 880, height: Self.height) { rect, canvas in
      let x = rect.minX + Self.boundary
      canvas.line(Point(x, rect.minY), Point(x, rect.maxY), stroke: Stroke(.ink, width: 2, dash: [4, 3]))
    }
  }

  /// The rows of the table, as high as those of eight calls.
  static let table = Track(ReActLoop.facts.count + 1, size: (height - top) / 8 - 4, gap: 4)

  /// Where a row of the table stands in the room of the stage.
  static func tablePlace(_ i: Int, in room: Rect) -> Rect {
    Rect(
      room.minX + environment.x, room.minY + top + table.start(i), environment.width, table.size)
  }

  var facts: Node {
    let asked = part == .action || part == .observation ? reading.loop.calls[done].action : nil
    let known = Set(reading.loop.calls.prefix(part == .observation ? done + 1 : done).compactMap { $0.found })
    return Node(width: 880, height: Self.height) { rect, canvas in
      let x = rect.minX + Self.environment.x
      func place(_ i: Int) -> Rect { Self.tablePlace(i, in: rect) }
      let head = Text(Phrase("environment", zh: "环境"), .label)
      canvas.put(head, at: Point(rect.minX + Self.observation.x, rect.minY + 15), .leading, index: 0)
      let note = Text(
        reading.loop.style == .reasonOnly
          ? Phrase("it is never asked", zh: "从未被问到") : Phrase("a table to look things up", zh: "可查询的表"),
        .note.painted(.muted))
      canvas.put(note, at: Point(x, rect.minY + 48), .leading, index: 1)
      for i in ReActLoop.facts.indices {
        let isAsked = asked == .lookup(i, misspelt: false)
        let look: Surface =
          isAsked
          ? .solid(.storage)
          : reading.isMisremembered(i) ? .rest(.alarm) : known.contains(i) ? .rest(.storage) : .panel
        let words = reading.row(i)
        canvas.put(card(words, look).same("fact", i, named: words), in: place(i), index: 2 + i)
      }
      let isMissed: Bool
      if case .lookup(_, misspelt: true)? = asked { isMissed = true } else { isMissed = false }
      let look: Surface = isMissed ? .rest(.alarm) : .absent
      canvas.put(
        card(Phrase("any other name: not found", zh: "其他名字：没找到"), look).same("not found", 0),
        in: place(ReActLoop.facts.count), index: 9)
      guard let rule = reading.rule else { return }
      let below = place(ReActLoop.facts.count).maxY + Spacing.l
      let words = Paragraph(rule, .note.painted(.muted), width: Self.environment.width)
      let room = Rect(from: Point(x, below), to: Point(x + Self.environment.width, rect.maxY))
      canvas.put(words.node.frame(height: room.height, align: .topLeading), in: room, index: 10)
    }
  }
}
