import Figures

/// The roofline of a processor (Williams, Waterman and Patterson, 2009): attainable arithmetic over
/// arithmetic intensity, both logarithmic; a memory slope, ceilings, and kernels under them.
///
/// It draws what a model has computed: rates come from there, and only their places are found here.
public struct RooflinePlot: NodeConvertible {
  /// One level of peak arithmetic.
  public struct Ceiling: Sendable {
    /// Its number, by which it is the same in another state.
    public var id: Int
    /// FLOP/s.
    public var peak: Double
    /// What is written at its end.
    public var name: Phrase

    /// Creates a ceiling.
    public init(id: Int, peak: Double, name: Phrase) { (self.id, self.peak, self.name) = (id, peak, name) }
  }

  /// The roof: one slope, the ceiling under which kernels are placed, and others for comparison.
  public struct Roof: Sendable {
    /// Memory bandwidth in B/s.
    public var bandwidth: Double
    /// What is written along the slope.
    public var bandwidthName: Phrase
    /// The ceiling that holds; nil before it is there.
    public var ceiling: Ceiling?
    /// Ceilings of other precisions.
    public var others: [Ceiling]
    /// The intensity (FLOP/B) at which the slope bears its name.
    public var named = 32.0
    /// Share of the slope that is drawn.
    public var drawn = 1.0
    /// Share of the way that the ceiling has come down from the upper edge.
    public var lowered = 1.0
    /// Share of the way from the ridge to the axis that its line has come.
    public var dropped = 1.0

    /// Creates a roof.
    public init(bandwidth: Double, name: Phrase, ceiling: Ceiling?, others: [Ceiling] = []) {
      self.bandwidth = bandwidth
      bandwidthName = name
      self.ceiling = ceiling
      self.others = others
    }
  }

  /// A kernel under the roof.
  public struct Kernel: Sendable {
    /// Who it is over the whole figure.
    public var identity: Identity
    /// FLOP for each byte moved.
    public var intensity: Double
    /// FLOP/s.
    public var rate: Double
    /// How it is marked.
    public var mark: PlotMark
    /// Its name.
    public var label: PlotLabel?
    /// Share of the way from the axis to its rate that it has risen.
    public var risen = 1.0

    /// Creates a kernel.
    public init(
      _ identity: Identity, intensity: Double, rate: Double, mark: PlotMark, label: PlotLabel? = nil
    ) {
      self.identity = identity
      self.intensity = intensity
      self.rate = rate
      self.mark = mark
      self.label = label
    }
  }

  /// Words that every roofline has, and the ends of its axes; the same ends let pictures be compared.
  public struct Axes: Sendable {
    /// FLOP/B.
    public var intensity: ClosedRange<Double>
    /// TFLOP/s.
    public var rate: ClosedRange<Double>
    /// What is written beside the ridge line; nil for nothing.
    public var ridge: Phrase?
    /// Whether the two sides of the ridge are named.
    public var namesSides = true
    /// Peaks in FLOP/s, of this state and others, that no grid line may run into.
    public var peaks: [Double] = []

    /// Creates axes.
    public init(intensity: ClosedRange<Double>, rate: ClosedRange<Double>, ridge: Phrase? = nil) {
      self.intensity = intensity
      self.rate = rate
      self.ridge = ridge
    }
  }

  let axes: Axes
  let roof: Roof
  private let kernels: [Kernel]
  private let more: [PlotItem]

  /// Creates a roofline; `more` is drawn under the kernels.
  public init(_ axes: Axes, _ roof: Roof, _ kernels: [Kernel], @PlotBuilder more: () -> [PlotItem] = { [] }) {
    (self.axes, self.roof, self.kernels) = (axes, roof, kernels)
    self.more = more()
  }

  /// What it lays out and draws.
  public var node: Node {
    let x = PlotAxis(
      .log, axes.intensity, Phrase("arithmetic intensity, FLOP per byte moved", zh: "算术强度（FLOP/B）"),
      marked: ridgeTicks, noted: otherRidgeTicks)
    let y = PlotAxis(
      .log, axes.rate, Phrase("attainable TFLOP/s", zh: "可达性能（TFLOP/s）"),
      clearOf: axes.peaks.map { $0 / 1e12 })
    return Plot(x: x, y: y) {
      roofItems
      more
      for kernel in kernels { item(kernel) }
    }.node
  }

  private func item(_ kernel: Kernel) -> PlotItem {
    let (x, rate, floor) = (kernel.intensity, kernel.rate / 1e12, axes.rate.lowerBound)
    let now = PlotPoint(x, floor * Maths.pow(rate / floor, kernel.risen))
    return PlotItem.dot(PlotPoint(x, rate), kernel.mark, now: now, label: kernel.label).same(
      kernel.identity, named: kernel.label?.text)
  }
}
