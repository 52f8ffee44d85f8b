import Figures
import Testing

@testable import Inspection

/// Each rule about a story and its motion: one that holds to it, and one that breaks it.
@Suite struct StoryRuleTests {
  private let still = frame { chip(1, 100, 200) }
  private let moved = frame { chip(1, 400, 200) }

  @Test func captionsAreShortAndTheirOwn() {
    let sound = telling(captions: ["One whole.", "Half of it."], [[still], [moved]])
    #expect(Rule.captionLong.flaws(in: sound).isEmpty && Rule.captionMissing.flaws(in: sound).isEmpty)
    let long = String(repeating: "A long caption tells too much. ", count: 4)
    #expect(
      Rule.captionLong.flaws(in: telling(captions: [long, "Half of it."], [[still], [moved]])).count == 1)
    let chinese = String(repeating: "一句话说得太多", count: 6)
    #expect(
      Rule.captionLong.flaws(in: telling(in: .zh, captions: [chinese, "一半。"], [[still], [moved]])).count == 1)
    #expect(
      Rule.captionMissing.flaws(in: telling(captions: ["Same.", "Same."], [[still], [moved]])).count == 1)
    #expect(Rule.captionMissing.flaws(in: telling(captions: ["", "Half."], [[still], [moved]])).count == 1)
  }

  @Test func eachBeatIsDescribedAnew() {
    func described(_ descriptions: [String]) -> Telling {
      let told = telling([[still], [moved]])
      return Telling(
        place: told.place, still: still, stillCaption: "What it is.",
        beats: zip(told.beats, descriptions).map { beat, description in
          Telling.Beat(
            name: beat.name, caption: beat.caption, description: description, motion: beat.motion,
            rest: beat.rest, samples: beat.samples)
        }, frame: told.frame)
    }
    #expect(Rule.descriptionSame.flaws(in: described(["A box.", "The box moves."])).isEmpty)
    #expect(Rule.descriptionSame.flaws(in: described(["A box.", "A box."])).count == 1)
    #expect(Rule.descriptionSame.flaws(in: described(["A box.", ""])).count == 1)
  }

  @Test func aCaptionStandsLongEnough() {
    let sound = telling([[still], [moved]])
    let hurried = Telling(
      place: sound.place, still: still, stillCaption: "What it is.",
      beats: sound.beats.map {
        Telling.Beat(name: $0.name, caption: $0.caption, motion: $0.motion, rest: 0.5, samples: $0.samples)
      }, frame: sound.frame)
    #expect(Rule.captionLong.flaws(in: hurried).count == 2)
  }

  @Test func eachBeatChangesSomething() {
    #expect(Rule.beatUnchanged.flaws(in: telling([[still], [moved]])).isEmpty)
    #expect(Rule.beatUnchanged.flaws(in: telling([[still], [still]])).count == 1)
    // There and back again is something.
    #expect(Rule.beatUnchanged.flaws(in: telling([[still], [moved, still]])).isEmpty)
  }

  @Test func fewThingsMoveAtOnce() {
    func scattered(_ k: Double) -> Frame {
      frame {
        for i in 0..<8 {
          let angle = 2 * Maths.pi * Double(i) / 8
          chip(i, 60 + 100 * Double(i) + k * 60 * Maths.cos(angle), 200 + k * 60 * Maths.sin(angle))
        }
      }
    }
    let (a, b) = (scattered(0), scattered(1))
    let shifted = frame { for i in 0..<8 { chip(i, 60 + 100 * Double(i), 300 + 10 * Double(i % 3)) } }
    // The standard pace staggers them, and what shifts as one is one.
    #expect(Rule.unstaggered.flaws(in: telling([[a], [b]])).isEmpty)
    let linear = Pace(easing: .linear, seconds: 1)
    #expect(Rule.unstaggered.flaws(in: telling(pace: linear, [[a], [shifted]])).isEmpty)
    #expect(Rule.unstaggered.flaws(in: telling(pace: linear, [[a], [b]])).count == 1)
  }

  @Test func nothingJumps() {
    #expect(Rule.jump.flaws(in: telling([[still], [moved]])).isEmpty)
    // A picture of its own at each progress may change its mind at once, which two states never do.
    func sweep(to x: @escaping @Sendable (Double) -> Double) -> Telling {
      telling([
        StoryboardBeat(
          name: "beat 0", caption: "It goes.", pace: .standard, continuous: 2,
          states: [{ progress in frame { chip(1, x(progress), 200) } }])
      ])
    }
    #expect(Rule.jump.flaws(in: sweep { 100 + 300 * $0 }).isEmpty)
    #expect(Rule.jump.flaws(in: sweep { $0 < 0.4 ? 100 : 400 }).count == 1)
  }

  @Test func aFastRunIsNoJump() {
    let states = (0..<6).map { i in frame { chip(1, 100 + 120 * Double(i), 200) } }
    #expect(Rule.jump.flaws(in: telling(pace: .iterations, [states])).isEmpty)
  }

  @Test func nothingFlashes() {
    func lit(_ on: Bool) -> Frame {
      frame { chip(1, 100, 150, Size(400, 200), on ? .solid(.block) : .panel) }
    }
    let pace = Pace(easing: .linear, seconds: 0.12)
    let calm = (0..<8).map { _ in lit(true) } + [lit(false)]
    #expect(Rule.flash.flaws(in: telling(pace: pace, [calm])).isEmpty)
    let flicker = (0..<16).map { lit($0 % 2 == 0) }
    #expect(Rule.flash.flaws(in: telling(pace: pace, [flicker])).count == 1)
  }

  @Test func whatAppearsStays() {
    func with(_ guest: Bool) -> Frame {
      frame {
        chip(1, 100, 200)
        if guest { chip(2, 300, 200) }
      }
    }
    let quick = Pace(easing: .linear, seconds: 0.06)
    #expect(Rule.blink.flaws(in: telling(pace: quick, [[with(false)], [with(true)]])).isEmpty)
    let slow = Pace(easing: .linear, seconds: 0.4)
    let calm = [with(false), with(true), with(false)]
    #expect(Rule.blink.flaws(in: telling(pace: slow, [[with(false)], calm])).isEmpty)
    let hasty = [with(false), with(true)] + (0..<4).map { _ in with(false) }
    #expect(Rule.blink.flaws(in: telling(pace: quick, [[with(false)], hasty])).count == 1)
  }

  @Test func whatStaysDoesNotFade() {
    func shape(_ outline: Outline) -> Frame {
      frame {
        Node.filling { _, canvas in canvas.outline(outline, fill: .role(.cache, .fill)) }.same("thing")
      }
    }
    let box = shape(.rectangle(Rect(100, 200, 60, 60), radius: 0))
    #expect(
      Rule.fade.flaws(in: telling([[box], [shape(.rectangle(Rect(300, 200, 60, 60), radius: 0))]])).isEmpty)
    // A raster cannot become a rectangle: one fades while the other appears.
    let heat = frame {
      Node.filling { _, canvas in
        canvas.raster(Raster(rect: Rect(300, 200, 60, 60), columns: 1, rows: 1, values: [0.5]))
      }.same("thing")
    }
    #expect(Rule.fade.flaws(in: telling([[box], [heat]])).count == 1)
    func words(_ text: String) -> Frame { frame { Text(Phrase(text)).same("words").padding(200) } }
    #expect(Rule.fade.flaws(in: telling([[words("waits")], [words("runs")]])).isEmpty)
  }

  @Test func whatStaysKeepsItsIdentity() {
    let other = frame { chip(2, 100, 200) }
    #expect(Rule.identityLost.flaws(in: telling([[still], [moved]])).isEmpty)
    #expect(Rule.identityLost.flaws(in: telling([[still], [other]])).count == 1)
    let elsewhere = frame { chip(2, 300, 200) }
    #expect(Rule.identityLost.flaws(in: telling([[still], [elsewhere]])).isEmpty)
  }
}
