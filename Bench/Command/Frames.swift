import ArgumentParser
import BenchScenes
import Figures
import FoundationEssentials
import Glibc
import Rendering

/// `frames`: writes the reference scene as `f0000.png` and so on, as the reference programs do.
struct Frames: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write the 300 frames of the reference scene.")

  @Option(help: "The folder to write to.")
  var out: String
  @Flag(help: "Draw and encode every frame in full.")
  var plain = false
  @Option(help: "Threads.")
  var jobs = 1

  func run() throws {
    var request = RenderRequest([Catalogue.Entry(ReferenceScene.self)])
    request.formats = [.frames]
    var run = RenderRun(try RenderPlan(request).jobs, to: OutputFolder(out))
    run.isPlain = plain
    let files = try run.perform(threads: jobs) { _ in }
    guard let story = files.first, let count = story.frames else { return }
    // From the names that `lantern render` gives to those of the reference programs.
    let folder = "\(out)/\(story.path)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    for i in 0..<count {
      let digits = String(i + 100_000).dropFirst()
      let target = "\(out)/f\(digits.dropFirst()).png"
      guard rename("\(folder)/\(digits).png", target) == 0 else {
        throw RenderFailure("cannot write \(target)")
      }
    }
    try? FileManager.default.removeItem(atPath: "\(out)/bench")
    print("{\"frames\": \(count), \"bytes\": \(story.bytes)}")
  }
}
