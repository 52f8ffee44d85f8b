import Foundation
import Testing

@testable import Preview

/// `preview` as its users have it: a real browser on it, and a source file that is edited, broken and mended.
@Suite(.serialized) struct PreviewTests {
  /// The Python that has the client of Chromium's debugging protocol; see .ci/readers.sh.
  static let python = Outside.root + "/.build-readers/bin/python3"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
  func thePageFollowsTheSource() throws {
    // A package of its own: others run the program of the shared one meanwhile.
    let folder = Outside.root + "/.build/fixtures/PreviewPackage"
    let scratch = Outside.root + "/.build/preview"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(
      atPath: Outside.root + "/.build/fixtures", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Outside.root + "/Tests/Fixtures/OutsidePackage", toPath: folder)
    try Program(path: "/usr/bin/env").succeed(
      ["swift", "build", "--package-path", folder, "--scratch-path", scratch, "--product", "pocket"])
    try Program(path: Self.python).succeed([
      Outside.root + "/Tests/CommandTests/preview.py", scratch + "/debug/pocket", folder, scratch,
      folder + "/Sources/pocket/RingBuffer.swift", "ring-buffer", "Ring buffer", "Ring of slots",
    ])
  }

  @Test func errorsOfTheCompilerAreReadOnce() throws {
    let folder = try Scratch()
    try folder.write("let a = 1\nlet b: Int = \"x\"\n", to: "A.swift")
    let package = PreviewPackage(folder: folder.path, product: "pocket", scratch: nil)
    let place = folder.place("A.swift") + ":2:14: error: "
    let text = place + "cannot convert\n" + place + "cannot convert\nwarning: nothing\n"
    let found = package.diagnostics(text)
    #expect(found.map { $0.file } == ["A.swift"] && found[0].line == 2 && found[0].column == 14)
    #expect(found[0].message == "cannot convert" && found[0].source == "let b: Int = \"x\"")
  }

  @Test func aPackageThatIsNoneIsOneSentence() throws {
    let nowhere = try Scratch()
    let outcome = try Outside.program().run(["preview"], in: nowhere.path)
    #expect(outcome.status == 2 && outcome.errors.contains("there is no Package.swift"))
    let named = try Outside.program().run(["preview", "--package", nowhere.path, "--port", "70000"])
    #expect(named.status == 2 && named.errors.contains("--port takes a whole number from 0 to 65535"))
  }
}
