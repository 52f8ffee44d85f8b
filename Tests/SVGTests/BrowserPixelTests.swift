import CairoBackend
import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing
import Typography

/// The same frame drawn by Cairo and, as web SVG, by Chromium.
///
/// Two pixels a point, because Chromium moves baselines to the nearest row of pixels.
@Suite(.serialized, .enabled(if: Browser.isInstalled)) struct BrowserPixelTests {
  @Test(arguments: [
    (SVGOptions.Fonts.embed, SVGOptions.Colors.auto), (.link, .dark), (.outline, .auto), (.embed, .print),
  ])
  func fixturesLookAsCairoDrawsThem(_ fonts: SVGOptions.Fonts, _ colors: SVGOptions.Colors) throws {
    try compare(Fixtures.all, fonts, colors, scale: 2, theme: Theme(colors))
  }

  @Test(arguments: Language.allCases) func stillsLookAsCairoDrawsThem(_ language: Language) throws {
    let stills = Fixtures.stills.filter { $0.language == language }
    for start in stride(from: 0, to: stills.count, by: 8) {
      let part = Array(stills[start..<min(start + 8, stills.count)])
      try compare(part, .link, .auto, scale: 2, theme: language == .zh ? .dark : .light)
    }
  }

  private func compare(
    _ fixtures: [Fixtures.Fixture], _ fonts: SVGOptions.Fonts, _ colors: SVGOptions.Colors, scale: Int,
    theme: Theme
  ) throws {
    let (sheet, files) = try linkedFonts(fonts == .link ? fixtures.map { $0.frame } : [])
    let figures = try fixtures.map { f in
      var options = SVGOptions(f, colors, fonts)
      options.paintsPaper = true
      return try SVGWriter().write(f.frame, options)
    }
    let sizes = fixtures.map { $0.frame.size }
    let rules = zip(figures.indices, sizes).map {
      "svg:nth-of-type(\($0 + 1)){width:\($1.width)px;height:\($1.height)px}"
    }
    let style = "<style>\(sheet)*{margin:0}svg{display:block}\(rules.joined())</style>"
    let page =
      "<!doctype html><html data-theme=\(theme.name.text)><meta charset=utf-8>\(style)" + figures.joined()
    let height = sizes.reduce(0) { $0 + Int($1.height) }
    let shot = try #require(Browser()).pixels(page, width: 960, height: height, scale: scale, files: files)
    var top = 0
    for f in fixtures {
      let drawn = Pixels(try CairoRenderer().pixmap(f.frame, theme: theme, scale: Double(scale)))
      let seen = shot.rows(top..<top + drawn.height, columns: drawn.width)
      top += drawn.height
      let name = "\(f.name).\(f.language.text).\(theme.name.text).\(fonts.text)"
      keep(name, drawn, seen, "chromium")
      let difference = try #require(drawn.difference(seen))
      // Edges are antialiased by two rasterizers, and baselines lie up to half a pixel apart; nothing
      // else may differ.
      #expect(difference.mean < 1.3 && difference.strong < 0.01, "\(name): \(difference)")
    }
    #expect(top == shot.height)
  }
}

extension Theme {
  /// The theme that figures of fixed colours have, and `auto` on a page that says nothing.
  init(_ colors: SVGOptions.Colors) {
    switch colors {
    case .auto, .light: self = .light
    case .dark: self = .dark
    case .print: self = .print
    }
  }
}
