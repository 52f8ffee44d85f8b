import Foundation
import Testing

/// The package outside of Lantern (Tests/Fixtures/OutsidePackage), built once, with two more figures
/// that `new` wrote, and the one that the guide to authors writes.
enum Outside {
  /// Lantern's sources.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  /// A copy of the package, so that `new` can write to it; it refers to Lantern three folders up.
  static let package = root + "/.build/fixtures/OutsidePackage"

  /// Its command line.
  static func program() throws -> Program { try built.get() }

  private static let built = Result {
    let files = FileManager.default
    try? files.removeItem(atPath: package)
    try files.createDirectory(atPath: root + "/.build/fixtures", withIntermediateDirectories: true)
    try files.copyItem(atPath: root + "/Tests/Fixtures/OutsidePackage", toPath: package)
    let program = try build()
    try program.succeed(["new", "task-list"], in: package)
    try takeOver(from: program, "task-pool")
    try Guide().figure.write(
      toFile: package + "/Sources/pocket/BpeMerge.swift", atomically: true, encoding: .utf8)
    let app = package + "/Sources/pocket/Pocket.swift"
    let text = try String(contentsOfFile: app, encoding: .utf8)
    let entry = ".init(RingBuffer.self)"
    let entries = entry + ", .init(TaskList.self), .init(TaskPool.self), .init(BpeMerge.self)"
    try text.replacingOccurrences(of: entry, with: entries).write(
      toFile: app, atomically: true, encoding: .utf8)
    return try build()
  }

  private static func build() throws -> Program {
    let scratch = root + "/.build/outside"
    try Program(path: "/usr/bin/env").succeed(
      ["swift", "build", "--package-path", package, "--scratch-path", scratch])
    return Program(path: scratch + "/debug/pocket")
  }

  /// Adds a figure as `new` writes it inside Lantern's own sources.
  private static func takeOver(from program: Program, _ slug: String) throws {
    let lantern = try Scratch()
    for file in ["Package.swift", "Sources/LanternKit/LanternKit.swift", "Scenes/Part07Serving/Other.swift"] {
      try lantern.write("", to: file)
    }
    try program.succeed(["new", slug, "--part", "07-serving"], in: lantern.path)
    try FileManager.default.copyItem(
      atPath: lantern.place("Scenes/Part07Serving/TaskPool.swift"),
      toPath: package + "/Sources/pocket/TaskPool.swift")
  }
}
