import Figures
import Testing

@Suite struct StoryboardTests {
  private func frame(_ x: Double) -> Frame {
    layOut(
      Box(.rest(.compute)).frame(width: 10, height: 10).same("dot").offset(x: x), size: Size(300, 20),
      language: .en
    ).frame
  }

  private var board: Storyboard {
    Storyboard(
      [
        StoryboardBeat(
          name: "start", caption: "It starts.", pace: .standard, states: [{ _ in frame(0) }]),
        StoryboardBeat(
          name: "run", caption: "It runs through many states, one after the other.", pace: .iterations,
          states: (1...60).map { i in { _ in frame(Double(i)) } }),
        StoryboardBeat(
          name: "sweep", caption: "It sweeps.", pace: .standard, continuous: 2,
          states: [{ p in frame(60 + 100 * p) }]),
      ], language: .en)
  }

  @Test func beatsBeginWhereTheLastOneRested() {
    let b = board
    for i in 1..<3 { #expect(b.frame(beat: i, progress: 0) == b.frame(beat: i - 1, progress: 1)) }
    #expect(b.frame(beat: 1, progress: 1) == frame(60))
    #expect(b.frame(beat: 2, progress: 1) == frame(160))
  }

  @Test func longRunsAreHeldToEightSeconds() {
    #expect((board.timings[1].motion - 8).magnitude < 1e-9)
  }

  @Test func restsAreLongEnoughToRead() {
    #expect(board.timings[0].rest == 1.2)
    #expect(Storyboard.readingTime("一二三四五六七八九十一二", .zh) == 2)
    #expect(Storyboard.readingTime("123456789 123456789 123456789 ", .en) == 2)
  }

  @Test func aSecondAndItsAddressShowTheSame() {
    let b = board
    for k in 0...200 {
      let seconds = b.duration * Double(k) / 200
      let (beat, progress) = b.address(at: seconds)
      #expect(b.frame(at: seconds) == b.frame(beat: beat, progress: progress))
    }
  }

  @Test func anyOrderGivesTheSame() {
    let b = board
    let moments = (0..<50).map { b.duration * Double($0) / 50 }
    let forward = moments.map { b.frame(at: $0) }
    let backward = moments.reversed().map { b.frame(at: $0) }
    #expect(forward == backward.reversed())
  }

  @Test func badAddressesAreHarmless() {
    #expect(board.frame(beat: 9, progress: 0) == nil)
    #expect(board.frame(beat: 0, progress: .nan) == frame(0))
    #expect(board.frame(beat: 2, progress: 77) == frame(160))
    #expect(Storyboard([], language: .en).frame(at: 1) == nil)
  }

  @Test func anAuthorSetsHowLongABeatRests() {
    let board = Storyboard(
      [
        StoryboardBeat(name: "a", caption: "A.", pace: .standard, hold: 4, states: [{ _ in frame(0) }]),
        StoryboardBeat(name: "b", caption: "B.", pace: .standard, hold: -1, states: [{ _ in frame(9) }]),
      ], language: .en)
    #expect(board.timings.map { $0.rest } == [4, 0])
    #expect(board.timings[1].start == 4)
  }

  @Test func withReducedMotionBeatsCutAndRestAsLong() throws {
    let beats = [
      StoryboardBeat(name: "start", caption: "It starts.", pace: .standard, states: [{ _ in frame(0) }]),
      StoryboardBeat(
        name: "run", caption: "It runs.", pace: .iterations,
        states: (1...9).map { i in { _ in frame(Double(i)) } }),
      StoryboardBeat(
        name: "sweep", caption: "It sweeps.", pace: .standard, continuous: 2, states: [{ frame(60 + $0) }]),
    ]
    let (full, reduced) = (
      Storyboard(beats, language: .en), Storyboard(beats, language: .en, reducedMotion: true)
    )
    #expect(reduced.timings.allSatisfy { $0.motion == 0 })
    #expect(reduced.timings.map { $0.rest } == full.timings.map { $0.rest })
    for beat in beats.indices {
      let rest = full.frame(beat: beat, progress: 1)
      #expect(
        reduced.frame(beat: beat, progress: 1) == rest && reduced.frame(beat: beat, progress: 0.01) == rest)
      #expect(reduced.frame(at: reduced.timings[beat].start) == rest)
    }
    #expect(reduced.frame(beat: 1, progress: 0) == frame(0))
  }

