import Figures
import Mechanisms

/// A puzzle as a tree of thoughts, searched in three ways: greedily, by levels with a beam (Yao et al. 2023),
/// and by Monte Carlo tree search (Kocsis & Szepesvári 2006).
public struct TreeSearch: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// All three searches, one after the other.
    case treeSearch = "tree-search"
    /// One node a level.
    case greedy
    /// Some nodes a level.
    case beam = "tot-bfs"
    /// Visits and rewards.
    case monteCarlo = "mcts"
    /// What the selection compares.
    case score = "ucb"
  }

  /// What a reader chooses.
  public struct Inputs: Sendable {
    /// Simulations of Monte Carlo search, and what uncertainty is worth to it.
    var simulations: Int
    var exploration: Double
    /// Nodes that search by levels keeps.
    var beam: Int
    /// Starts the random play.
    var seed: UInt32
  }

  /// One state, in the terms of its search.
  public enum State: Sendable {
    /// Search by levels.
    case beam(BeamView)
    /// Monte Carlo search.
    case monteCarlo(MonteCarloView)
  }

  /// Its name, place and title.
  public static let about = About(
    "tree-of-thoughts-mcts", chapter: "8.2", part: "08-reasoning",
    title: Phrase("Tree of Thoughts and MCTS", zh: "思维树（ToT）与 MCTS"))

  /// Declares and reads the parameters.
  public static func inputs(_ knobs: inout Knobs) -> Inputs {
    Inputs(
      simulations: knobs.int("simulations", 1...100, default: 24, label: Phrase("simulations", zh: "模拟次数")),
      exploration: knobs.real(
        "c", 0...3, default: 1.4, step: 0.1, label: Phrase("exploration c", zh: "探索系数 c")),
      beam: knobs.int("beam", 1...9, default: 2, label: Phrase("beam b", zh: "beam 宽度 b")),
      seed: UInt32(knobs.int("seed", 1...99, default: 1, label: Phrase("seed", zh: "随机种子"))))
  }

  /// What `check` finds and is meant so.
  public static let waivers = [
    Waiver(
      "misaligned", mode: "ucb",
      because: "where a bonus begins is data: two children can have almost the same mean reward")
  ]

  private static func stories(_ inputs: Inputs) -> TreeSearchStories {
    TreeSearchStories(
      beam: BeamSearch(beam: inputs.beam),
      monte: MonteCarloSearch(
        simulations: inputs.simulations, exploration: inputs.exploration, seed: inputs.seed))
  }

  /// Runs the searches and tells the beats.
  public static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State> {
    let stories = stories(inputs)
    switch mode {
    case .treeSearch: return Story(stories.overview)
    case .greedy: return Story(stories.greedyStory)
    case .beam: return Story(stories.beamStory)
    case .monteCarlo: return Story(stories.monteCarlo)
    case .score: return Story(stories.scores)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .beam(let state): state.stage
    case .monteCarlo(let state): state.stage
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: Inputs, _ mode: Mode) -> Stage { stories(inputs).still(mode) }
}

extension TreeSearchStories {
  /// The picture that explains a mode alone.
  func still(_ mode: TreeSearch.Mode) -> Stage {
    let words = TreeSearchCaptions(beam: beam, monte: monte)
    let all = monte.rounds.count
    var (stage, caption): (Stage, Phrase)
    switch mode {
    case .treeSearch:
      (stage, caption) = (
        MonteCarloView(MonteCarloMoment(monte, done: all, .whole), showsAnswer: true).stage, words.still
      )
    case .greedy: (stage, caption) = (BeamView(greedy, scored: 3, pruned: true).stage, words.greedy)
    case .beam:
      (stage, caption) = (BeamView(beam, scored: 3, pruned: true, showsResults: true).stage, words.met)
    case .monteCarlo:
      (stage, caption) = (
        MonteCarloView(MonteCarloMoment(monte, done: all), showsAnswer: true).stage, words.rounds
      )
    case .score:
      let bars = ScoreBars(search: monte, done: all).node
      (stage, caption) = (MonteCarloView(MonteCarloMoment(monte, done: all), panel: bars).stage, words.shares)
    }
    stage.caption = caption
    return stage
  }
}
