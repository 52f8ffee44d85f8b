import Figures
import Mechanisms
import Testing
import Textbook

@testable import Part04GPUs

@Suite struct RooflineFigureTests {
  private let figure: Catalogue.Entry

  init() throws { figure = try textbook.figure("roofline") }

  /// Everything but title, subtitle, caption and telemetry.
  private func geometry(_ frame: Frame) -> [Figures.Shape] {
    frame.marks.filter { mark in
      guard case .text = mark.shape else { return true }
      return mark.shape.bounds.minY > 90 && mark.shape.bounds.maxY < frame.size.height - 50
    }.map { $0.shape }
  }

  @Test(arguments: [
    (Language.en, ["arithmetic intensity", "ridge point", "memory-bound", "compute-bound", "attainable"]),
    (Language.zh, ["算术强度", "拐点", "访存受限", "计算受限", "可达性能"]),
  ])
  func everyModeNamesTheFieldsTerms(language: Language, labels: [String]) throws {
    for mode in figure.modes {
      let still = try figure.prepared(mode: mode).still(language)
      for label in labels { #expect(still.says(label), "\(mode)") }
    }
  }

  @Test func everyParameterMovesEveryStillAndTheDefaultStory() throws {
    for mode in figure.modes {
      for parameter in figure.parameters {
        let told = try parameter.extremes.map { value in
          try figure.prepared(mode: mode, given: [(parameter.name, value)])
        }
        var pictures = [told.map { geometry($0.still(.en)) }]
        if mode == figure.modes[0] {
          pictures.append(
            told.map { story in story.storyboard(.en).frame(at: 1e6).map(geometry) ?? [] })
        }
        for shapes in pictures {
          for (i, a) in shapes.enumerated() {
            for b in shapes[(i + 1)...] {
              let differs = a != b
              #expect(differs, "\(mode), \(parameter.name)")
            }
          }
        }
      }
    }
  }

  @Test func beatsKeepTheirNamesAndCaptionsTheirLength() throws {
    for mode in figure.modes {
      let names = try figure.prepared(mode: mode).beats.map { $0.name }
      #expect(names.count >= 3)
      for parameter in figure.parameters {
        for value in parameter.extremes {
          let told = try figure.prepared(mode: mode, given: [(parameter.name, value)])
          #expect(told.beats.map { $0.name } == names)
          for caption in told.beats.map({ $0.caption }) + [told.caption].compactMap({ $0 }) {
            #expect(plainText(caption[.en]).unicodeScalars.count <= 90, "\(caption[.en])")
            #expect(plainText(caption[.zh]).unicodeScalars.count <= 40, "\(caption[.zh])")
          }
        }
      }
    }
  }

  /// A picture that were drawn rather than computed would not notice another machine.
  @Test(arguments: RooflineFigure.Mode.allCases)
  func theFigureFollowsItsModel(mode: RooflineFigure.Mode) {
    let honest = RooflineCase(.h100, wanted: .bf16, width: 4096, batch: 1)
    func still(_ roofs: [Roofline]) -> [Figures.Shape] {
      let subject = RooflineCase(gpu: honest.gpu, roofs: roofs, wanted: .bf16, width: 4096, batch: 1)
      return geometry(layOut(RooflineFigure.still(RooflineFigure.Inputs(subject), mode)))
    }
    let faster = honest.roofs.map {
      Roofline(peak: $0.peak, bandwidth: $0.bandwidth * 2, precision: $0.precision)
    }
    let stronger = honest.roofs.map {
      Roofline(peak: $0.peak * 2, bandwidth: $0.bandwidth, precision: $0.precision)
    }
    let (noticesMemory, noticesPeak) = (
      still(honest.roofs) != still(faster), still(honest.roofs) != still(stronger)
    )
    #expect(noticesMemory && noticesPeak)
  }

  @Test func theBatchThatMeetsTheRidgeIsTheModels() throws {
    let h100 = RooflineCase(.h100, wanted: .bf16, width: 4096, batch: 1)
    #expect(h100.lastMemoryBound(h100.roof) == 345)
    let story = try figure.prepared()
    let ridge = try #require(story.storyboard(.en).frame(beat: try story.beat("ridge"), progress: 1))
    #expect(ridge.says("batch 345: memory") && ridge.says("batch 346: compute"))
  }

  @Test func attentionStaysWhileTheBatchFallsBack() throws {
    let story = try figure.prepared()
    let board = story.storyboard(.en)
    let beat = try story.beat("attention")
    func place(_ identity: Identity, _ progress: Double) throws -> Rect {
      let frame = try #require(board.frame(beat: beat, progress: progress))
      return try #require(frame.groups.first { $0.identity == identity }).bounds
    }
    for progress in [0.5, 0.7, 0.9] {
      #expect(try place(Identity("attention", 1), progress) == place(Identity("attention", 1), 1))
    }
    #expect(try place(Identity("followed"), 0.5) != place(Identity("followed"), 1))
  }

  @Test func fewerBitsMoveEveryDotRightByTheSameLength() throws {
    let story = try figure.prepared()
    let board = story.storyboard(.en)
    let beat = try story.beat("precision")
    let (before, after) = (
      try #require(board.frame(beat: beat, progress: 0)), try #require(board.frame(beat: beat, progress: 1))
    )
    for identity in [
      Identity("followed"), Identity("prefill"), Identity("attention", 0), Identity("attention", 2),
    ] {
      let a = try #require(before.groups.first { $0.identity == identity }).bounds.center
      let b = try #require(after.groups.first { $0.identity == identity }).bounds.center
      // One doubling of the 16 from 0.25 to 16,384.
      #expect((b.x - a.x - (920 - 104) / 16).magnitude < 1)
      #expect(b.y < a.y)
    }
  }

  @Test func aPrecisionThatTheGPULacksIsGreyedAndTheNarrowestDrawn() throws {
    let asked = try figure.prepared(given: [("gpu", "a100"), ("bits", "4")]).still(.en)
    #expect(asked.says("FP4: none on A100") && asked.says("BF16: 312"))
  }

  @Test(arguments: RooflineFigure.Mode.allCases)
  func beatsRestWhereTheirStatesAreLaidOutAndStartWhereTheLastOneRested(mode: RooflineFigure.Mode) throws {
    let inputs = RooflineFigure.Inputs(RooflineCase(.h100, wanted: .bf16, width: 4096, batch: 1))
    let story = RooflineFigure.story(inputs, mode)
    let board = try figure.prepared(mode: mode.rawValue).storyboard(.en)
    for (i, beat) in story.beats.enumerated() {
      let state = try #require(beat.states.last)
      let rest = try #require(board.frame(beat: i, progress: 1))
      let laidOut = layOut(RooflineFigure.view(state, Moment(progress: 1)))
      let restsThere = geometry(rest) == geometry(laidOut)
      #expect(restsThere, "\(beat.name)")
      let startsThere = i == 0 || board.frame(beat: i, progress: 0) == board.frame(beat: i - 1, progress: 1)
      #expect(startsThere, "\(beat.name)")
    }
  }

  /// A stage alone, where the sheet would place it.
  private func layOut(_ stage: Stage) -> Frame {
    let room = Insets(left: 40, top: 104, right: 40, bottom: 68)
    return Composition.layOut(stage.body.padding(room), size: stage.size, language: .en).frame
  }
}
