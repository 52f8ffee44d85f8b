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

  /// Raw frames.
  enum Raw: String, ExpressibleByArgument, CaseIterable {
    /// As Lantern feeds them: Y′, Cb and Cr.
    case planes
    /// As they were drawn: the encoder has to convert them.
    case pixels
  }

  @Option(help: "The folder to write to.")
  var out: String
  @Option(help: "Write raw frames instead, and print the words that ffmpeg takes before the file.")
  var raw: Raw?

  func run() throws {
    var request = RenderRequest([Catalogue.Entry(ReferenceScene.self)])
    request.formats = [.mp4]
    let jobs = try RenderPlan(request).jobs
    guard let raw else {
      let files = try RenderRun(jobs, to: OutputFolder(out)).perform(threads: 1) { _ in }
      print(files.map { "\(out)/\($0.path)" }.joined())
      return
    }
    guard let job = jobs.first, let story = StoryPixels(job) else { return }
    let path = "\(out)/\(raw.rawValue)"
    guard let file = fopen(path, "wb") else { throw RenderFailure("cannot write \(path)") }
    var isWhole = true
    func write(_ bytes: UnsafeRawBufferPointer) {
      isWhole = fwrite(bytes.baseAddress, bytes.count, 1, file) == 1 && isWhole
    }
    var planes = PlanarPicture(width: story.size.width, height: story.size.height)
    try story.forEach { _, picture, changed in
      if raw == .pixels { return picture.pixels.withUnsafeBytes(write) }
      planes.take(changed, from: picture)
      planes.bytes.withUnsafeBytes(write)
    }
    guard fclose(file) == 0 && isWhole else { throw RenderFailure("cannot write \(path)") }
    print(words(story, raw).joined(separator: "\n"))
  }

  private func words(_ story: StoryPixels, _ raw: Raw) -> [String] {
    var words = Video.words(width: story.size.width, height: story.size.height, fps: story.fps)
    guard raw == .pixels, let end = words.firstIndex(of: "pipe:0") else { return words }
    let filter =
      "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp,format=yuv420p"
    words.insert(contentsOf: ["-vf", filter], at: end + 1)
    words.replace(
      ["-pixel_format", "yuv420p", "-color_range", "tv", "-colorspace", "bt709"],
      with: ["-pixel_format", "bgr0"])
    return words
  }
}
