import Figures
import Instruments
import Mechanisms

/// How long one step takes over the batch: reading bytes against arithmetic, in reads of the weights.
struct RooflineSteps: NodeConvertible {
  let subject: RooflineCase
  let roof: Roofline
  let batch: Int?
  /// Whether it is said where the lines would meet if activations did not move.
  let explainsCrossing: Bool

  private static let most = 1100.0, longest = 7.25

  /// Seconds to read the weights alone.
  private var unit: Double {
    KernelCost.projection(rows: 0, width: subject.width, roof.precision).bytes / roof.bandwidth
  }
  private func bytes(_ batch: Int) -> Double {
    subject.cost(.decode(batch: batch), roof).bytes / roof.bandwidth / unit
  }
  private func arithmetic(_ batch: Int) -> Double {
    subject.cost(.decode(batch: batch), roof).flops / roof.peak / unit
  }

  var node: Node {
    let crossing = roof.crossingBatch(width: subject.width)
    let memory = [PlotPoint(0, bytes(0)), PlotPoint(Self.most, bytes(Int(Self.most)))]
    let compute = [PlotPoint(0, arithmetic(0)), PlotPoint(Self.most, arithmetic(Int(Self.most)))]
    let x = PlotAxis(
      .linear, 0...Self.most, "batch",
      marked: crossing.map { [Axis.Tick($0, Phrase(fixed($0)), isEvent: true)] } ?? [])
    let y = PlotAxis(
      .linear, 0...Self.longest,
      Phrase(
        "step time (1 = reading the weights, \(duration(unit)))", zh: "单步耗时（1 = 读一遍权重，\(duration(unit))）"))
    return Plot(x: x, y: y) {
      if let crossing { grounds(crossing, memory, compute) }
      PlotItem.curve(memory, Stroke(.role(.storage, .edge), width: 2.5)).same("steps.bytes")
      PlotItem.curve(compute, Stroke(.role(.compute, .edge), width: 2.5)).same("steps.arithmetic")
      weightsOnly
      PlotItem.words(
        PlotLabel(
          Phrase("reading bytes", zh: "访存"), .note.bold.painted(.role(.storage, .text)),
          sides: [.above, .below], rank: 1),
        beside: memory[1].mixed(with: memory[0], 0.2), clearance: 4
      ).same("steps.bytes.name")
      PlotItem.words(
        PlotLabel(
          Phrase("arithmetic", zh: "计算"), .note.bold.painted(.role(.compute, .text)),
          sides: [.aboveLeft, .left], rank: 1),
        beside: compute[1].mixed(with: compute[0], 0.3), clearance: 4
      ).same("steps.arithmetic.name")
      bargain
      if let batch { dot(batch) }
    }.node
  }

  @PlotBuilder private func grounds(_ crossing: Double, _ memory: [PlotPoint], _ compute: [PlotPoint])
    -> [PlotItem]
  {
    let meeting = memory[0].mixed(with: memory[1], crossing / Self.most)
    PlotItem.area(
      [PlotPoint(0, 0), memory[0], meeting, PlotPoint(crossing, 0)], .role(.storage, .fill)
    ).same("steps.memory")
    PlotItem.area(
      [PlotPoint(crossing, 0), meeting, compute[1], PlotPoint(Self.most, 0)], .role(.compute, .fill)
    ).same("steps.compute")
    PlotItem.curve([meeting, PlotPoint(crossing, 0)], Stroke(.ink, width: 1.5, dash: [4, 3])).same(
      "steps.crossing")
  }

  /// What the shared read buys: the first request's time against that of all that fit below the ridge.
  private var bargain: PlotItem {
    let last = subject.lastMemoryBound(roof)
    let (one, all) = (duration(bytes(1) * unit), duration(bytes(last) * unit))
    return PlotItem.words(
      PlotLabel(
        Phrase(
          "1 request takes \(one),\n\(last) together \(all)", zh: "1 个请求要 \(one)，\n\(last) 个一起只要 \(all)"),
        rank: 3),
      inside: [
        PlotPoint(0, 3), PlotPoint(Self.most, 3), PlotPoint(Self.most, Self.longest),
        PlotPoint(0, Self.longest),
      ],
      places: [Alignment(0.1, 0.1)]
    ).same("steps.bargain")
  }

  /// Where the lines would meet if activations did not move.
  @PlotBuilder private var weightsOnly: [PlotItem] {
    let naive = roof.ridge * roof.precision.bytes / 2
    let n = fixed(naive)
    PlotItem.curve([PlotPoint(0, 1), PlotPoint(naive, 1)], Stroke(.line, width: 1.25, dash: [2, 4])).same(
      "steps.level")
    PlotItem.dot(PlotPoint(naive, 1), .trace(.storage)).same("steps.naive")
    // A dot beyond the crossing needs the room.
    if explainsCrossing, batch ?? 0 <= subject.lastMemoryBound(roof) + 1 {
      PlotItem.words(
        PlotLabel(
          Phrase("\(n) if only\nweights moved", zh: "若只搬权重\n则为 \(n)"),
          sides: [.above, .aboveLeft], rank: 2,
          isOptional: true),
        beside: PlotPoint(naive, 1), clearance: 8
      ).same("steps.naive.name")
    }
  }

  private func dot(_ batch: Int) -> PlotItem {
    let time = max(bytes(batch), arithmetic(batch))
    return PlotItem.dot(
      PlotPoint(Double(batch), time), .followed(.cache),
      label: PlotLabel(
        Phrase(duration(time * unit)), .note.bold,
        sides: [.belowRight, .aboveLeft, .aboveRight, .above, .left], rank: 0)
    ).same("steps.followed")
  }
}

extension PlotPoint {
  /// A point on the straight line to another.
  func mixed(with other: PlotPoint, _ t: Double) -> PlotPoint {
    PlotPoint(x.mixed(with: other.x, at: t), y.mixed(with: other.y, at: t))
  }
}
