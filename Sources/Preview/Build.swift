import Foundation

/// One thing that the compiler says.
struct Diagnostic: Encodable, Equatable, Sendable {
  /// The file, from the folder of the package; empty for what belongs to none.
  let file: String
  /// Counted from 1; 0 for what belongs to no line.
  let line, column: Int
  /// What is wrong.
  let message: String
  /// The line of source.
  let source: String
}

/// A package and the program in it that shows its figures.
struct PreviewPackage: Sendable {
  /// The folder of Package.swift.
  let folder: String
  /// The name of the program.
  let product: String
  /// Where it is built; nil for the package's own `.build`.
  let scratch: String?

  /// Where the debug build puts the program.
  var program: String { (scratch ?? folder + "/.build") + "/debug/" + product }

  /// Builds the program, only what is needed of it; empty when it went well.
  func build() -> [Diagnostic] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["swift", "build", "--package-path", folder, "--product", product]
      + (scratch.map { ["--scratch-path", $0] } ?? [])
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [message("there is no swift on the PATH")] }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return [] }
    let found = diagnostics(text)
    return found.isEmpty ? [message(text.split(separator: "\n").suffix(8).joined(separator: "\n"))] : found
  }

  /// The errors in what the compiler printed, each once.
  func diagnostics(_ text: String) -> [Diagnostic] {
    var out: [Diagnostic] = []
    for line in text.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /(.+?\.swift):(\d+):(\d+): error: (.*)/),
        let row = Int(match.2), let column = Int(match.3)
      else { continue }
      let path = String(match.1)
      let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(
        separator: "\n", omittingEmptySubsequences: false)
      let source = lines.flatMap { $0.indices.contains(row - 1) ? String($0[row - 1]) : nil } ?? ""
      let file = path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
      let found = Diagnostic(
        file: file, line: row, column: column, message: String(match.4), source: source)
      if !out.contains(found) { out.append(found) }
    }
    return out
  }

  private func message(_ text: String) -> Diagnostic {
    Diagnostic(file: "", line: 0, column: 0, message: text, source: "")
  }

  /// When each source file was last written: other than before means that something was saved.
  func stamp() -> [String: Date] {
    var out: [String: Date] = [:]
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .isDirectoryKey]
    let walk = FileManager.default.enumerator(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles])
    while let url = walk?.nextObject() as? URL {
      guard let values = try? url.resourceValues(forKeys: keys) else { continue }
      if values.isDirectory == true {
        if url.lastPathComponent == "Output" || url.lastPathComponent == "Tests" { walk?.skipDescendants() }
      } else if url.pathExtension == "swift" {
        out[url.path] = values.contentModificationDate
      }
    }
    return out
  }
}
