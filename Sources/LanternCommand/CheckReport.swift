import Figures
import Inspection

/// What `check` prints, in words or as JSON.
struct CheckReport: Encodable {
  struct Fault: Encodable {
    let rule, figure: String
    /// Where it is seen first, as `render` would be asked for it, and all such places.
    let place: String
    let places: [String]
    let mode: String
    let parameters: [String: String]
    let locale, theme, beat: String?
    let progress: Double?
    let element, sentence: String
    let file: String?
    let line: Int?
    /// Left, top, width and height of the element in points.
    let box: [Double]?
    /// Why it is meant so, when it is waived.
    let waived: String?

    init(_ finding: Finding, waived: String? = nil) {
      let (place, flaw) = (finding.place, finding.flaw)
      rule = finding.rule
      figure = place.figure
      self.place = place.text
      places = finding.places.map { $0.text }
      mode = place.mode
      parameters = Dictionary(place.settings.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
      locale = place.language?.text
      theme = flaw.theme?.text
      if case .beat(_, let name, let progress) = place.moment {
        (beat, self.progress) = (name, progress)
      } else {
        (beat, progress) = (nil, nil)
      }
      element = flaw.element.name
      sentence = flaw.sentence
      file = flaw.element.source.map { sourcePath("\($0.file)") }
      line = flaw.element.source.map { Int($0.line) }
      box = flaw.element.box.map { [$0.minX, $0.minY, $0.width, $0.height].map { ($0 * 10).rounded() / 10 } }
      self.waived = waived
    }

    /// `figure: where: element sentence [rule] file:line, in n pictures`.
    var text: String {
      let moment = [place, theme ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      var out = ([figure, moment].filter { !$0.isEmpty } + ["\(element) \(sentence)"]).joined(separator: ": ")
      out += " [\(rule)]"
      if let file, let line { out += " \(file):\(line)" }
      if places.count > 1 { out += ", in \(grouped(places.count)) pictures" }
      return out
    }
  }

  let figures, pictures, samples: Int
  let seconds: Double
  let findings, waived: [Fault]

  init(_ report: Inspector.Report, seconds: Double) {
    (figures, pictures, samples) = (report.figures, report.pictures, report.samples)
    self.seconds = seconds
    findings = report.findings.map { Fault($0) }
    waived = report.waived.map { Fault($0.finding, waived: $0.reason) }
  }

  /// The findings, the waivers, and a summary, line by line.
  var text: String {
    var out = ""
    for fault in findings { out += fault.text + "\n" }
    for fault in waived { out += "waived (\(fault.waived ?? "")): \(fault.text)\n" }
    return out + summary + "\n"
  }

  /// How much was found and looked at.
  var summary: String {
    let faulty = Set(findings.map { $0.figure }).count
    let count = findings.isEmpty ? "nothing found" : "\(plural(findings.count, "finding")) in \(faulty)"
    let scope = findings.isEmpty ? " in \(plural(figures, "figure"))" : " of \(plural(figures, "figure"))"
    let looked = "\(plural(pictures, "picture")) at rest, \(grouped(samples)) on the way"
    return "\(count)\(scope), \(waived.count) waived; \(looked), in \(fixed(seconds, 1)) s"
  }
}

/// What `check --rules` prints.
struct RuleReport: Encodable {
  struct Item: Encodable {
    let id, summary, basis: String
  }
  let rules: [Item]

  init(_ rules: [Rule]) {
    self.rules = rules.map { Item(id: $0.id, summary: $0.summary, basis: $0.basis) }
  }

  var text: String { rules.map { "\($0.id)\n  \($0.summary)\n  \($0.basis)\n" }.joined() }
}

/// A count with its noun.
func plural(_ n: Int, _ noun: String) -> String { "\(grouped(n)) \(noun)\(n == 1 ? "" : "s")" }
