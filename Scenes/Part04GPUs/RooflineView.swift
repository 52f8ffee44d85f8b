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
    case .none: plot
    case .counts(let phases, let waits):
      beside(
        RooflineCounts(
          subject: scene.subject, roof: scene.roof, phases: phases, waits: waits, batch: scene.subject.batch),
        width: 316)
    case .steps:
      beside(RooflineSteps(subject: scene.subject, roof: scene.roof, batch: scene.followed), width: 350)
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

  private var plot: Node {
    var axes = Self.axes
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
    var name = Phrase("\(roof.precision.name): \(peak)", zh: "\(roof.precision.name) \(peak)")
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

  // MARK: Kernels

  private var traces: [RooflinePlot.Kernel] {
    scene.trail.map { kernel(.decode(batch: $0), Identity("trace", $0), .trace(.cache), nil) }
  }

  private var named: [RooflinePlot.Kernel] {
    scene.kernels.map { kernel in
      switch kernel {
      case .prefill:
        self.kernel(
          kernel, Identity("prefill"), .rest(.compute),
          PlotLabel(
            RooflineWords.beside(kernel, isShort: scene.isNarrow),
            sides: [.below, .belowRight, .belowLeft, .above, .aboveRight, .aboveLeft], rank: 1,
            isOptional: scene.isNarrow))
      case .decode(let batch):
        self.kernel(
          kernel, Identity("decode", batch), .rest(.cache),
          PlotLabel(
            RooflineWords.beside(kernel, isShort: scene.isNarrow),
            sides: [.belowRight, .below, .belowLeft, .right, .left], rank: 1))
      case .attention(let kind):
        self.kernel(
          kernel, Identity("attention", kind.rawValue), .rest(.cache, .diamond),
          PlotLabel(
            RooflineWords.beside(kernel, isShort: scene.isNarrow),
            sides: [.aboveLeft, .left, .above, .belowRight], rank: 1))
      }
    }
  }

  private var followed: [RooflinePlot.Kernel] {
    guard let batch = scene.followed else { return [] }
    var isSweep = false
    if case .steps = scene.panel { isSweep = true }
    let label = PlotLabel(
      RooflineWords.beside(.decode(batch: batch), isShort: isSweep), .note.bold,
      sides: [.belowRight, .below, .belowLeft, .right, .above],
      rank: 0)
    return [kernel(.decode(batch: batch), Identity("followed"), .followed(.cache), label)]
  }

  private func kernel(
    _ kernel: RooflineKernel, _ identity: Identity, _ mark: PlotMark, _ label: PlotLabel?
  ) -> RooflinePlot.Kernel {
    let point = scene.subject.point(kernel, scene.roof)
    var out = RooflinePlot.Kernel(
      identity, intensity: point.intensity, rate: point.attainable, mark: mark, label: label)
    if case .landing(let lander) = scene.motion, lander == kernel {
      out.risen = Easing.standard(at.progress / 0.65)
      out.label?.opacity = ((at.progress - 0.5) / 0.15).clamped(to: 0...1)
    }
    return out
  }

  // MARK: What is said about them

  @PlotBuilder private var loss: [PlotItem] {
    if scene.showsLoss, let batch = scene.followed {
      let point = scene.subject.point(.decode(batch: batch), scene.roof)
      let grown: Double =
        if case .landing = scene.motion { Easing.standard((at.progress - 0.65) / 0.35) } else { 1 }
      // Above half of the peak, an arrow would be little longer than its head.
      if point.shareOfPeak < 0.5 && grown > 0 {
        let (peak, rate) = (scene.roof.peak / 1e12, point.attainable / 1e12)
        let lost = percent(1 - point.shareOfPeak)
        PlotItem.distance(
          at: point.intensity, from: peak, to: peak * Maths.pow(rate / peak, grown), gap: 15 * grown,
          label: PlotLabel(
            Phrase("\(lost) % of the\narithmetic waits", zh: "\(lost) % 的算力\n在等数据"), .note.bold,
            sides: [.right, .left, .aboveRight], rank: 2, opacity: grown),
          share: 0.14
        ).same("loss")
      }
    }
  }

  @PlotBuilder private var words: [PlotItem] {
    if scene.showsCrossing {
      // Labels of attention have the first right to the side of the slope.
      let sides: [LabelSide] =
        scene.kernels.contains(.attention(.mla)) ? [.aboveRight, .aboveLeft] : [.aboveLeft, .aboveRight]
      PlotItem.words(
        PlotLabel(RooflineWords.crossing(scene.subject, scene.roof), sides: sides, rank: 1),
        beside: PlotPoint(scene.roof.ridge, scene.roof.peak / 1e12), clearance: 14
      ).same("crossing")
    }
    shifts
    if scene.saysDoubling, scene.trail.count > 2 {
      let point = scene.subject.point(.decode(batch: scene.trail[2]), scene.roof)
      PlotItem.words(
        PlotLabel(
          Phrase("each doubling climbs one step", zh: "batch 翻一倍，上一格"),
          sides: [.belowRight, .below], rank: 3, isOptional: true),
        beside: PlotPoint(point.intensity, point.attainable / 1e12), clearance: 10
      ).same("doubling")
    }
  }

  /// Where the kernels stand under each roof, and arrows from the wide precisions to the narrow.
  @PlotBuilder private var shifts: [PlotItem] {
    if scene.showsShift {
      for (i, kernel) in (scene.kernels + (scene.followed.map { [.decode(batch: $0)] } ?? [])).enumerated() {
        let places = scene.subject.roofs.filter { $0 == scene.roof || scene.others.contains($0) }.map {
          roof in
          let point = scene.subject.point(kernel, roof)
          return PlotPoint(point.intensity, point.attainable / 1e12)
        }
        for (step, (from, to)) in zip(places, places.dropFirst()).enumerated() {
          PlotItem.shift(from: from, to: to, aside: -15).same("shift", i, step)
        }
        for (step, place) in places.enumerated() {
          PlotItem.dot(place, .trace(.cache)).same("place", i, step)
        }
      }
    }
  }
}
