import Figures
import Instruments
import Mechanisms

/// The picture of one state: the plot, and beside it what explains it.
struct RooflineView: NodeConvertible {
  let scene: RooflineScene
  let at: Moment

  /// Wide enough for every GPU, precision, width and batch that can be chosen.
  static let axes = RooflinePlot.Axes(intensity: 0.25...16_384, rate: 1...12_000)

  var node: Node {
    switch scene.panel {
    case .none:
      Overlay(align: .bottomLeading) {
        plot
        key
      }.node
    case .counts(let phases, let waits):
      beside(
        RooflineCounts(
          subject: scene.subject, roof: scene.roof, phases: phases, waits: waits, batch: scene.subject.batch),
        width: 316)
    case .steps:
      beside(
        RooflineSteps(
          subject: scene.subject, roof: scene.roof, batch: scene.followed,
          explainsCrossing: scene.showsCrossing), width: 350)
    case .sharing(let count):
      beside(RooflineSharing(subject: scene.subject, roof: scene.roof, count: count), width: 284)
    case .widths: beside(RooflineWidths(subject: scene.subject, roof: scene.roof), width: 284)
    }
  }

  private func beside<N: NodeConvertible>(_ panel: N, width: Double) -> Node {
    Row(spacing: Spacing.margin, align: .stretch) {
      plot
      panel.node.frame(width: width, align: .topLeading)
    }.node
  }

  /// What the forms mean, once they are there: a disc of either colour, and a diamond.
  private var key: Node {
    let disc = PlotMark(.circle, Surface(fill: .plain(.paper), stroke: Stroke(.muted, width: 2)), radius: 6)
    var diamond = PlotMark.around(.cache)
    diamond.radius = 8
    return Row(spacing: Spacing.l) {
      if !scene.kernels.isEmpty || scene.followed != nil {
        disc.key(RooflineWords.projections(scene.subject)).same("key", 0)
      }
      if scene.kernels.contains(.attention(.mha)) { diamond.key(RooflineWords.attention).same("key", 1) }
    }.node
  }

  private var plot: Node {
    var axes = Self.axes
    axes.peaks = scene.subject.roofs.map { $0.peak }
    let ridge = wholeOrTenth(scene.roof.ridge)
    axes.ridge =
      scene.isNarrow
      ? Phrase("ridge point:\n\(ridge) FLOP/B", zh: "拐点：\n\(ridge) FLOP/B")
      : Phrase("ridge point: \(ridge) FLOP/B", zh: "拐点：\(ridge) FLOP/B")
    return RooflinePlot(axes, roof, traces + named + followed) {
      for p in scene.missing { missing(p) }
      loss
      words
    }.node
  }

  private var roof: RooflinePlot.Roof {
    let bandwidth = threeFigures(scene.roof.bandwidth / 1e12)
    var roof = RooflinePlot.Roof(
      bandwidth: scene.roof.bandwidth, name: scene.isNarrow ? "\(bandwidth) TB/s" : "HBM \(bandwidth) TB/s",
      ceiling: scene.hasCeiling ? ceiling(scene.roof) : nil, others: scene.others.map(ceiling))
    roof.named = scene.roomiest
    switch scene.motion {
    case .slope: roof.drawn = at.progress
    case .roof:
      roof.lowered = Easing.standard(at.progress / 0.65)
      roof.dropped = Easing.standard((at.progress - 0.65) / 0.35)
    default: break
    }
    return roof
  }

  private func ceiling(_ roof: Roofline) -> RooflinePlot.Ceiling {
    let peak = fixed(roof.peak / 1e12)
    // Prefill's dot may stand too near to the end of the ceiling; then the axis has to say it.
    let isRoomy = scene.subject.point(.prefill, scene.roof).intensity * 8 < Self.axes.intensity.upperBound
    let unit = isRoomy && !scene.isNarrow ? " TFLOP/s" : ""
    var name = Phrase("\(roof.precision.name): \(peak)\(unit)", zh: "\(roof.precision.name) \(peak)\(unit)")
    // The panel of precisions has the numbers.
    if case .widths = scene.panel { name = Phrase(roof.precision.name) }
    return RooflinePlot.Ceiling(id: roof.precision.bits, peak: roof.peak, name: name)
  }

  private func missing(_ precision: Precision) -> PlotItem {
    let (name, gpu) = (precision.name, scene.subject.gpu)
    let words = Phrase("\(name): none on \(gpu)", zh: "\(name)：\(gpu) 不支持")
    let top = scene.others.reduce(scene.roof.peak) { max($0, $1.peak) } / 1e12
    let row = precision == scene.missing.first ? 1.0 : 2.0
    return PlotItem.words(
      PlotLabel(words, .note.painted(.role(.masked, .text)), rank: 0),
      upon: PlotPoint(scene.roof.ridge, top * Maths.pow(2, row)),
      PlotPoint(Self.axes.intensity.upperBound, top * Maths.pow(2, row)), places: [1]
    ).same("missing", precision.bits)
  }
}
