import CairoBackend
import Encoding
import Figures
import SVGBackend

/// Draws the pictures of jobs; one belongs to one thread.
final class Painter {
  /// A picture of a job as it is written.
  enum Picture {
    /// The bytes of its file.
    case file([UInt8])
    /// The same picture as another one of the same story, whose file has these bytes.
    case same(as: Int, [UInt8])
  }

  private let cairo = CairoRenderer()
  private let web = SVGWriter()
  /// Whether every picture is drawn and encoded in full, as if it were alone.
  private let isPlain: Bool
  private let cache: PictureCache?
  private var telling: (number: Int, value: Telling)?
  private var story: StoryPainter?

  init(isPlain: Bool = false, cache: PictureCache? = nil) { (self.isPlain, self.cache) = (isPlain, cache) }

  /// A job's picture; of a story, its `index`th frame.
  func picture(_ job: RenderJob, _ index: Int) throws(RenderFailure) -> Picture {
    let frame = frame(job, index)
    guard job.format.tellsStory else {
      return .file(try kept(frame, job) { () throws(RenderFailure) in try encode(frame, job) })
    }
    guard frame.size == job.size else {
      throw RenderFailure("\(job.path): the canvas changes its size during the story, which frames cannot")
    }
    do {
      let painter = try story(of: job)
      // While a caption is read nothing changes: the same picture is neither drawn nor encoded again.
      if !isPlain, let (twin, file) = painter.last(ifEqual: frame) { return .same(as: twin, file) }
      let file = try kept(frame, job) { () throws(RenderFailure) in
        do { return try painter.file(frame, whole: isPlain) } catch {
          throw RenderFailure("\(job.path): \(error)")
        }
      }
      painter.wrote(file, of: frame, index)
      return .file(file)
    } catch let error as RenderFailure {
      throw error
    } catch {
      throw RenderFailure("\(job.path): \(error)")
    }
  }

  /// A file from the cache, or made now and kept there.
  private func kept(
    _ frame: Frame, _ job: RenderJob, _ make: () throws(RenderFailure) -> [UInt8]
  ) throws(RenderFailure) -> [UInt8] {
    guard let cache else { return try make() }
    let key = cache.key(frame, job)
    if let file = cache.file(key) { return file }
    let file = try make()
    cache.keep(file, key)
    return file
  }

  /// What draws the frames of a story; its own until another story comes.
  private func story(of job: RenderJob) throws(EncodingError) -> StoryPainter {
    if let story, story.path == job.path { return story }
    let made = try StoryPainter(job, cairo)
    story = made
    return made
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
