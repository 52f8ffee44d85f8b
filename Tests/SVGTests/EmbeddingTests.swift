import CairoBackend
import Drawing
import Encoding
import Foundation
import Geometry
import SVGBackend
import Testing
import Typography

/// The recipes of docs/embedding.md, with the programs that they are for.
@Suite(.serialized) struct EmbeddingTests {
  static let place = "04-gpus/roofline/"

  // MARK: Hugo

  private func site() throws -> Example {
    let site = try Example("hugo")
    let config = try site.text("hugo.toml").replacingOccurrences(of: "../../..", with: Example.root.path)
    try site.write("hugo.toml", config)
    var used: [Fixtures.Fixture] = []
    for language in Language.allCases {
      let mark = language == .en ? "" : ".\(language.text)"
      for (mode, stem) in [("overview", "still"), ("precision", "precision.still")] {
        let f = try Example.roofline(mode, language)
        try site.write(
          "assets/lantern/\(Self.place)\(stem)\(mark).svg", SVGWriter().write(f.frame, SVGOptions(f)))
        used.append(f)
      }
    }
    try site.writeFonts("assets/lantern/fonts", used)
    let pixmap = try CairoRenderer().pixmap(used[0].frame, theme: .light)
    try site.write("assets/lantern/\(Self.place)still.png", PNG.encode(pixmap, alpha: false))
    return site
  }

