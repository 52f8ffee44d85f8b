import Figures
import Instruments
import Mechanisms

/// The transcript left of a boundary, the environment right of it, and what each call reads below that.
public struct ReActScene: Sendable {
  /// How far the call after the finished ones is.
  enum Part: Int, Comparable, Sendable {
    case nothing, thought, action, observation
    static func < (a: Part, b: Part) -> Bool { a.rawValue < b.rawValue }
  }

  let reading: ReActReading
  /// Calls that are done, and how far the next one is.
  let done: Int
  let part: Part
  /// How many calls have their context drawn.
  let contexts: Int
  /// Whether the answer is linked to what it rests on.
  let isLinked: Bool

  init(
    _ reading: ReActReading, done: Int, _ part: Part = .nothing, contexts: Int? = nil, isLinked: Bool = false
  ) {
    self.reading = reading
    self.done = min(done, reading.count)
    self.part = done < reading.count ? part : .nothing
    self.contexts = min(contexts ?? (done + (part == .nothing ? 0 : 1)), reading.count)
    self.isLinked = isLinked
  }

  /// All calls, the answer linked to its evidence.
  static func end(_ r: ReActReading) -> ReActScene { ReActScene(r, done: r.count, isLinked: true) }

  /// Calls made, the one under way too.
  var calls: Int { min(reading.count, done + (part == .nothing ? 0 : 1)) }

  // MARK: Measures

  static let thought = (x: 26.0, width: 208.0), action = (x: 242.0, width: 222.0)
  static let observation = (x: 472.0, width: 92.0), boundary = 590.0
  static let environment = (x: 622.0, width: 258.0)
  static let top = 62.0

  /// A row for each call that is allowed.
  var rows: Track {
    // A run without an answer ends in an open place.
    let rows = reading.loop.limit + (reading.answer == nil ? 1 : 0)
    let pitch = min(60, (368 - Self.top) / Double(rows))
    return Track(rows, size: pitch - 4, gap: 4)
  }

  var stage: Stage {
    Stage(
      subtitle: reading.remark,
      telemetry: reading.telemetry(calls, answered: done + (part == .observation ? 1 : 0)),
      caption: ReActStories.lesson(reading)
    ) {
      transcript
      border
      facts
      contextBars
      evidence
    }
  }

  // MARK: Transcript

  private var transcript: Node {
    let rows = rows
    return Node(width: Self.boundary, height: 368) { rect, canvas in
      let question = Box(.panel) { Text(ReActReading.question, .note.bold) }.same("question")
      canvas.put(
        question, in: Rect(rect.minX, rect.minY, Self.observation.x + Self.observation.width, 30), index: 0)
      for (k, (name, x)) in [
        (Phrase("thought", zh: "thought（思考）"), Self.thought.x),
        (Phrase("action", zh: "action（动作）"), Self.action.x),
        (Phrase("observation", zh: "观察"), Self.observation.x),
      ].enumerated() {
        canvas.put(
          Text(name, .note.painted(.muted)), at: Point(rect.minX + x, rect.minY + 48), .leading, index: 1 + k)
      }
      for i in 0..<rows.count {
        let y = rect.minY + Self.top + rows.start(i)
        canvas.put(
          Text(Phrase(i < reading.loop.limit ? "\(i + 1)" : ""), .data.painted(.muted)),
          at: Point(rect.minX + 18, y + rows.size / 2),
          .trailing,
          index: 10 + i)
        canvas.put(row(i), in: Rect(rect.minX, y, Self.boundary, rows.size), index: 30 + i)
      }
    }
  }

  private func row(_ i: Int) -> Node {
    let shown: Part = i < done ? .observation : i == done ? part : .nothing
    return Node.filling { rect, canvas in
      func room(_ column: (x: Double, width: Double)) -> Rect {
        Rect(rect.minX + column.x, rect.minY, column.width, rect.height)
      }
      guard shown > .nothing, i < reading.count else {
        let open = Rect(
          from: Point(rect.minX + Self.thought.x, rect.minY), to: room(Self.observation).point(1, 1))
        let isOut = i == reading.loop.limit && done == reading.count
        canvas.put(openPlace(isOut).same("open call", i), in: open, index: 0)
        return
      }
      let call = reading.loop.calls[i]
      if !call.thinks {
        canvas.put(Box(.absent).same("no thought", i), in: room(Self.thought), index: 1)
      }
      if let words = reading.thought(call) {
        let thought = card(words, .rest(.compute)).same("thought", i, named: words)
        canvas.put(thought, in: room(Self.thought), index: 1)
      }
      if shown >= .action {
        let words = reading.action(call)
        let look: Surface = call.isObserved ? .rest(.sync) : .solid(.sync)
        canvas.put(card(words, look).same("action", i, named: words), in: room(Self.action), index: 2)
      }
      if shown >= .observation, let words = reading.observation(call) {
        let look: Surface = call.found == nil ? .rest(.alarm) : .rest(.storage)
        let cell = card(words, look).same("observation", i, named: words)
        canvas.put(
          call.found.map { cell.emerging(from: "fact", $0) } ?? cell.emerging(from: "not found", 0),
          in: room(Self.observation), index: 3)
      }
    }
  }

  private func openPlace(_ isOut: Bool) -> Node {
    Node.filling { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 4), stroke: isOut ? .strong : .absent)
      let words = isOut ? [Phrase("out of calls: no answer", zh: "调用次数用完：没有答案")] : []
      canvas.put(FittingText(words, .note.bold), in: rect, index: 0)
    }
  }

  func card(_ words: Phrase, _ look: Surface) -> Node {
    Node.filling { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 4), fill: look.fill, stroke: look.stroke)
      canvas.put(
        FittingText([words], .note.painted(look.words), align: .leading),
        in: rect.inset(by: Insets(horizontal: 8)),
        index: 0)
    }
  }
}
