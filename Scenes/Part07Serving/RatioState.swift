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
        ring: .init(row: prefill - 1, columns: decode - 1...decode - 1),
        cells: { row, column in
          let value = rates.perGPU(prefill: row + 1, decode: column + 1)
          return .number(
            value, NumberFormat(digits: 2), heat: 0.7 * value / most,
            strong: row == prefill - 1 && column == decode - 1)
        }, tag: { cell, row, column in cell.same("pair", row, column) })
      Text(RatioWords.reference(rates.colocatedRate), .note.painted(.muted))
    }.node
  }
}

/// The words of the ratio mode.
enum RatioWords {
  static let subtitle = Phrase(
    "DistServe’s example: 13B model, one A100 a replica", zh: "DistServe 的例子：13B 模型，每个副本一张 A100")
  static let served = Phrase("served", zh: "总吞吐")
  static let perGPU = Phrase("for each GPU", zh: "每 GPU")
  static let gain = Phrase("against colocated", zh: "相对混合")
  static let grid = Phrase("requests a second for each GPU", zh: "每 GPU 每秒请求数")

  static func reference(_ rate: Double) -> Phrase {
    Phrase("colocated: \(trimmed(rate, 1)) for each GPU", zh: "混合：每 GPU \(trimmed(rate, 1))")
  }
  static func prefill(_ n: Int, _ rate: Double) -> Phrase {
    Phrase("prefill pool, \(n)P: \(trimmed(rate, 1)) req/s", zh: "prefill 池，\(n)P：\(trimmed(rate, 1)) req/s")
  }
  static func decode(_ n: Int, _ rate: Double) -> Phrase {
    Phrase("decode pool, \(n)D: \(trimmed(rate, 1)) req/s", zh: "decode 池，\(n)D：\(trimmed(rate, 1)) req/s")
  }
  static func verdict(_ p: Double, _ d: Double) -> Phrase {
    if (p - d).magnitude < 1e-9 { return Phrase("Both keep pace: nothing idles.", zh: "两边正好匹配，没有空转。") }
    let rest = trimmed((p - d).magnitude, 1)
    return p < d
      ? Phrase(
        "Prefill decides; \(rest) req/s of decode idle.", zh: "prefill 决定吞吐；decode 有 \(rest) req/s 空转。")
      : Phrase(
        "Decode decides; \(rest) req/s of prefill idle.", zh: "decode 决定吞吐；prefill 有 \(rest) req/s 空转。")
  }

  static func caption(_ state: RatioState) -> Phrase {
    let (x, y) = (state.prefill, state.decode)
    let each = fixed(state.rates.perGPU(prefill: x, decode: y), 2)
    return Phrase(
      "\(x)P\(y)D serves as much as its slower pool: \(each) requests a second for each GPU.",
      zh: "\(x)P\(y)D 的吞吐由较慢的池决定：每 GPU 每秒 \(each) 个请求。")
  }

  static func chosen(_ state: RatioState) -> Phrase {
    let (x, y) = (state.prefill, state.decode)
    let each = fixed(state.rates.perGPU(prefill: x, decode: y), 2)
    let gain = fixed(state.rates.perGPU(prefill: x, decode: y) / state.rates.colocatedRate, 1)
    return Phrase(
      "\(x)P\(y)D: \(each) requests a second for each GPU, \(gain) times the colocated rate.",
      zh: "\(x)P\(y)D：每 GPU 每秒 \(each) 个请求，是混合的 \(gain) 倍。")
  }

  static func sweep(_ state: RatioState) -> Phrase {
    let best = state.best
    let each = fixed(state.rates.perGPU(prefill: best.prefill, decode: best.decode), 2)
    return Phrase(
      "Pools can be sized one by one: \(best.prefill)P\(best.decode)D serves most, \(each) for each GPU.",
      zh: "两个池可以分别配置：\(best.prefill)P\(best.decode)D 最高，每 GPU \(each)。")
  }
}
