import Figures
import Testing
import Textbook

@Suite struct RooflineLayoutTests {
  static let extremes: [[(name: String, text: String)]] = {
    var out: [[(name: String, text: String)]] = [[]]
    for (name, values) in [
      ("batch", ["64", "1024"]), ("d", ["1024", "16384"]), ("gpu", ["a100", "b200"]), ("bits", ["8", "4"]),
    ] {
      for value in values { out.append([(name, value)]) }
    }
    out.append([("gpu", "b200"), ("bits", "4"), ("d", "16384"), ("batch", "1024")])
    out.append([("gpu", "a100"), ("bits", "4"), ("d", "1024")])
    return out
  }()

  @Test(arguments: ["overview", "prefill-vs-decode", "batch-sweep", "precision", "attention"])
  func everythingCanBeRead(mode: String) throws {
    for given in Self.extremes {
      let figure = try textbook.figure("roofline").prepared(mode: mode, given: given)
      for language in Language.allCases {
        if given.count != 1 { #expect(figure.problem(language) == nil) }
        let place = "\(mode) \(given.map { "\($0.name)=\($0.text)" }) \(language)"
        for fault in figure.still(language).unreadable(margin: 38) {
          Issue.record("\(place), still: \(fault)")
        }
        let story = figure.storyboard(language)
        for (i, beat) in figure.beats.enumerated() {
          let frame = try #require(story.frame(beat: i, progress: 1))
          for fault in frame.unreadable(margin: 38) { Issue.record("\(place), \(beat.name): \(fault)") }
        }
      }
    }
  }
}
