import ArgumentParser
import BenchScenes
import CairoBackend
import Encoding
import Figures
import Film
import FoundationEssentials
import Glibc
import Rendering

/// `film`: writes the reference scene as MP4, or what its encoder is fed with, so that the two can be timed beside each
/// other.
struct FilmBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "film", abstract: "Write the reference scene as MP4, or its raw frames for ffmpeg.")

  @Option(help: "The folder to write to.")
  var out: String
  @Flag(help: "Write the raw frames instead, and print the words that ffmpeg takes before the file.")
  var raw = false

  func run() throws {
    var request = RenderRequest([Catalogue.Entry(ReferenceScene.self)])
    request.formats = [.mp4]
    let jobs = try RenderPlan(request).jobs
    guard raw else {
      let files = try RenderRun(jobs, to: OutputFolder(out)).perform(threads: 1) { _ in }
      print(files.map { "\(out)/\($0.path)" }.joined())
      return
    }
    guard let job = jobs.first, let story = StoryPixels(job) else { return }
    let path = out + "/raw"
    guard let file = fopen(path, "wb") else { throw RenderFailure("cannot write \(path)") }
    var isWhole = true
    try story.forEach { _, picture, _ in
      picture.pixels.withUnsafeBytes { isWhole = fwrite($0.baseAddress, $0.count, 1, file) == 1 && isWhole }
    }
    guard fclose(file) == 0 && isWhole else { throw RenderFailure("cannot write \(path)") }
    let words = Video.words(
      width: story.size.width, height: story.size.height, fps: story.fps,
      ground: Theme(.light).color(.paper).hex)
    print(words.joined(separator: "\n"))
  }
}
