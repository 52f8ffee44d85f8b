import Figures
import Instruments
import Mechanisms

/// The bars below every mode: bytes through the busiest port, and what the time is spent on.
extension RingReading {
  private static let label = 158.0, length = 602.0

  /// Bytes through the busiest port of some schemes, to the scale of the worst of `all`, and the time of one
  /// as shares of its two terms.
  func bars(
    _ schemes: [AllReduceScheme], of all: [AllReduceScheme], timeOf scheme: AllReduceScheme = .ring
  ) -> Node {
    let most = all.map { cost($0).bytesOnBusiestPort }.max() ?? 1
    return Column(spacing: 6) {
      for each in schemes {
        let bytes = cost(each).bytesOnBusiestPort
        let length = Self.length * bytes / most
        // The formula stands on a long bar, and behind a short one.
        let isLong = length > Self.length / 2
        Row(spacing: Spacing.s) {
          Text(Self.port(each)).frame(width: Self.label, align: .leading)
          bar(length, each == .ring, says: isLong ? formula(each) : nil)
          Text(Phrase(amount(bytes)), .data)
          if !isLong {
            Text(Phrase("= \(formula(each)[.en])", zh: "= \(formula(each)[.zh])"), .note.painted(.muted))
          }
        }.same("bytes", each.rawValue)
      }
      timeBar(scheme).same("time")
    }.node
  }

  private func bar(_ length: Double, _ isRing: Bool, says words: Phrase?) -> Node {
    let look: Surface = isRing ? .solid(.sync) : .rest(.sync)
    return Node(width: length, height: 18) { rect, canvas in
      canvas.outline(.rectangle(rect, radius: 2), fill: look.fill, stroke: look.stroke)
      if let words {
        canvas.put(
          FittingText([words], .note.painted(look.words), align: .leading),
          in: rect.inset(by: Insets(horizontal: Spacing.s)), index: 0)
      }
    }
  }

  /// How the bytes on the busiest port follow from the number of ranks N: steps times what one sends.
  private func formula(_ scheme: AllReduceScheme) -> Phrase {
    let factor: String
    switch scheme {
    case .ring: factor = "2 (N − 1)/N"
    case .root: factor = "2 (N − 1)"
    case .recursiveDoubling:
      factor = ranks & (ranks - 1) == 0 ? "log_{2} N" : "(⌊log_{2} N⌋ + 2)"
    }
    return Phrase("\(factor) × the vector", zh: "\(factor) × 向量")
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
        let (sends, waits) = (
          Phrase("sending bytes \(bytes)", zh: "传输 \(bytes)"),
          Phrase("latency \(waiting)", zh: "延迟 \(waiting)")
        )
        let narrow = 120.0
        // A part that has no room for its name is pointed at from the other one.
        let onFill = TextStyle.note.painted(.role(.sync, .onFill))
        var room = send.inset(by: Insets(horizontal: 6))
        if wait.width < narrow && cost.latencyTime > 0 {
          let words = Phrase("← \(waits[.en])", zh: "← \(waits[.zh])")
          canvas.put(FittingText([words], onFill, align: .leading), in: room, index: 2)
          room = Rect(room.minX + narrow, room.minY, room.width - narrow, room.height)
        }
        if send.width >= narrow { canvas.put(FittingText([sends], onFill), in: room, index: 0) }
        let hatch = wait.inset(by: Insets(vertical: -3))
        if wait.width >= narrow {
          canvas.put(FittingText([waits, Phrase(waiting)], .note, onPlate: true), in: hatch, index: 1)
          if send.width < narrow {
            let words = Phrase("\(sends[.en]) →", zh: "\(sends[.zh]) →")
            canvas.put(
              FittingText([words], .note, align: .trailing, onPlate: true), in: hatch, index: 3)
          }
        }
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
