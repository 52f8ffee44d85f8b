import Foundation
import Testing

/// A program run as its users run it.
struct Program {
  let path: String

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs to the end.
  func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let scratch = try Scratch()
    let process = try start(arguments, in: folder, environment: environment, logging: scratch)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try scratch.text("stdout"),
      errors: try scratch.text("stderr"))
  }

  /// Runs to the end, which must be a good one; gives what it printed.
  @discardableResult func succeed(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> String {
    let outcome = try run(arguments, in: folder, environment: environment)
    try #require(outcome.status == 0, "\(path) \(arguments): \(outcome.output)\(outcome.errors)")
    return outcome.output
  }

  /// Starts, and kills it after some seconds.
  func kill(after seconds: Double, _ arguments: [String]) throws {
    let scratch = try Scratch()
    let process = try start(arguments, in: nil, environment: [:], logging: scratch)
    usleep(UInt32(seconds * 1e6))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func start(
    _ arguments: [String], in folder: String?, environment: [String: String], logging scratch: Scratch
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    // Each run draws for itself, unless a test is about what is kept.
    process.environment = ProcessInfo.processInfo.environment.merging(["LANTERN_CACHE": "off"]) { $1 }
      .merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try scratch.handle("stdout")
    process.standardError = try scratch.handle("stderr")
    try process.run()
    return process
  }
}

/// A folder that goes when nobody uses it any more.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/lantern-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A place in it where nothing is yet.
  func place(_ name: String) -> String { path + "/" + name }

  func text(_ name: String) throws -> String { try String(contentsOfFile: place(name), encoding: .utf8) }

  func handle(_ name: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: place(name)))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: place(name)))
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: place(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

/// Every file below a folder and its bytes, by path; temporary ones too.
func contents(of folder: String) throws -> [String: Data] {
  var out: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
    if !isFolder.boolValue { out[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) }
  }
  return out
}
