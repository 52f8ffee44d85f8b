import Figures
import Instruments
import Mechanisms

/// One state of the figure: which roof stands, what has landed under it, and what explains it.
struct RooflineScene: Sendable {
  /// What the progress of a continuous beat moves.
  enum Motion: Sendable, Equatable {
    case none
    /// The slope is drawn from the axis.
    case slope
    /// The ceiling comes down, then the ridge drops its line.
    case roof
    /// A kernel rises from the axis until the roof stops it; then what it loses is measured.
    case landing(RooflineKernel)
  }

  /// What stands beside the plot.
  enum Panel: Sendable {
    case none
    /// What prefill and decode count with the same weights; `phases` of the two, with their waits.
    case counts(phases: Int, waits: Bool)
    /// How long a step takes over the batch.
    case steps
    /// How many query heads read one cached head, for some of the ways.
    case sharing(Int)
    /// What each precision moves and reaches.
    case widths
  }

  /// What the model says.
  let subject: RooflineCase
  /// The roof that holds.
  var roof: Roofline
  /// Whether its ceiling is there yet.
  var hasCeiling = true
  /// Roofs of other precisions.
  var others: [Roofline] = []
  /// Precisions that are named though the GPU lacks them.
  var missing: [Precision] = []
  /// The decode batch that is followed; nil before it lands.
  var followed: Int?
  /// Other kernels, named.
  var kernels: [RooflineKernel] = []
  /// Batches whose places are marked.
  var trail: [Int] = []
  /// Whether what the followed batch loses is measured.
  var showsLoss = false
  /// Whether the ridge says which batch reaches it.
  var showsCrossing = false
  /// Whether kernels show where they stand under the other roofs.
  var showsShift = false
  /// A line under the title in place of the usual one.
  var subtitle: Phrase?
  /// Whether the trail bears its batches and says what one step of it is.
  var saysDoubling = false
  var motion = Motion.none
  var panel = Panel.none

  /// What the telemetry measures: the followed batch, else prefill once it has landed.
  var measured: RooflineKernel? { followed.map { .decode(batch: $0) } ?? kernels.first }

  init(_ subject: RooflineCase, roof: Roofline? = nil) {
    self.subject = subject
    self.roof = roof ?? subject.roof
  }

  /// Whether something stands beside the plot, so that its words must be short.
  var isNarrow: Bool { if case .none = panel { false } else { true } }

  /// The intensity in the middle of the widest stretch of slope that no kernel of the story rests on.
  var roomiest: Double {
    var kernels = CachedAttention.allCases.map { RooflineKernel.attention($0) }
    if showsShift { kernels = self.kernels }
    kernels.append(.decode(batch: subject.batch))
    let roofs = showsShift ? subject.roofs : [roof]
    var stops = roofs.flatMap { roof in
      kernels.map { min(subject.point($0, roof).intensity, self.roof.ridge) }
    }
    stops += [roof.ridge, RooflineView.axes.rate.lowerBound * 1e12 / roof.bandwidth]
    stops.sort()
    var (best, ratio) = (stops[0], 0.0)
    for (a, b) in zip(stops, stops.dropFirst()) where b / a > ratio {
      (best, ratio) = ((a * b).squareRoot(), b / a)
    }
    return best
  }

  /// The same state with something changed.
  func with(_ change: (inout RooflineScene) -> Void) -> RooflineScene {
    var scene = self
    change(&scene)
    return scene
  }

  /// The scene with another followed batch, and marks where it has been.
  func batch(_ batch: Int, trail: [Int]) -> RooflineScene {
    with { ($0.followed, $0.trail) = (batch, trail.filter { $0 < batch }) }
  }
}
