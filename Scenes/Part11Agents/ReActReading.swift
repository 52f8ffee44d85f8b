import Figures
import Instruments
import Mechanisms

/// A run of the agent, what it reads, and how its lines are worded.
struct ReActReading: Sendable {
  /// The run.
  let loop: ReActLoop
  /// What its calls read.
  let tokens: AgentTokens

  /// Tokens of the prompt.
  static let prompt = 400

  init(_ loop: ReActLoop, tokens: AgentTokens) {
    self.loop = loop
    self.tokens = tokens
  }

  /// Runs as the reader chose; `faults` are at least some.
  init(_ inputs: ReActFigure.Inputs, _ style: AgentStyle, atLeast faults: Int = 0) {
    self.init(
      ReActLoop(style, limit: inputs.calls, faults: max(faults, inputs.faults)),
      tokens: AgentTokens(prompt: Self.prompt, step: inputs.tokens))
  }

  /// How many calls were made.
  var count: Int { loop.calls.count }
  /// The question.
  static let question = Phrase("Which bridge spans the longer river?", zh: "哪座桥跨越的河更长？")
  /// What it answers, as it is written; nil without an answer.
  var answer: String? { loop.answer.map { ReActLoop.bridges[$0] } }

  /// What the model thinks in a call; nil when it does not.
  func thought(_ call: AgentCall) -> Phrase? {
    guard call.thinks else { return nil }
    switch call.action {
    case .finish(let bridge):
      let lengths = loop.style == .reasonOnly ? ReActLoop.remembered : ReActLoop.lengths
      let (best, other) = (lengths[bridge], lengths[1 - bridge])
      return loop.style == .reasonOnly
        ? Phrase("I recall \(best) > \(other) km", zh: "记得 \(best) > \(other) km")
        : Phrase("\(best) > \(other): that is it", zh: "\(best) > \(other)，就是它")
    case .lookup(let goal, _):
      if isRetry(call) { return Phrase("not found: a typo?", zh: "没找到：拼错了？") }
      let sought = sought(goal)
      return Phrase(sought[.en] + "?", zh: sought[.zh] + "？")
    }
  }

  /// What a lookup is after.
  func sought(_ goal: Int) -> Phrase {
    let name = ReActLoop.facts[goal].entity
    return goal < 2
      ? Phrase("\(name)’s river", zh: "\(name) 的河") : Phrase("the \(name)’s length", zh: "\(name) 的长度")
  }

  /// What the agent still has to find out when its run is over.
  var unknown: Phrase {
    let goals = ReActLoop.facts.indices.filter { goal in !loop.calls.contains { $0.found == goal } }
    guard !goals.isEmpty else {
      return Phrase("All facts are found, but finish takes a call too.", zh: "事实都查到了，但结束也要占一次调用。")
    }
    var (en, zh) = ("", "")
    for goal in goals {
      en += (en.utf8.isEmpty ? "" : ", ") + sought(goal)[.en]
      zh += (zh.utf8.isEmpty ? "" : "、") + sought(goal)[.zh]
    }
    return Phrase("Not known yet: \(en).", zh: "还不知道：\(zh)。")
  }

  /// How many calls are left after some, and what happens without one.
  func left(_ calls: Int) -> [Phrase] {
    let left = loop.limit - calls
    let words = left == 1 ? "1 call left" : "\(left) calls left"
    return [
      Phrase("\(words); at 0 the loop stops without an answer", zh: "还剩 \(left) 次调用；用完就停，没有答案"),
      Phrase(words, zh: "还剩 \(left) 次调用"),
    ]
  }

  /// What it asks for or answers.
  func action(_ call: AgentCall) -> Phrase {
    switch call.action {
    case .finish(let bridge):
      return Phrase("finish: \(ReActLoop.bridges[bridge])", zh: "结束：\(ReActLoop.bridges[bridge])")
    case .lookup(let goal, let misspelt):
      let fact = ReActLoop.facts[goal]
      let entity = misspelt ? Self.misspelt(fact.entity) : fact.entity
      return Phrase("lookup \(entity), \(fact.relation)", zh: "查：\(entity), \(fact.relation)")
    }
  }

