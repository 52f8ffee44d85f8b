import BenchScenes
import Encoding
import Figures
import Foundation
import Testing

@testable import Rendering

/// How frames are shared out and written.
@Suite struct RunTests {
  private func story(_ fps: Int = 30, width: Int = 160) throws -> [RenderJob] {
    var request = RenderRequest([Catalogue.Entry(ReferenceScene.self), Catalogue.Entry(GrowthScene.self)])
    request.formats = [.frames]
    request.width = width
    request.fps = fps
    return try RenderPlan(request).jobs
  }

  /// Renders into a folder of its own and gives it to `body`.
  private func render<T>(
    _ jobs: [RenderJob], threads: Int, plain: Bool = false, _ body: (String) throws -> T
  ) throws -> T {
    let path = NSTemporaryDirectory() + "/lantern-run-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    var run = RenderRun(jobs, to: OutputFolder(path))
    run.isPlain = plain
    _ = try run.perform(threads: threads) { _ in }
    return try body(path)
  }

  private func files(_ path: String) throws -> [String: Data] {
    var out: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      if let data = FileManager.default.contents(atPath: path + "/" + name), !data.isEmpty {
        out[name] = data
      }
    }
    return out
  }

  @Test func neitherThreadsNorWhatIsKeptChangesAByte() throws {
    let jobs = try story(10)
    let one = try render(jobs, threads: 1, files)
    #expect(one.count > 110)
    #expect(try render(jobs, threads: 3, files) == one)
    #expect(try render(jobs, threads: 2, plain: true, files) == one)
  }

  @Test func equalFramesAreOneFile() throws {
    try render(try story().filter { $0.path.contains("reference") }, threads: 1) { path in
      let names = try FileManager.default.subpathsOfDirectory(atPath: path)
      var owners: [Int: Int] = [:]
      for i in 0..<300 {
        let name = String(format: "%05d.png", i)
        let found = try #require(names.first { $0.hasSuffix(name) })
        let state = try #require(FileState(path + "/" + found))
        owners[state.inode, default: 0] += 1
      }
      #expect(owners.count == 225)
      #expect(owners.values.filter { $0 == 6 }.count == 15)
    }
  }

  @Test func whereThereAreNoLinksAFileIsWrittenAgain() throws {
    let path = NSTemporaryDirectory() + "/lantern-run-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = OutputFolder(path)
    try folder.write([1, 2], to: "a")
    try folder.write(FileParts([1, 2]), sameAs: "a", to: "b")
    try folder.write(FileParts([1, 2]), sameAs: "missing", to: "c")
    // Again, and over a file that is already the twin.
    try folder.write(FileParts([1, 2]), sameAs: "a", to: "b")
    #expect(try files(path) == ["a": Data([1, 2]), "b": Data([1, 2]), "c": Data([1, 2])])
    #expect(FileState(path + "/a")?.inode == FileState(path + "/b")?.inode)
    // A twin that is replaced leaves the other as it was.
    try folder.write([3], to: "a")
    #expect(try files(path)["b"] == Data([1, 2]))
  }

  @Test func threadsGoThroughNeighboursAndShareWhatIsLeft() throws {
    let jobs = try story().filter { $0.path.contains("reference") }
    var state = RunState(jobs)
    var seen = Set<Int>()
    var last: [Int: Int] = [:]
    var jumps = 0
    var turn = 0
    var idle = Set<Int>()
    while idle.count < 3 {
      let thread = turn % 3
      turn += 1
      guard let piece = state.next(for: thread) else {
        idle.insert(thread)
        continue
      }
      if last[thread] != piece.pictures.lowerBound { jumps += 1 }
      last[thread] = piece.pictures.upperBound
      for i in piece.pictures { #expect(seen.insert(i).inserted) }
    }
    #expect(seen == Set(0..<300))
    // Each jump costs a frame that is drawn in full.
    #expect(jumps <= 12)
  }

  @Test func pixelsComeInOrderAndAreThoseOfTheFiles() throws {
    let job = try #require(story(10).first { $0.path.contains("reference") })
    let files = try render([job], threads: 2, files)
    let pixels = try #require(StoryPixels(job))
    var next = 0
    try pixels.forEach { index, picture, changed in
      #expect(index == next && picture.width == pixels.size.width && picture.height == pixels.size.height)
      #expect(index == 0 || changed.reduce(0) { $0 + $1.area } < picture.width * picture.height)
      let name = try #require(files.keys.first { $0.hasSuffix(String(format: "%05d.png", index)) })
      #expect(try Data(PNG.encode(picture, alpha: false)) == files[name])
      next += 1
    }
    #expect(next == 100)
  }
}
