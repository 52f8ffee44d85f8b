import Geometry

/// What an agent may do in a call (Yao et al. 2023, §2–4).
public enum AgentStyle: Int, CaseIterable, Sendable {
  /// A thought, then an action.
  case react
  /// Actions alone: without thoughts nothing is compared, and the answer is the last bridge looked up.
  case actOnly
  /// One thought from memory, no lookups.
  case reasonOnly
}

/// What the environment knows: the value of a relation of an entity.
public struct Fact: Equatable, Sendable {
  /// The subject and the relation.
  public let entity, relation: String
  /// Its value.
  public let value: String

  /// Creates a fact.
  public init(_ entity: String, _ relation: String, _ value: String) {
    (self.entity, self.relation, self.value) = (entity, relation, value)
  }

  /// Equal words.
  public static func == (a: Fact, b: Fact) -> Bool {
    a.entity.utf8.elementsEqual(b.entity.utf8) && a.relation.utf8.elementsEqual(b.relation.utf8)
      && a.value.utf8.elementsEqual(b.value.utf8)
  }
}

/// One call of the model: what it writes, and what the environment writes after it.
public struct AgentCall: Equatable, Sendable {
  /// What the model asks the environment to do.
  public enum Action: Equatable, Sendable {
    /// Look the nth fact up; misspelt, its entity is not found.
    case lookup(Int, misspelt: Bool)
    /// Answer with the nth bridge.
    case finish(Int)
  }
  /// Its number, from 1.
  public let number: Int
  /// Whether it thinks before it acts.
  public let thinks: Bool
  /// Its action.
  public let action: Action
  /// The fact that the environment found, from 0; nil when it found nothing or was not asked.
  public let found: Int?

  /// Whether the environment answered, be it “not found”.
  public var isObserved: Bool {
    if case .lookup = action { true } else { false }
  }
}

/// A scripted agent that answers “which bridge spans the longer river?” from a table of facts, within a limit
/// of calls. The growing transcript is its only state.
public struct ReActLoop: Equatable, Sendable {
  /// The table, in the order of its lookups: two rivers, then their lengths.
  public static let facts = [
    Fact("Aster Bridge", "river", "Tamsin"), Fact("Corvid Bridge", "river", "Ochre"),
    Fact("Tamsin", "km", "214"), Fact("Ochre", "km", "187"),
  ]
  /// The bridges, which can be answers, and what each river's length is: looked up, and from memory.
  public static let bridges = ["Aster Bridge", "Corvid Bridge"]
  /// Lengths in km: as the table has them, and as the model remembers them.
  public static let lengths = [214, 187], remembered = [164, 187]

  /// How the agent works.
  public let style: AgentStyle
  /// How many calls it may make, finish included.
  public let limit: Int
  /// The calls, in order.
  public let calls: [AgentCall]

  /// Runs it. `limit` under 1 counts as 1; `faults`, 0…2, is how many of the first entities are misspelt once.
  public init(_ style: AgentStyle = .react, limit: Int, faults: Int = 0) {
    let limit = Swift.max(1, limit)
    let faults = faults.clamped(to: 0...2)
    var actions: [(action: AgentCall.Action, found: Int?)] = []
    if style != .reasonOnly {
      for goal in Self.facts.indices {
        if goal < faults { actions.append((.lookup(goal, misspelt: true), nil)) }
        actions.append((.lookup(goal, misspelt: false), goal))
      }
    }
    let lengths = style == .reasonOnly ? Self.remembered : Self.lengths
    let longest = lengths[0] >= lengths[1] ? 0 : 1
    actions.append((.finish(style == .actOnly ? Self.bridges.count - 1 : longest), nil))
    self.style = style
    self.limit = limit
    calls = actions.prefix(limit).enumerated().map { i, step in
      AgentCall(number: i + 1, thinks: style != .actOnly, action: step.action, found: step.found)
    }
  }

  /// The bridge it answers with; nil when it ran out of calls.
  public var answer: Int? {
    if case .finish(let bridge)? = calls.last?.action { return bridge }
    return nil
  }
  /// Replies of the environment.
  public var observations: Int { calls.reduce(0) { $0 + ($1.isObserved ? 1 : 0) } }
  /// Sub-goals reached after some calls: facts that the transcript holds.
  public func goalsDone(after calls: Int) -> Int {
    self.calls.prefix(Swift.max(0, calls)).reduce(0) { $0 + ($1.found == nil ? 0 : 1) }
  }
}

/// Tokens that a loop reads: each call reads the prompt and all steps before it.
public struct AgentTokens: Equatable, Sendable {
  /// Tokens of the prompt, and of each full step.
  public let prompt, step: Int

  /// Creates it; negative counts as 0.
  public init(prompt: Int, step: Int) {
    (self.prompt, self.step) = (Swift.max(0, prompt), Swift.max(0, step))
  }

  /// What the nth call, from 1, reads: P + s(n − 1).
  public func context(_ call: Int) -> Int { prompt + step * Swift.max(0, call - 1) }
  /// What n calls read together: nP + s·n(n − 1)/2.
  public func input(_ calls: Int) -> Int { calls * prompt + step * calls * (calls - 1) / 2 }
  /// What is newly computed when the prefix is cached: P + s(n − 1); nothing without a call.
  public func computed(_ calls: Int) -> Int { calls > 0 ? context(calls) : 0 }
}

/// Published results (Yao et al. 2023, Tables 1 and 3; PaLM 540B).
public enum ReActResults {
  /// HotpotQA, exact match in %: acting only, ReAct, reasoning only (CoT), and ReAct backed off to
  /// self-consistent CoT.
  public static let hotpotQA = (act: 25.7, react: 27.4, reason: 29.4, both: 35.1)
  /// ALFWorld, success in %: ReAct and acting only, the best of six prompts each, and BUTLER.
  public static let alfWorld = (react: 71.0, act: 45.0, butler: 37.0)
}
