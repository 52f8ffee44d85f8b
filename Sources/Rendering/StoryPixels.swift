import CairoBackend
import Encoding
import Figures

/// The frames of a story as pixels, one after the other, for what takes them without PNG: video.
///
/// One thread draws; it holds eight bytes a pixel, however long the story is.
public struct StoryPixels: Sendable {
  /// The job, which tells a story.
  public let job: RenderJob
  private let manifest: StoryManifest

  /// The pixels of a job's story; nil for a job that shows one moment.
  public init?(_ job: RenderJob) {
    guard case .story(let manifest) = job.subject else { return nil }
    (self.job, self.manifest) = (job, manifest)
  }

  /// Width and height in pixels.
  public var size: (width: Int, height: Int) {
    (Int((job.size.width * job.scale).rounded()), Int((job.size.height * job.scale).rounded()))
  }

  /// Frames a second.
  public var fps: Int { manifest.fps }

  /// Hands each frame to `body` in order: its number, its picture (rows of words 0xAARRGGBB, that is bytes B, G, R, A
  /// on little-endian machines), and the rectangles in which it may differ from the one before; none when it is equal.
  public func forEach(_ body: (_ index: Int, _ picture: Pixmap, _ changed: [PixelRect]) throws -> Void) throws
  {
    let telling = Telling(job.figure, job.language)
    let renderer = RetainedRenderer(
      theme: Theme(job.theme.name ?? .light), scale: job.scale,
      background: job.transparent ? .transparent : .paper)
    var last: Frame?
    var picture = Pixmap(width: 0, height: 0)
    for (index, moment) in manifest.frames.enumerated() {
      let frame = telling.frame(beat: moment.beat, progress: moment.progress).without(job.without)
      guard frame.size == job.size else {
        throw RenderFailure("\(job.path): the canvas changes its size during the story, which films cannot")
      }
      let changed = frame == last ? [] : try renderer.draw(frame)
      last = frame
      picture.take(changed, from: renderer.pixmap)
      try body(index, picture, changed)
    }
  }
}
