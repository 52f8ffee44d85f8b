import Figures
import Instruments
import Mechanisms

/// The same requests in contiguous pools that reserve in different ways, above each other.
public struct PolicyState: Sendable {
  static let policies: [ContiguousPool.Policy] = [
    .longest(PagingWorkload.longest), .powerOfTwo, .exact,
  ]

  let lengths: [Int]
  let pools: [ContiguousPool]
  /// How many of the pools have taken the requests in.
  var shown = 0

  init(slots: Int, lengths: [Int] = PagingWorkload.lengths) {
    self.lengths = lengths
    pools = Self.policies.map { PagingWorkload.contiguous(lengths, slots: slots, $0) }
  }

  /// The same requests with more or fewer pools filled.
  func showing(_ count: Int) -> PolicyState {
    var state = self
    state.shown = count
    return state
  }

  /// The longest request, which the figure follows.
  var followed: Int { lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0 }
}

extension PolicyState {
  private var scale: Scale {
    let most = max(pools[0].slots, lengths.reduce(0, +) + 2 * lengths.count)
    return Scale(.linear, 0...Double(most), from: 0, to: Stage.canvas.width - 2 * Spacing.margin)
  }

  var stage: Stage {
    let words = PolicyWords.self
    let names = [words.requests] + Self.policies.map { words.name($0) }
    return Stage(
      subtitle: words.subtitle(pools[0].slots),
      telemetry: PagingWords.telemetry(shown > 0 ? pools[shown - 1] : ContiguousPool(slots: pools[0].slots))
    ) {
      Column(spacing: Spacing.xs, align: .stretch) {
        Headline(names[0], words.lengths, among: names)
        arrivals.flex(0.8)
        for i in pools.indices {
          Spacer().frame(height: Spacing.xs)
          Overlay(align: .trailing) {
            Headline(names[i + 1], words.rule(Self.policies[i]), among: names)
            if i < shown { Text(words.verdict(pools[i]), .note.bold).node.same("verdict", i) }
          }
          strip(i).flex()
        }
      }
    }
  }

  private func run(_ id: Int, slots: Int, name: Bool = true) -> SlotRun {
    SlotRun(
      slots: slots, written: lengths[id], name: PolicyWords.request(id, lengths[id]),
      reason: PolicyWords.unused(slots - lengths[id]), emphasis: id == followed ? .followed : .rest)
  }

  private var arrivals: Node {
    var start = 0
    let starts = lengths.map { length in
      defer { start += length + 2 }
      return start
    }
    return Lanes([""], time: scale) {
      for (id, start) in starts.enumerated() {
        LaneItem(
          0, from: Double(start), to: Double(start + lengths[id]),
          run(id, slots: lengths[id]).same("request", id, named: PolicyWords.told(id, lengths[id])))
      }
    }.node
  }

  private func strip(_ index: Int) -> Node {
    let pool = pools[index]
    return Lanes([""], time: scale) {
      LaneItem(0, from: 0, to: Double(pool.slots), Box(.absent).same("pool", index))
      if index < shown {
        for region in pool.regions {
          LaneItem(
            0, from: Double(region.start), to: Double(region.end),
            run(region.request, slots: region.length).copy(index + 1, of: "request", region.request))
        }
      }
    }.node
  }
}

/// The words of the contiguous mode.
enum PolicyWords {
  static let requests = Phrase("Requests", zh: "请求")
  static let lengths = Phrase("final lengths, which nobody knows when they arrive", zh: "最终长度，到达时谁也不知道")

  static func subtitle(_ slots: Int) -> Phrase {
    Phrase("a pool of \(slots) token slots, first fit", zh: "\(slots) 个 token slot 的池，首次适配")
  }

  static func name(_ policy: ContiguousPool.Policy) -> Phrase {
    switch policy {
    case .longest: Phrase("Longest", zh: "最长")
    case .powerOfTwo: Phrase("Power of two", zh: "2 的幂")
    case .exact: Phrase("Exact", zh: "精确")
    }
  }

  static func rule(_ policy: ContiguousPool.Policy) -> Phrase {
    switch policy {
    case .longest(let most):
      Phrase("\(most) slots for each: it might get that long", zh: "每个预留 \(most) 个：也许会写那么长")
    case .powerOfTwo: Phrase("its length rounded up", zh: "长度向上取到 2 的幂")
    case .exact: Phrase("its length, if somebody knew it", zh: "恰好够用，如果事先知道长度")
    }
  }

  static func verdict(_ pool: ContiguousPool) -> Phrase {
    let used = trimmed(pool.usedShare * 100, 1)
    guard !pool.refused.isEmpty else { return Phrase("\(used) % used", zh: "已用 \(used) %") }
    let names = requestNames(pool.refused)
    return Phrase("\(used) % used; refused: \(names)", zh: "已用 \(used) %；拒绝 \(names)")
  }

  static func request(_ id: Int, _ length: Int) -> [Phrase] {
    let name = requestName(id)
    return [
      Phrase("\(name): \(length) tokens", zh: "\(name)：\(length) 个 token"), Phrase("\(name) `\(length)`"),
      Phrase(name),
    ]
  }

  static func told(_ id: Int, _ length: Int) -> Phrase {
    Phrase("request \(requestName(id)), \(length) tokens", zh: "请求 \(requestName(id))，\(length) 个 token")
  }

  static func unused(_ slots: Int) -> [Phrase] {
    slots > 0 ? [Phrase("\(slots) unused", zh: "\(slots) 未用"), Phrase("\(slots)")] : []
  }
}
