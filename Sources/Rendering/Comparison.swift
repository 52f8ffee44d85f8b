import FoundationEssentials

/// What differs between two output folders.
public struct Comparison: Sendable {
  /// What became of a picture or another file.
  public enum Change: String, Sendable, Encodable {
    /// Only the new folder has it.
    case added
    /// Only the old folder has it.
    case removed
    /// Its frame is another.
    case frame
    /// Its frame is the same or not known, but its bytes are not.
    case bytes
  }

  /// A picture or another file that differs. A sequence of frames counts as one.
  public struct Item: Sendable {
    /// The path below the folders, of a sequence that of the frame that differs most.
    public let path: String
    /// What became of it.
    public let change: Change
    /// How its pixels differ, when it has some of one size in both folders.
    public let pixels: PixelDifference?
    /// How its frame differs, when it has a dump in both folders.
    public let lines: LineDifference?
    /// Frames of a sequence that differ; 1 for anything else.
    public let count: Int
  }

  /// Where both are.
  public let old, new: OutputFolder
  /// What differs: frames first, then bytes, then what is new or gone, each in the order of paths.
  public let items: [Item]
  /// Files that are the same in both.
  public let same: Int

  /// Compares two folders; pages (`index.html`) do not count.
  public init(_ old: OutputFolder, _ new: OutputFolder) throws(RenderFailure) {
    (self.old, self.new) = (old, new)
    let (a, b) = (try Comparison.files(old), try Comparison.files(new))
    var items: [Item] = []
    var same = 0
    var sequences: [String: [Item]] = [:]
    let all = a.union(b).sorted()
    let shown = Set(
      all.filter { !$0.hasSuffix(Comparison.dumpEnding) }.flatMap { Comparison.dumpPaths(of: $0) })
    // A frame as text is told of with its pictures, if there are any.
    for path in all where !shown.contains(path) {
      guard let item = try Comparison.item(path, a, b, old, new) else {
        same += 1
        continue
      }
      if let sequence = Comparison.sequence(path) {
        sequences[sequence, default: []].append(item)
      } else {
        items.append(item)
      }
    }
    for frames in sequences.values {
      guard
        let worst = frames.max(by: { ($0.pixels?.changed ?? 0, $1.path) < ($1.pixels?.changed ?? 0, $0.path) }
        )
      else { continue }
      items.append(
        Item(
          path: worst.path, change: worst.change, pixels: worst.pixels, lines: worst.lines,
          count: frames.count))
    }
    let order: [Change] = [.frame, .bytes, .added, .removed]
    self.items = items.sorted {
      let (i, j) = (order.firstIndex(of: $0.change) ?? 0, order.firstIndex(of: $1.change) ?? 0)
      return (i, $0.path) < (j, $1.path)
    }
    self.same = same
  }

  /// How the name of a frame as text ends.
  static let dumpEnding = Format.dump.ending

  private static func item(
    _ path: String, _ a: Set<String>, _ b: Set<String>, _ old: OutputFolder, _ new: OutputFolder
  ) throws(RenderFailure) -> Item? {
    guard a.contains(path), b.contains(path) else {
      let change: Change = a.contains(path) ? .removed : .added
      return Item(path: path, change: change, pixels: nil, lines: nil, count: 1)
    }
    let (was, now) = (try old.read(path), try new.read(path))
    let dump =
      path.hasSuffix(dumpEnding) ? path : dumpPaths(of: path).first { a.contains($0) && b.contains($0) }
    var lines: LineDifference?
    if let dump {
      let (p, q) = (try old.read(dump), try new.read(dump))
      if p != q {
        lines = LineDifference(String(decoding: p, as: UTF8.self), String(decoding: q, as: UTF8.self))
      }
    }
    guard was != now || lines != nil else { return nil }
    return Item(
      path: path, change: lines == nil ? .bytes : .frame,
      pixels: path.hasSuffix(".png") ? PixelDifference(was, now) : nil, lines: lines, count: 1)
  }

  /// Where the frame of a picture may lie as text: under its own name, with or without a width.
  private static func dumpPaths(of path: String) -> [String] {
    for ending in [".outlines.svg", ".svg", ".png", ".pdf"] where path.hasSuffix(ending) {
      let stem = path.dropLast(ending.count)
      let parts = stem.split(separator: ".", omittingEmptySubsequences: false)
      let bare = parts.filter { !($0.hasSuffix("px") && $0.dropLast(2).allSatisfy { $0.isNumber }) }
      return [stem + dumpEnding, bare.joined(separator: ".") + dumpEnding]
    }
    return []
  }

  /// The folder of a numbered frame of a sequence.
  private static func sequence(_ path: String) -> String? {
    guard let cut = path.lastIndex(of: "/") else { return nil }
    let name = path[path.index(after: cut)...]
    let isNumbered = name.count == 9 && name.hasSuffix(".png") && name.prefix(5).allSatisfy { $0.isNumber }
    return isNumbered ? String(path[..<cut]) : nil
  }

  private static func files(_ folder: OutputFolder) throws(RenderFailure) -> Set<String> {
    guard let all = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else {
      throw RenderFailure("cannot read the folder \(folder.path)")
    }
    return Set(
      all.filter { name in
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: folder.path(of: name), isDirectory: &isFolder)
        return exists && !isFolder && !name.hasSuffix("index.html")
      })
  }
}

extension OutputFolder {
  /// The bytes of a file.
  public func read(_ name: String) throws(RenderFailure) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path(of: name)) else {
      throw RenderFailure("cannot read \(path(of: name))")
    }
    return Array(data)
  }
}
