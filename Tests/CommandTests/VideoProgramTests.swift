import Foundation
import Testing

/// Videos need ffmpeg: where it is missing, is stopped or cannot write, one sentence says so, no half file
/// appears, and everything else is rendered.
@Suite struct VideoProgramTests {
  private let arguments = ["render", "ring-buffer", "--width", "160", "--fps", "4", "--format", "mp4"]

  @Test func withoutFFmpegTheRestIsRendered() throws {
    let (scratch, empty) = (try Scratch(), try Scratch())
    let outcome = try Outside.program().run(
      arguments + ["--format", "png", "--format", "webp", "--json", "--out", scratch.path],
      environment: ["PATH": empty.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("program ffmpeg, which is not installed"), "\(outcome.errors)")
    #expect(outcome.errors.contains("package ffmpeg"))
    #expect(outcome.errors.split(separator: "\n").filter { $0.hasPrefix("pocket: ") }.count == 1)
    let names = try contents(of: scratch.place("00-pocket/ring-buffer")).keys.sorted()
    #expect(names == ["still.160px.png", "story.160px.4fps.webp"])
  }

  @Test func anFFmpegThatIsKilledLeavesNothing() throws {
    let (scratch, programs) = (try Scratch(), try Scratch())
    // It reads a little, writes a little and is killed.
    try programs.write(
      "#!/bin/sh\nfor last; do :; done\n/usr/bin/head -c 1000 > \"$last\"\nkill -9 $$\n", to: "ffmpeg")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: programs.place("ffmpeg"))
    let outcome = try Outside.program().run(
      arguments + ["--out", scratch.path], environment: ["PATH": programs.path])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("story.160px.4fps.mp4: ffmpeg did not finish the video"), "\(outcome.errors)")
    #expect(outcome.errors.contains("stopped by signal 9"), "\(outcome.errors)")
    #expect(try contents(of: scratch.path).isEmpty)
  }

  @Test(.enabled(if: Program.isInstalled("ffmpeg"))) func aVideoThatCannotGrowIsOneSentence() throws {
    let scratch = try Scratch()
    // A limit of 2 kB a file stands for a disk that fills up.
    let command = "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\""
    let outcome = try Program(path: "/bin/sh").run(
      ["-c", command, try Outside.program().path] + arguments + ["--out", scratch.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("file too large"), "\(outcome.errors)")
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    #expect(try contents(of: scratch.path).isEmpty)
  }
}
