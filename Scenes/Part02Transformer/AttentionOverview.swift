import Figures
import Instruments
import Mechanisms

/// The default story: from six tokens to all rows of weights.
public struct AttentionOverview: Sendable {
  /// How far the story is.
  enum Step: Int, Comparable, Sendable {
    case tokens, split, ask, mask, share, row, mix, allRows
    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  let reading: AttentionReading
  let step: Step

  init(_ reading: AttentionReading, _ step: Step) {
    self.reading = reading
    self.step = step
  }

  static func story(_ r: AttentionReading) -> Story<AttentionGraph.State> {
    func at(_ step: Step) -> AttentionGraph.State { .overview(AttentionOverview(r, step)) }
    return Story {
      Beat("split", run: [at(.tokens), at(.split)], Captions.split)
      Beat("ask", at(.ask), Captions.ask(r))
      Beat("mask", at(.mask), Captions.mask(r))
      Beat("softmax", run: [at(.share), at(.row)], Captions.softmax(r))
      Beat("mix", at(.mix), Captions.mix(r))
      Beat("all rows", at(.allRows), Captions.allRows(r))
    }
  }

  // MARK: Measures

  static let track = Track(6, size: 54, gap: 10)
  static let names = 104.0
  static let arcs = 64.0, chip = 32.0, newChip = 46.0, strip = 28.0, pitch = 22.0, cell = 46.0
  /// From the top of the stage to the table, and to the middle of its row of shares.
  static let table = arcs + chip + 4
  static let shares = table + 3.5 * pitch

  var stage: Stage {
    Stage(
      subtitle: Phrase(
        "How \(reading.asked) reads the sentence: score, mask, softmax, mix",
        zh: "\(reading.word) 怎样读这句话：打分、掩码、softmax、混合"),
      telemetry: reading.telemetry, caption: Captions.still(reading)
    ) {
      if step >= .share { link.same("link") }
      if step >= .share {
        Text(Words.widths, .note.painted(.muted)).frame(height: Self.arcs).same("arc widths")
      }
      Column(spacing: 0) {
        Column(spacing: 0) {
          reading.arcs(
            step < .ask ? [] : reading.edges(all: step == .allRows), weighted: step >= .share,
            on: Self.track, height: Self.arcs)
          reading.chips(on: Self.track, height: Self.chip, hiding: step >= .mask && step < .allRows)
        }.padding(Insets(left: Self.names))
        if step <= .mask { vectors } else { shareTable }
      }.same("row")
      if step >= .share { values.same("mixing") }
      matrix.frame(width: 880, align: .topTrailing).same("triangle")
    }
  }
}
