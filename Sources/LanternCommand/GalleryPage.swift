import Figures
import Rendering

/// The page of a gallery: every figure's still and beats, as far as their files exist. It refers to
/// nothing but those files.
struct GalleryPage {
  /// How many pictures it shows.
  private(set) var pictureCount = 0
  /// The page.
  private(set) var html = ""
  private let folder: OutputFolder
  private var themes: Set<Theme.Name> = []
  private var languages: Set<Language> = []

  init(_ catalogue: Catalogue, in folder: OutputFolder) throws {
    self.folder = folder
    var sections = ""
    for entry in catalogue.entries { sections += try section(entry) }
    let links = catalogue.entries.map { "<a href=\"#\($0.about.slug)\">\(words($0.about.title))</a>" }
    let colours = Theme.Name.allCases.filter { themes.contains($0) }.map { $0.text }
    let locales = Language.allCases.filter { languages.contains($0) }.map { $0.text }
    let locale = locales.first ?? "en"
    html = """
      <!doctype html>
      <html lang="\(locale)" data-theme="\(colours.first ?? "light")" data-locale="\(locale)">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Gallery</title>
      <style>\(GalleryPage.style)</style>
      <header>
      \(buttons("theme", colours))
      \(buttons("locale", locales))
      </header>
      <nav>\(links.joined(separator: "\n"))</nav>
      <main>
      \(sections)</main>
      <script>\(GalleryPage.script)</script>

      """
  }

  private mutating func section(_ entry: Catalogue.Entry) throws -> String {
    let about = entry.about
    var out = "<section id=\"\(about.slug)\">\n<h2>\(escaped(about.chapter)) \(words(about.title))</h2>\n"
    out += "<p><code>\(about.slug)</code></p>\n" + table(entry.parameters)
    for mode in entry.modes {
      let figure = try entry.prepared(mode: mode)
      let unusual = mode == entry.modes.first ? nil : mode
      var pictures = ""
      pictures += picture(about, unusual, .still, figure.caption, "still")
      for beat in figure.beats {
        pictures += picture(about, unusual, .beat(beat.address, 1), beat.caption, beat.address)
      }
      if !pictures.isEmpty { out += "<h3>\(mode)</h3>\n<div class=\"pictures\">\n\(pictures)</div>\n" }
    }
    return out + "</section>\n"
  }

  /// A moment in every theme and language that was rendered; nothing when none was.
  private mutating func picture(
    _ about: About, _ mode: String?, _ moment: OutputName.Moment, _ caption: Phrase?, _ name: String
  ) -> String {
    var images = ""
    for language in Language.allCases {
      for theme in Theme.Name.allCases {
        let files = [Format.png, .svgOutlines, .pdf].map {
          (
            $0,
            OutputName(about, mode: mode, moment, language, theme: theme == .light ? nil : theme.text).path(
              $0)
          )
        }
        let found = files.filter { exists(folder.path(of: $0.1)) }
        guard let first = found.first(where: { $0.0 != .pdf }) else { continue }
        pictureCount += 1
        themes.insert(theme)
        languages.insert(language)
        let alt = escaped(caption.map { plainText($0[language]) } ?? name)
        let links = found.map { "<a href=\"\($0.1)\">\($0.0.rawValue)</a>" }.joined(separator: " ")
        images += "<div data-locale=\"\(language.text)\" data-theme=\"\(theme.text)\">"
        images += "<img loading=\"lazy\" src=\"\(first.1)\" alt=\"\(alt)\"><small>\(links)</small></div>\n"
      }
    }
    guard !images.isEmpty else { return "" }
    let sentence = caption.map { " " + words($0) } ?? ""
    return "<figure>\n\(images)<figcaption><code>\(name)</code>\(sentence)</figcaption>\n</figure>\n"
  }

  private func table(_ parameters: [Parameter]) -> String {
    guard !parameters.isEmpty else { return "" }
    let rows = parameters.map {
      "<tr><td><code>\($0.name)</code><td>\(words($0.label))<td>\(escaped($0.accepts))<td>\(escaped($0.start))\n"
    }
    return "<table>\n<tr><th>parameter<th>meaning<th>takes<th>default\n\(rows.joined())</table>\n"
  }

  private func words(_ phrase: Phrase) -> String {
    Language.allCases.map {
      "<span lang=\"\($0.text)\" data-locale=\"\($0.text)\">\(escaped(plainText(phrase[$0])))</span>"
    }.joined()
  }

  private func buttons(_ key: String, _ choices: [String]) -> String {
    let buttons = choices.map { "<button data-set=\"\(key)\" value=\"\($0)\">\($0)</button>" }
    return "<span>\(buttons.joined(separator: " "))</span>"
  }

  private static let style = """

    :root { color-scheme: light; font: 16px/1.5 Inter, "Noto Sans CJK SC", system-ui, sans-serif; }
    :root[data-theme=dark] { color-scheme: dark; }
    body { margin: 0 auto; max-width: 120rem; padding: 0 2rem 4rem; background: Canvas; color: CanvasText; }
    header { position: sticky; top: 0; padding: 0.75rem 0; background: Canvas; z-index: 1; }
    button { font: inherit; padding: 0.1rem 0.7rem; border: 1px solid GrayText; border-radius: 4px; \
    background: none; color: inherit; }
    button[aria-pressed=true] { background: CanvasText; color: Canvas; }
    header span { margin-right: 1.5rem; }
    nav a { margin-right: 1.5rem; }
    .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)); \
    gap: 1.5rem; align-items: start; }
    figure { margin: 0; }
    img { display: block; width: 100%; border: 1px solid color-mix(in srgb, GrayText 40%, transparent); }
    small, th { color: GrayText; font-weight: normal; text-align: left; }
    td, th { padding: 0.2rem 1.5rem 0.2rem 0; vertical-align: top; }
    table { border-spacing: 0; }
    :root[data-locale=en] main [data-locale=zh], :root[data-locale=zh] main [data-locale=en],
    :root[data-locale=en] nav [data-locale=zh], :root[data-locale=zh] nav [data-locale=en],
    :root[data-theme=light] main [data-theme]:not([data-theme=light]),
    :root[data-theme=dark] main [data-theme]:not([data-theme=dark]),
    :root[data-theme=print] main [data-theme]:not([data-theme=print]) { display: none; }

    """

  private static let script = """

    const root = document.documentElement
    const buttons = [...document.querySelectorAll('button')]
    function show() {
      for (const b of buttons) b.setAttribute('aria-pressed', root.dataset[b.dataset.set] === b.value)
    }
    for (const b of buttons) b.onclick = () => {
      root.dataset[b.dataset.set] = b.value
      if (b.dataset.set === 'locale') root.lang = b.value
      show()
    }
    show()

    """
}
