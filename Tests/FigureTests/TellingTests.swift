import Figures
import Testing

/// Two requests and a slot, with a share and a policy that change.
private struct Serving: Figure {
  struct State: Sendable { var ids: [Int], length: Double, share: Double, policy: Phrase, x = 0.0 }
  enum Mode: String, CaseIterable, Sendable { case story, told }
  static let about = About("serving", title: Phrase("Serving", zh: "推理服务"))
  static func inputs(_ knobs: inout Knobs) -> Int { 0 }
  static func story(_ n: Int, _ mode: Mode) -> Story<State> {
    let (fixed, continuous) = (Phrase("static", zh: "静态"), Phrase("continuous", zh: "连续"))
    let caption = Phrase("A **caption**.", zh: "一句**说明**。")
    return Story {
      Beat("start", State(ids: [1], length: 40, share: 0, policy: fixed), caption)
      Beat(
        "enter", State(ids: [1, 2, 3], length: 40, share: 0.4, policy: fixed), caption,
        description: mode == .told ? Phrase("Two more.", zh: "又来两个。") : nil)
      Beat("grow", State(ids: [2, 3], length: 90, share: 0.4, policy: continuous), caption, hold: 7)
      Beat("rest", State(ids: [2, 3], length: 90, share: 0.4, policy: continuous), caption)
      Beat("move", State(ids: [2, 3], length: 90, share: .nan, policy: continuous, x: 100), caption)
    }
  }
  static func view(_ s: State, _ at: Moment) -> Stage {
    Stage(
      telemetry: Telemetry([
        .init(Phrase("idle share", zh: "空转占比"), s.share * 100, digits: 1, unit: "%"),
        .init(Phrase("policy", zh: "策略"), s.policy),
      ])
    ) {
      Column(spacing: 4) {
        for id in s.ids {
          Box(.rest(.cache)).frame(width: id == 2 ? s.length : 40, height: 20)
            .same("request", id, named: Phrase("request \(id), 4 tokens", zh: "请求 \(id)，4 个 token"))
        }
      }.offset(x: s.x)
    }
  }
  static func still(_ n: Int, _ mode: Mode) -> Stage {
    var stage = view(State(ids: [1, 2], length: 40, share: 0.5, policy: "static"), .still)
    stage.caption = Phrase("All of it.", zh: "全部。")
    return stage
  }
}

@Suite struct TellingTests {
  private func figure(_ mode: String = "story") throws -> Prepared {
    try Catalogue([.init(Serving.self)]).figure("serving").prepared(mode: mode)
  }

  @Test func beatsAreToldFromWhatChanged() throws {
    let told = try figure().beats.map { $0.description }
    #expect(told[0][.en] == "The picture shows: request 1. Readings: idle share 0 %; policy static.")
    #expect(told[1][.en] == "New: request 2 and request 3. Readings: idle share from 0 to 40.0 %.")
    #expect(
      told[2][.en]
        == "Request 1 leaves. Request 3 moves. Request 2 grows. Readings: policy continuous, no longer static."
    )
    // Where nothing that has a name changes, the caption is all there is to say, without its markup.
    #expect(told[3][.en] == "A caption.")
    #expect(told[4][.en] == "Request 2 and request 3 move.")
    #expect(told[0][.zh] == "图中有：请求 1。读数：空转占比 0 %；策略静态。")
    #expect(told[1][.zh] == "新出现：请求 2、请求 3。读数：空转占比从 0 到 40.0 %。")
    #expect(told[2][.zh] == "请求 1 离开。请求 3 移动。请求 2 变大。读数：策略连续，不再是静态。")
    #expect(told[3][.zh] == "一句说明。")
  }

  @Test func anAuthorsWordsComeFirst() throws {
    let told = try figure("told").beats[1].description
    #expect(told == Phrase("Two more.", zh: "又来两个。"))
  }

  @Test func aStillIsTold() throws {
    let told = try figure().stillDescription
    #expect(
      told[.en]
        == "All of it. The picture shows: request 1 and request 2. Readings: idle share 50.0 %; policy static."
    )
    #expect(told[.zh] == "全部。图中有：请求 1、请求 2。读数：空转占比 50.0 %；策略 static。")
  }

  @Test func aBeatIsHeldAsLongAsItsAuthorSays() throws {
    #expect(try figure().storyboard(.en).timings[2].rest == 7)
  }

  @Test func telemetryAtAnyMomentIsWhatTheSheetShows() throws {
    let figure = try figure()
    let board = figure.storyboard(.en)
    for beat in figure.beats.indices.dropLast() {
      for k in 0...20 {
        let progress = Double(k) / 20
        let values = try #require(figure.telemetry(beat: beat, progress: progress, on: board)?.readings).map {
          $0.values[0]
        }
        guard case .number(let share, _) = values[0], case .word(let policy) = values[1] else {
          Issue.record("a number and a word")
          return
        }
        let frame = try #require(board.frame(beat: beat, progress: progress))
        let shown = frame.lines.compactMap { $0.counter?.value }
        #expect(shown.count == 1 && (shown[0] - share).magnitude < 1e-9)
        #expect(frame.lines.contains { $0.text == policy[.en] })
      }
    }
    #expect(figure.telemetry(beat: 9, progress: 0) == nil)
  }

  @Test func aBeatStartsWithTheValuesOfTheOneBefore() throws {
    let figure = try figure()
    guard case .number(let share, _)? = figure.telemetry(beat: 1, progress: 0)?.readings[0].values[0] else {
      Issue.record("no number")
      return
    }
    #expect(share == 0)
  }
}
