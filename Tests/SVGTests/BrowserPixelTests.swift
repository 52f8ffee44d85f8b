import CairoBackend
import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing
import Typography

/// The same frame drawn by Cairo and, as web SVG, by Chromium.
@Suite(.serialized, .enabled(if: Browser.isInstalled)) struct BrowserPixelTests {
  static let cases: [(SVGOptions.Fonts, SVGOptions.Colors)] = [
    (.embed, .auto), (.link, .dark), (.outline, .auto), (.embed, .print),
  ]

  @Test(arguments: cases) func chromiumDrawsWhatCairoDraws(
    _ fonts: SVGOptions.Fonts, _ colors: SVGOptions.Colors
  ) throws {
    let browser = try #require(Browser())
    let cairo = CairoRenderer()
    let (sheet, files) = try linkedFonts(Fixtures.all.map { $0.frame })
    let scale = 2
    let figures = try Fixtures.all.map { f in
      var options = SVGOptions(f, colors, fonts)
      options.paintsPaper = true
      return try SVGWriter().write(f.frame, options)
    }
    let style = "*{margin:0}svg{display:block;width:960px;height:540px}"
    let page = "<!doctype html><meta charset=utf-8><style>\(fonts == .link ? sheet : "")\(style)</style>"
    let shot = try browser.pixels(
      page + figures.joined(), width: 960, height: 540 * figures.count, scale: scale,
      files: fonts == .link ? files : [:])
    let theme: Theme = colors == .dark ? .dark : colors == .print ? .print : .light
    for (i, f) in Fixtures.all.enumerated() {
      let drawn = Pixels(try cairo.pixmap(f.frame, theme: theme, scale: Double(scale)))
      let seen = shot.rows(i * 540 * scale..<(i + 1) * 540 * scale)
      let difference = try #require(drawn.difference(seen))
      let name = "\(f.name).\(f.language.text).\(colors.text).\(fonts.text)"
      keep(name, drawn, seen, "chromium")
      // Edges are antialiased by two rasterizers, and letters by two more; nothing else may differ.
      #expect(difference.mean < 0.6 && difference.strong < 0.0025, "\(name): \(difference)")
    }
  }
}
