import Figures
import Instruments
import Mechanisms

/// A root that collects all vectors and sends the sum back, on one time axis with the ring.
public struct RingRoot: Sendable {
  let reading: RingReading
  /// How many transfers of the root are done.
  let blocks: Int
  /// Whether the ring is shown.
  let showsRing: Bool
  /// Whether bytes are compared.
  let compares: Bool

  init(_ reading: RingReading, blocks: Int, showsRing: Bool = false, compares: Bool = false) {
    self.reading = reading
    self.blocks = blocks
    self.showsRing = showsRing
    self.compares = compares
  }

  static func story(_ r: RingReading) -> Story<RingFigure.State> {
    func at(_ blocks: Int, showsRing: Bool = false, compares: Bool = false) -> RingFigure.State {
      .root(RingRoot(r, blocks: blocks, showsRing: showsRing, compares: compares))
    }
    return Story {
      Beat(
        "collect", run: (0...r.half).map { at($0) },
        Phrase(
          "Each rank sends its whole vector to rank 0, one after the other, through one port.",
          zh: "各 rank 把整个向量依次发给 rank 0，都走同一个端口。"), pace: .iterations)
      Beat(
        "rebroadcast", run: (r.half + 1...2 * r.half).map { at($0) },
        Phrase("Then rank 0 sends the sum back to each, again one by one.", zh: "然后 rank 0 把和逐个发回去，还是一个接一个。"),
        pace: .iterations)
      Beat(
        "ring", at(2 * r.half, showsRing: true),
        Phrase(
          "On the ring all \(r.ranks) links send small chunks in every step.",
          zh: "环上每一步，\(r.ranks) 条链路都在传小分块。"))
      Beat("bytes", at(2 * r.half, showsRing: true, compares: true), lesson(r))
    }
  }

  private static func lesson(_ r: RingReading) -> Phrase {
    let ratio = r.cost(.root).bytesOnBusiestPort / r.cost(.ring).bytesOnBusiestPort
    return Phrase(
      "The root’s port carries \(trimmed(ratio, 0)) times what a ring’s link does, so it takes longer.",
      zh: "根端口传的字节是环上每条链路的 \(trimmed(ratio, 0)) 倍，所以更久。")
  }

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "Who sends when, on one time axis; hatched: a port that waits", zh: "谁在何时发送，同一时间轴；斜线：端口在等"),
      telemetry: reading.telemetry(blocks, of: .root), caption: Self.lesson(reading)
    ) {
      lanes(.root).same("root lanes")
      if showsRing { lanes(.ring).padding(Insets(top: Self.panel)).same("ring lanes") }
      reading.bars(compares ? [.ring, .root] : [.root], of: [.ring, .root], timeOf: .root).padding(
        Insets(top: 292)
      ).same("bars")
    }
  }

  // MARK: Lanes

  private static let panel = 144.0, names = 70.0

  private var time: Scale {
    Scale(.linear, 0...reading.cost(.root).time, from: 0, to: 880 - Self.names)
  }

  /// What each rank sends, from left to right in time.
  private func lanes(_ scheme: AllReduceScheme) -> Node {
    let r = reading
    let cost = r.cost(scheme)
    let track = Track(
      r.ranks, size: 108 / Double(r.ranks) - min(3, 24 / Double(r.ranks)), gap: min(3, 24 / Double(r.ranks)))
    let time = time
    let unit = r.latency + cost.bytesPerStep / r.bandwidth
    return Node(width: 880, height: Self.panel) { rect, canvas in
      let head =
        scheme == .root
        ? Headline(
          Phrase("Root", zh: "根节点"), Phrase("one block = a whole vector", zh: "一块 = 整个向量"),
          among: [Phrase("Ring", zh: "环")])
        : Headline(
          Phrase("Ring", zh: "环"),
          Phrase("one block = a chunk, 1/\(r.ranks) of it", zh: "一块 = 一个分块，1/\(r.ranks)"),
          among: [Phrase("Root", zh: "根节点")])
      canvas.put(head, in: Rect(rect.minX, rect.minY, rect.width, 24), index: 0)
      let top = rect.minY + 28
      let every = track.pitch >= 15 ? 1 : track.pitch >= 8 ? 2 : 4
      for k in 0..<r.ranks {
        let y = top + track.start(k)
        if k % every == 0 {
          canvas.put(
            Text(Phrase("rank \(k)"), .note.painted(.muted)), at: Point(rect.minX, top + track.center(k)),
            .leading, index: 1 + k)
        }
        let left = rect.minX + Self.names
        let done = scheme == .root ? min(blocks, cost.steps) : cost.steps
        let idle = Rect(left, y, time(Double(done) * unit), track.size)
        if scheme == .root {
          canvas.outline(.rectangle(idle, radius: 2), fill: .idle)
        } else {
          canvas.outline(.rectangle(idle, radius: 2))
        }
        for t in 0..<done where scheme == .ring || sender(t) == k {
          let start = time(Double(t) * unit), end = time(Double(t + 1) * unit)
          let room = Rect(left + start, y, max(0, end - start), track.size)
          canvas.put(
            block(t, k, scheme).same("block", scheme.rawValue, t, k), in: room, index: 100 + 40 * k + t)
        }
      }
    }
  }

  /// Who sends in a transfer of the root: first each other rank, then the root itself.
  private func sender(_ t: Int) -> Int { t < reading.half ? t + 1 : 0 }

  private func block(_ t: Int, _ rank: Int, _ scheme: AllReduceScheme) -> Node {
    let isCopy = t >= reading.half
    let words =
      scheme == .root && !isCopy
      ? [Phrase("to rank 0", zh: "发给 rank 0"), Phrase("→0")]
      : scheme == .root
        ? [
          Phrase("sum to rank \(t - reading.half + 1)", zh: "和发给 rank \(t - reading.half + 1)"),
          Phrase("→\(t - reading.half + 1)"),
        ] : []
    let look: Surface = .rest(.sync)
    return Node.filling { rect, canvas in
      let gap = min(1, rect.width / 8)
      let edge = Stroke(.role(.sync, .edge), width: min(1.25, rect.width / 6, rect.height / 6))
      canvas.outline(
        .rectangle(rect.inset(by: Insets(horizontal: gap)), radius: min(3, rect.width / 8)), fill: look.fill,
        stroke: edge)
      canvas.put(
        FittingText(words, TextStyle.note.painted(look.words)), in: rect.inset(by: Insets(horizontal: 4)),
        index: 0)
    }
  }
}
