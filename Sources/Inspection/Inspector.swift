import Dispatch
import Figures
import Synchronization

/// Applies rules to figures.
public struct Inspector: Sendable {
  /// What was found in some figures.
  public struct Report: Sendable {
    /// The findings, figure by figure, waived ones left out.
    public var findings: [Finding] = []
    /// What was waived, with its reason.
    public var waived: [(finding: Finding, reason: String)] = []
    /// Pictures at rest, and pictures in motion, that were looked at.
    public var pictures = 0, samples = 0
    /// Figures that were looked at.
    public var figures = 0
  }

  /// The rules.
  public let rules: [Rule]
  /// Which languages are looked at.
  public let languages: [Language]
  /// Whether motion and the ends of the parameters' ranges are looked at, too.
  public let isThorough: Bool

  /// Creates an inspector.
  public init(
    rules: [Rule] = Rule.all, languages: [Language] = Language.allCases, isThorough: Bool = true
  ) {
    (self.rules, self.languages, self.isThorough) = (rules, languages, isThorough)
  }

  /// Looks at figures on some threads; the report does not depend on how many.
  public func inspect(
    _ entries: [Catalogue.Entry], threads: Int = 1,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(InputError) -> Report {
    var assignments: [Assignment] = []
    for (i, entry) in entries.enumerated() { assignments += try variants(of: entry, i) }
    let work = assignments
    let results = Mutex([Outcome?](repeating: nil, count: work.count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, work.count))) { _ in
      while true {
        let k = next.withLock { n in
          n += 1
          return n - 1
        }
        guard k < work.count else { return }
        let outcome = perform(work[k])
        results.withLock { results in
          results[k] = outcome
          progress(results.count { $0 != nil }, work.count)
        }
      }
    }
    let outcomes = results.withLock { $0 }
    var report = Report()
    for (i, entry) in entries.enumerated() {
      let own = work.indices.filter { work[$0].entry == i }.compactMap { outcomes[$0] }
      conclude(entry, own, &report)
    }
    return report
  }

  /// One mode with one setting.
  private struct Assignment: Sendable {
    let entry: Int
    let figure: Prepared
  }

  private struct Outcome: Sendable {
    var findings: [Finding] = []
    var summaries: [Exposure.Summary] = []
    var problems: [(place: Place, problem: LayoutProblem)] = []
    var wordings: [Exposure.Wording] = []
    var pictures = 0, samples = 0
  }

  /// Every mode with default parameters, then with each parameter at each end of its range.
  private func variants(of entry: Catalogue.Entry, _ index: Int) throws(InputError) -> [Assignment] {
    var settings: [[(name: String, text: String)]] = [[]]
    if isThorough {
      for parameter in entry.parameters {
        for value in parameter.extremes where value != parameter.start {
          settings.append([(parameter.name, value)])
        }
      }
    }
    var out: [Assignment] = []
    for given in settings {
      for mode in entry.modes {
        // Two parameters may exclude each other at their ends; what cannot be asked for cannot be wrong.
        if given.isEmpty {
          out.append(Assignment(entry: index, figure: try entry.prepared(mode: mode)))
        } else if let figure = try? entry.prepared(mode: mode, given: given) {
          out.append(Assignment(entry: index, figure: figure))
        }
      }
    }
    return out
  }

  private func perform(_ assignment: Assignment) -> Outcome {
    let figure = assignment.figure
    var out = Outcome()
    for language in languages {
      let isFilmed = looksAtMotion && (figure.settings.isEmpty || language == languages.first)
      let telling = Telling(figure, language, withMotion: isFilmed)
      let pictures = telling.pictures
      out.pictures += pictures.count
      out.samples += telling.beats.reduce(0) { $0 + $1.samples.count - 1 }
      for rule in rules {
        for picture in pictures {
          out.findings += rule.flaws(in: picture).map { Finding(rule.id, $0, picture.place) }
        }
        out.findings += rule.flaws(in: telling).map { Finding(rule.id, $0, telling.place) }
      }
      out.summaries.append(Exposure.Summary(telling, pictures))
      out.problems += figure.layoutProblems(language).map { beat, problem in
        (beat.map { telling.place($0) } ?? telling.place.at(.still), problem)
      }
    }
    if figure.settings.isEmpty { out.wordings = figure.wordings }
    return out
  }

  /// Whether any rule needs the pictures between.
  private var looksAtMotion: Bool {
    isThorough && rules.contains { if case .telling = $0.look { true } else { false } }
  }

  /// All tellings of a figure.
  func exposure(of entry: Catalogue.Entry) throws(InputError) -> Exposure {
    exposure(of: entry, try variants(of: entry, 0).map { perform($0) })
  }

  private func exposure(of entry: Catalogue.Entry, _ outcomes: [Outcome]) -> Exposure {
    Exposure(
      about: entry.about, modes: entry.modes, parameters: entry.parameters, waivers: entry.waivers,
      summaries: outcomes.flatMap { $0.summaries },
      wordings: entry.wordings + outcomes.flatMap { $0.wordings },
      problems: outcomes.flatMap { $0.problems })
  }

  private func conclude(_ entry: Catalogue.Entry, _ outcomes: [Outcome], _ report: inout Report) {
    let exposure = exposure(of: entry, outcomes)
    var findings = outcomes.flatMap { $0.findings }
    for rule in rules {
      findings += rule.flaws(in: exposure).map { Finding(rule.id, $0, Place(figure: entry.about.slug)) }
    }
    let (kept, waived, complaints) = apply(
      entry.waivers, to: merged(findings), entry.about.slug, looked: isThorough ? rules : [])
    let order = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    report.findings += complaints + kept.sorted { order[$0.rule, default: 0] < order[$1.rule, default: 0] }
    report.waived += waived
    report.figures += 1
    report.pictures += outcomes.reduce(0) { $0 + $1.pictures }
    report.samples += outcomes.reduce(0) { $0 + $1.samples }
  }
}
