import Figures
import Instruments
import Mechanisms

// The kernels of one state, each with the sides on which its name reads best: projections below the slope,
// attention above it.
extension RooflineView {
  var traces: [RooflinePlot.Kernel] {
    // Beyond the ridge one is enough to see that it rises no more.
    let most = 2 * scene.subject.lastMemoryBound(scene.roof)
    let named = scene.saysDoubling ? scene.trail.filter { $0 <= most && stands(alone: $0) } : []
    return scene.trail.map { batch in
      var label: PlotLabel?
      if named.contains(batch) { label = number(batch, explains: batch == named.prefix(2).last) }
      return kernel(.decode(batch: batch), Identity("trace", batch), .trace(.cache), label)
    }
  }

  /// The batch of a small circle; one of them says what a step to the next is.
  private func number(_ batch: Int, explains: Bool) -> PlotLabel {
    let n = grouped(batch)
    let words = Phrase("batch \(n): each doubling climbs one step", zh: "batch \(n)：每翻一倍，上一格")
    var label = PlotLabel(
      explains ? words : Phrase(n), explains ? .note : .data.painted(.muted), sides: [.belowRight, .below],
      rank: explains ? 2 : 3, isOptional: true)
    label.hasLeader = false
    return label
  }

  /// Whether a batch's place is not that of a kernel with a name of its own.
  private func stands(alone batch: Int) -> Bool {
    let x = scene.subject.point(.decode(batch: batch), scene.roof).intensity
    let kernels = scene.kernels + (scene.followed.map { [.decode(batch: $0)] } ?? [])
    return kernels.allSatisfy {
      let ratio = scene.subject.point($0, scene.roof).intensity / x
      return ratio < 0.75 || ratio > 1.33
    }
  }

  var named: [RooflinePlot.Kernel] {
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
          kernel, Identity("attention", kind.rawValue), .around(.cache),
          PlotLabel(
            RooflineWords.beside(kernel, isShort: scene.isNarrow),
            sides: [.aboveLeft, .left, .above, .belowRight], rank: 1))
      }
    }
  }

  var followed: [RooflinePlot.Kernel] {
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
}
