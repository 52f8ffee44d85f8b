import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing

/// Which colours Chromium gives a figure, on pages that choose their theme in every way.
@Suite(.serialized, .enabled(if: Browser.isInstalled)) struct BrowserThemeTests {
  /// A way to choose a theme, as script, and the theme that must follow.
  struct Choice: Sendable {
    let script: String
    let theme: Theme.Name
  }

  /// Collects the colours of all parts that paint, figure by figure.
  private static let colors = """
    const number = text => {
      if (text.startsWith('url')) return []
      const n = text.match(/[-.\\d]+(?:e-?\\d+)?/g)?.map(Number) ?? []
      return text.startsWith('color(') ? n.slice(-3).map(x => Math.round(x * 255)) : n.slice(0, 3)
    }
    const parts = 'svg > rect, g > rect, g > use, svg > use, circle, ellipse, svg > path, g > path, text, tspan'
    const look = () => [...document.querySelectorAll('svg')].map(svg =>
      [...svg.querySelectorAll(parts)].filter(e => !e.closest('defs')).map(e => {
        const style = getComputedStyle(e)
        return [number(style.fill), number(style.stroke)]
      }))
    const other = () => [...document.querySelectorAll('.other')].map(e => {
      const style = getComputedStyle(e), box = e.getBoundingClientRect()
      return [style.fontFamily, style.fill, style.stroke, style.letterSpacing, box.width, style.display].join()
    })

    """

  struct Answer: Codable {
    /// For each choice, figure and part: fill and stroke as red, green and blue.
    let looks: [[[[[Int]]]]]
    let before, after: [String]
    let ids, distinct: Int
  }

  /// Twenty figures, and the same in the two fixed themes to compare with.
  private func page() throws -> String {
    let writer = SVGWriter()
    let figures = (0..<20).map { (Fixtures.all[$0 % Fixtures.all.count], $0 / Fixtures.all.count + 1) }
    let auto = try figures.map { try writer.write($0.frame, SVGOptions($0, instance: $1)) }.joined()
    let fixed = try [SVGOptions.Colors.light, .dark].map { colors in
      try Fixtures.all.map {
        try writer.write($0.frame, SVGOptions($0, colors, instance: 10 + colors.rawValue))
      }
      .joined()
    }
    let others = """
      <p class="other l0 l1">Some <b class="other dark-text l2">words</b> of the page</p>
      <svg class="other" width="9" height="9"><text class="other l3" fill="#123456">x</text><path class="other l4" d="M0 0h9"/></svg>
      """
    // Rules that sites have for their icons.
    let style = "html{overflow-y:scroll}svg.icon,p svg{stroke:red}text{letter-spacing:0}"
    return "<!doctype html><meta charset=utf-8><style>\(style)</style><body>\(others)"
      + "<main>\(auto)</main><section>\(fixed.joined())</section>"
  }

  private func ask(_ browser: Browser, _ choices: [Choice]) throws -> Answer {
    let steps = choices.map { choice in
      let ink = choice.theme == .dark ? "#ebedf1" : "#1a1f29"
      return "reset(); document.body.style.color = '\(ink)'; \(choice.script); looks.push(look())"
    }
    return try browser.ask(
      page(),
      Self.colors + """
        const html = document.documentElement, body = document.body
        const reset = () => {
          for (const e of [html, body]) { e.removeAttribute('data-theme'); e.className = ''; e.removeAttribute('style') }
        }
        const looks = []
        const after = other()
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id)
        \(steps.joined(separator: "\n"))
        reset()
        document.querySelectorAll('main, section').forEach(e => e.remove())
        return {looks, before: other(), after, ids: ids.length, distinct: new Set(ids).size}
        """, as: Answer.self)
  }

  private func check(_ browser: Browser, _ choices: [Choice]) throws {
    let answer = try ask(browser, choices)
    #expect(answer.ids == answer.distinct)
    #expect(answer.before == answer.after, "a figure changed something else on the page")
    let kinds = Fixtures.all.count
    for (choice, all) in zip(choices, answer.looks) {
      // The first is the page's own icon.
      let figures = Array(all.dropFirst())
      #expect(figures.count == 20 + 2 * kinds)
      for i in 0..<20 {
        let expected = figures[20 + i % kinds + (choice.theme == .dark ? kinds : 0)]
        #expect(figures[i].count == expected.count)
        let worst = zip(figures[i], expected).map { Self.distance($0, $1) }.max() ?? 0
        // Secondary text is mixed from the page's own colour, so it may differ a little.
        #expect(worst <= 12, "\(choice.script): figure \(i) is off by \(worst) of 255")
      }
    }
  }

  private static func distance(_ a: [[Int]], _ b: [[Int]]) -> Int {
    zip(a, b).map { x, y in x.count == y.count ? zip(x, y).map { abs($0 - $1) }.max() ?? 0 : 255 }.max() ?? 0
  }

  @Test func figuresFollowThePage() throws {
    let dark = "html.dataset.theme = 'dark'"
    let light = "html.dataset.theme = 'light'"
    try check(
      #require(Browser()),
      [
        Choice(script: "", theme: .light), Choice(script: dark, theme: .dark),
        Choice(script: light, theme: .light),
        Choice(script: "html.classList.add('dark')", theme: .dark),
        Choice(script: "body.className = 'page dark'", theme: .dark),
        Choice(script: "html.classList.add('dark'); \(light)", theme: .light),
        Choice(script: "html.className = 'dark'; body.dataset.theme = 'light'", theme: .light),
        Choice(script: "\(dark); html.style.colorScheme = 'light'", theme: .dark),
        Choice(script: "\(light); html.style.colorScheme = 'dark'", theme: .light),
        Choice(script: "html.style.colorScheme = 'dark'", theme: .dark),
        Choice(script: "html.style.colorScheme = 'light dark'", theme: .light),
        Choice(script: "html.dataset.theme = 'auto'", theme: .light),
      ])
  }

  @Test func theSystemCountsOnlyWhereThePageOptsIn() throws {
    let optIn = "html.style.colorScheme = 'light dark'"
    try check(
      #require(Browser()).preferringDark,
      [
        Choice(script: "", theme: .light), Choice(script: optIn, theme: .dark),
        Choice(script: "html.style.colorScheme = 'light'", theme: .light),
        Choice(script: "\(optIn); html.dataset.theme = 'light'", theme: .light),
        Choice(script: "\(optIn); html.dataset.theme = 'auto'", theme: .dark),
        Choice(script: "\(optIn); html.classList.add('dark')", theme: .dark),
      ])
  }

  @Test func aPageMayOverrideARole() throws {
    let f = Fixtures.all[0]
    let svg = try SVGWriter().write(f.frame, SVGOptions(f))
    let style = "<style>:root{--lantern-cache-fill:rgb(1,2,3);--lantern-ink:rgb(4,5,6)}</style>"
    let fills = try #require(Browser()).ask(
      "<!doctype html><meta charset=utf-8>\(style)\(svg)",
      "return [...document.querySelectorAll('rect, use, text')].map(e => getComputedStyle(e).fill)",
      as: [String].self)
    #expect(fills.contains("rgb(1, 2, 3)") && fills.contains("rgb(4, 5, 6)"))
    #expect(!fills.contains("rgb(255, 236, 200)"))
  }

  @Test func theSharedSheetGivesTheSameColors() throws {
    var pages = ""
    for f in Fixtures.all {
      for roles in [SVGOptions.Roles.own, .shared] {
        var options = SVGOptions(f, instance: roles == .own ? 1 : 2)
        options.roles = roles
        pages += try SVGWriter().write(f.frame, options)
      }
    }
    let looks = try #require(Browser()).ask(
      "<!doctype html><html class=dark><meta charset=utf-8><style>\(roleSheet)</style>\(pages)",
      Self.colors + "return look()", as: [[[[Int]]]].self)
    for i in stride(from: 0, to: looks.count, by: 2) { #expect(looks[i] == looks[i + 1]) }
    #expect(looks.count == 2 * Fixtures.all.count)
  }
}
