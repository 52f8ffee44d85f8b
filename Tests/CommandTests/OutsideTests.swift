import Foundation
import Rendering
import Testing

/// A package outside of Lantern gets the whole command line with one type, and `new` gives it figures
/// that build and render.
@Suite struct OutsideTests {
  @Test func listsItsFigures() throws {
    let output = try Outside.program().succeed(["list", "--json"])
    let report = try JSONDecoder().decode(ListReport.self, from: Data(output.utf8))
    #expect(report.figures.map { $0.slug } == ["ring-buffer", "task-list", "task-pool", "bpe-merge"])
    #expect(report.figures.map { $0.part } == ["00-pocket", "figures", "07-serving", "02-transformer"])
    #expect(report.figures[0].modes == ["waiting", "losing"])
    #expect(report.figures[0].title == ["en": "Ring buffer", "zh": "环形缓冲区"])
    let lines = try Outside.program().succeed(["list"]).split(separator: "\n")
    #expect(lines.count == 4 && lines[0].hasPrefix("0.1  ring-buffer"))
  }

  @Test func describesParametersModesAndBeatsInBothLanguages() throws {
    let output = try Outside.program().succeed(["describe", "ring-buffer"])
    for words in [
      "slots=4", "a whole number from 3 to 8", "槽位数", "Mode waiting (default)", "Mode losing", "fill-up",
      "A full ring makes the writer wait. / 缓冲区已满，写入方等待。", "in the ring 4",
    ] { #expect(output.contains(words), "\(output)") }
    let json = try Outside.program().succeed(["describe", "ring-buffer", "--json"])
    #expect(json.contains("\"address\"") == false && json.contains("\"fill-up\""))
  }

  @Test func rendersEveryFormatAndSaysWhatItWrote() throws {
    let scratch = try Scratch()
    let output = try Outside.program().succeed(
      ["render", "ring-buffer", "--json", "--out", scratch.path, "--width", "480", "--param", "slots=08"]
        + ["png", "svg-outlines", "pdf", "frames"].flatMap { ["--format", $0] })
    let report = try JSONDecoder().decode(RenderReport.self, from: Data(output.utf8))
    let folder = "00-pocket/ring-buffer/"
    #expect(
      report.files.map { $0.path } == [
        folder + "frames.slots=8.480px/frames.json", folder + "still.slots=8.480px.png",
        folder + "still.slots=8.outlines.svg", folder + "still.slots=8.pdf",
      ])
    #expect(report.errors.isEmpty)
    let files = try contents(of: scratch.path)
    #expect(files.count == 4 + (report.files[0].frames ?? 0))
    for file in report.files.dropFirst() { #expect(files[file.path]?.count == file.bytes) }
    #expect(report.files.reduce(0) { $0 + $1.bytes } == files.values.reduce(0) { $0 + $1.count })
    let png = try #require(files[folder + "still.slots=8.480px.png"])
    #expect(pngSize(png) == [480, 270])
  }

  @Test func scaffoldedFiguresRenderInAllModesAndLanguages() throws {
    let scratch = try Scratch()
    let arguments = ["--mode", "all", "--at", "beats", "--at", "still", "--locale", "en", "--locale", "zh"]
    try Outside.program().succeed(
      ["render", "task-list", "task-pool", "--width", "240", "--out", scratch.path] + arguments)
    #expect(try contents(of: scratch.path).count == 16)
  }

  @Test func newInAnEmptyFolderMakesAPackage() throws {
    let scratch = try Scratch()
    let output = try Outside.program().succeed(
      ["new", "kv-cache", "--lantern", Outside.root], in: scratch.path)
    #expect(output.contains("swift run Pictures render kv-cache"))
    #expect(
      try Set(contents(of: scratch.path).keys) == [
        "Package.swift", "Sources/Pictures/Pictures.swift", "Sources/Pictures/KvCache.swift",
      ])
    let manifest = try Program(path: "/usr/bin/env").succeed(
      ["swift", "package", "dump-package"], in: scratch.path)
    #expect(manifest.contains("LanternKit"))
  }

  @Test func newRefusesToOverwriteAndFoldersThatHoldOtherThings() throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "notes.txt")
    let outcome = try Outside.program().run(["new", "kv-cache"], in: scratch.path)
    #expect(outcome.status == 2 && outcome.errors.contains("no package here"))
    #expect(try contents(of: scratch.path) == ["notes.txt": Data("mine".utf8)])

    for file in [
      "Package.swift", "Sources/LanternKit/LanternKit.swift", "Scenes/Part07Serving/KvCache.swift",
    ] {
      try scratch.write("mine", to: file)
    }
    let again = try Outside.program().run(["new", "kv-cache", "--part", "07-serving"], in: scratch.path)
    #expect(again.status == 2 && again.errors.contains("exists already"))
    let part = try Outside.program().run(["new", "kv-cache", "--part", "07-servin"], in: scratch.path)
    #expect(part.status == 2 && part.errors.contains("did you mean “07-serving”?"))
    #expect(try scratch.text("Scenes/Part07Serving/KvCache.swift") == "mine")
  }

  @Test func theGalleryShowsWhatWasRenderedAndNothingElse() throws {
    let scratch = try Scratch()
    let themes = ["--theme", "light", "--theme", "dark"]
    try Outside.program().succeed(
      ["render", "ring-buffer", "--width", "240", "--at", "still", "--at", "wait", "--out", scratch.path]
        + themes)
    // The gallery knows pictures of the usual width only.
    #expect(try Outside.program().run(["gallery", "--out", scratch.path]).status == 2)
    try Outside.program().succeed(
      ["render", "ring-buffer", "--at", "still", "--at", "wait", "--out", scratch.path] + themes)
    try Outside.program().succeed(["gallery", "--out", scratch.path])
    let page = try scratch.text("index.html")
    let sources = page.components(separatedBy: "src=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(
      sources.sorted() == [
        "00-pocket/ring-buffer/beats/wait.dark.png", "00-pocket/ring-buffer/beats/wait.png",
        "00-pocket/ring-buffer/still.dark.png", "00-pocket/ring-buffer/still.png",
      ])
    #expect(!page.contains("http"))
    for words in ["环形缓冲区", "A full ring makes the writer wait.", "a whole number from 3 to 8"] {
      #expect(page.contains(words))
    }
  }
}

struct ListReport: Decodable {
  struct Item: Decodable {
    let slug, part: String
    let title: [String: String]
    let modes: [String]
  }
  let figures: [Item]
}

struct RenderReport: Decodable {
  let files: [RenderedFile]
  let errors: [String]
}

/// Width and height that a PNG states.
func pngSize(_ file: Data) -> [Int] {
  [16, 20].map { start in file.dropFirst(start).prefix(4).reduce(0) { $0 << 8 | Int($1) } }
}
