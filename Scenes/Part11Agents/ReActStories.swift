import Figures
import Mechanisms

/// The stories of the four modes.
enum ReActStories {
  static func react(_ inputs: ReActFigure.Inputs) -> Story<ReActScene> {
    let r = ReActReading(inputs, .react)
    let faulty = ReActReading(inputs, .react, atLeast: 1)
    let s = r.tokens.step
    return Story {
      Beat(
        "question", ReActScene(r, done: 0), Phrase("A question opens the transcript.", zh: "一个问题开启对话记录。"))
      Beat(
        "thought", ReActScene(r, done: 0, .thought),
        Phrase("The model writes a thought: what it needs to know next.", zh: "模型先写一条 thought：接下来要知道什么。"))
      Beat(
        "action", ReActScene(r, done: 0, .action),
        Phrase(
          "Then an action, which crosses the line; here the model must stop.",
          zh: "再写一个 action，越过边界；模型必须停在这里。"))
      Beat(
        "observation", ReActScene(r, done: 0, .observation),
        Phrase("The environment, not the model, writes the observation.", zh: "observation（观察）由环境写回，不是模型写的。"))
      Beat(
        "context", ReActScene(r, done: 1, contexts: 2),
        Phrase(
          "All of it stays: the context of the next call is \(s) tokens longer.",
          zh: "全部留下：下一次调用的上下文长了 \(s) 个 token。"))
      Beat("loop", run: steps(r, from: 1), loopCaption(r))
      Beat(
        "fault",
        ReActScene(faulty, done: 1, .action),
        Phrase(
          "Another run: a misspelt name is not found, and the next thought says why.",
          zh: "另一次运行：名字拼错没找到，下一条 thought 说明原因。"))
      Beat("finish", run: [ReActScene(r, done: r.count), .end(r)], lesson(r), pace: .together)
    }
  }

  static func actOnly(_ r: ReActReading) -> Story<ReActScene> {
    Story {
      Beat(
        "act", ReActScene(r, done: 0, .action),
        Phrase("Without thoughts the model only acts.", zh: "没有 thought，模型只有动作。"))
      Beat(
        "lookups", run: [ReActScene(r, done: 1)] + steps(r, from: 1),
        Phrase("It gathers the same observations, but compares nothing.", zh: "它拿到同样的观察，却什么也不比较。"))
      Beat("answer", .end(r), lesson(r))
    }
  }

  static func reasonOnly(_ r: ReActReading) -> Story<ReActScene> {
    Story {
      Beat(
        "question", ReActScene(r, done: 0),
        Phrase("Without actions there is one call and no environment.", zh: "没有动作，就只有一次调用，没有环境。"))
      Beat(
        "recall", ReActScene(r, done: 0, .thought),
        Phrase("The thought rests on memory: nothing corrects it.", zh: "thought 全凭记忆：没有东西纠正它。"))
      Beat("answer", .end(r), lesson(r))
    }
  }

  static func recovery(_ r: ReActReading) -> Story<ReActScene> {
    Story {
      Beat(
        "misspelt", ReActScene(r, done: 0, .action),
        Phrase("The first lookup misspells a name.", zh: "第一次查询拼错了名字。"))
      Beat(
        "not found", ReActScene(r, done: 0, .observation),
        Phrase("The environment says so: not found.", zh: "环境如实返回：没找到。"))
      Beat(
        "new thought", ReActScene(r, done: 1, .thought),
        Phrase("The next thought reads that and changes the plan.", zh: "下一条 thought 读到它，改了计划。"))
      Beat(
        "finish", run: [ReActScene(r, done: 2)] + steps(r, from: 2) + [.end(r)],
        lesson(r))
    }
  }

  /// The calls after the first few, all but the last: each asks, then is answered.
  private static func steps(_ r: ReActReading, from start: Int) -> [ReActScene] {
    guard start < r.count - 1 else { return [ReActScene(r, done: max(start, r.count - 1))] }
    return (start..<r.count - 1).flatMap { [ReActScene(r, done: $0, .action), ReActScene(r, done: $0 + 1)] }
  }

  private static func loopCaption(_ r: ReActReading) -> Phrase {
    Phrase(
      "Thought, action, observation again: each step reads all that came before.",
      zh: "思考、动作、观察，再来一轮：每一步都读前面的全部。")
  }

  /// The loop and its two ends.
  static func still(_ r: ReActReading) -> Phrase {
    guard r.answer != nil else { return lesson(r) }
    return Phrase(
      "Each call reads all before it; the loop ends at finish, or after call \(r.loop.limit) with no answer.",
      zh: "每次调用都读前面的全部；循环到结束为止，\(r.loop.limit) 次用完则没有答案。")
  }

  /// A lookup that fails and is mended.
  static func mended(_ r: ReActReading) -> Phrase {
    guard r.answer != nil else { return lesson(r) }
    return Phrase(
      "The environment says what failed; the next call reads it and looks up the right name.",
      zh: "环境说明哪里失败；下一次调用读到它，改查正确的名字。")
  }

  /// What a run teaches.
  static func lesson(_ r: ReActReading) -> Phrase {
    guard let answer = r.answer else {
      return Phrase(
        "After \(r.count) call\(r.count == 1 ? "" : "s") the limit is reached: no answer.",
        zh: "用完 \(r.count) 次调用就停：没有答案。")
    }
    switch r.loop.style {
    case .actOnly:
      return Phrase(
        "With no thought to compare them, it names the last bridge: \(answer), wrong.",
        zh: "没有 thought 去比较，就报最后查的桥：\(answer)，错了。")
    case .reasonOnly:
      return Phrase(
        "Memory held a wrong length, so the answer is wrong: \(answer).", zh: "记忆里的长度是错的，答案也错：\(answer)。")
    case .react:
      return Phrase(
        "\(r.count) calls: \(answer) rests on two observations, not on memory.",
        zh: "\(r.count) 次调用：答案 \(answer) 依据两条观察，而不是记忆。")
    }
  }
}
