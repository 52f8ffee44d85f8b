import ArgumentParser
import Figures
import Rendering

/// `diff`: says what differs between two output folders.
struct Diff<App: LanternApp>: ParsableCommand, Action {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff", abstract: "Say what differs between two output folders.",
      discussion: """
        Where both hold a picture's frame as text (render --format dump) the frames are compared first, \
        line by line, then the pixels. Ends with exit status 1 when anything differs.
        """)
  }

  @Argument(help: "The folder of before.")
  var old: String
  @Argument(help: "The folder of after.")
  var new: String
  @Option(
    parsing: .unconditional,
    help: .init("Also write a page with the old picture, the new one and the difference.", valueName: "dir"))
  var report: String?
  @Flag(help: "Print one JSON object instead of words.")
  var json = false

  func run(on console: Console) throws {
    let folder = try report.map { path throws(InputError) in try outputFolder(path) }
    let comparison = try Comparison(try existingFolder(old), try existingFolder(new))
    let report = DiffReport(comparison)
    if let folder { try DiffPage(comparison, in: folder).write(report.summary) }
    console.print(json ? Rendering.json(report) : report.text)
    if !comparison.items.isEmpty { throw FaultsFound() }
  }
}

/// What `diff` prints.
struct DiffReport: Encodable {
  struct Item: Encodable {
    let path, change: String
    /// Frames of a sequence that differ.
    let frames: Int?
    /// Share of the pixels that differ, the largest difference in a channel, and left, top, width and
    /// height of what differs.
    let share: Double?
    let largest: Int?
    let box: [Int]?
    /// Lines of the frame's text.
    let removed, added: [String]?

    init(_ item: Comparison.Item) {
      (path, change) = (item.path, item.change.rawValue)
      frames = item.count > 1 ? item.count : nil
      share = item.pixels.map { Double($0.changed) / Double(max(1, $0.count)) }
      (largest, box) = (item.pixels?.largest, item.pixels?.box)
      (removed, added) = (item.lines?.removed, item.lines?.added)
    }

    var text: String {
      var out =
        "\(path): " + (change == "frame" ? "another frame" : change == "bytes" ? "other bytes" : change)
      if let removed, let added { out += ", \(removed.count) lines out, \(added.count) in" }
      if let share, let largest { out += ", \(fixed(100 * share, 2)) % of the pixels by up to \(largest)" }
      if let frames { out += ", in \(frames) frames" }
      return out + "\n"
    }
  }

  let old, new: String
  let same: Int
  let items: [Item]

  init(_ comparison: Comparison) {
    (old, new, same) = (comparison.old.path, comparison.new.path, comparison.same)
    items = comparison.items.map { Item($0) }
  }

  var summary: String {
    items.isEmpty
      ? "no difference in \(plural(same, "file"))"
      : "\(plural(items.count, "difference")), \(plural(same, "file")) the same"
  }
  var text: String { items.map { $0.text }.joined() + summary + "\n" }
}
