import CairoBackend
import Drawing
import Encoding
import Foundation
import Geometry
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every feature of the display list through every backend.
@Suite struct GalleryTests {
  @Test(arguments: Gallery.exhibits, Theme.Name.allCases)
  func pixelsSurviveThePNG(exhibit: Exhibit, theme: Theme.Name) throws {
    for (background, alpha) in [(Background.paper, false), (.transparent, true)] {
      let pixmap = try CairoRenderer().pixmap(
        exhibit.frame, theme: Theme(theme), scale: 1.5, background: background)
      #expect(pixmap.width == 300 && pixmap.height == 180)
      let decoded = try #require(DecodedPNG(PNG.encode(pixmap, alpha: alpha)))
      #expect(decoded.pixels == pixmap.pixels)
    }
  }

  @Test(arguments: Gallery.exhibits)
  func drawsSomething(exhibit: Exhibit) throws {
    let pixmap = try CairoRenderer().pixmap(exhibit.frame, theme: .light)
    let isBlank = pixmap.pixels.allSatisfy { $0 == 0xFFFF_FFFF }
    #expect(isBlank == exhibit.frame.marks.isEmpty)
  }

  @Test func theSameBytesWhateverWasDrawnBefore() throws {
    let busy = CairoRenderer()
    for exhibit in Gallery.exhibits + Gallery.exhibits.reversed() {
      let fresh = CairoRenderer()
      for scale in [1, 1.37] {
        let one = try busy.pixmap(exhibit.frame, theme: .dark, scale: scale)
        #expect(try one == fresh.pixmap(exhibit.frame, theme: .dark, scale: scale), "\(exhibit.name)")
      }
      let svg = try busy.outlineSVG(exhibit.frame, theme: .light, idPrefix: "a")
      #expect(try svg == fresh.outlineSVG(exhibit.frame, theme: .light, idPrefix: "a"), "\(exhibit.name)")
      let pdf = try busy.pdf([exhibit.frame], theme: .light, title: "A")
      #expect(try pdf == fresh.pdf([exhibit.frame], theme: .light, title: "A"), "\(exhibit.name)")
    }
  }

  @Test func theSameBytesOnTwoThreads() async throws {
    let expected = try drawAll()
    try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<2 { group.addTask { try drawAll() } }
      for try await files in group { #expect(files == expected) }
    }
  }

  /// Each exhibit as PNG, PDF and SVG.
  private func drawAll() throws -> [[UInt8]] {
    let renderer = CairoRenderer()
    return try Gallery.exhibits.flatMap { exhibit in
      [
        try PNG.encode(renderer.pixmap(exhibit.frame, theme: .light, scale: 2), alpha: false),
        try renderer.pdf([exhibit.frame], theme: .light),
        try renderer.outlineSVG(exhibit.frame, theme: .light, idPrefix: "x"),
      ]
    }
  }

  @Test(arguments: Gallery.exhibits)
  func outlinesAreCleanXML(exhibit: Exhibit) throws {
    let renderer = CairoRenderer()
    let svg = try renderer.outlineSVG(
      exhibit.frame, theme: .light, idPrefix: "fig-1_a", title: "A < B & “C”", description: "One\u{1}\ntwo")
    let reading = SVGReading(svg)
    #expect(reading.isWellFormed)
    #expect(reading.root["viewBox"] == "0 0 200 120" && reading.root["role"] == "img")
    #expect(reading.root["width"] == nil && reading.root["height"] == nil)
    #expect(reading.texts["title"] == "A < B & “C”" && reading.texts["desc"] == "Onetwo")
    #expect(reading.ids.allSatisfy { $0.hasPrefix("fig-1_a-") })
    #expect(Set(reading.ids).count == reading.ids.count)
    #expect(reading.references.allSatisfy { reading.ids.contains($0) })
    #expect(reading.counts["image", default: 0] == exhibit.images)
    #expect(reading.counts["mask", default: 0] == 0 && reading.counts["filter", default: 0] == 0)
    #expect(!String(decoding: svg, as: UTF8.self).contains("\n\n"))
  }

  @Test func pagesKeepTheirOwnSize() throws {
    var tall = Gallery.exhibits[0].frame
    tall.size = Size(100, 300)
    let pdf = try CairoRenderer().pdf([Gallery.exhibits[0].frame, tall], theme: .light, title: "Zwei – 二")
    let text = String(decoding: pdf, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF-1.5"))
    #expect(text.contains("/MediaBox [ 0 0 200 120 ]") && text.contains("/MediaBox [ 0 0 100 300 ]"))
    #expect(text.contains("20000101000000Z"))
    #expect(text.hasSuffix("%%EOF\n"))
  }
}

/// What an XML parser finds in a drawing.
private final class SVGReading: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var root: [String: String] = [:]
  private(set) var ids: [String] = []
  private(set) var references: [String] = []
  private(set) var counts: [String: Int] = [:]
  private(set) var texts: [String: String] = [:]
  private var open = ""

  init(_ svg: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if counts.isEmpty { root = attributes }
    counts[name, default: 0] += 1
    open = name
    for (key, value) in attributes {
      if key == "id" { ids.append(value) }
      if key == "xlink:href" && value.hasPrefix("#") { references.append(String(value.dropFirst())) }
      for part in value.components(separatedBy: "url(#").dropFirst() {
        references.append(String(part.prefix { $0 != ")" }))
      }
      if key == "aria-labelledby" { references += value.split(separator: " ").map(String.init) }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { texts[open, default: ""] += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open = ""
  }
}
