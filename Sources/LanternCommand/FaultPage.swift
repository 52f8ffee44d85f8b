import Figures
import Inspection
import Rendering

/// The report of a check for a reader: each finding with its picture, the element boxed.
struct FaultPage {
  private let findings: [Finding]
  private let catalogue: Catalogue
  private let folder: OutputFolder

  init(_ findings: [Finding], _ catalogue: Catalogue, in folder: OutputFolder) {
    (self.findings, self.catalogue, self.folder) = (findings, catalogue, folder)
  }

  /// Writes `index.html` and the pictures that it shows, each once.
  func write(_ summary: String) throws {
    let writer = PictureWriter()
    var known: [String: String] = [:]
    var sections: [String: String] = [:]
    var order: [String] = []
    for finding in findings {
      var picture = ""
      if let frame = finding.place.frame(in: catalogue) {
        let theme = finding.flaw.theme ?? .light
        let key = "\(finding.place.figure)|\(finding.place.text)|\(theme.text)"
        let name = known[key] ?? "pictures/\(known.count).png"
        if known[key] == nil {
          known[key] = name
          try folder.write(try writer.png(frame, theme: theme, scale: 2), to: name)
        }
        picture = Self.picture(name, frame.size, finding.flaw.element.box)
      }
      if sections[finding.rule] == nil { order.append(finding.rule) }
      sections[finding.rule, default: ""] += article(finding, picture)
    }
    let body = order.map { rule in
      let about = Rule.all.first { $0.id == rule }
      let basis = about.map { "<p>\(escaped($0.summary)) <small>\(escaped($0.basis))</small></p>\n" } ?? ""
      return "<section id=\"\(rule)\">\n<h2>\(rule)</h2>\n\(basis)\(sections[rule] ?? "")</section>\n"
    }
    let links = order.map { "<a href=\"#\($0)\">\($0)</a>" }.joined(separator: "\n")
    let html = page(
      "Findings", style: Self.style,
      "<h1>Findings</h1>\n<p>\(escaped(summary))</p>\n<nav>\(links)</nav>\n" + body.joined())
    try folder.write(Array(html.utf8), to: "index.html")
  }

  private func article(_ finding: Finding, _ picture: String) -> String {
    let fault = CheckReport.Fault(finding)
    var out = "<article>\n<p><b>\(escaped(fault.figure)): \(escaped(fault.place))</b>"
    if let theme = fault.theme { out += " \(theme)" }
    out += "<br>\(escaped(fault.element)) \(escaped(fault.sentence))"
    if let file = fault.file, let line = fault.line { out += "<br><code>\(escaped(file)):\(line)</code>" }
    out += "</p>\n" + picture
    if fault.places.count > 1 {
      let others = fault.places.dropFirst().map { "<li>\(escaped($0))" }.joined()
      out +=
        "<details><summary>also in \(plural(fault.places.count - 1, "picture"))</summary><ul>\(others)</ul></details>\n"
    }
    return out + "</article>\n"
  }

  /// The picture with a frame around a rectangle of the canvas.
  private static func picture(_ file: String, _ canvas: Size, _ box: Rect?) -> String {
    var out = "<div class=\"picture\"><img loading=\"lazy\" src=\"\(file)\" alt=\"\">"
    if let box = box?.outset(by: 4) {
      func share(_ x: Double, _ all: Double) -> String { "\(trimmed(100 * x / max(1, all), 2))%" }
      out += "<i style=\"left:\(share(box.minX, canvas.width));top:\(share(box.minY, canvas.height));"
      out += "width:\(share(box.width, canvas.width));height:\(share(box.height, canvas.height))\"></i>"
    }
    return out + "</div>\n"
  }

  private static let style = """
    nav a { margin-right: 1rem; }
    article { margin: 2rem 0; }
    .picture { position: relative; border: 1px solid color-mix(in srgb, GrayText 40%, transparent); overflow: hidden; }
    .picture i { position: absolute; box-sizing: border-box; border: 3px solid #d6006c; border-radius: 4px; \
    box-shadow: 0 0 0 2px #fff8; }
    """
}
