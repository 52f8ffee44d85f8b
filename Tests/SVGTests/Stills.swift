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
}
