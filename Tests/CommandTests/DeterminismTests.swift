import Foundation
import Rendering
import Testing

/// The same request gives the same bytes, whoever asks, wherever, however it is shared out.
@Suite struct DeterminismTests {
  private static let figures = ["ring-buffer", "task-list", "task-pool"]
  /// Pictures of every format, and a story; small, so that the test is quick.
  private static let what =
    [
      "--mode", "all", "--locale", "zh", "--locale", "en", "--theme", "dark", "--theme", "print", "--at",
      "still",
    ]
    + [
      "--at", "beats", "--format", "png", "--format", "svg-outlines", "--format", "pdf", "--format", "frames",
    ]
    + ["--fps", "5", "--width", "240"]

  private func render(
    _ arguments: [String], _ figures: [String] = figures, environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let scratch = try Scratch()
    try Outside.program().succeed(
      ["render"] + figures + Self.what + arguments + ["--out", scratch.path], environment: environment)
    return try contents(of: scratch.path)
  }

  @Test func threadsOrderZoneLanguageAndFolderDoNotMatter() throws {
    let one = try render(["--jobs", "1"])
    #expect(one.count > 500)
    let other = try render(
      ["--jobs", "2"], Self.figures.reversed(),
      environment: ["TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "C", "HOME": "/"])
    #expect(Set(one.keys) == Set(other.keys))
    for (path, bytes) in one { #expect(other[path] == bytes, "\(path)") }
  }

  @Test func sharesTogetherAreTheWhole() throws {
    let whole = try render([])
    var union: [String: Data] = [:]
    for k in 1...3 {
      let share = try render(["--shard", "\(k)/3"])
      #expect(!share.isEmpty && share.count < whole.count)
      union.merge(share) { _, _ in
        Issue.record("a file is in two shares")
        return Data()
      }
    }
    #expect(union == whole)
  }

  @Test func everyFrameCanBeDrawnAloneByteForByte() throws {
    let scratch = try Scratch()
    let options = [
      "--theme", "dark", "--locale", "zh", "--width", "480", "--param", "slots=5", "--out", scratch.path,
    ]
    try Outside.program().succeed(["render", "ring-buffer", "--format", "frames"] + options)
    let folder = scratch.place("00-pocket/ring-buffer/")
    let sequence = folder + "frames.zh.dark.slots=5.480px/"
    let data = try Data(contentsOf: URL(fileURLWithPath: sequence + "frames.json"))
    let manifest = try JSONDecoder().decode(StoryManifest.self, from: data)
    #expect(manifest.parameters == ["slots": "5"] && manifest.locale == "zh" && manifest.theme == "dark")
    #expect(manifest.width == 480 && manifest.height == 270 && manifest.fps == 30)
    #expect(Double(manifest.frames.count) == (manifest.duration * 30).rounded(.up))
    // Twelve frames spread over the story, the first and the last among them.
    for i in 0..<12 {
      let n = i * (manifest.frames.count - 1) / 11
      let (beat, progress) = (manifest.frames[n].beat, manifest.frames[n].progress)
      let at = "\(manifest.beats[beat].name):\(progress)"
      let output = try Outside.program().succeed(["render", "ring-buffer", "--json", "--at", at] + options)
      let report = try JSONDecoder().decode(RenderReport.self, from: Data(output.utf8))
      let path = try #require(report.files.first?.path)
      let alone = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/" + path))
      let name = String(format: "%05d.png", n)
      #expect(try alone == Data(contentsOf: URL(fileURLWithPath: sequence + name)), "\(at) is not \(name)")
    }
  }
}
