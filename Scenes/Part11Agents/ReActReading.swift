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
        ? Phrase("as I recall, \(best) > \(other) km", zh: "凭记忆，\(best) > \(other) km")
        : Phrase("\(best) > \(other), so that is it", zh: "\(best) > \(other)，就是它")
    case .lookup(let goal, _):
      let fact = ReActLoop.facts[goal]
      if isRetry(call) { return Phrase("not found: check the name", zh: "没找到：检查名字") }
      return goal < 2
        ? Phrase("which river, \(fact.entity)?", zh: "\(fact.entity) 跨哪条河？")
        : Phrase("how long is the \(fact.entity)?", zh: "\(fact.entity) 有多长？")
    }
  }

  /// What it asks for or answers.
  func action(_ call: AgentCall) -> Phrase {
    switch call.action {
    case .finish(let bridge):
      return Phrase("finish: \(ReActLoop.bridges[bridge])", zh: "结束：\(ReActLoop.bridges[bridge])")
    case .lookup(let goal, let misspelt):
      let fact = ReActLoop.facts[goal]
      let entity = misspelt ? Self.misspelt(fact.entity) : fact.entity
      return Phrase("lookup \(entity), \(fact.relation)")
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
    let words = "\(fact.entity), \(fact.relation): \(fact.value)"
    guard isMisremembered(i) else { return Phrase(words) }
    return Phrase(
      "\(words); recalled \(ReActLoop.remembered[i - 2])", zh: "\(words)；记成 \(ReActLoop.remembered[i - 2])")
  }

  /// Whether an agent that only recalls has a fact wrong.
  func isMisremembered(_ i: Int) -> Bool {
    loop.style == .reasonOnly && i >= 2 && ReActLoop.remembered[i - 2] != ReActLoop.lengths[i - 2]
  }

  /// What the bars of the context are made of.
  var contextName: Phrase {
    Phrase(
      "**context** that each call reads:\n\(tokens.prompt) prompt + \(tokens.step) a step before",
      zh: "每次调用读入的**上下文**：\n\(tokens.prompt) 提示 + 之前每步 \(tokens.step)")
  }

  /// What the mode is about; without thoughts or without actions, also what was published.
  var remark: Phrase {
    let scores = ReActResults.hotpotQA
    switch loop.style {
    case .react:
      return Phrase(
        "The model writes left of the line, the environment right of it; the transcript is all the state",
        zh: "线左边由模型写，右边由环境写；对话记录就是全部状态")
    case .actOnly, .reasonOnly:
      return Phrase(
        "Published, HotpotQA exact match: act only \(trimmed(scores.act)), ReAct \(trimmed(scores.react)), "
          + "reason only \(trimmed(scores.reason)), both \(trimmed(scores.both))",
        zh: "已发表，HotpotQA 精确匹配：只动作 \(trimmed(scores.act))，ReAct \(trimmed(scores.react))，"
          + "只推理 \(trimmed(scores.reason))，两者结合 \(trimmed(scores.both))")
    }
  }

  /// What is measured after some calls, of which the environment has answered some.
  func telemetry(_ calls: Int, answered: Int) -> Telemetry {
    Telemetry([
      Telemetry.Reading(Phrase("calls", zh: "调用次数"), Phrase("\(calls)/\(loop.limit)")),
      Telemetry.Reading(Phrase("input tokens", zh: "输入 token"), Double(tokens.input(calls))),
      Telemetry.Reading(Phrase("newly computed tokens", zh: "新算的 token"), Double(tokens.computed(calls))),
      Telemetry.Reading(
        Phrase("sub-goals", zh: "子目标"), Phrase("\(loop.goalsDone(after: answered))/\(ReActLoop.facts.count)")),
    ])
  }
}
