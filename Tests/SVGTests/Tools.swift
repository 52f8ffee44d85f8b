import CairoBackend
import Drawing
import Foundation
import SVGBackend
import Typography

/// A program that embeds figures, if it is installed.
struct Tool {
  let path: String

  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    guard
      let found = folders.map({ $0 + "/" + name }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { return nil }
    path = found
  }

  static func isInstalled(_ name: String) -> Bool { Tool(name) != nil }

  /// Runs it in a folder, and gives what it printed and whether it succeeded.
  func run(_ arguments: [String], in folder: URL) throws -> (text: String, succeeded: Bool) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text, process.terminationStatus == 0)
  }
}

/// A copy of one of the examples in a folder of its own, with figures as the command would have written them.
struct Example {
  let folder: URL
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init(_ name: String) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "lantern-\(name)-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: Self.root.appendingPathComponent("docs/examples/\(name)"), to: folder)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  /// The still that examples show, in a language.
  static func roofline(_ mode: String, _ language: Language) throws -> Fixtures.Fixture {
    guard let f = Fixtures.stills.first(where: { $0.name == "roofline-\(mode)" && $0.language == language })
    else {
      throw Browser.Failure("The textbook has no roofline.")
    }
    return f
  }

  /// Writes the letters that a site serves for some figures.
  func writeFonts(_ folder: String, _ fixtures: [Fixtures.Fixture]) throws {
    let (sheet, files) = try linkedFonts(fixtures.map { $0.frame })
    try write(folder + "/lantern.css", sheet)
    for (name, bytes) in files { try write(folder + "/" + name, bytes) }
  }
}
