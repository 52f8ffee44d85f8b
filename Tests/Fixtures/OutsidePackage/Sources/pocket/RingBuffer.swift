import LanternKit

/// A ring buffer: writing moves its end, reading moves its start, and a full ring makes the writer wait
/// or loses the oldest item.
struct RingBuffer: Figure {
  enum Mode: String, CaseIterable, Sendable { case waiting, losing }

  struct Inputs: Sendable {
    let slots: Int
    let wide: Bool
  }

  struct State: Sendable {
    let inputs: Inputs
    /// Numbers of the items in the ring, oldest first; item `i` lies in slot `i % slots`.
    let items: Range<Int>
    /// The item that has no room, if any.
    var refused: Int?
    /// Whether the clock of the waiting writer is shown.
    var waits = false
  }

  static let about = About(
    "ring-buffer", chapter: "0.1", part: "00-pocket", title: Phrase("Ring buffer", zh: "环形缓冲区"))

  static func inputs(_ knobs: inout Knobs) -> Inputs {
    let slots = knobs.int("slots", 3...8, default: 4, label: Phrase("slots", zh: "槽位数"))
    let wide = knobs.flag("wide", default: true, label: Phrase("wide slots", zh: "宽槽位"))
    knobs.require(wide || slots > 3, "narrow slots need at least 4 of them")
    return Inputs(slots: slots, wide: wide)
  }

  static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State> {
    let n = inputs.slots
    let full = State(inputs: inputs, items: 0..<n, refused: n)
    return Story {
      Beat("empty", State(inputs: inputs, items: 0..<0), Phrase("Nothing was written yet.", zh: "尚未写入。"))
      Beat(
        "fill up", run: (1...n).map { State(inputs: inputs, items: 0..<$0) },
        Phrase("The writer fills slot after slot.", zh: "写入方逐个填满槽位。"))
      switch mode {
      case .waiting:
        Beat(
          "wait", State(inputs: inputs, items: 0..<n, refused: n, waits: true),
          Phrase("A full ring makes the writer wait.", zh: "缓冲区已满，写入方等待。"), continuous: 1)
        Beat(
          "read", State(inputs: inputs, items: 1..<n + 1),
          Phrase("Reading the oldest item makes room.", zh: "读出最旧的一项后腾出空间。"))
      case .losing:
        Beat("full", full, Phrase("The ring is full.", zh: "缓冲区已满。"))
        Beat(
          "lose", State(inputs: inputs, items: 1..<n + 1),
          Phrase("The newest item takes the place of the oldest.", zh: "最新一项覆盖最旧一项。"))
      }
    }
  }

  static func view(_ state: State, _ at: Moment) -> Stage {
    let n = state.inputs.slots
    let width = state.inputs.wide ? 88.0 : 48
    return Stage(telemetry: Telemetry([.init(Phrase("in the ring", zh: "已占用"), Double(state.items.count))])) {
      Column(spacing: Spacing.xl, align: .start) {
        Row(spacing: Spacing.row) {
          for slot in 0..<n {
            Overlay {
              Box(.absent).frame(width: width, height: 64)
              for item in state.items where item % n == slot {
                Text("\(item)", .data).frame(width: width, height: 64).background(.rest(.compute))
                  .same("item", item)
              }
            }.same("slot", slot)
          }
        }
        if let refused = state.refused {
          Row {
            Text("\(refused)", .data.painted(.role(.alarm, .onSolid))).frame(width: width, height: 64)
              .background(.solid(.alarm))
              .same("item", refused)
            if state.waits { Box(.rest(.sync)).frame(width: 8 + 200 * at.progress, height: 8).same("clock") }
          }
        }
      }
    }
  }

  static func still(_ inputs: Inputs, _ mode: Mode) -> Stage {
    var stage = view(State(inputs: inputs, items: 0..<inputs.slots, refused: inputs.slots), .still)
    stage.caption = Phrase("A full ring has no room for the next item.", zh: "已满的缓冲区容不下新的一项。")
    return stage
  }
}
