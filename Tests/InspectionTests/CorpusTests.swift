import Figures
import Testing
import Textbook

@testable import Inspection

/// Defects seeded into the textbook's own figures: what share each rule finds.
@Suite struct CorpusTests {
  /// How many defects are tried of each rule.
  private static let seeds = 24

  private struct Tally {
    let rule: String
    var seeded = 0
    var caught = 0
    var missed: [String] = []

    mutating func add(_ isCaught: Bool, _ what: String) {
      seeded += 1
      if isCaught { caught += 1 } else { missed.append(what) }
    }

    var line: String {
      let name = rule.padding(to: 20)
      return "\(name) \(seeded) seeded, \(caught) caught"
        + (missed.isEmpty ? "" : "; missed in \(missed.joined(separator: "; "))")
    }
  }

  private static func tellings(_ language: Language, motion: Bool) throws -> [Telling] {
    try textbook.entries.flatMap { entry in
      try entry.modes.map { Telling(try entry.prepared(mode: $0), language, withMotion: motion) }
    }
  }

  /// Tries defects on bases in turn until enough could be made.
  private static func tally<Base>(
    _ rule: Rule, _ bases: [Base], _ defects: [(Base, inout Mulberry32) -> Base?],
    _ what: (_ sound: Base, _ spoilt: Base) -> String,
    _ flaws: (Base) -> [Flaw]
  ) -> Tally {
    var random = Mulberry32(seed: 7)
    var tally = Tally(rule: rule.id)
    var known: [Int: Int] = [:]
    for attempt in 0..<(seeds * 40) where tally.seeded < seeds && !bases.isEmpty {
      let i = Int(random.next() * Double(bases.count))
      guard let spoilt = defects[attempt % defects.count](bases[i], &random) else { continue }
      let before = known[i] ?? flaws(bases[i]).count
      known[i] = before
      tally.add(flaws(spoilt).count > before, what(bases[i], spoilt))
    }
    return tally
  }

  private static func check(_ tallies: [Tally]) {
    for t in tallies {
      print(t.line)
      #expect(t.seeded >= 5, "\(t.line)")
      #expect(Double(t.caught) >= 0.95 * Double(t.seeded), "\(t.line)")
    }
  }

  /// Where two pictures first differ.
  private static func difference(_ sound: Picture, _ spoilt: Picture) -> String {
    let (a, b) = (sound.frame, spoilt.frame)
    let i = b.marks.indices.first { $0 >= a.marks.count || a.marks[$0] != b.marks[$0] } ?? 0
    return "\(sound.place.figure): \(sound.place.text): \(b.element(i).name)"
  }

  @Test func defectsOfPicturesAreFound() throws {
    let bases = try Self.tellings(.en, motion: false).flatMap { $0.pictures }
    Self.check(
      PictureDefects.all.map { rule, defects in
        let make: [(Picture, inout Mulberry32) -> Picture?] = defects.map { defect in
          { picture, random in defect(picture, &random).map { Picture($0, picture.place) } }
        }
        return Self.tally(rule, bases, make, { Self.difference($0, $1) }, { rule.flaws(in: $0) })
      })
  }

  @Test func defectsOfStoriesAreFound() throws {
    let bases = try Self.tellings(.en, motion: true)
    Self.check(
      StoryDefects.all.map { rule, defects in
        let make: [(Telling, inout Mulberry32) -> Telling?] = defects.map { defect in { defect($0, &$1) } }
        return Self.tally(rule, bases, make, { sound, _ in sound.place.text }, { rule.flaws(in: $0) })
      })
  }

  @Test func defectsOfFiguresAreFound() throws {
    let bases = try textbook.entries.map { try Inspector(rules: [], languages: [.en]).exposure(of: $0) }
    Self.check(
      FigureDefects.all.map { rule, defects in
        let make: [(Exposure, inout Mulberry32) -> Exposure?] = defects.map { defect in { defect($0, &$1) } }
        return Self.tally(rule, bases, make, { sound, _ in sound.about.slug }, { rule.flaws(in: $0) })
      })
  }

  /// The English words of a sentence or remark in place of the Chinese ones.
  @Test func englishProseInChineseIsFound() throws {
    var tally = Tally(rule: Rule.untranslated.id)
    let english = try Self.tellings(.en, motion: false).flatMap { $0.pictures }
    let chinese = try Self.tellings(.zh, motion: false).flatMap { $0.pictures }
    var tried: Set<String> = []
    for (e, c) in zip(english, chinese) {
      for (item, words) in e.texts where words.text.split(separator: " ").count >= 4 {
        let who = e.frame.marks[item.mark].identity
        guard let m = c.frame.marks.firstIndex(where: { $0.identity == who }),
          case .text(let line) = c.frame.marks[m].shape, line.text != words.text,
          tried.insert(words.text).inserted
        else { continue }
        var frame = c.frame
        frame.marks[m].shape = e.frame.marks[item.mark].shape
        let found = Rule.untranslated.flaws(in: Picture(frame, c.place)).count
        tally.add(found > Rule.untranslated.flaws(in: c).count, "“\(words.text)”")
      }
    }
    Self.check([tally])
  }

  /// Graphs with an area laid over a connector.
  @Test func coveredConnectorsAreFound() {
    var random = Mulberry32(seed: 11)
    var tally = Tally(rule: Rule.connectorHidden.id)
    for _ in 0..<Self.seeds {
      let y = [random.between(120, 400), random.between(120, 400)]
      let x = [random.between(60, 300), random.between(550, 800)]
      let (share, size) = (random.between(0.4, 0.6), random.between(0.6, 0.9))
      func graph(_ isCovered: Bool) -> Picture {
        Picture(
          frame {
            chip(1, x[0], y[0])
            chip(2, x[1], y[1])
            Connector(Identity("chip", 1), Identity("chip", 2), route: .straight)
            if isCovered {
              let width = (x[1] - x[0] - 60) * size
              chip(
                3, x[0] + 60 + (x[1] - x[0] - 60) * share - width / 2, 110, Size(width, 330), .rest(.block))
            }
          }, Place(figure: "graph", moment: .still))
      }
      #expect(Rule.connectorHidden.flaws(in: graph(false)).isEmpty)
      tally.add(!Rule.connectorHidden.flaws(in: graph(true)).isEmpty, "a graph")
    }
    Self.check([tally])
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
