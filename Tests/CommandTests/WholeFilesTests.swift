import Foundation
import Testing

/// Files are written whole or not at all.
@Suite struct WholeFilesTests {
  private static let arguments =
    [
      "render", "ring-buffer", "--mode", "all", "--at", "still", "--at", "beats", "--width", "480", "--fps",
      "10",
    ]
    + ["--format", "png", "--format", "svg-outlines", "--format", "pdf", "--format", "frames"]

  @Test func killedTwentyTimesNoFileIsHalfWritten() throws {
    let program = try Outside.program()
    let whole = try Scratch()
    let start = Date()
    try program.succeed(Self.arguments + ["--out", whole.path])
    let seconds = Date().timeIntervalSince(start)
    let expected = try contents(of: whole.path)

    let scratch = try Scratch()
    for i in 0..<20 {
      // Each in another twentieth of the run, at a moment that chance chooses.
      try program.kill(
        after: seconds * (Double(i) + .random(in: 0..<1)) / 20, Self.arguments + ["--out", scratch.path])
      for (path, bytes) in try contents(of: scratch.path) where !path.contains("/.lantern-") {
        try #require(expected[path] == bytes, "\(path)")
      }
    }
    try program.succeed(Self.arguments + ["--out", scratch.path])
    #expect(try contents(of: scratch.path) == expected)
  }

  @Test func framesOfALongerStoryAreRemoved() throws {
    let scratch = try Scratch()
    let folder = "00-pocket/ring-buffer/frames.240px/"
    for name in ["00410.png", "00411.png", "12345.png", "notes.txt", "0411.png"] {
      try scratch.write("old", to: folder + name)
    }
    try Outside.program().succeed(
      ["render", "ring-buffer", "--format", "frames", "--width", "240", "--out", scratch.path])
    let names = try contents(of: scratch.place(folder)).keys
    // What is not a numbered frame belongs to someone else.
    #expect(names.count == 411 + 3 && names.contains("notes.txt") && names.contains("0411.png"))
    #expect(!names.contains("00411.png") && !names.contains("12345.png") && names.contains("00410.png"))
  }

  @Test func aFileThatCannotGrowIsOneSentenceAndNoHalfFile() throws {
    let scratch = try Scratch()
    let program = try Outside.program()
    // A limit of 8 kB a file stands for a disk that fills up.
    let command = "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""
    let outcome = try Program(path: "/bin/sh").run(
      ["-c", command, program.path, "render", "ring-buffer", "--json", "--out", scratch.path])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix("pocket: cannot write \(scratch.path)/00-pocket/ring-buffer/still.png: "))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    #expect(outcome.output.contains("cannot write"))
    #expect(try contents(of: scratch.path).isEmpty)
  }

  private static let canMount =
    (try? Program(path: "/usr/bin/env").run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]).status)
    == 0

  @Test(.enabled(if: canMount, "mounting needs root")) func aFullDiskIsOneSentenceAndNoHalfFile() throws {
    let (disk, copy) = (try Scratch(), try Scratch())
    let program = try Outside.program()
    let command = """
      mount -t tmpfs -o size=256k none "$1" && "$0" render ring-buffer --format frames --out "$1"
      status=$?
      cp -r "$1/." "$2"
      exit $status
      """
    let outcome = try Program(path: "/usr/bin/env").run(
      ["unshare", "-m", "sh", "-c", command, program.path, disk.path, copy.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasSuffix(": no space left on device\n"), "\(outcome.errors)")
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    let frames = try contents(of: copy.path)
    #expect(!frames.isEmpty && frames.keys.allSatisfy { $0.hasSuffix(".png") })
    let end = Data([0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    for (path, bytes) in frames { #expect(bytes.suffix(12) == end, "\(path)") }
  }

  @Test func aMissingFontIsOneSentenceBeforeAnythingIsWritten() throws {
    let (fonts, scratch) = (try Scratch(), try Scratch())
    let outcome = try Outside.program().run(
      ["render", "ring-buffer", "--json"], in: scratch.path, environment: ["LANTERN_FONTS": fonts.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("Inter") && outcome.errors.contains("fonts-inter"), "\(outcome.errors)")
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1 && outcome.output.contains("fonts-inter"))
    #expect(try contents(of: scratch.path).isEmpty)
  }

  @Test func aFolderThatCannotBeMadeIsOneSentence() throws {
    let outcome = try Outside.program().run(["render", "ring-buffer", "--out", "/proc/lantern"])
    #expect(outcome.status != 0)
    #expect(
      outcome.errors.contains("/proc") && outcome.errors.filter { $0 == "\n" }.count == 1, "\(outcome.errors)"
    )
  }
}
