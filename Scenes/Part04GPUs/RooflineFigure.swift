import Figures
import Instruments
import Mechanisms

/// A kernel's FLOPs per byte decide whether it waits for arithmetic or for memory, and decode sits far
/// down the memory slope.
public struct RooflineFigure: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// Slope, ceiling, prefill, decode, batch, ridge, attention, precision.
    case overview
    /// The same weights, read for a prompt and for one token.
    case prefillVersusDecode = "prefill-vs-decode"
    /// What a bigger batch costs and buys.
    case batchSweep = "batch-sweep"
    /// What fewer bits move and what they leave.
    case precision
    /// How many queries read one cached head.
    case attention
  }

  /// Its place in the book.
  public static let about = About(
    "roofline", chapter: "4.3", part: "04-gpus", title: Phrase("The roofline", zh: "屋顶线"))

  /// What a reader chooses, as the model sees it.
  public struct Inputs: Sendable {
    let subject: RooflineCase

    init(_ subject: RooflineCase) { self.subject = subject }
  }

  /// One state of the figure.
  public struct State: Sendable {
    let scene: RooflineScene
  }

  /// Batch, width, GPU and bits.
  public static func inputs(_ knobs: inout Knobs) -> Inputs {
    let batch = knobs.doubling(
      "batch", 1...1024, default: 1, label: Phrase("decode batch", zh: "decode batch"))
    let width = knobs.doubling(
      "d", 1024...16384, default: 4096, label: Phrase("weights [d × d]", zh: "权重 [d × d]"))
    let gpu = knobs.choice(
      "gpu", zip(["a100", "h100", "h200", "b200"], Accelerator.all).map { .init($0, Phrase($1.name)) },
      default: 1,
      label: "GPU")
    let bits = knobs.doubling("bits", 4...16, default: 16, label: Phrase("bits a number", zh: "每个数的位数"))
    return Inputs(
      RooflineCase(Accelerator.all[gpu], wanted: Precision(bits: bits), width: width, batch: batch))
  }

  /// The beats of a mode.
  public static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State> {
    let subject = inputs.subject
    switch mode {
    case .overview: return Story(RooflineOverview(subject).beats)
    case .prefillVersusDecode: return Story(RooflinePhases(subject).beats)
    case .batchSweep: return Story(RooflineSweep(subject).beats)
    case .precision: return Story(RooflineBits(subject).beats)
    case .attention: return Story(RooflineHeads(subject).beats)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    let scene = state.scene
    return Stage(
      subtitle: scene.subtitle ?? RooflineWords.subtitle(scene.subject),
      telemetry: RooflineWords.telemetry(scene.subject, scene.roof, scene.measured)
    ) {
      RooflineView(scene: scene, at: at)
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: Inputs, _ mode: Mode) -> Stage {
    let subject = inputs.subject
    let (scene, caption) =
      switch mode {
      case .overview: RooflineOverview(subject).still
      case .prefillVersusDecode: RooflinePhases(subject).still
      case .batchSweep: RooflineSweep(subject).still
      case .precision: RooflineBits(subject).still
      case .attention: RooflineHeads(subject).still
      }
    var stage = view(State(scene: scene), .still)
    stage.caption = caption
    return stage
  }
}

extension Beat<RooflineFigure.State> {
  /// A beat of one scene, or of a run of them.
  init(
    _ name: String, _ scenes: [RooflineScene], _ caption: Phrase, pace: Pace = .standard,
    continuous: Double = 0
  ) {
    self.init(
      name, run: scenes.map { RooflineFigure.State(scene: $0) }, caption, pace: pace, continuous: continuous)
  }
}
