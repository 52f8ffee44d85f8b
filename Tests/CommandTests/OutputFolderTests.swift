import Encoding
import Foundation
import Testing

@testable import Rendering

@Suite struct OutputFolderTests {
  @Test func aFileIsMadeWithItsFoldersAndReplaced() throws {
    let scratch = try Scratch()
    let folder = OutputFolder(scratch.place("a/b"))
    try folder.write([1, 2, 3], to: "c/d/file")
    try folder.write([4], to: "c/d/file")
    #expect(try contents(of: scratch.path) == ["a/b/c/d/file": Data([4])])
  }

  @Test func aFileOfManyPartsIsWholeAndInOrder() throws {
    let scratch = try Scratch()
    // More than a system takes at once, and empty ones among them.
    let parts = (0..<5000).map { i in [UInt8](repeating: UInt8(i % 251), count: i % 7) }
    let file = FileParts(parts)
    try OutputFolder(scratch.path).write(file, to: "file")
    let expected = parts.flatMap { $0 }
    #expect(file.count == expected.count && file.bytes == expected)
    #expect(try contents(of: scratch.path) == ["file": Data(expected)])
    try OutputFolder(scratch.path).write(FileParts([[], []]), to: "file")
    #expect(try contents(of: scratch.path) == ["file": Data()])
  }

  @Test func aRelativeFolderIsBelowTheWorkingDirectory() throws {
    let name = "lantern-test-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: name) }
    try OutputFolder(name).write([5], to: "file")
    #expect(FileManager.default.contents(atPath: name + "/file") == Data([5]))
  }

  @Test func aFailureLeavesTheOldFile() throws {
    let scratch = try Scratch()
    let folder = OutputFolder(scratch.path)
    try folder.write([1], to: "file/inner")
    let failure = #expect(throws: RenderFailure.self) { try folder.write([2], to: "file") }
    #expect(failure?.sentence == "cannot write \(scratch.path)/file: is a directory")
    #expect(try contents(of: scratch.path) == ["file/inner": Data([1])])
  }

  @Test func whereFilesNeedANameATemporaryOneIsUsedAndNeverShared() throws {
    let scratch = try Scratch()
    let folder = OutputFolder(scratch.path)
    #expect(folder.named(FileParts([7, 8]), scratch.place("temporary")) == 0)
    #expect(folder.named(FileParts([9]), scratch.place("temporary")) == EEXIST)
    #expect(try contents(of: scratch.path) == ["temporary": Data([7, 8])])
  }

  @Test func onlyTemporaryFilesOfTheDeadAreCleared() throws {
    let dead = Process()
    dead.executableURL = URL(fileURLWithPath: "/bin/true")
    try dead.run()
    dead.waitUntilExit()
    let scratch = try Scratch()
    let parent = getppid()
    for name in [".lantern-\(dead.processIdentifier)-1", ".lantern-\(parent)-1", ".lantern-x", "file"] {
      try scratch.write("", to: name)
    }
    OutputFolder(scratch.path).clearTemporaries(in: ".")
    #expect(try Set(contents(of: scratch.path).keys) == [".lantern-\(parent)-1", ".lantern-x", "file"])
  }
}
