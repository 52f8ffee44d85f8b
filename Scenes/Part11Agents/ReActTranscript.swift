import Figures
import Instruments
import Mechanisms

/// A row for each call: what it reads, what the model writes, and beyond the boundary what comes back.
extension ReActScene {
  var transcript: Node {
    let rows = rows
    return Node(width: Self.environment.x, height: Self.height) { rect, canvas in
      let end = rect.minX + Self.action.x + Self.action.width
      let question = Box(.panel) { Text(ReActReading.question, .note.bold) }.same("question")
      canvas.put(question, in: Rect(from: rect.origin, to: Point(end - 72, rect.minY + 30)), index: 0)
      canvas.put(
        Text(Phrase("model", zh: "模型"), .label), at: Point(end, rect.minY + 15), .trailing, index: 1)
      for (k, (name, x)) in [
        (Phrase("context", zh: "上下文"), Self.context.x),
        (Phrase("thought", zh: "thought（思考）"), Self.thought.x),
        (Phrase("action", zh: "action（动作）"), Self.action.x),
        (Phrase("observation", zh: "观察"), Self.observation.x),
      ].enumerated() {
        canvas.put(
          Text(name, .note.painted(.muted)), at: Point(rect.minX + x, rect.minY + 48), .leading, index: 2 + k)
      }
      for i in 0..<rows.count {
        let place = place(i, in: rect)
        canvas.put(
          Text(Phrase(i < reading.loop.limit ? "\(i + 1)" : ""), .data.painted(.muted)),
          at: Point(rect.minX + 18, place.midY), .trailing, index: 10 + i)
        canvas.put(row(i, in: rect), in: place, index: 30 + i)
      }
      if calls < reading.loop.limit {
        let open = place(calls, in: rect).inset(by: Insets(left: Self.thought.x - Self.context.x))
        let words = FittingText(reading.left(calls), .note.painted(.muted), align: .leading)
        canvas.put(
          words.same("calls left"), in: open.inset(by: Insets(horizontal: 8)), index: 60)
      }
    }
  }

  private func row(_ i: Int, in room: Rect) -> Node {
    let shown: Part = i < done ? .observation : i == done ? part : .nothing
    return Node.filling { rect, canvas in
      func column(_ column: (x: Double, width: Double)) -> Rect {
        Rect(room.minX + column.x, rect.minY, column.width, rect.height)
      }
      canvas.put(Node.empty.same("call", i), in: rect, index: 0)
      if i < contexts { canvas.put(contextRead(i).same("context", i), in: column(Self.context), index: 1) }
      guard shown > .nothing, i < reading.count else {
        let isOut = i == reading.loop.limit && done == reading.count
        canvas.put(
          openPlace(isOut).same("open call", i),
          in: Rect(from: column(Self.thought).origin, to: rect.point(1, 1)), index: 2)
        return
      }
      let call = reading.loop.calls[i]
      if !call.thinks {
        canvas.put(Box(.absent).same("no thought", i), in: column(Self.thought), index: 2)
      }
      if let words = reading.thought(call) {
        let thought = card(words, .rest(.compute)).same("thought", i, named: words)
        canvas.put(thought, in: column(Self.thought), index: 2)
      }
      if shown >= .action {
        let words = reading.action(call)
        // The answer is ringed, on the tint: words on the full gold would be hard to read.
        var look = Surface.rest(.sync)
        if !call.isObserved { look.stroke = .strong }
        let action = card(words, look, isBold: !call.isObserved).same("action", i, named: words)
        canvas.put(action, in: column(Self.action), index: 3)
      } else {
        canvas.put(Box(.absent).same("no action", i), in: column(Self.action), index: 3)
      }
      if shown >= .observation, let words = reading.observation(call) {
        let look: Surface = call.found == nil ? .rest(.alarm) : .rest(.storage)
        let cell = card(words, look).same("observation", i, named: words)
        canvas.put(
          call.found.map { cell.emerging(from: "fact", $0) } ?? cell.emerging(from: "not found", 0),
          in: column(Self.observation), index: 4)
      }
    }
  }

  /// What a call reads, prompt and all steps before it, to the scale of the longest that is allowed.
  private func contextRead(_ i: Int) -> Node {
    let tokens = reading.tokens
    let share = Double(tokens.context(i + 1)) / Double(max(1, tokens.context(reading.loop.limit)))
    return Node.filling { rect, canvas in
      let amount = Row(spacing: 6) {
        Quantity(Double(tokens.context(i + 1)), NumberFormat(), .data)
        if i == 0 { Text(Phrase("tokens", zh: "token"), .note.painted(.muted)) }
      }
      canvas.put(amount.node, at: Point(rect.minX, rect.midY - 5), .leading, index: 0)
      canvas.outline(
        .rectangle(Rect(rect.minX, rect.midY + 6, rect.width * share, 6), radius: 2),
        fill: .role(.cache, .fill), stroke: .edge(.cache))
    }
  }

  /// A call that was not made; in the end what is left open when there are no more.
  private func openPlace(_ isOut: Bool) -> Node {
    Node.filling { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 4), stroke: isOut ? .strong : .absent)
      guard isOut else { return }
      let out = Text(Phrase("out of calls: no answer", zh: "调用次数用完：没有答案"), .note.bold, align: 0.5).node
      let why = Paragraph(reading.unknown, .note, width: rect.width - 24, align: 0.5).node
      let both = Column(spacing: 2, align: .center) {
        out
        why
      }.node
      let isRoomy = both.measure(Size(rect.width - 24, .infinity), canvas.language).size.height <= rect.height
      canvas.put(isRoomy ? both : out, at: rect.center, index: 0)
    }
  }

  func card(_ words: Phrase, _ look: Surface, isBold: Bool = false) -> Node {
    let style = isBold ? TextStyle.note.bold : .note
    return Node.filling { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 4), fill: look.fill, stroke: look.stroke)
      canvas.put(
        FittingText([words], style.painted(look.words), align: .leading),
        in: rect.inset(by: Insets(horizontal: 8)),
        index: 0)
    }
  }
}
