import Drawing
import Foundation
import Geometry
import SVGBackend
import Testing
import Typography

/// What a reader in Chromium can do with a figure besides looking at it.
@Suite(.serialized, .enabled(if: Browser.isInstalled)) struct BrowserReadingTests {
  private func page(_ fixtures: [Fixtures.Fixture], _ fonts: SVGOptions.Fonts = .link) throws -> String {
    let figures = try fixtures.map { try SVGWriter().write($0.frame, SVGOptions($0, .auto, fonts)) }.joined(
      separator: "\n")
    return "<!doctype html><meta charset=utf-8><p>Before</p>\n\(figures)\n<p>After</p>"
  }

  struct Reading: Codable {
    let found: [Bool]
    let copied: String
    let role, name, description: String
    let focusable: Int
  }

  @Test func wordsAreFoundCopiedAndReadAloud() throws {
    let f = Fixtures.all[0]
    let reading = try #require(Browser()).ask(
      page([f]),
      """
      const words = ['copy on write', 'One prompt, two samples', '70 %', 'cat', 'not there']
      const found = words.map(w => { getSelection().removeAllRanges(); return window.find(w) })
      const svg = document.querySelector('svg')
      getSelection().selectAllChildren(document.body)
      const of = name => document.getElementById(svg.getAttribute(name)).textContent
      return {found, copied: getSelection().toString(), role: svg.computedRole, name: svg.computedName,
              description: of('aria-describedby'), focusable: document.querySelectorAll('svg a, svg [tabindex]').length}
      """, as: Reading.self)
    #expect(reading.found == [true, true, true, true, false])
    let lines = reading.copied.split(separator: "\n").map(String.init).filter { $0.contains { $0 != " " } }
    #expect(lines.first == "Before" && lines.last == "After")
    #expect(Array(lines.dropFirst().dropLast()) == f.frame.lines.map { $0.text })
    #expect(reading.role == "image" || reading.role == "img")
    #expect(reading.name == f.title)
    #expect(reading.description == f.description)
    #expect(reading.focusable == 0)
  }

  @Test func chineseIsFoundAcrossChangesOfFont() throws {
    let f = try #require(Fixtures.all.first { $0.name == "letters" && $0.language == .zh })
    let found = try #require(Browser()).ask(
      page([f]), "return ['缓存 KV cache 与 block 表', '混排 加粗 代码 [4', '没有'].map(w => window.find(w))",
      as: [Bool].self)
    #expect(found == [true, true, false])
  }

  @Test func outlinesHoldNoWords() throws {
    let found = try #require(Browser()).ask(
      page([Fixtures.all[0]], .outline), "return [window.find('copy on write'), window.find('Before')]",
      as: [Bool].self)
    #expect(found == [false, true])
  }

  struct Trees: Codable {
    let html, xml: [String]
  }

  @Test func pagesReadTheSameTreeAsXMLParsers() throws {
    var random = RandomFrames(seed: 99)
    var documents: [String] = []
    while documents.count < 150 {
      let (frame, options) = (random.frame(), random.options())
      if let svg = try? SVGWriter().write(frame, options) { documents.append(svg) }
    }
    documents += try Fixtures.all.map { try SVGWriter().write($0.frame, SVGOptions($0, .auto, .embed)) }
    let list = String(
      decoding: try JSONEncoder().encode(documents.map { Data($0.utf8).base64EncodedString() }), as: UTF8.self
    )
    let trees = try #require(Browser()).ask(
      "<!doctype html><meta charset=utf-8><body>",
      """
      const text = code => new TextDecoder().decode(Uint8Array.from(atob(code), c => c.charCodeAt(0)))
      const tree = e => e.nodeType == 3 ? e.data : e.localName + '[' +
        [...e.attributes].filter(a => a.localName != 'xmlns').map(a => a.localName + '=' + a.value).sort().join('|') + '](' +
        [...e.childNodes].map(tree).join(',') + ')'
      const parse = (kind, svg) => new DOMParser().parseFromString(svg, kind).querySelector('svg')
      const list = \(list).map(text)
      return {html: list.map(s => tree(parse('text/html', '<p>x</p>' + s))),
              xml: list.map(s => tree(parse('image/svg+xml', s).ownerDocument.documentElement))}
      """, as: Trees.self)
    #expect(trees.html.count == documents.count)
    for (html, xml) in zip(trees.html, trees.xml) { #expect(html == xml) }
  }

  @Test(arguments: ["light", "dark"]) func wordsStandOutFromWhatIsBehindThem(_ theme: String) throws {
    let shown = Fixtures.all.filter { $0.name != "gallery" && $0.name != "heat" }
    let ground = theme == "dark" ? "#101318" : "#ffffff"
    let ink = theme == "dark" ? "#ebedf1" : "#1a1f29"
    let style = "<style>body{background:\(ground);color:\(ink)}svg{display:block;width:960px}</style>"
    let lowest = try #require(Browser()).ask(
      "<html data-theme=\(theme)>" + style + page(shown),
      """
      const rgb = text => {
        const n = text.match(/[-.\\d]+(?:e-?\\d+)?/g).map(Number)
        return text.startsWith('color(') ? n.slice(-3) : n.slice(0, 3).map(x => x / 255)
      }
      const light = text => {
        const [r, g, b] = rgb(text).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort(); return (y + 0.05) / (x + 0.05) }
      let lowest = ['', 99]
      for (const svg of document.querySelectorAll('svg')) {
        // A box that comes often is written once.
        const isBox = e => (e.localName == 'use' ? document.querySelector(e.getAttribute('href')) : e).localName == 'rect'
        const parts = [...svg.querySelectorAll('rect, use, text')].filter(e => !e.closest('defs'))
        parts.forEach((text, i) => {
          if (text.localName != 'text') return
          const box = text.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2
          const behind = parts.slice(0, i).filter(isBox).reverse().find(e => {
            const r = e.getBoundingClientRect()
            return r.left <= x && x <= r.right && r.top <= y && y <= r.bottom && getComputedStyle(e).fill.match(/^(rgb|color)/)
          })
          const under = behind ? getComputedStyle(behind).fill : '\(ground == "#ffffff" ? "rgb(255,255,255)" : "rgb(16,19,24)")'
          for (const e of [text, ...text.querySelectorAll('tspan')]) {
            const k = contrast(getComputedStyle(e).fill, under)
            if (k < lowest[1]) lowest = [e.textContent, k]
          }
        })
      }
      return {words: lowest[0], contrast: lowest[1]}
      """, as: Lowest.self)
    #expect(lowest.contrast >= 4.5, "\(lowest.words)")
    #expect(lowest.contrast < 21)
  }

  struct Lowest: Codable {
    let words: String
    let contrast: Double
  }
}
