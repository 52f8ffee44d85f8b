import Figures
import Instruments
import Mechanisms

/// Everyone gets the sum and nobody is the bottleneck: chunks go round a ring, first to be added, then to be
/// copied (Patarasuk and Yuan 2009).
public struct RingFigure: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// Both phases, then the root for comparison.
    case allReduce = "all-reduce"
    /// The phase that adds.
    case reduceScatter = "reduce-scatter"
    /// The phase that copies.
    case allGather = "all-gather"
    /// One rank collects and sends back.
    case root
    /// Pairs exchange whole vectors.
    case recursiveDoubling = "recursive-doubling"
  }

  /// What a reader chooses.
  public struct Inputs: Sendable {
    /// Ranks, megabytes of the vector, GB/s of a link, µs of a step.
    var ranks, megabytes, bandwidth, latency: Int
  }

  /// One state, in the terms of its mode.
  public enum State: Sendable {
    /// The default mode.
    case overview(RingOverview)
    /// One of the two phases.
    case phase(RingPhase)
    /// The root.
    case root(RingRoot)
    /// Recursive doubling.
    case doubling(RingDoubling)
  }

  /// Its name, place and title.
  public static let about = About(
    "ring-allreduce", chapter: "6.1", part: "06-distributed",
    title: Phrase("Ring all-reduce", zh: "环形 all-reduce"))

  /// With many ranks, a chunk half-way round passes close to the row of a rank's cells.
  public static let waivers = [
    Waiver("misaligned", because: "what travels on a circle is in line with nothing at rest")
  ]

  /// Declares and reads the parameters.
  public static func inputs(_ knobs: inout Knobs) -> Inputs {
    Inputs(
      ranks: knobs.int("ranks", 2...16, default: 4, label: Phrase("ranks", zh: "rank 数")),
      megabytes: knobs.doubling("size", 1...16384, default: 1024, label: Phrase("size [MB]", zh: "数据量 [MB]")),
      bandwidth: knobs.int(
        "bandwidth", 10...900, default: 450, step: 10, label: Phrase("bandwidth [GB/s]", zh: "带宽 [GB/s]")),
      latency: knobs.int("latency", 0...50, default: 5, label: Phrase("latency [µs]", zh: "延迟 [µs]")))
  }

  /// Runs the ring and tells the beats.
  public static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State> {
    let reading = RingReading(inputs)
    switch mode {
    case .allReduce: return RingOverview.story(reading)
    case .reduceScatter: return RingPhase.story(reading, adds: true)
    case .allGather: return RingPhase.story(reading, adds: false)
    case .root: return RingRoot.story(reading)
    case .recursiveDoubling: return RingDoubling.story(reading)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .overview(let state): state.stage(at.progress)
    case .phase(let state): state.stage
    case .root(let state): state.stage
    case .doubling(let state): state.stage
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: Inputs, _ mode: Mode) -> Stage {
    let reading = RingReading(inputs)
    switch mode {
    case .allReduce: return RingOverview(reading, step: reading.run.steps, compares: true).stage(1)
    case .reduceScatter: return RingPhase(reading, adds: true, step: reading.half).stage
    case .allGather: return RingPhase(reading, adds: false, step: reading.run.steps).stage
    case .root: return RingRoot(reading, blocks: 2 * reading.half, showsRing: true, compares: true).stage
    case .recursiveDoubling:
      return RingDoubling(reading, steps: reading.cost(.recursiveDoubling).steps, compares: true).stage
    }
  }
}
