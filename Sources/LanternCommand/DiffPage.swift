import Figures
import Rendering

/// The page of a comparison: old, new and what differs, side by side, with copies of the files.
struct DiffPage {
  private let comparison: Comparison
  private let folder: OutputFolder
  /// Lines of a frame's text that are shown.
  private static let shownLines = 60

  init(_ comparison: Comparison, in folder: OutputFolder) {
    (self.comparison, self.folder) = (comparison, folder)
  }

  /// Writes `index.html` and copies of what it shows.
  func write(_ summary: String) throws {
    var body = "<h1>Differences</h1>\n<p>\(escaped(comparison.old.path)) → \(escaped(comparison.new.path)): "
    body += "\(escaped(summary))</p>\n"
    for item in comparison.items { body += try article(item) }
    try folder.write(Array(page("Differences", style: Self.style, body).utf8), to: "index.html")
  }

  private func article(_ item: Comparison.Item) throws -> String {
    let words = DiffReport.Item(item).text
    var out = "<article>\n<p>\(escaped(String(words.dropLast())))</p>\n<div class=\"three\">\n"
    let isShown = [".png", ".svg"].contains { item.path.hasSuffix($0) }
    var files: [(String, [UInt8])] = []
    if isShown && item.change != .added { files.append(("old", try comparison.old.read(item.path))) }
    if isShown && item.change != .removed { files.append(("new", try comparison.new.read(item.path))) }
    if files.count == 2, item.path.hasSuffix(".png"),
      let difference = PixelDifference.picture(files[0].1, files[1].1)
    {
      files.append(("difference", difference))
    }
    for (name, bytes) in files {
      let path = "\(name)/\(item.path)"
      try folder.write(bytes, to: path)
      out +=
        "<figure><img loading=\"lazy\" src=\"\(escaped(path))\" alt=\"\"><figcaption>\(name)</figcaption></figure>\n"
    }
    out += "</div>\n"
    if let lines = item.lines {
      let all = lines.removed.map { "− \($0)" } + lines.added.map { "+ \($0)" }
      let shown = all.prefix(Self.shownLines).joined(separator: "\n")
      let rest = all.count > Self.shownLines ? "\n… \(all.count - Self.shownLines) more" : ""
      out +=
        "<details><summary>\(plural(all.count, "line")) of the frame</summary><pre>\(escaped(shown + rest))</pre></details>\n"
    }
    return out + "</article>\n"
  }

  private static let style = """
    body { max-width: none; }
    article { margin: 2.5rem 0; }
    .three { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
    figure { margin: 0; }
    img { border: 1px solid color-mix(in srgb, GrayText 40%, transparent); }
    figcaption { color: GrayText; }
    pre { overflow-x: auto; font-size: 0.8rem; }
    """
}
