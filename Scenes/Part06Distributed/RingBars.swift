import Figures
import Instruments
import Mechanisms

/// The bars below every mode: bytes through the busiest port, and what the time is spent on.
extension RingReading {
  private static let label = 158.0, length = 630.0

  /// Bytes through the busiest port of some schemes, to the scale of the worst of `all`, and the time of one
  /// as shares of its two terms.
  func bars(
    _ schemes: [AllReduceScheme], of all: [AllReduceScheme], timeOf scheme: AllReduceScheme = .ring
  ) -> Node {
    let most = all.map { cost($0).bytesOnBusiestPort }.max() ?? 1
    return Column(spacing: 6) {
      for each in schemes {
        let bytes = cost(each).bytesOnBusiestPort
        Row(spacing: Spacing.s) {
          Text(Self.port(each)).frame(width: Self.label, align: .leading)
          bar(Self.length * bytes / most, each == .ring)
          Text(Phrase(amount(bytes)), .data)
        }.same("bytes", each.rawValue)
      }
      timeBar(scheme).same("time")
    }.node
  }

  private func bar(_ length: Double, _ isRing: Bool) -> Node {
    let look: Surface = isRing ? .solid(.sync) : .rest(.sync)
    return Node(width: length, height: 18) { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 2), fill: look.fill, stroke: look.stroke)
    }
  }

  private func timeBar(_ scheme: AllReduceScheme) -> Node {
    let cost = cost(scheme)
    return Row(spacing: Spacing.s) {
      Text(Phrase("time of the \(Self.name(scheme)[.en])", zh: "\(Self.name(scheme)[.zh])的时间")).frame(
        width: Self.label, align: .leading)
      Node(width: Self.length, height: 18) { rect, canvas in
        let wait = Rect(rect.minX, rect.minY, rect.width * cost.latencyShare, rect.height)
        let send = Rect(wait.maxX, rect.minY, rect.width - wait.width, rect.height)
        canvas.outline(.rectangle(send, radius: 2), fill: .role(.sync, .fill), stroke: .edge(.sync))
        canvas.outline(
          .rectangle(wait, radius: 2), fill: .idle, stroke: wait.width > 0 ? .edge(.masked) : nil)
        let (bytes, waiting) = (duration(cost.transferTime), duration(cost.latencyTime))
        let both = Phrase(
          "hatched: latency \(waiting); sending bytes \(bytes)", zh: "斜线：延迟 \(waiting)；传输 \(bytes)")
        let own = [Phrase("sending bytes \(bytes)", zh: "传输 \(bytes)"), Phrase(bytes)]
        let words = wait.width < 120 && cost.latencyTime > 0 ? [both] + own : own
        canvas.put(
          FittingText(words, .note.painted(.role(.sync, .onFill))),
          in: send.inset(by: Insets(horizontal: 4)), index: 0)
        let waits = [Phrase("latency \(waiting)", zh: "延迟 \(waiting)"), Phrase(waiting)]
        canvas.put(
          FittingText(waits, .note, onPlate: true), in: wait.inset(by: Insets(vertical: -3)), index: 1)
      }
      Text(Phrase(duration(cost.time)), .data)
    }.node
  }

  /// A scheme's name, and what its busiest port is.
  static func name(_ scheme: AllReduceScheme) -> Phrase {
    switch scheme {
    case .ring: Phrase("ring", zh: "环")
    case .root: Phrase("root", zh: "根节点方案")
    case .recursiveDoubling: Phrase("doubling", zh: "递归倍增")
    }
  }
  private static func port(_ scheme: AllReduceScheme) -> Phrase {
    switch scheme {
    case .ring: Phrase("ring, each link", zh: "环，每条链路")
    case .root: Phrase("root, its one port", zh: "根节点，唯一端口")
    case .recursiveDoubling: Phrase("doubling, each link", zh: "递归倍增，每条链路")
    }
  }
}
