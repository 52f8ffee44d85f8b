import CairoBackend
import Encoding
import Figures
import Film

/// Makes one film: draws its pictures in their order, each that is not as the one before, and encodes them.
struct FilmMaker {
  private let job: RenderJob
  private let painter: Painter
  private let folder: OutputFolder

  init(_ job: RenderJob, _ painter: Painter, _ folder: OutputFolder) {
    (self.job, self.painter, self.folder) = (job, painter, folder)
  }

  /// The file of the film; `drew` is called for each of its frames.
  func film(_ drew: () -> Void) throws(RenderFailure) -> [UInt8] {
    do {
      var encoder = try encoder()
      try StoryPixels(job)?.forEach { index, picture, changed in
        if !changed.isEmpty { try encoder.show(picture, changed: changed, from: index) }
        drew()
      }
      return try encoder.finish(frames: job.pictures)
    } catch let failure as RenderFailure {
      throw failure
    } catch {
      throw RenderFailure("\(job.path): \(error)")
    }
  }

  private func encoder() throws -> any FilmEncoder {
    guard case .story(let manifest) = job.subject else {
      throw RenderFailure("\(job.path): only a story makes a film")
    }
    let (width, height) = (job.size.width * job.scale, job.size.height * job.scale)
    let (columns, rows) = (Int(width.rounded()), Int(height.rounded()))
    switch job.format {
    case .apng: return AnimatedPNG(fps: manifest.fps, hasAlpha: job.transparent, once: job.once)
    case .webp:
      return try AnimatedWebP(width: columns, height: rows, fps: manifest.fps, once: job.once)
    case .gif: return AnimatedGIF(fps: manifest.fps, palette: try palette(manifest), once: job.once)
    default:
      return try Video(
        width: columns, height: rows, fps: manifest.fps, path: try folder.temporary(for: job.path))
    }
  }

  /// The colours of each beat on its way and where it rests.
  private func palette(_ manifest: StoryManifest) throws(RenderFailure) -> GIFPalette {
    var samples: [Pixmap] = []
    for beat in manifest.beats.indices {
      for progress in [0.5, 1] {
        let frame = painter.telling(job).frame(beat: beat, progress: progress).without(job.without)
        samples.append(try painter.pixels(frame, job))
      }
    }
    return GIFPalette(samples)
  }
}
