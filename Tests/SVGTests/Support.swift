import Drawing
import Foundation
import SVGBackend
import Typography

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension SVGOptions {
  /// The options of a fixture.
  init(
    _ f: Fixtures.Fixture, _ colors: Colors = .auto, _ fonts: Fonts = .link, instance: Int = 1
  ) {
    self.init(
      id: SVGOptions.id(slug: f.name, language: f.language, instance: instance), language: f.language,
      title: f.title,
      description: f.description)
    self.colors = colors
    self.fonts = fonts
  }
}

/// What an XML parser finds wrong with a document, and what it reads.
final class XMLReading: NSObject, XMLParserDelegate {
  private(set) var problem: String?
  private(set) var ids: [String] = []
  private(set) var references: [String] = []
  private(set) var elements: [String: Int] = [:]
  /// The character data of each `text` element, in order.
  private(set) var texts: [String] = []
  private(set) var title = ""
  private var depth = 0
  private var inTitle = false

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = problem ?? "\(String(describing: parser.parserError)) at \(parser.lineNumber)"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    if let id = attributes["id"] { ids.append(id) }
    for (key, value) in attributes {
      if key == "href" && value.hasPrefix("#") { references.append(String(value.dropFirst())) }
      if value.hasPrefix("url(#") { references.append(String(value.dropFirst(5).dropLast())) }
    }
    if name == "text" {
      texts.append("")
      depth += 1
    }
    if name == "title" && title.isEmpty { inTitle = true }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    if name == "text" { depth -= 1 }
    inTitle = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if depth > 0 { texts[texts.count - 1] += string }
    if inTitle { title += string }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    problem = "\(error) in line \(parser.lineNumber)"
  }
}

/// Keeps a file for a person to look at, in $LANTERN_KEEP when it is set.
func keep(_ name: String, _ text: String) {
  guard let folder = ProcessInfo.processInfo.environment["LANTERN_KEEP"] else { return }
  try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  try? text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
}
