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
