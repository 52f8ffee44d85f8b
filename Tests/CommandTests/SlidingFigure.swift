import Figures

/// A short story: a bar slides, grows and turns solid while a number counts; then another enters.
struct Sliding: Figure {
  enum Mode: String, CaseIterable, Sendable { case plain }
  static let about = About("sliding", part: "00-test", title: Phrase("Sliding", zh: "滑动"))
  static func inputs(_ knobs: inout Knobs) {}

  static func story(_ inputs: Void, _ mode: Mode) -> Story<Int> {
    Story {
      Beat("rest", 0, Phrase("A bar rests.", zh: "长条静止。"), hold: 0.3)
      Beat("slide", 1, Phrase("It slides and grows.", zh: "它滑动并变长。"), hold: 0.3)
      Beat(
        "enter", 2, Phrase("Another one enters.", zh: "又来一条。"), hold: 0.3,
        description: Phrase("A green bar appears below.", zh: "下方出现一条绿色长条。"))
    }
  }

  static func view(_ state: Int, _ at: Moment) -> Stage {
    let telemetry = Telemetry([
      .init(Phrase("length", zh: "长度"), Double(100 + 100 * state), unit: Phrase("pt")),
      .init(Phrase("colour", zh: "颜色"), state == 0 ? Phrase("blue", zh: "蓝") : Phrase("amber", zh: "琥珀")),
    ])
    return Stage(telemetry: telemetry) {
      Node.filling { rect, canvas in
        let bar = Box(state == 0 ? .rest(.compute) : .solid(.cache))
        canvas.put(
          bar.frame(width: 200 + 100 * Double(state), height: 120).same(
            "bar", named: Phrase("bar", zh: "长条")),
          at: Point(rect.minX + 150 * Double(state), rect.minY + 40), .topLeading, index: 0)
        if state == 2 {
          canvas.put(
            Box(.rest(.storage)).frame(width: 300, height: 80).same("other"), at: rect.center, .top, index: 1)
        }
      }
    }
  }

  static func still(_ inputs: Void, _ mode: Mode) -> Stage {
    var stage = view(2, .still)
    stage.caption = Phrase("Two bars.", zh: "两条。")
    return stage
  }
}
