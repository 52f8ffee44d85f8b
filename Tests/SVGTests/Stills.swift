import Figures
import Textbook

extension Fixtures {
  /// The stills of all figures of the textbook, in all modes and languages.
  static let stills: [Fixture] = textbook.entries.flatMap { entry in
    entry.modes.flatMap { mode in
      (try? entry.prepared(mode: mode)).map { figure in
        Language.allCases.map { language in
          Fixture(
            name: "\(entry.about.slug)-\(mode)", language: language, frame: figure.still(language),
            title: entry.about.title[language], description: figure.caption?[language] ?? "")
        }
      } ?? []
    }
  }

  /// The beats of every figure's first mode in the middle of their motion, in English: colours on the way
  /// from one to another, things that fade, scale and grow.
  static let motions: [Fixture] = textbook.entries.flatMap { entry in
    (try? entry.prepared()).map { figure in
      let board = figure.storyboard(.en)
      return figure.beats.indices.compactMap { beat in
        board.frame(beat: beat, progress: 0.5).map {
          Fixture(
            name: "\(entry.about.slug)-\(beat)", language: .en, frame: $0, title: entry.about.title[.en],
            description: figure.beats[beat].caption[.en])
        }
      }
    } ?? []
  }
}
