import Figures

@testable import Inspection

/// A defect made in what is known of a figure as a whole.
typealias FigureDefect = @Sendable (Exposure, inout Mulberry32) -> Exposure?

/// Defects of figures, by the rule that must find them.
enum FigureDefects {
  static let all: [(rule: Rule, defects: [FigureDefect])] = [
    (.parameterIdle, [deafParameter]), (.modeIdle, [copiedStill, copiedStory]),
    (.telemetryConstant, [frozenReading]), (.unitMissing, [strippedUnit]),
    (.translationMissing, [strippedTranslation]), (.titleMissing, [noTitle]), (.layout, [sharedIdentity]),
  ]

  private static func changing(
    _ e: Exposure, about: About? = nil, summaries: [Exposure.Summary]? = nil,
    wordings: [Exposure.Wording]? = nil,
    problems: [(place: Place, problem: LayoutProblem)] = []
  ) -> Exposure {
    Exposure(
      about: about ?? e.about, modes: e.modes, parameters: e.parameters, waivers: e.waivers,
      summaries: summaries ?? e.summaries, wordings: wordings ?? e.wordings, problems: e.problems + problems)
  }

  static let deafParameter: FigureDefect = { e, random in
    guard let parameter = random.pick(e.parameters) else { return nil }
    let summaries = e.summaries.map { s in
      let usual = e.summaries.first {
        $0.place.settings.isEmpty && $0.place.mode == s.place.mode && $0.place.language == s.place.language
      }
      guard s.place.settings.first?.name == parameter.name, let usual else { return s }
      return Exposure.Summary(place: s.place, still: usual.still, rests: usual.rests, telemetry: s.telemetry)
    }
    return changing(e, summaries: summaries)
  }

  private static func copying(_ e: Exposure, _ random: inout Mulberry32, still: Bool) -> Exposure? {
    let usual = e.summaries.indices.filter {
      e.summaries[$0].place.settings.isEmpty && e.summaries[$0].place.language == .en
    }
    guard let i = random.pick(usual), let j = random.pick(usual), i != j else { return nil }
    var summaries = e.summaries
    let (a, b) = (summaries[i], summaries[j])
    summaries[j] = Exposure.Summary(
      place: b.place, still: still ? a.still : b.still, rests: still ? b.rests : a.rests,
      telemetry: b.telemetry)
    return changing(e, summaries: summaries)
  }
  static let copiedStill: FigureDefect = { e, random in copying(e, &random, still: true) }
  static let copiedStory: FigureDefect = { e, random in copying(e, &random, still: false) }

  /// With each reading of a name changed.
  private static func reading(
    _ e: Exposure, _ name: String, _ change: (Telemetry.Reading) -> Telemetry.Reading
  ) -> Exposure {
    changing(
      e,
      summaries: e.summaries.map { s in
        Exposure.Summary(
          place: s.place, still: s.still, rests: s.rests,
          telemetry: s.telemetry.map { t in
            Telemetry(t.readings.map { plainText($0.name[.en]) == name ? change($0) : $0 }, rows: t.rows)
          })
      })
  }

  private static func names(_ e: Exposure, _ isIncluded: (Telemetry.Reading) -> Bool) -> [String] {
    var out: [String] = []
    for r in e.summaries.flatMap({ $0.telemetry.flatMap { $0.readings } }) where isIncluded(r) {
      let name = plainText(r.name[.en])
      if !out.contains(name) { out.append(name) }
    }
    return out
  }

  static let frozenReading: FigureDefect = { e, random in
    guard let name = random.pick(names(e) { _ in true }) else { return nil }
    let before = Rule.telemetryConstant.flaws(in: e).map { $0.element.name }
    guard !before.contains(where: { $0.contains(name) }) else { return nil }
    return reading(e, name) {
      Telemetry.Reading($0.name, values: [.number(7, NumberFormat())], unit: $0.unit)
    }
  }

  static let strippedUnit: FigureDefect = { e, random in
    // Counts of things are clear without the name of the thing.
    let withUnit = names(e) { r in
      guard let unit = r.unit, case .number? = r.values.first else { return false }
      return !["rows", "requests", "tokens", "symbols", "%"].contains(plainText(unit[.en]))
    }
    guard let name = random.pick(withUnit) else { return nil }
    return reading(e, name) { Telemetry.Reading($0.name, values: $0.values) }
  }

  static let strippedTranslation: FigureDefect = { e, random in
    let prose = e.wordings.indices.filter {
      e.wordings[$0].phrase.isTranslated && plainText(e.wordings[$0].phrase[.en]).contains(" ")
    }
    guard let i = random.pick(prose) else { return nil }
    var wordings = e.wordings
    let w = wordings[i]
    wordings[i] = Exposure.Wording(what: w.what, mode: w.mode, phrase: Phrase(w.phrase[.en]))
    return changing(e, wordings: wordings)
  }

  static let noTitle: FigureDefect = { e, _ in
    changing(e, about: About(e.about.slug, chapter: e.about.chapter, part: e.about.part, title: ""))
  }

  static let sharedIdentity: FigureDefect = { e, random in
    guard let s = random.pick(e.summaries) else { return nil }
    return changing(
      e, problems: [(s.place.at(.still), .duplicate(Identity("request", 1), "request A", SourceLine()))])
  }
}
