import Figures
import Instruments
import Mechanisms

/// What pools of different sizes serve for each GPU: the slower pool decides.
public struct RatioState: Sendable {
  let rates: PoolRatio
  /// The pools that are looked at.
  let prefill, decode: Int
  /// Whether all pairs of pools are shown.
  var isWhole = true
  static let most = 4

  init(_ rates: PoolRatio, prefill: Int, decode: Int, isWhole: Bool = true) {
    (self.rates, self.prefill, self.decode, self.isWhole) = (rates, prefill, decode, isWhole)
  }

  /// The pools that serve most for each GPU; the smallest of several.
  var best: (prefill: Int, decode: Int) {
    var best = (1, 1)
    for x in 1...Self.most {
      for y in 1...Self.most
      where rates.perGPU(prefill: x, decode: y) > rates.perGPU(prefill: best.0, decode: best.1) + 1e-9 {
        best = (x, y)
      }
    }
    return best
  }

  var stage: Stage {
    let each = rates.perGPU(prefill: prefill, decode: decode)
    return Stage(
      subtitle: RatioWords.subtitle,
      telemetry: Telemetry([
        .init(
          RatioWords.served, rates.throughput(prefill: prefill, decode: decode), digits: 1, unit: "req/s"),
        .init(RatioWords.perGPU, each, digits: 2, unit: "req/s"),
        .init(RatioWords.gain, each / rates.colocatedRate, digits: 1, unit: "×"),
      ])
    ) {
      Row(spacing: Spacing.margin, align: .stretch) {
        capacities.flex()
        if isWhole { grid }
      }
    }
  }

  /// The capacity of each pool to one scale, with a place for each GPU that it could have.
  private var capacities: Node {
    let (p, d) = (Double(prefill) * rates.prefillRate, Double(decode) * rates.decodeRate)
    return Column(spacing: Spacing.s, align: .stretch) {
      Text(RatioWords.prefill(prefill, p), .note.bold)
      bar(prefill, rates.prefillRate, .compute).same("prefill capacity").flex()
      Text(RatioWords.decode(decode, d), .note.bold)
      bar(decode, rates.decodeRate, .cache).same("decode capacity").flex()
      Text(RatioWords.verdict(p, d), .note).frame(height: 24, align: .leading)
    }.node
  }

  /// A segment for each GPU; what the other pool cannot keep up with is hatched.
  private func bar(_ count: Int, _ rate: Double, _ role: Role) -> Node {
    let served = rates.throughput(prefill: prefill, decode: decode)
    let scale = Double(Self.most) * max(rates.prefillRate, rates.decodeRate)
    return Node.filling { rect, canvas in
      let unit = rect.width / scale
      let used = Rect(rect.minX, rect.minY, unit * served, rect.height)
      let all = Rect(rect.minX, rect.minY, unit * rate * Double(count), rect.height)
      canvas.outline(.rectangle(all, radius: 4), fill: .idle)
      canvas.outline(.rectangle(used, radius: 4), fill: .role(role, .fill))
      for i in 0..<Self.most {
        let place = Rect(rect.minX + unit * rate * Double(i), rect.minY, unit * rate, rect.height)
        let stroke: Stroke = i < count ? .edge(role) : .absent
        canvas.outline(.rectangle(place.outset(by: -1), radius: 4), stroke: stroke)
      }
      canvas.line(
        Point(used.maxX, all.minY - 4), Point(used.maxX, all.maxY + 4), stroke: Stroke(.ink, width: 3))
    }
  }

  private var grid: Node {
    let most = rates.perGPU(prefill: best.prefill, decode: best.decode)
    return Column(spacing: Spacing.s, align: .start) {
      Text(RatioWords.grid, .note.bold)
      TensorGrid(
        rows: Self.most, columns: Self.most, cell: Size(84, 62),
        rowLabels: (1...Self.most).map { Phrase("\($0)P") },
        columnLabels: (1...Self.most).map { Phrase("\($0)D") },
        cells: { row, column in
          let value = rates.perGPU(prefill: row + 1, decode: column + 1)
          return .number(
            value, NumberFormat(digits: 2), heat: 0.7 * value / most)
        }, tag: { cell, row, column in cell.same("pair", row, column) })
      Text(RatioWords.reference(rates.colocatedRate), .note.painted(.muted))
      Box(Surface(stroke: .strong)).same("chosen")
        .spanning([Identity("pair", prefill - 1, decode - 1)], margin: 1)
    }.node
  }
}
