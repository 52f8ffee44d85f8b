import Figures
import Instruments
import Mechanisms

/// What prefill and decode count with the same weights: the matrices to scale, arithmetic over bytes,
/// and how long each wall holds them up.
struct RooflineCounts: NodeConvertible {
  let subject: RooflineCase
  let roof: Roofline
  /// How many of the two have come.
  let phases: Int
  /// Whether the times are shown.
  let waits: Bool
  let batch: Int

  private static let side = 64.0, bar = 116.0

  var node: Node {
    Column(spacing: Spacing.xl) {
      phase(.prefill, rows: RooflineCase.prompt, isThere: phases > 0)
      phase(.decode(batch: batch), rows: batch, isThere: phases > 1)
    }.node
  }

  private func phase(_ kernel: RooflineKernel, rows: Int, isThere: Bool) -> Node {
    let id = kernel == .prefill ? 0 : 1
    let cost = subject.cost(kernel, roof)
    return Column(spacing: Spacing.s) {
      Row(spacing: Spacing.m, align: .guide) {
        Text(RooflineWords.name(kernel), .note.bold)
        Text(Phrase("[\(rows) × \(subject.width)]"), .data.painted(.muted)).node.opacity(isThere ? 1 : 0)
      }.node.same("phase", id)
      matrices(rows, id, isThere)
      (isThere ? count(cost) : Text(weightBytes, .data.painted(.muted)).node).same("count", id)
      times(cost, id).opacity(waits ? 1 : 0)
    }.node
  }

  /// X [rows × d] times W [d × d] gives Y [rows × d], areas to scale.
  private func matrices(_ rows: Int, _ id: Int, _ isThere: Bool) -> Node {
    let scale = Self.side / Double(max(subject.width, RooflineCase.prompt))
    let d = Double(subject.width) * scale
    // Thinner than a line it could not be seen.
    let thin = max(2, Double(rows) * scale)
    let activations = Surface(fill: .role(.cache, .fill), stroke: .edge(.cache), radius: min(2, thin / 2))
    let weights = Surface(fill: .role(.storage, .fill), stroke: .edge(.storage), radius: 2)
    return Row(spacing: Spacing.s) {
      Box(activations).frame(width: d, height: thin).opacity(isThere ? 1 : 0).same("rows", id, 0)
      Text("×", .note.painted(.muted)).node.opacity(isThere ? 1 : 0).same("times", id)
      Overlay {
        Box(weights).frame(width: d, height: d)
        if d > 20 { Text("W", .note.bold.painted(.role(.storage, .text))) }
      }.same("weights", id)
      Text("=", .note.painted(.muted)).node.opacity(isThere ? 1 : 0).same("gives", id)
      Box(activations).frame(width: d, height: thin).opacity(isThere ? 1 : 0).same("rows", id, 1)
    }.frame(height: max(d, Double(RooflineCase.prompt) * scale, 20))
  }

  private var weightBytes: Phrase {
    let bytes = decimalPrefix(KernelCost.projection(rows: 0, width: subject.width, roof.precision).bytes)
    return Phrase("W = \(bytes)B")
  }

  private func count(_ cost: KernelCost) -> Node {
    let (flops, bytes) = (decimalPrefix(cost.flops), decimalPrefix(cost.bytes))
    return Text("\(flops)FLOP ~/~ \(bytes)B ~=~ \(wholeOrTenth(cost.intensity)) FLOP/B", .data).node
  }

  /// How long each wall alone would hold the kernel up; the longer one is its time.
  private func times(_ cost: KernelCost, _ id: Int) -> Node {
    let (memory, arithmetic) = (cost.bytes / roof.bandwidth, cost.flops / roof.peak)
    let longest = max(memory, arithmetic)
    return Column(spacing: 4) {
      time(Phrase("bytes", zh: "访存"), .storage, memory, of: longest, id, 0)
      time(Phrase("arithmetic", zh: "计算"), .compute, arithmetic, of: longest, id, 1)
    }.same("waits", id)
  }

  private func time(
    _ name: Phrase, _ role: Role, _ seconds: Double, of longest: Double, _ id: Int, _ row: Int
  ) -> Node {
    let style: TextStyle = seconds == longest ? .note.bold : .note
    return Row(spacing: Spacing.s) {
      Text(name, style.painted(.role(role, .text))).frame(width: 76, align: .leading)
      Box(.rest(role, radius: 2)).frame(width: max(1.5, Self.bar * seconds / longest), height: 14).same(
        "time", id, row)
      Text(Phrase(duration(seconds)), seconds == longest ? .data : .data.painted(.muted))
    }.node
  }
}
