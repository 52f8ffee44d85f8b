import Figures
import Instruments
import Mechanisms

// What is said about the kernels of one state.
extension RooflineView {
  @PlotBuilder var loss: [PlotItem] {
    if scene.showsLoss, let batch = scene.followed {
      let point = scene.subject.point(.decode(batch: batch), scene.roof)
      let grown: Double =
        if case .landing = scene.motion { Easing.standard((at.progress - 0.65) / 0.35) } else { 1 }
      // Above half of the peak, an arrow would be little longer than its head.
      if point.shareOfPeak < 0.5 && grown > 0 {
        let (peak, rate) = (scene.roof.peak / 1e12, point.attainable / 1e12)
        let lost = percent(1 - point.shareOfPeak)
        PlotItem.distance(
          at: point.intensity, from: peak, to: rate, gap: 15, drawn: grown,
          label: PlotLabel(
            Phrase("\(lost) % of the\narithmetic waits", zh: "\(lost) % 的算力\n在等数据"), .note.bold,
            sides: [.right, .left], rank: 2, opacity: grown),
          places: [0.14, 0.25, 0.4, -0.25]
        ).same("loss")
      }
    }
  }

  @PlotBuilder var words: [PlotItem] {
    if scene.showsCrossing {
      // Labels of attention have the first right to the side of the slope.
      let sides: [LabelSide] =
        scene.kernels.contains(.attention(.mla))
        ? [.aboveRight, .aboveLeft, .above, .belowRight] : [.aboveLeft, .aboveRight]
      PlotItem.words(
        PlotLabel(RooflineWords.crossing(scene.subject, scene.roof), sides: sides, rank: 1, isOptional: true),
        beside: PlotPoint(scene.roof.ridge, scene.roof.peak / 1e12), clearance: 14
      ).same("crossing")
    }
    shifts
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
