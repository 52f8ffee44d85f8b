import ArgumentParser
import Figures
import Inspection
import Rendering

/// `check`: looks for what is wrong with figures.
struct Check<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: "Look for what is wrong with figures.",
      discussion: """
        Every mode is looked at with default parameters and with each parameter at the ends of its range: \
        the still, where each beat rests, and the way between, in every language and theme. What is found \
        ends with exit status 1, unless the figure waives it.
        """)
  }

  @Argument(help: "Slugs of figures; see “list”. (default: every figure)")
  var figures: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Only this rule; can be given more than once.", valueName: "id"))
  var rule: [String] = []
  @Flag(help: "List the rules, each with what it is based on, and look at nothing.")
  var rules = false
  @Flag(help: "Only pictures at rest with default parameters.")
  var quick = false
  @Option(parsing: .unconditional, help: .init("Also write the findings as SARIF 2.1.0.", valueName: "file"))
  var sarif: String?
  @Option(
    parsing: .unconditional,
    help: .init("Also write a page that shows each finding in its picture.", valueName: "dir"))
  var report: String?
  @Option(parsing: .unconditional, help: .init("Threads. (default: one for each processor)", valueName: "n"))
  var jobs: String?
  @Flag(help: "Print one JSON object instead of words.")
  var json = false

  func run(on console: Console) throws {
    let start = ContinuousClock.now
    if rules { return console.print(json ? Rendering.json(RuleReport(Rule.all)) : RuleReport(Rule.all).text) }
    let threads = try jobs.map { try wholeNumber("jobs", $0, in: 1...256) } ?? processorCount()
    let chosen = try rule.map { word throws(InputError) in
      try choose("rule", word, from: Rule.all) { $0.id }
    }
    let entries = try LanternCommand.figures(figures, all: figures.isEmpty, of: App.catalogue)
    let folder = try self.report.map { path throws(InputError) in try outputFolder(path) }
    let inspector = Inspector(rules: chosen.isEmpty ? Rule.all : chosen, isThorough: !quick)
    let found = try inspector.inspect(entries, threads: threads)
    let report = CheckReport(found, seconds: start.duration(to: .now) / .seconds(1))
    if let folder { try FaultPage(found.findings, App.catalogue, in: folder).write(report.summary) }
    if let sarif { try write(Rendering.json(Sarif(report, inspector.rules, tool: App.name)), to: sarif) }
    console.print(json ? Rendering.json(report) : report.text)
    if !report.findings.isEmpty { throw FaultsFound() }
  }

  private func write(_ text: String, to path: String) throws {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
    try outputFolder(folder).write(Array(text.utf8), to: name)
  }
}

/// What ends a check that found something: it has been said, and only the exit status is left.
struct FaultsFound: Error {}
