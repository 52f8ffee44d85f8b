import ArgumentParser
import Figures
import Rendering

/// `list`: names the figures.
struct List<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: "List the figures: chapter, slug, title and modes.")
  }

  @Flag(help: "Print one JSON object instead of words.")
  var json = false

  /// What `--json` prints.
  struct Report: Encodable {
    struct Item: Encodable {
      let slug, chapter, part: String
      let title: StoryManifest.Texts
      let modes: [String]
    }
    let figures: [Item]
  }

  func run(on console: Console) throws {
    let entries = App.catalogue.entries
    if json {
      let items = entries.map {
        Report.Item(
          slug: $0.about.slug, chapter: $0.about.chapter, part: $0.about.part, title: texts($0.about.title),
          modes: $0.modes)
      }
      console.print(Rendering.json(Report(figures: items)))
    } else {
      let rows = entries.map {
        [$0.about.chapter, $0.about.slug, plainText($0.about.title[.en]), $0.modes.joined(separator: ", ")]
      }
      console.print(columns(rows))
    }
  }
}

/// Rows of words in aligned columns.
func columns(_ rows: [[String]], indent: String = "") -> String {
  var widths: [Int] = []
  for row in rows {
    for (i, word) in row.enumerated() {
      if i == widths.count { widths.append(0) }
      widths[i] = max(widths[i], word.count)
    }
  }
  return rows.map { row in
    var line = indent
    for (i, word) in row.enumerated() {
      line += i + 1 == row.count ? word : word + String(repeating: " ", count: widths[i] - word.count + 2)
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }.joined()
}
