import Figures

extension RooflinePlot {
  /// The corner where slope and ceiling meet, in FLOP/B and TFLOP/s, with the ceiling where it is now.
  private var ridge: PlotPoint? {
    roof.ceiling.map { corner($0.peak, lowered: roof.lowered) }
  }

  private func corner(_ peak: Double, lowered: Double = 1) -> PlotPoint {
    let top = slopeEnd.y
    let y = top * Maths.pow(peak / 1e12 / top, lowered)
    return PlotPoint(y * 1e12 / roof.bandwidth, y)
  }

  /// Where the slope enters the plot.
  private var slopeStart: PlotPoint {
    onSlope(max(axes.intensity.lowerBound, axes.rate.lowerBound * 1e12 / roof.bandwidth))
  }

  /// Where the slope would leave the plot.
  private var slopeEnd: PlotPoint {
    onSlope(min(axes.intensity.upperBound, axes.rate.upperBound * 1e12 / roof.bandwidth))
  }

  private func onSlope(_ x: Double) -> PlotPoint { PlotPoint(x, roof.bandwidth * x / 1e12) }

  /// The ridge at the axis, an event.
  var ridgeTicks: [Axis.Tick] {
    guard let ceiling = roof.ceiling else { return [] }
    let r = corner(ceiling.peak).x
    return [Axis.Tick(r, roof.dropped >= 1 ? Phrase(fixed(r)) : nil, isEvent: roof.dropped >= 1)]
  }

  /// The ridges of other ceilings, numbered where round numbers leave room.
  var otherRidgeTicks: [Axis.Tick] {
    roof.others.map { other in
      let r = corner(other.peak).x
      return Axis.Tick(r, Phrase(fixed(r)))
    }
  }

  /// Areas, slope, ceilings and ridge lines, from back to front.
  @PlotBuilder var roofItems: [PlotItem] {
    let (low, right) = (axes.rate.lowerBound, axes.intensity.upperBound)
    if let ridge { grounds(ridge, low, right) }
    for other in roof.others { comparison(other) }
    slope
    if let ridge, let ceiling = roof.ceiling { self.ceiling(ceiling, ridge) }
    PlotItem.words(
      roof.bandwidthName, .note.bold.painted(.role(.storage, .text)), along: onSlope(roof.named / 2),
      onSlope(roof.named * 2)
    )
    .same("roofline.bandwidth")
  }

  @PlotBuilder private func grounds(_ ridge: PlotPoint, _ low: Double, _ right: Double) -> [PlotItem] {
    let start = slopeStart
    let memory = [PlotPoint(start.x, low), start, ridge, PlotPoint(ridge.x, low)]
    let compute = [ridge, PlotPoint(right, ridge.y), PlotPoint(right, low), PlotPoint(ridge.x, low)]
    PlotItem.area(memory, .role(.storage, .fill)).same("roofline.memory")
    PlotItem.area(compute, .role(.compute, .fill)).same("roofline.compute")
    if axes.namesSides {
      let waits = PlotLabel(
        Phrase("memory-bound", zh: "访存受限"), .label.painted(.role(.storage, .text)), rank: 2)
      PlotItem.words(waits, inside: memory, places: places([0.75, 0.65, 0.85, 0.55, 0.95, 0.45, 1]))
        .same("roofline.memory.name")
      let works = PlotLabel(
        Phrase("compute-bound", zh: "计算受限"), .label.painted(.role(.compute, .text)), rank: 2)
      PlotItem.words(works, inside: compute, places: places([0.5, 0.6, 0.7, 0.4, 0.8, 0.3, 0.9, 0.2, 1, 0]))
        .same("roofline.compute.name")
    }
  }

  /// Along the axis if there is room, else higher and higher.
  private func places(_ across: [Double]) -> [Alignment] {
    [1, 0.85, 0.75, 0.65, 0.55, 0.45].flatMap { y in across.map { Alignment($0, y) } }
  }

  private var slope: PlotItem {
    let peaks = roof.others.map { corner($0.peak) } + (ridge.map { [$0] } ?? [])
    var end = peaks.first ?? slopeEnd
    for p in peaks where p.x > end.x { end = p }
    let x = slopeStart.x * Maths.pow(end.x / slopeStart.x, roof.drawn)
    return PlotItem.curve([slopeStart, onSlope(x)], Stroke(.role(.storage, .edge), width: 2.5, cap: .round))
      .same("roofline.slope", named: Phrase("slope of the memory bandwidth", zh: "内存带宽的斜线"))
  }

  @PlotBuilder private func comparison(_ other: Ceiling) -> [PlotItem] {
    let (ridge, right) = (corner(other.peak), axes.intensity.upperBound)
    PlotItem.curve(
      [ridge, PlotPoint(ridge.x, axes.rate.lowerBound)], Stroke(.line, width: 1.25, dash: [2, 4])
    )
    .same("roofline.other.ridge", other.id)
    PlotItem.curve([ridge, PlotPoint(right, ridge.y)], Stroke(.role(.compute, .edge), width: 1.5))
      .same("roofline.other", other.id)
    name(other, ridge, .note.painted(.role(.compute, .text))).same("roofline.other.name", other.id)
  }

  @PlotBuilder private func ceiling(_ ceiling: Ceiling, _ ridge: PlotPoint) -> [PlotItem] {
    let (low, right) = (axes.rate.lowerBound, axes.intensity.upperBound)
    PlotItem.curve(
      [PlotPoint(axes.intensity.lowerBound, ridge.y), ridge], Stroke(.line, width: 1.25, dash: [2, 4])
    ).same("roofline.level")
    let foot = PlotPoint(ridge.x, ridge.y * Maths.pow(low / ridge.y, roof.dropped))
    PlotItem.curve([ridge, foot], Stroke(.ink, width: 1.5, dash: [4, 3])).same("roofline.ridge")
    PlotItem.curve([ridge, PlotPoint(right, ridge.y)], Stroke(.role(.compute, .edge), width: 3, cap: .round))
      .same("roofline.ceiling", named: ceiling.name)
    name(ceiling, ridge, .note.bold.painted(.role(.compute, .text))).same("roofline.ceiling.name")
    if let words = axes.ridge {
      PlotItem.words(
        PlotLabel(words, sides: [.left, .right], rank: 3, opacity: roof.dropped), alongside: ridge,
        PlotPoint(ridge.x, low),
        places: [0.55, 0.65, 0.45, 0.75, 0.35, 0.85, 0.25]
      ).same("roofline.ridge.name")
    }
  }

  private func name(_ ceiling: Ceiling, _ ridge: PlotPoint, _ style: TextStyle) -> PlotItem {
    let right = axes.intensity.upperBound
    return PlotItem.words(
      PlotLabel(ceiling.name, style, rank: 0), upon: ridge, PlotPoint(right, ridge.y),
      places: [1, 0.8, 0.6, 0.4, 0.2])
  }
}