  @Test func aContinuousBeatTakesOverWithoutAJump() throws {
    func x(_ progress: Double) throws -> Double {
      try #require(board.frame(beat: 2, progress: progress)?.groups.last).bounds.minX
    }
    // The state before rests where this one starts, so that the whole beat is the sweep.
    #expect(board.timings[2].motion == 2)
    #expect(try x(0) == 60 && x(0.25) == 85 && x(1) == 160)
  }

  @Test func aMomentKnowsItsStates() throws {
    let b = board
    let dot = Identity("dot")
    let start = try #require(b.passage(beat: 1, progress: 0, of: dot))
    #expect(start.from == nil && start.to == (0, 0))
    let middle = try #require(b.passage(beat: 1, progress: 0.5 + 0.25 / 60, of: dot))
    #expect(middle.to == (1, 30) && (middle.share - 0.25).magnitude < 1e-6)
    #expect(middle.from?.beat == 1 && middle.from?.state == 29)
    let end = try #require(b.passage(beat: 2, progress: 0.3, of: dot))
    #expect(end.from == nil && end.to == (2, 0) && (end.progress - 0.3).magnitude < 1e-9)
    #expect(b.passage(beat: 3, progress: 0, of: dot) == nil)
  }

  @Test func fadesAreListedWithTheirReasons() {
    func scene(_ ids: [Int], _ word: Phrase) -> Frame {
      layOut(
        Column {
          Text(word).same("word")
          for id in ids { Box(.rest(.cache)) { Text("x") }.same("box", id, named: "box \(id)") }
        }, size: Size(200, 200), language: .en
      ).frame
    }
    let (first, second) = (scene([1, 2], "old"), scene([2, 3], "new"))
    let board = Storyboard(
      [first, second].enumerated().map { i, frame in
        StoryboardBeat(name: "\(i)", caption: "A caption.", pace: .standard, states: [{ _ in frame }])
      }, language: .en)
    let found = board.fades.map { "\($0.beat) \($0.fade.meaning) \($0.fade.reason.text)" }
    #expect(
      Set(found) == [
        "1 new its words change", "1 box 1 it is not in the state after",
        "1 box 3 it is not in the state before",
      ])
    #expect(found.count == 3)
  }

  @Test func betweenJointsWhatMovesFollowsItsCurve() throws {
    func scene(_ x: Double, _ ids: [Int]) -> Frame {
      layOut(
        Node.filling { _, canvas in
          let mover = Box(.rest(.cache)).frame(width: 20, height: 20).same("mover")
          canvas.put(mover, at: Point(x, 20), index: 0)
          for id in ids {
            let other = Box(.rest(.compute)).frame(width: 20, height: 20).same("other", id)
            canvas.put(other, at: Point(100, 60 + 30 * Double(id)), index: id)
          }
        }, size: Size(400, 200), language: .en
      ).frame
    }
    let (first, second) = (scene(20, [1]), scene(320, [2]))
    let board = Storyboard(
      [first, second].enumerated().map { i, frame in
        StoryboardBeat(name: "\(i)", caption: "A caption.", pace: .standard, states: [{ _ in frame }])
      }, language: .en)
    let joints = board.joints(beat: 1)
    #expect(joints.first == 0 && joints.last == 1 && zip(joints, joints.dropFirst()).allSatisfy { $0 < $1 })
    func place(_ progress: Double) throws -> Double {
      let frame = try #require(board.frame(beat: 1, progress: progress))
      return try #require(frame.groups.first { $0.identity == Identity("mover") }).bounds.midX
    }
    // It rests, moves along the standard curve from one joint to another, and rests.
    let start = try #require(try joints.last { try place($0) == 20 })
    let end = try #require(try joints.first { try place($0) == 320 })
    #expect(start < end)
    for k in 0...20 {
      let share = Double(k) / 20
      let expected = 20 + 300 * Easing.standard(share)
      #expect(try (place(start + share * (end - start)) - expected).magnitude < 1e-6)
    }
    #expect(board.joints(beat: 2).isEmpty)
  }

  @Test func easingsRunFromZeroToOneWithoutTurningBack() {
    for easing in [Easing.standard, .linear] {
      #expect(easing(-1) == 0 && easing(0) == 0 && easing(1) == 1 && easing(2) == 1)
      var last = 0.0
      for k in 1...100 {
        let now = easing(Double(k) / 100)
        #expect(now >= last)
        last = now
      }
    }
  }
}
