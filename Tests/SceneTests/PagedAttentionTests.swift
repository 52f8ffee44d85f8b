import Figures
import Instruments
import Mechanisms
import Testing

@testable import Part07Serving

@Suite struct PagedAttentionTests {
  private let entry = Catalogue.Entry(PagedAttention.self)

  // MARK: What the figure says

  @Test(arguments: Language.allCases)
  func everyLabelOfTheChapterOccurs(_ language: Language) throws {
    let labels: [Phrase] = [
      Phrase("block table", zh: "block table（块表）"), Phrase("physical block", zh: "物理块"),
      Phrase("free list", zh: "空闲链表"), Phrase("reference count", zh: "引用计数"),
      Phrase("internal fragmentation", zh: "内部碎片"), Phrase("external fragmentation", zh: "外部碎片"),
    ]
    let frames = try entry.modes.flatMap { try entry.prepared(mode: $0).rests(language) }.map { $0.frame }
    for label in labels {
      #expect(frames.contains { $0.says(label[language]) }, "\(label[language])")
    }
  }

  @Test func theStillsReportTheChaptersNumbers() throws {
    func says(_ mode: String, _ words: String, _ given: [(name: String, text: String)] = []) throws -> Bool {
      try entry.prepared(mode: mode, given: given).rests(.en).contains { $0.frame.says(words) }
    }
    #expect(try says("paged", "88.6 %") && says("paged", "128 slots against 44"))
    #expect(try says("overview", "admits D: any 6 free blocks will do"))
    #expect(try says("overview", "at most 4 − 1 = 3 slots"))
    #expect(try says("contiguous", "65.0 %"))
    #expect(try says("contiguous", "30.5 %", [("pool", "32")]))
    #expect(try says("fragmentation", "32 slots are free, but no hole has more than 16"))
    #expect(
      try says("copy-on-write", "12 table entries stand on 9 blocks: sharing saves 25 %", [("samples", "4")]))
  }

  // MARK: What it draws

  @Test("Every pointer goes from an entry to the block that the model names")
  func pointersFollowTheTables() throws {
    let runs = PagingRuns(blockSize: 4, samples: 3, prompt: 7, blocks: 16)
    let frame = picture(.pool(PoolState(runs.sampled, prompt: 7, room: runs.room)))
    var found = 0
    for (id, sequence) in runs.sampled.sequences.enumerated() {
      for (row, block) in sequence.table.enumerated() {
        let ends = Ends(from: Identity("entry", 0, id, row), to: Identity("block", 0, block))
        #expect(frame.marks.contains { $0.ends == ends })
        found += 1
      }
    }
    #expect(
      frame.groups.filter { g in
        (0..<3).contains { i in (0..<9).contains { g.identity == Identity("pointer", 0, i, $0) } }
      }.count == found)
  }

  @Test("One slot has one length in both strips of the still")
  func stripsAreToScale() throws {
    let frame = try entry.prepared().still(.en)
    let runs = frame.marks.compactMap { mark -> Rect? in
      guard case .outline(.rectangle(let rect, _), nil, _?) = mark.shape, rect.height == 20 else {
        return nil
      }
      return rect
    }
    let unit = try #require(runs.map { $0.width }.min()) / 4
    // Blocks of 4 slots, and reservations of 32.
    #expect(Set(runs.map { ($0.width / unit * 1000).rounded() / 1000 }) == [4, 32])
  }

  @Test func everyParameterMovesWhatItsChapterSays() throws {
    let moved = [
      "block-size": ["overview", "contiguous", "paged", "copy-on-write", "fragmentation"],
      "samples": ["overview", "copy-on-write"],
      "prompt-length": ["overview", "paged", "copy-on-write"],
      "pool": ["overview", "contiguous", "paged", "fragmentation"],
    ]
    for parameter in entry.parameters {
      for mode in moved[parameter.name] ?? [] {
        let pictures = try ([nil] + parameter.extremes.map { $0 }).map { text in
          try entry.prepared(mode: mode, given: text.map { [(parameter.name, $0)] } ?? []).still(.en).drawing
        }
        #expect(
          Set(pictures.map { $0.count }).count > 1
            || pictures[0] != pictures[1] && pictures[1] != pictures[2], "\(mode) \(parameter.name)")
        #expect(pictures[1] != pictures[2], "\(mode) \(parameter.name)")
      }
    }
  }

  @Test("Another model gives another picture: nothing drawn is typed in")
  func picturesFollowTheModel() {
    let runs = PagingRuns(blockSize: 4, samples: 2, prompt: 7, blocks: 16)
    // The free list of a pool that takes blocks from the other end.
    let mutant = PagingRuns(blockSize: 4, samples: 2, prompt: 7, blocks: 16, freeList: [4, 6, 2, 5, 0])
    for mode in PagedAttention.Mode.allCases where mode != .contiguous {
      #expect(drawing(PagedAttention.still(runs, mode)) != drawing(PagedAttention.still(mutant, mode)))
      let (a, b) = (PagedAttention.story(runs, mode), PagedAttention.story(mutant, mode))
      let changed = zip(a.beats, b.beats).filter {
        picture($0.states[$0.states.count - 1]) != picture($1.states[$1.states.count - 1])
      }
      #expect(changed.count >= 1, "\(mode)")
    }
    let lengths = PolicyState(slots: 64, lengths: [5, 20, 3, 9]).showing(3)
    #expect(picture(.policies(lengths)) != picture(.policies(PolicyState(slots: 64).showing(3))))
  }

  @Test("A block never changes its place or fades while tables change")
  func blocksStayWhereTheyAre() throws {
    let figure = try entry.prepared(mode: "copy-on-write")
    let board = figure.storyboard(.en)
    let start = try #require(board.frame(beat: 0, progress: 1))
    for k in 0...120 {
      let frame = try #require(board.frame(at: board.duration * Double(k) / 120))
      for id in 0..<8 {
        let block = frame.groups.filter { $0.identity == Identity("block", 0, id) }
        #expect(block.count == 1 && block[0].opacity == 1)
        #expect(block.first?.bounds == start.groups.first { $0.identity == Identity("block", 0, id) }?.bounds)
      }
    }
  }

  // MARK: How it is told

  @Test func beatsAreNamedByTheModeAlone() throws {
    for mode in entry.modes {
      let names = try entry.prepared(mode: mode).beats.map { $0.name }
      #expect(names.count >= 3 && names.count <= 10)
      for given in entry.extremeSettings + harsh {
        let figure = try entry.prepared(mode: mode, given: given)
        #expect(figure.beats.map { $0.name } == names)
        for caption in figure.beats.map({ $0.caption }) + [figure.caption].compactMap({ $0 }) {
          #expect(caption.length(.en) <= 90, "\(caption[.en])")
          #expect(caption.length(.zh) <= 40, "\(caption[.zh])")
        }
      }
    }
  }

  @Test func beatsStartWhereTheLastOneRested() throws {
    for mode in entry.modes {
      let figure = try entry.prepared(mode: mode)
      let board = figure.storyboard(.zh)
      for beat in figure.beats.indices.dropFirst() {
        #expect(board.frame(beat: beat, progress: 0) == board.frame(beat: beat - 1, progress: 1))
      }
    }
  }

  // MARK: Whether it can be read

  @Test(arguments: Catalogue.Entry(PagedAttention.self).modes)
  func layoutIsSoundAndReadable(_ mode: String) throws {
    for given in entry.extremeSettings + harsh {
      let figure = try entry.prepared(mode: mode, given: given)
      #expect(figure.problem(.en) == nil)
      for language in Language.allCases {
        for (place, frame) in figure.rests(language) {
          let faults = frame.overlappingTexts + frame.textsNearEdge()
          #expect(
            faults.isEmpty, "\(mode) \(place) \(language.text) \(given): \(faults.joined(separator: ", "))")
        }
      }
    }
  }

  // MARK: Help

  /// Parameters at their extremes together: small pools for long prompts, tiny blocks for many samples.
  private var harsh: [[(name: String, text: String)]] {
    [
      ("1", "6", "24", "48"), ("1", "6", "24", "8"), ("16", "6", "24", "8"), ("1", "1", "1", "8"),
      ("4", "6", "7", "8"), ("3", "5", "17", "23"),
    ].map {
      [
        (name: "block-size", text: $0.0), (name: "samples", text: $0.1), (name: "prompt-length", text: $0.2),
        (name: "pool", text: $0.3),
      ]
    }
  }

  private func picture(_ state: PagedAttention.State) -> Frame {
    layOut(PagedAttention.view(state, .still).body, size: Size(880, 368), language: .en).frame
  }

  private func drawing(_ stage: Stage) -> [Shape] {
    layOut(stage.body, size: Size(880, 368), language: .en).frame.drawing
  }
}
