import Figures
import Instruments
import Mechanisms

// The kernels of one state, each with the sides on which its name reads best: projections below the slope,
// attention above it.
extension RooflineView {
  var traces: [RooflinePlot.Kernel] {
    scene.trail.map { kernel(.decode(batch: $0), Identity("trace", $0), .trace(.cache), nil) }
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
          kernel, Identity("attention", kind.rawValue), .rest(.cache, .diamond),
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
