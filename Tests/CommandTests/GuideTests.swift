import Foundation
import Testing

/// The guide to authors says what is so.
@Suite struct GuideTests {
  private func guide() throws -> Guide { try Guide() }

  @Test func theFigureHasTheFormOfTheSources() throws {
    let scratch = try Scratch()
    try scratch.write(guide().figure, to: "BpeMerge.swift")
    let lint = try Program(path: "/usr/bin/env").run([
      "swift", "format", "lint", "--strict", "--configuration", Outside.root + "/.swift-format",
      scratch.place("BpeMerge.swift"),
    ])
    #expect(lint.status == 0, "\(lint.errors)")
  }

  @Test func excerptsStandInTheirFiles() throws {
    let excerpts = try guide().excerpts
    #expect(excerpts.count >= 3)
    for (file, text) in excerpts {
      let source = try String(contentsOfFile: Outside.root + "/" + file, encoding: .utf8)
      #expect(source.contains(text), "\(file) does not hold:\n\(text)")
    }
  }

  @Test func filesThatItNamesAreThere() throws {
    let paths = try guide().paths
    #expect(paths.count >= 10)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: Outside.root + "/" + path), "\(path)")
    }
  }

  @Test func commandsPrintWhatItSays() throws {
    let program = try Outside.program()
    let scratch = try Scratch()
    let commands = try guide().commands
    #expect(commands.count >= 4)
    for command in commands {
      let printed = try program.succeed(command.words, in: scratch.path).components(separatedBy: "\n")
      #expect(follows(command.prints, printed), "\(command.words) printed \(printed)")
    }
  }

  /// Whether lines are as said, where a line `…` stands for any number of lines, and at a line's end for its rest.
  private func follows(_ said: [String], _ printed: [String]) -> Bool {
    var at = 0
    var isLoose = false
    for line in said {
      if line == "…" {
        isLoose = true
        continue
      }
      let found = printed[at...].firstIndex { other in
        line.hasSuffix("…") ? other.hasPrefix(line.dropLast()) : other == line
      }
      guard let found, isLoose || found == at else { return false }
      at = found + 1
      isLoose = false
    }
    return isLoose || printed[at...].allSatisfy { $0.isEmpty }
  }
}
