import CairoBackend
import Encoding
import Figures
import SVGBackend

/// Draws the pictures of jobs; one belongs to one thread.
final class Painter {
  private let cairo = CairoRenderer()
  private let web = SVGWriter()
  private var telling: (number: Int, value: Telling)?
  private var last: (path: String, frame: Frame, file: [UInt8])?

  /// The file of a job's picture; of a story, that of its `index`th frame.
  func file(_ job: RenderJob, _ index: Int) throws(RenderFailure) -> [UInt8] {
    let frame = frame(job, index)
    guard job.format.tellsStory else { return try encode(frame, job) }
    // While a caption is read nothing changes: the same picture is neither drawn nor encoded again.
    if let last, last.path == job.path, last.frame == frame { return last.file }
    guard frame.size == job.size else {
      throw RenderFailure("\(job.path): the canvas changes its size during the story, which frames cannot")
    }
    let file = try encode(frame, job)
    last = (job.path, frame, file)
    return file
  }

  private func frame(_ job: RenderJob, _ index: Int) -> Frame {
    switch job.subject {
    case .still: return job.figure.still(job.language)
    case .beat(let beat, let progress): return telling(job).frame(beat: beat, progress: progress)
    case .story(let manifest):
      return telling(job).frame(beat: manifest.frames[index].beat, progress: manifest.frames[index].progress)
    }
  }

  /// The story of a job, laid out once for jobs that follow each other.
  private func telling(_ job: RenderJob) -> Telling {
    if let telling, telling.number == job.telling { return telling.value }
    let made = Telling(job.figure, job.language)
    telling = (job.telling, made)
    return made
  }

  private func encode(_ frame: Frame, _ job: RenderJob) throws(RenderFailure) -> [UInt8] {
    let theme = Theme(job.theme.name ?? .light)
    let background = job.transparent ? Background.transparent : .paper
    do {
      switch job.format {
      case .svg: return try webSVG(frame, job)
      case .png, .frames:
        let pixels = try cairo.pixmap(frame, theme: theme, scale: job.scale, background: background)
        return try PNG.encode(pixels, alpha: job.transparent)
      case .svgOutlines:
        return try cairo.outlineSVG(
          frame, theme: theme, background: background, idPrefix: job.idPrefix, title: job.title,
          description: job.description)
      case .dump: return Array(frame.dump.utf8)
      case .pdf:
        return try cairo.pdf([frame], theme: theme, background: background, title: job.title)
      }
    } catch {
      throw RenderFailure("\(job.path): \(error)")
    }
  }

  /// A drawing for web pages. In the page's colours it has no paper of its own: the page shows through.
  private func webSVG(_ frame: Frame, _ job: RenderJob) throws(SVGError) -> [UInt8] {
    var options = SVGOptions(
      id: "lantern-" + job.idPrefix, language: job.language, title: job.title, description: job.description)
    options.fonts = job.fonts
    switch job.theme.name {
    case nil: options.colors = .auto
    case .light: options.colors = .light
    case .dark: options.colors = .dark
    case .print: options.colors = .print
    }
    options.paintsPaper = job.theme != .auto && !job.transparent
    return Array(try web.write(frame, options).utf8)
  }
}
