import Inspection

/// Findings in the Static Analysis Results Interchange Format, which code hosts show beside the lines.
struct Sarif: Encodable {
  struct Message: Encodable { let text: String }
  struct RuleInfo: Encodable {
    let id: String
    let shortDescription, help: Message
  }
  struct Driver: Encodable {
    let name: String
    let rules: [RuleInfo]
  }
  struct Tool: Encodable { let driver: Driver }
  struct Artifact: Encodable { let uri: String }
  struct Region: Encodable { let startLine: Int }
  struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Logical: Encodable { let fullyQualifiedName: String }
  struct Location: Encodable {
    let physicalLocation: Physical?
    let logicalLocations: [Logical]
  }
  struct Suppression: Encodable { let kind, justification: String }
  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]
    let suppressions: [Suppression]?
  }
  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ report: CheckReport, _ rules: [Rule], tool: String) {
    let infos = rules.map {
      RuleInfo(id: $0.id, shortDescription: Message(text: $0.summary), help: Message(text: $0.basis))
    }
    runs = [
      Run(
        tool: Tool(driver: Driver(name: tool, rules: infos)),
        results: (report.findings + report.waived).map { Sarif.result($0) })
    ]
  }

  private static func result(_ fault: CheckReport.Fault) -> Result {
    var physical: Physical?
    if let file = fault.file, let line = fault.line {
      physical = Physical(artifactLocation: Artifact(uri: file), region: Region(startLine: line))
    }
    let name = fault.place.isEmpty ? fault.figure : "\(fault.figure): \(fault.place)"
    return Result(
      ruleId: fault.rule, level: "error", message: Message(text: fault.text),
      locations: [
        Location(physicalLocation: physical, logicalLocations: [Logical(fullyQualifiedName: name)])
      ],
      suppressions: fault.waived.map { [Suppression(kind: "inSource", justification: $0)] })
  }
}
