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
      telemetry: PagingWords.telemetry(
        filled, rows: Self.policies.prefix(2).map { words.row($0) })
    ) {
      Column(spacing: Spacing.xs, align: .stretch) {
        Headline(names[0], words.lengths, among: names)
        arrivals.flex(0.8)
        for i in pools.indices {
          Spacer().frame(height: Spacing.xs)
          Overlay(align: .trailing) {
            Headline(names[i + 1], words.rule(Self.policies[i]), among: names)
            if i < shown { verdict(pools[i]).same("verdict", i) }
          }
          strip(i).flex()
        }
      }
    }
  }

  /// The first two pools as far as they are shown.
  private var filled: [ContiguousPool] {
    (0..<2).map { $0 < shown ? pools[$0] : ContiguousPool(slots: pools[0].slots) }
  }

  private func verdict(_ pool: ContiguousPool) -> Node {
    Row(spacing: Spacing.l) {
      if !pool.refused.isEmpty {
        Text(PolicyWords.refused(pool), .note.bold.painted(.role(.alarm, .text)))
      }
      Text(PagingWords.used(pool.usedShare), .note.bold)
    }.node
  }

  private func run(_ id: Int, slots: Int) -> SlotRun {
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
