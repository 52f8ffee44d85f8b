import Figures
import Foundation
import Rendering
import Synchronization
import Testing

@testable import LanternCommand

private struct App: LanternApp {
  static let name = "pocket"
  static let catalogue = Catalogue([])
}

/// Two folders of pictures compared.
@Suite struct DiffTests {
  private let scratch: Scratch
  private let writer = PictureWriter()

  init() throws {
    scratch = try Scratch()
    for (folder, width) in [("old", 100.0), ("new", 130)] {
      try save(bar(width), "bar", in: folder)
      try save(bar(80), "same", in: folder)
      // The frame is the same, its pixels are not: another theme stands for another renderer.
      try save(bar(60), "drawn", in: folder, theme: folder == "old" ? .light : .print)
      for i in 0..<3 { try save(bar(width + Double(i)), "frames/0000\(i)", in: folder, dump: false) }
    }
    try save(bar(50), "gone", in: "old")
    try save(bar(50), "come", in: "new")
  }

  private func bar(_ width: Double) -> Frame {
    layOut(
      Column { Box(.rest(.compute)).frame(width: width, height: 20).same("bar") }, size: Size(200, 60),
      language: .en
    ).frame
  }

  private func save(
    _ frame: Frame, _ name: String, in folder: String, theme: Theme.Name = .light, dump: Bool = true
  ) throws {
    let file = try writer.png(frame, theme: theme)
    try OutputFolder(scratch.place(folder)).write(file, to: "part/\(name).png")
    if dump { try scratch.write(frame.dump, to: "\(folder)/part/\(name).frame.txt") }
  }

  private func run(_ arguments: [String]) -> (status: Int32, output: String, errors: String) {
    let out = Mutex("")
    let err = Mutex("")
    let console = Console(
      print: { text in out.withLock { $0 += text } }, complain: { text in err.withLock { $0 += text } },
      isTerminal: false)
    let status = App.run(arguments, on: console)
    return (status, out.withLock { $0 }, err.withLock { $0 })
  }

  @Test func framesComeFirstThenBytesThenWhatCameAndWent() throws {
    let (status, output, _) = run(["diff", scratch.place("old"), scratch.place("new")])
    #expect(status == 1)
    let lines = output.split(separator: "\n").map(String.init)
    #expect(lines.count == 6)
    #expect(lines[0].hasPrefix("part/bar.png: another frame, "))
    #expect(lines[0].contains(" % of the pixels by up to "))
    #expect(lines[1].hasPrefix("part/drawn.png: other bytes, "))
    #expect(lines[2].hasPrefix("part/frames/0000") && lines[2].hasSuffix("in 3 frames"))
    #expect(lines[3] == "part/come.png: added" && lines[4] == "part/gone.png: removed")
    #expect(lines[5] == "5 differences, 1 file the same")
  }

  @Test func aFolderDoesNotDifferFromItself() {
    let (status, output, _) = run(["diff", scratch.place("old"), scratch.place("old") + "/"])
    #expect(status == 0 && output == "no difference in 7 files\n")
  }

  @Test func thePageShowsOldNewAndDifference() throws {
    let page = scratch.place("page")
    #expect(run(["diff", scratch.place("old"), scratch.place("new"), "--report", page]).status == 1)
    let files = try contents(of: page)
    let html = String(decoding: files["index.html"] ?? Data(), as: UTF8.self)
    for name in ["old/part/bar.png", "new/part/bar.png", "difference/part/bar.png", "old/part/gone.png"] {
      #expect(files[name] != nil && html.contains(name))
    }
    #expect(files["new/part/gone.png"] == nil && files["old/part/same.png"] == nil)
    #expect(html.contains("− ") && html.contains("rect"))
  }

  @Test func pixelsThatDifferAreCountedAndBoxed() throws {
    let (a, b) = (try writer.png(bar(100), theme: .light), try writer.png(bar(130), theme: .light))
    let d = try #require(PixelDifference(a, b))
    #expect(d.count == 200 * 60 && d.largest > 20)
    // Between the right ends of the two bars.
    #expect(d.box[0] >= 92 && d.box[0] + d.box[2] <= 132 && d.box[2] >= 30)
    #expect(PixelDifference(a, a)?.changed == 0)
    #expect(PixelDifference(a, [1, 2, 3]) == nil)
  }

  @Test func jsonIsOneObjectAndMissingFoldersAreSaid() throws {
    let (_, output, _) = run(["diff", scratch.place("old"), scratch.place("new"), "--json"])
    let report = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect((report["items"] as? [[String: Any]])?.count == 5 && report["same"] as? Int == 1)
    let (status, _, errors) = run(["diff", scratch.place("older"), scratch.place("new")])
    #expect(status == 2 && errors.contains("there is no folder"))
  }
}
