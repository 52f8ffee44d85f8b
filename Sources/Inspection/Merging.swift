import Figures

/// The same fault in many pictures as one finding with all its places, in the order of their first.
func merged(_ findings: [Finding]) -> [Finding] {
  var out: [Finding] = []
  var known: [String: Int] = [:]
  for finding in findings {
    let element = finding.flaw.element
    // A fault is known by the line that made the element, a text at rest by who it is, whatever it says.
    var key = "\(finding.rule)|\(finding.place.mode)|"
    if let source = element.source {
      key += "\(source.file):\(source.line)|\(element.identity?.hash ?? 0)"
    } else {
      // Without a source line by its name, of a thing on the canvas without where it stands.
      key += element.box == nil ? element.name : element.name.filter { !$0.isNumber }
    }
    if let i = known[key] {
      out[i].places.append(finding.place)
    } else {
      known[key] = out.count
      out.append(finding)
    }
  }
  return out
}

/// Splits findings by what is waived, and complains of waivers that are too many, without a reason, of no
/// rule, or, where the rules `looked` for were looked at thoroughly, without anything to waive.
func apply(
  _ waivers: [Waiver], to findings: [Finding], _ figure: String, looked: [Rule]
) -> (kept: [Finding], waived: [(finding: Finding, reason: String)], complaints: [Finding]) {
  var kept: [Finding] = []
  var waived: [(finding: Finding, reason: String)] = []
  var used = [Bool](repeating: false, count: waivers.count)
  for finding in findings {
    if let i = waivers.firstIndex(where: { $0.covers(finding) }) {
      used[i] = true
      waived.append((finding, waivers[i].reason))
    } else {
      kept.append(finding)
    }
  }
  var complaints: [Finding] = []
  func complain(_ waiver: Waiver, _ sentence: String) {
    let flaw = Flaw(Element("the waiver of \(waiver.rule)"), sentence)
    complaints.append(Finding(Rule.waiver.id, flaw, Place(figure: figure, mode: waiver.mode ?? "")))
  }
  for (i, waiver) in waivers.enumerated() {
    if waiver.reason.split(separator: " ").count < 3 { complain(waiver, "gives no reason: say why in words") }
    if !Rule.all.contains(where: { $0.id == waiver.rule }) {
      complain(waiver, "names no rule" + didYouMean(waiver.rule, Rule.all.map { $0.id }))
    } else if !used[i], looked.contains(where: { $0.id == waiver.rule }) {
      complain(waiver, "waives nothing that is found: remove it")
    }
    if i > 0 { complain(waiver, "is waiver \(i + 1) of the figure, which may have one: mend the fault") }
  }
  return (kept, waived, complaints)
}

extension Rule {
  /// Waivers are rare and explained; looked at with all findings.
  static let waiver = Rule(
    "waiver", "A figure waives at most one finding, one that there is, with a reason in words.",
    basis: "Bessey et al., A Few Billion Lines of Code Later (2010): what is ignored by habit is not read",
    .figure { _ in [] })
}

extension Waiver {
  fileprivate func covers(_ finding: Finding) -> Bool {
    guard rule == finding.rule, mode == nil || mode == finding.place.mode else { return false }
    guard let beat else { return true }
    return finding.places.allSatisfy { place in
      guard case .beat(_, let name, _) = place.moment else { return false }
      return addressWord(beat) == name
    }
  }
}