  @Test(.enabled(if: Tool.isInstalled("hugo"))) func hugoInlinesTheFigureOfThePagesLanguage() throws {
    let site = try site()
    defer { site.remove() }
    let result = try #require(Tool("hugo")).run(["--destination", "public"], in: site.folder)
    #expect(result.succeeded, "\(result.text)")
    let english = try site.text("public/posts/roofline/index.html")
    let chinese = try site.text("public/zh/posts/roofline/index.html")
    #expect(ids(english) == ["roofline-overview-en", "roofline-precision-en-2", "roofline-overview-en-3"])
    #expect(ids(chinese) == ["roofline-overview-zh", "roofline-precision-zh-2"])
    #expect(english.contains("<figcaption>Fewer bits, more <em>intensity</em>.</figcaption>"))
    // What follows a figure is still the article: its footnote stands at the end.
    #expect(english.contains("class=\"footnote-ref\"") && chinese.contains("class=\"footnote-ref\""))
    let feed = try site.text("public/index.xml")
    #expect(XMLReading(feed).problem == nil && !feed.contains("&lt;svg"))
    #expect(feed.contains("https://example.org/lantern/\(Self.place)still.png"))
    #expect(
      FileManager.default.fileExists(atPath: site.folder.path + "/public/lantern/\(Self.place)still.png"))
  }

  @Test(.enabled(if: Tool.isInstalled("hugo") && Browser.isInstalled)) func aHugoPageLooksAsMeant() throws {
    struct Look: Codable {
      let fonts: [String]
      let ids, distinct: Int
      let fills: [[String]]
      let overflow: Bool
    }
    let site = try site()
    defer { site.remove() }
    _ = try #require(Tool("hugo")).run(["--destination", "public", "--baseURL", "/"], in: site.folder)
    var page = try site.text("public/posts/roofline/index.html")
    page = page.replacingOccurrences(of: "href=\"/", with: "href=\"\(site.folder.path)/public/")
      .replacingOccurrences(of: "integrity=", with: "data-integrity=")
    let look = try #require(Browser()).ask(
      page,
      """
      const all = [...document.querySelectorAll('[id]')].map(e => e.id)
      const fills = () => [...document.querySelectorAll('svg.lantern rect, svg.lantern use')].map(e => getComputedStyle(e).fill)
      const light = fills()
      document.documentElement.dataset.theme = 'dark'
      return {fonts: [...document.fonts].map(f => f.family + f.status), ids: all.length, distinct: new Set(all).size,
              fills: [light, fills()], overflow: document.documentElement.scrollWidth > innerWidth}
      """, as: Look.self)
    #expect(!look.fonts.isEmpty && look.fonts.allSatisfy { $0.contains("Lantern") && $0.hasSuffix("loaded") })
    #expect(look.ids == look.distinct)
    #expect(look.fills[0].count > 3 && look.fills[0] != look.fills[1])
    #expect(!look.overflow)
  }

  @Test(.enabled(if: Tool.isInstalled("hugo"))) func hugoNamesTheFiguresThatAreThere() throws {
    let site = try site()
    defer { site.remove() }
    let post = "content/posts/roofline/index.md"
    try site.write(post, site.text(post).replacingOccurrences(of: "\"precision\"", with: "\"precison\""))
    let result = try #require(Tool("hugo")).run(["--destination", "public"], in: site.folder)
    #expect(!result.succeeded)
    #expect(result.text.contains("there is no roofline/precison.still.svg"))
    #expect(result.text.contains("\(Self.place)precision.still.svg"))
  }

  private func ids(_ page: String) -> [String] {
    page.components(separatedBy: "<svg ").dropFirst().compactMap {
      $0.components(separatedBy: " id=\"lantern-").dropFirst().first?.components(separatedBy: "\"").first
    }
  }

  // MARK: Pages without a site

  @Test(.enabled(if: Browser.isInstalled), arguments: [false, true])
  func aPairOfImagesFollowsTheSystem(_ isDark: Bool) throws {
    let example = try Example("markdown")
    defer { example.remove() }
    let f = try Example.roofline("overview", .en)
    var files: [String: [UInt8]] = [:]
    for colors in [SVGOptions.Colors.light, .dark] {
      var options = SVGOptions(f, colors, .embed)
      options.paintsPaper = true
      files["still.\(colors.text).embed.svg"] = Array(try SVGWriter().write(f.frame, options).utf8)
    }
    // Markdown passes HTML through as it is.
    let article = try example.text("article.md")
    let start = try #require(article.range(of: "<picture>")),
      end = try #require(article.range(of: "</picture>"))
    let picture = article[start.lowerBound..<end.upperBound]
      .replacingOccurrences(of: "figures/\(Self.place)", with: "")
    let page =
      "<!doctype html><meta charset=utf-8><style>*{margin:0}img{display:block;width:960px}</style>\(picture)"
    let browser = try #require(Browser())
    let shot = try (isDark ? browser.preferringDark : browser).pixels(
      page, width: 960, height: 540, scale: 2, files: files)
    let drawn = Pixels(try CairoRenderer().pixmap(f.frame, theme: isDark ? .dark : .light, scale: 2))
    let difference = try #require(drawn.difference(shot))
    #expect(difference.mean < 1.3 && difference.strong < 0.01, "\(difference)")
  }

  // MARK: Documents

  /// The figure as PDF and as outlines, in the folder that an example reads from.
  private func writeDocuments(_ example: Example) throws {
    let f = try Example.roofline("overview", .en)
    let pdf = try CairoRenderer().pdf([f.frame], theme: .print, title: f.title)
    try example.write("figures/\(Self.place)still.print.pdf", pdf)
    let outlines = try SVGWriter().write(f.frame, SVGOptions(f, .print, .outline))
    try example.write("figures/\(Self.place)still.print.outlines.svg", outlines)
  }

  @Test(.enabled(if: Tool.isInstalled("pdflatex"))) func latexTakesThePDF() throws {
    let example = try Example("latex")
    defer { example.remove() }
    try writeDocuments(example)
    let result = try #require(Tool("pdflatex")).run(
      ["-interaction=nonstopmode", "-halt-on-error", "main.tex"], in: example.folder)
    #expect(result.succeeded, "\(result.text.suffix(2000))")
    try expectWords("main.pdf", in: example)
  }

  @Test(.enabled(if: Tool.isInstalled("typst"))) func typstTakesThePDFAndTheOutlines() throws {
    let example = try Example("typst")
    defer { example.remove() }
    try writeDocuments(example)
    let result = try #require(Tool("typst")).run(["compile", "main.typ"], in: example.folder)
    #expect(result.succeeded, "\(result.text)")
    try expectWords("main.pdf", in: example)
  }

  /// The words of the figure are words of the document.
  private func expectWords(_ file: String, in example: Example) throws {
    guard let reader = Tool("pdftotext") else { return }
    let text = try reader.run([file, "-"], in: example.folder).text
    #expect(text.contains("memory-bound") && text.contains("A kernel is bound"))
  }
}
