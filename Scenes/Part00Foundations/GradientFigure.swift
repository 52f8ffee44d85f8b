import Figures
import Instruments
import Mechanisms

/// Step against the gradient: the step size decides between crawl, zigzag and blow-up
/// (Boyd & Vandenberghe 2004, §9.3).
public struct GradientFigure: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// One arrow, one step, many steps; then larger steps, and a surface with two valleys.
    case overview
    /// The best fixed step crosses the valley each time.
    case zigzag
    /// Where the step is too large.
    case blowUp = "blow-up"
    /// Which minimum a start falls into.
    case twoValleys = "two-valleys"
  }

  /// Its place in the book.
  public static let about = About(
    "gradient-descent", chapter: "0.5", part: "00-foundations",
    title: Phrase("Gradient descent", zh: "梯度下降"))

  /// From a start on the axis, two walks may put their steps at one spot; and the overview cuts to another
  /// surface, whose axes stand where those of the bowl stood.
  public static let waivers = [
    Waiver(
      "identity-lost",
      because: "two walks, or surfaces, are two things, even where parts of them are at one place")
  ]

  /// One state, on one of the two surfaces.
  public enum State: Sendable {
    /// The bowl.
    case bowl(GradientScene)
    /// The line with two valleys.
    case valleys(GradientValleys)
  }

  /// Learning rate, condition number and start.
  public static func inputs(_ knobs: inout Knobs) -> GradientCase {
    let rate = knobs.real(
      "eta", 0.01...0.22, default: 0.1, step: 0.005, label: Phrase("learning rate η", zh: "学习率 η"))
    let condition = knobs.int("kappa", 1...50, default: 10, label: Phrase("condition number κ", zh: "条件数 κ"))
    let across = knobs.real("y0", 0...5, default: 1, step: 0.5, label: Phrase("start y₀", zh: "起点 y₀"))
    return GradientCase(QuadraticBowl(1, Double(condition)), from: Point(10, across), rate: rate)
  }

  /// The beats of a mode.
  public static func story(_ subject: GradientCase, _ mode: Mode) -> Story<State> {
    switch mode {
    case .overview: Story(GradientOverview(subject).beats)
    case .zigzag: Story(GradientZigzag(subject).beats)
    case .blowUp: Story(GradientBlowUp(subject).beats)
    case .twoValleys: Story(GradientValleys.beats)
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .bowl(let scene): scene.stage(at.progress)
    case .valleys(let valleys): valleys.stage(at.progress)
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ subject: GradientCase, _ mode: Mode) -> Stage {
    switch mode {
    case .overview: GradientPanels(subject).stage
    case .zigzag: GradientZigzag(subject).still
    case .blowUp: GradientBlowUp(subject).still
    case .twoValleys: GradientValleys.still
    }
  }
}