  /// What the environment replies; nil when it is not asked.
  func observation(_ call: AgentCall) -> Phrase? {
    guard case .lookup(let goal, let misspelt) = call.action else { return nil }
    if misspelt { return Phrase("not found", zh: "没找到") }
    return Phrase(goal < 2 ? ReActLoop.facts[goal].value : ReActLoop.facts[goal].value + " km")
  }

  /// Whether a call looks up again what was not found before.
  func isRetry(_ call: AgentCall) -> Bool {
    guard call.number > 1, case .lookup(let goal, false) = call.action else { return false }
    return loop.calls[call.number - 2].action == .lookup(goal, misspelt: true)
  }

  /// A name with its fourth letter left out.
  private static func misspelt(_ name: String) -> String {
    var out = ""
    for (i, letter) in name.unicodeScalars.enumerated() where i != 3 { out.unicodeScalars.append(letter) }
    return out
  }

  /// A row of the environment's table; beside it what the model recalls instead, where it does.
  func row(_ i: Int) -> Phrase {
    let fact = ReActLoop.facts[i]
    guard isMisremembered(i) else { return Phrase("\(fact.entity), \(fact.relation): \(fact.value)") }
    let recalled = ReActLoop.remembered[i - 2]
    return Phrase(
      "\(fact.entity): \(fact.value), recalled \(recalled)", zh: "\(fact.entity)：\(fact.value)，记成 \(recalled)"
    )
  }

  /// Whether an agent that only recalls has a fact wrong.
  func isMisremembered(_ i: Int) -> Bool {
    loop.style == .reasonOnly && i >= 2 && ReActLoop.remembered[i - 2] != ReActLoop.lengths[i - 2]
  }

  /// What the mode is about; without thoughts or without actions, also what was published.
  var remark: Phrase {
    let scores = ReActResults.hotpotQA
    switch loop.style {
    case .react:
      return Phrase(
        "Left of the line the model writes, right of it the environment; each step adds \(tokens.step) tokens of context",
        zh: "线左边由模型写，右边由环境写；每一步让上下文长 \(tokens.step) 个 token")
    case .actOnly, .reasonOnly:
      return Phrase(
        "Published, HotpotQA exact match: act only \(trimmed(scores.act)), ReAct \(trimmed(scores.react)), "
          + "reason only \(trimmed(scores.reason)), both \(trimmed(scores.both))",
        zh: "已发表，HotpotQA 精确匹配：只动作 \(trimmed(scores.act))，ReAct \(trimmed(scores.react))，"
          + "只推理 \(trimmed(scores.reason))，两者结合 \(trimmed(scores.both))")
    }
  }

  /// Who writes right of the line; nil where nobody asks.
  var rule: Phrase? {
    guard loop.style != .reasonOnly else { return nil }
    return Phrase(
      "Only the environment writes observations: after an action the model stops and waits.",
      zh: "观察只由环境写：模型写完 action 就停下来等。")
  }

  /// What is measured after some calls, of which the environment has answered some.
  func telemetry(_ calls: Int, answered: Int) -> Telemetry {
    Telemetry([
      Telemetry.Reading(Phrase("calls", zh: "调用次数"), Phrase("\(calls)/\(loop.limit)")),
      Telemetry.Reading(Phrase("input tokens", zh: "输入 token"), Double(tokens.input(calls))),
      Telemetry.Reading(
        Phrase("new tokens, prefix cached", zh: "缓存前缀后新算 token"), Double(tokens.computed(calls))),
      Telemetry.Reading(
        Phrase("facts found", zh: "查到的事实"),
        Phrase("\(loop.goalsDone(after: answered))/\(ReActLoop.facts.count)")),
    ])
  }
}
