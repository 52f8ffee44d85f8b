import Figures
import Instruments
import Mechanisms

/// The model writes a thought and an action, the environment writes the observation, and the growing transcript
/// is the agent's only state (Yao et al. 2023).
public struct ReActFigure: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// Thoughts and actions in turn.
    case react
    /// Actions without thoughts.
    case actOnly = "act-only"
    /// A thought from memory, no actions.
    case reasonOnly = "reason-only"
    /// A misspelt lookup, and what follows.
    case recovery
  }

  /// What a reader chooses.
  public struct Inputs: Sendable {
    /// The most calls, how many of the first lookups fail, and the tokens that a step adds.
    var calls, faults, tokens: Int
  }

  /// Its name, place and title.
  public static let about = About(
    "react-loop", chapter: "11.1", part: "11-agents",
    title: Phrase("The ReAct loop", zh: "ReAct 循环"))

  /// Declares and reads the parameters.
  public static func inputs(_ knobs: inout Knobs) -> Inputs {
    Inputs(
      calls: knobs.int("max-calls", 1...10, default: 8, label: Phrase("max calls M", zh: "最多调用次数 M")),
      faults: knobs.int("faults", 0...2, default: 0, label: Phrase("faults", zh: "出错次数")),
      tokens: knobs.int(
        "tokens-a-step", 20...400, default: 120, step: 20,
        label: Phrase("tokens a step s", zh: "每步 token 数 s")))
  }

  /// Runs the agent and tells the beats.
  public static func story(_ inputs: Inputs, _ mode: Mode) -> Story<ReActScene> {
    switch mode {
    case .react: ReActStories.react(inputs)
    case .actOnly: ReActStories.actOnly(ReActReading(inputs, .actOnly))
    case .reasonOnly: ReActStories.reasonOnly(ReActReading(inputs, .reasonOnly))
    case .recovery: ReActStories.recovery(ReActReading(inputs, .react, atLeast: 1))
    }
  }

  /// The picture of one state.
  public static func view(_ state: ReActScene, _ at: Moment) -> Stage { state.stage }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: Inputs, _ mode: Mode) -> Stage {
    switch mode {
    case .react:
      let r = ReActReading(inputs, .react)
      return captioned(r, ReActStories.still(r))
    case .actOnly: return ReActScene.end(ReActReading(inputs, .actOnly)).stage
    case .reasonOnly: return ReActScene.end(ReActReading(inputs, .reasonOnly)).stage
    case .recovery:
      let r = ReActReading(inputs, .react, atLeast: 1)
      return captioned(r, ReActStories.mended(r))
    }
  }

  private static func captioned(_ r: ReActReading, _ caption: Phrase) -> Stage {
    var stage = ReActScene.end(r).stage
    stage.caption = caption
    return stage
  }
}
