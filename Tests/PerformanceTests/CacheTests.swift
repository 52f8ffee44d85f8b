import BenchScenes
import Figures
import Foundation
import Testing

@testable import Rendering

/// What is kept from run to run is used when nothing changed, and never when anything did.
@Suite struct CacheTests {
  /// A folder that goes when the test is over.
  private final class Place {
    let path = NSTemporaryDirectory() + "/lantern-cache-" + UUID().uuidString
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func jobs(_ cells: Int, width: Int = 160, theme: ThemeChoice? = nil) throws -> [RenderJob] {
    var request = RenderRequest([Catalogue.Entry(GrowthScene.self)])
    request.given = [(name: "cells", text: "\(cells)")]
    request.formats = [.frames, .png, .svg]
    request.width = width
    request.fps = 5
    if let theme { request.themes = [theme] }
    return try RenderPlan(request).jobs
  }

  /// Renders and gives every file by its path.
  @discardableResult private func render(_ jobs: [RenderJob], _ cache: CacheFolder?, threads: Int = 1) throws
    -> [String: Data]
  {
    let place = Place()
    var run = RenderRun(jobs, to: OutputFolder(place.path))
    run.cache = cache
    _ = try run.perform(threads: threads) { _ in }
    var out: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: place.path) {
      if let data = FileManager.default.contents(atPath: place.path + "/" + name), !data.isEmpty {
        out[name] = data
      }
    }
    return out
  }

  @Test func aSecondRunGivesTheSameFilesAndKeepsNoMore() throws {
    let place = Place()
    let cache = CacheFolder(place.path)
    let jobs = try jobs(12)
    let fresh = try render(jobs, nil)
    #expect(fresh.count > 5)
    #expect(try render(jobs, cache) == fresh)
    let census = cache.census()
    #expect(census.files > 3 && census.bytes > 1000)
    #expect(try render(jobs, cache, threads: 2) == fresh)
    #expect(cache.census() == census)
  }

  @Test func anotherInputSizeOrThemeIsAnotherPicture() throws {
    let place = Place()
    let cache = CacheFolder(place.path)
    try render(jobs(12), cache)
    for other in [try jobs(13), try jobs(12, width: 170), try jobs(12, theme: .fixed(.dark))] {
      #expect(try render(other, cache) == render(other, nil))
    }
  }

  @Test func aDamagedFileIsDrawnAnew() throws {
    let place = Place()
    let cache = CacheFolder(place.path)
    let jobs = try jobs(12)
    let fresh = try render(jobs, cache)
    for (i, name) in try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted().enumerated() {
      let path = place.path + "/" + name
      guard var data = FileManager.default.contents(atPath: path), data.count > 40 else { continue }
      // A flipped bit, a lost end, or nothing at all.
      switch i % 3 {
      case 0: data[data.count - 5] ^= 1
      case 1: data = data.dropLast(7)
      default: data = Data()
      }
      try data.write(to: URL(fileURLWithPath: path))
    }
    #expect(try render(jobs, cache) == fresh)
    #expect(try render(jobs, cache) == fresh)
  }

  @Test func whatWasNotUsedForLongestGoesFirst() throws {
    let place = Place()
    let cache = CacheFolder(place.path, limit: 10_000)
    let keys = (0..<12).map { i in String(repeating: "0123456789ab".map { String($0) }[i], count: 64) }
    for key in keys {
      cache.store([UInt8](repeating: 7, count: 1000), key)
      usleep(2000)
    }
    // The oldest is used once more.
    #expect(cache.load(keys[0]) != nil)
    cache.trim()
    #expect(cache.census().bytes <= 9000)
    #expect(cache.load(keys[0]) != nil && cache.load(keys[1]) == nil && cache.load(keys[11]) != nil)
    cache.clear()
    #expect(cache.census() == (0, 0))
  }

  @Test func twoAtOnceOnOneCacheDoNotDisturbEachOther() async throws {
    let place = Place()
    let jobs = try jobs(20)
    let fresh = try render(jobs, nil)
    let path = place.path
    try await withThrowingTaskGroup(of: [String: Data].self) { group in
      for _ in 0..<3 {
        group.addTask { try CacheTests().render(jobs, CacheFolder(path)) }
      }
      for try await files in group { #expect(files == fresh) }
    }
  }

  @Test func aReceiptHoldsUntilAFileIsTouched() throws {
    let (place, out) = (Place(), Place())
    let cache = CacheFolder(place.path)
    let folder = OutputFolder(out.path)
    let jobs = try jobs(12)
    let files = try RenderRun(jobs, to: folder).perform(threads: 1) { _ in }
    func find(_ words: [String], in place: String = "/here") -> RunReceipt? {
      RunReceipt.find(words, in: place, to: folder, cache)
    }
    #expect(find(["a"]) == nil)
    RunReceipt.keep(files, of: jobs, ["a"], in: "/here", to: folder, cache)
    #expect(find(["a"])?.files == files)
    #expect(find(["a", ""]) == nil && find(["a"], in: "/there") == nil)
    let still = try #require(files.first { $0.path.hasSuffix(".png") })
    let path = folder.path(of: still.path)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    // The very same bytes, but not the file that was left.
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(find(["a"]) == nil)
  }

  @Test func theEnvironmentSaysWhere() {
    func path(_ environment: [String: String]) -> String? { CacheFolder.usual { environment[$0] }?.path }
    #expect(path(["LANTERN_CACHE": "off", "HOME": "/home/a"]) == nil)
    #expect(path(["LANTERN_CACHE": "/x", "XDG_CACHE_HOME": "/y"]) == "/x")
    #expect(path(["XDG_CACHE_HOME": "/y", "HOME": "/home/a"]) == "/y/lantern")
    #expect(path(["HOME": "/home/a"])?.hasPrefix("/home/a/") == true)
    #expect(path([:]) == nil)
    #expect(CacheFolder.usual { ["LANTERN_CACHE": "/x", "LANTERN_CACHE_BYTES": "77"][$0] }?.limit == 77)
  }

  @Test func framesThatDifferInAnythingDrawnHaveOtherDigests() throws {
    let frame = try Catalogue.Entry(ReferenceScene.self).prepared().still(.en)
    func digest(_ change: (inout Frame) -> Void) -> String {
      var changed = frame
      change(&changed)
      var digest = Digest()
      digest.add(changed)
      return digest.text
    }
    let same = digest { $0.marks[0].source = SourceLine() }
    let texts = frame.marks.indices.filter { if case .text = frame.marks[$0].shape { true } else { false } }
    let others = [
      digest { $0.size.width += 1 }, digest { $0.marks[3].opacity = 0.5 }, digest { $0.marks.swapAt(4, 5) },
      digest { $0.marks[9].shape = $0.marks[9].shape.offset(by: Point(1e-9, 0)) },
      digest { $0.groups[2].transform = .scale(2, 2) }, digest { $0.groups[2].opacity = 0.9 },
      digest { $0.groups[2].clip = .ellipse(Rect(0, 0, 1, 1)) }, digest { $0.groups[2].meaning = "x" },
      digest {
        guard case .text(var line) = $0.marks[texts[1]].shape else { return }
        line.runs[0].text += "."
        $0.marks[texts[1]].shape = .text(line)
      },
    ]
    #expect(same == digest { _ in })
    #expect(Set(others + [same]).count == others.count + 1)
  }
}
