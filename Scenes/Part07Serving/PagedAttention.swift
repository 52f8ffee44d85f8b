import Figures
import Mechanisms

/// PagedAttention: a KV cache in blocks that tables reach, so that only the last block of a sequence has
/// empty slots, and samples of one prompt share its blocks.
public struct PagedAttention: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// From contiguous reservations to blocks, sharing and copy on write.
    case overview
    /// What three ways to reserve contiguous runs cost.
    case contiguous
    /// One sequence grows block by block, then several share the pool.
    case paged
    /// Samples of one prompt share its blocks until one writes.
    case copyOnWrite = "copy-on-write"
    /// A request that fits into no hole fits into blocks.
    case fragmentation
  }

  /// What stands on the stage.
  public enum State: Sendable {
    /// The slots in one line.
    case line(LineState)
    /// Blocks and tables.
    case pool(PoolState)
    /// Contiguous pools that reserve in different ways.
    case policies(PolicyState)
  }

  /// Its name, place and title.
  public static let about = About(
    "paged-attention", chapter: "7.2", part: "07-serving",
    title: Phrase("PagedAttention", zh: "PagedAttention"))

  /// The pools that the parameters describe.
  public static func inputs(_ knobs: inout Knobs) -> PagingRuns {
    let blockSize = knobs.int("block-size", 1...16, default: 4, label: Phrase("block size", zh: "块大小"))
    let samples = knobs.int("samples", 1...6, default: 2, label: Phrase("samples", zh: "采样数"))
    let prompt = knobs.int(
      "prompt-length", 1...24, default: 7, label: Phrase("prompt length", zh: "prompt 长度"))
    let pool = knobs.int("pool", 8...48, default: 16, label: Phrase("pool", zh: "物理块数"))
    return PagingRuns(blockSize: blockSize, samples: samples, prompt: prompt, blocks: pool)
  }

  /// The beats of a mode.
  public static func story(_ runs: PagingRuns, _ mode: Mode) -> Story<State> {
    switch mode {
    case .overview: return overviewStory(runs)
    case .contiguous: return contiguousStory(runs)
    case .paged: return pagedStory(runs)
    case .copyOnWrite: return copyStory(runs)
    case .fragmentation: return fragmentationStory(runs)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .line(let state): return state.stage
    case .pool(let state): return state.stage
    case .policies(let state): return state.stage
    }
  }

  /// The one picture that explains a mode.
  public static func still(_ runs: PagingRuns, _ mode: Mode) -> Stage {
    switch mode {
    case .overview: return overviewStill(runs)
    case .contiguous: return contiguousStill(runs)
    case .paged: return pagedStill(runs)
    case .copyOnWrite: return ForkPanels(runs).stage
    case .fragmentation: return fragmentationStill(runs)
    }
  }
}
