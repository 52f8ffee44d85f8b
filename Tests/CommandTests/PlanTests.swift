import Figures
import Testing

@testable import Rendering

/// A bar that grows; its modes are wrong in one way each.
private struct Growing: Figure {
  enum Mode: String, CaseIterable, Sendable { case sound, doubled, silent, named = "Named" }
  static let about = About("growing", part: "00-test", title: "Growing")
  static func inputs(_ knobs: inout Knobs) -> Double {
    let speed = knobs.choice("speed", [.init("slow", "slow"), .init("as fast/as light", "fast")])
    return knobs.real("length", 0...2000, default: 1500, step: 0.5) * Double(speed + 1)
  }
  static func story(_ length: Double, _ mode: Mode) -> Story<Double> {
    Story {
      if mode != .silent {
        Beat("At 0 %", 0, "Nothing.")
        Beat("grown", mode == .doubled ? -1 : length, "All of it.")
      }
    }
  }
  static func view(_ length: Double, _ at: Moment) -> Stage {
    Stage {
      Box(.panel).frame(width: length / 4, height: 40).same("bar")
      if length < 0 { Box(.panel).frame(width: 9, height: 9).same("bar") }
    }
  }
  static func still(_ length: Double, _ mode: Mode) -> Stage { view(length, .still) }
}

@Suite struct PlanTests {
  private let entry = Catalogue.Entry(Growing.self)

  private func paths(_ change: (inout RenderRequest) -> Void) throws -> [String] {
    var request = RenderRequest([entry])
    change(&request)
    return try RenderPlan(request).jobs.map { $0.path }
  }

  @Test func whatIsUsualIsLeftOutOfNames() throws {
    #expect(try paths { _ in } == ["00-test/growing/still.png"])
    #expect(
      try paths {
        $0.given = [(name: "length", text: "1500.0")]
        $0.width = 1920
      } == ["00-test/growing/still.png"])
  }

  @Test func whatDiffersStandsInNames() throws {
    #expect(
      try paths {
        $0.given = [(name: "speed", text: "as fast/as light"), (name: "length", text: "2e1")]
        $0.themes = [.fixed(.dark)]
        $0.languages = [.zh]
        $0.formats = [.png, .svgOutlines, .frames]
        $0.width = 960
        $0.fps = 24
        $0.transparent = true
        $0.moments = [.beat("grown", progress: 0.25)]
      } == [
        "00-test/growing/beats/grown@0.25.zh.dark.speed=as%20fast%2Fas%20light.length=20.960px.transparent.png",
        "00-test/growing/beats/grown@0.25.zh.dark.speed=as%20fast%2Fas%20light.length=20.transparent.outlines.svg",
        "00-test/growing/frames.zh.dark.speed=as%20fast%2Fas%20light.length=20.24fps.transparent/frames.json",
      ])
  }

  @Test func oneMomentHasOneName() throws {
    let moments: [MomentAddress] = [
      .still, .rests, .beat("At 0 %", progress: 1), .beat("at-0", progress: 1), .second(1.5),
    ]
    #expect(
      try paths { $0.moments = moments + moments }
        == ["beats/at-0.png", "beats/grown.png", "1.5s.png", "still.png"].map { "00-test/growing/" + $0 }
        .sorted())
  }

  @Test func orderAndRepetitionOfWordsDoNotMatter() throws {
    let one = try paths {
      $0.themes = [.fixed(.light), .fixed(.dark)]
      $0.languages = [.en, .zh]
      $0.moments = [.still, .rests]
    }
    let other = try paths {
      $0.figures = [entry, entry]
      $0.themes = [.fixed(.dark), .fixed(.light), .fixed(.dark)]
      $0.languages = [.zh, .en]
      $0.moments = [.rests, .still]
    }
    #expect(one == other && one.count == 12)
  }

  @Test func everyShareIsNearlyAsLargeAndAllAreThePlan() throws {
    var request = RenderRequest([entry])
    request.themes = [.fixed(.light), .fixed(.dark), .fixed(.print)]
    request.languages = [.en, .zh]
    request.moments = [.still, .rests]
    request.formats = [.png, .frames]
    let plan = try RenderPlan(request)
    for n in [1, 2, 5, 100] {
      let shares = (1...n).map { plan.shard($0, of: n).map { $0.path } }
      #expect(shares.flatMap { $0 }.sorted() == plan.jobs.map { $0.path }.sorted())
      let sizes = shares.map { $0.count }
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 2)
    }
  }

  @Test func aFigureThatContradictsItselfIsAFailure() {
    #expect(throws: RenderFailure.self) { try paths { $0.modes = .named(["doubled"]) } }
    // “Named” cannot be part of a file name.
    #expect(throws: RenderFailure.self) { try paths { $0.modes = .named(["Named"]) } }
  }

  @Test func aStoryWithoutBeatsHasNoFrames() throws {
    #expect(throws: InputError.self) {
      try paths {
        $0.modes = .named(["silent"])
        $0.formats = [.frames]
      }
    }
    #expect(try paths { $0.modes = .named(["silent"]) } == ["00-test/growing/silent.still.png"])
    #expect(throws: InputError.self) {
      try paths {
        $0.modes = .named(["silent"])
        $0.moments = [.second(0)]
      }
    }
  }

  @Test(arguments: [
    ("still", MomentAddress.still), ("beats", .rests), ("grown", .beat("grown", progress: 1)),
    ("At 0 %:0.1", .beat("At 0 %", progress: 0.1)), ("grown:0", .beat("grown", progress: 0)),
    ("grown:1e-3", .beat("grown", progress: 0.001)), ("a:b:1", .beat("a:b", progress: 1)), ("2s", .second(2)),
    ("0.50s", .second(0.5)), ("pros", .beat("pros", progress: 1)), ("s", .beat("s", progress: 1)),
  ])
  func addressesAreRead(_ text: String, _ address: MomentAddress) throws {
    #expect(try MomentAddress(text) == address)
  }

  @Test func progressInAddressesIsExact() throws {
    for i in 1..<200 {
      let progress = Double(i) / 211 + Double(i) * 1e-12
      #expect(try MomentAddress("grown:\(progress)") == .beat("grown", progress: progress))
      #expect(exactNumber(Substring(exactText(progress))) == progress)
    }
  }
}
