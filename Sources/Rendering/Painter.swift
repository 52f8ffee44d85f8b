import CairoBackend
import Encoding
import Figures
import SVGBackend

/// Draws the pictures of jobs; one belongs to one thread.
final class Painter {
  /// A picture of a job as it is written.
  enum Picture {
    /// Its file.
    case file(FileParts)
    /// The same picture as another one of the same story, which has this file.
    case same(as: Int, FileParts)
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
    guard job.format == .frames else {
      return .file(try kept(frame, job) { () throws(RenderFailure) in FileParts(try file(frame, job)) })
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
    _ frame: Frame, _ job: RenderJob, _ make: () throws(RenderFailure) -> FileParts
  ) throws(RenderFailure) -> FileParts {
    guard let cache, job.isOneFrame else { return try make() }
    let key = cache.key(frame, job)
    if let file = cache.file(key) { return FileParts(file) }
    let file = try make()
    cache.keep(file.bytes, key)
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
    case .still, .whole: return job.figure.still(job.language).without(job.without)
    case .beat(let beat, let progress):
      return telling(job).frame(beat: beat, progress: progress).without(job.without)
    case .story(let manifest):
      let moment = manifest.frames[index]
      return telling(job).frame(beat: moment.beat, progress: moment.progress).without(job.without)
    case .strip: return Strip(telling(job), job.without).whole
    case .slides: return Strip(telling(job), job.without).slides[0]
    }
  }

  /// The pixels of a frame.
  func pixels(_ frame: Frame, _ job: RenderJob) throws(RenderFailure) -> Pixmap {
    do {
      let background = job.transparent ? Background.transparent : .paper
      return try cairo.pixmap(
        frame, theme: Theme(job.theme.name ?? .light), scale: job.scale, background: background)
    } catch {
      throw RenderFailure("\(job.path): \(error)")
    }
  }

  /// The story of a job, laid out once for jobs that follow each other.
  func telling(_ job: RenderJob) -> Telling {
    if let telling, telling.number == job.telling { return telling.value }
    let made = Telling(job.figure, job.language)
    telling = (job.telling, made)
    return made
  }

  private func file(_ frame: Frame, _ job: RenderJob) throws(RenderFailure) -> [UInt8] {
    let theme = Theme(job.theme.name ?? .light)
    let background = job.transparent ? Background.transparent : .paper
    do {
      switch job.format {
      case .svg: return try webSVG(frame, job)
      case .transcript: return Array(Transcript(telling(job)).text.utf8)
      case .svgAnimated: return Array(try web.write(try story(job), webOptions(job)).utf8)
      case .apng, .webp, .gif, .mp4, .storyboard, .slides:
        throw RenderFailure("\(job.format.rawValue) is not one picture")
      case .png, .frames:
        let pixels = try cairo.pixmap(frame, theme: theme, scale: job.scale, background: background)
        return try PNG.encode(pixels, alpha: job.transparent)
      case .svgOutlines:
        return try cairo.outlineSVG(
          frame, theme: theme, background: background, idPrefix: job.idPrefix, title: job.title,
          description: job.description)
      case .dump: return Array(frame.dump.utf8)
      case .pdf:
        return try cairo.pdf(pages(frame, job), theme: theme, background: background, title: job.title)
      }
    } catch let failure as RenderFailure {
      throw RenderFailure("\(job.path): \(failure.sentence)")
    } catch {
      throw RenderFailure("\(job.path): \(error)")
    }
  }

  /// The pages of a document.
  private func pages(_ frame: Frame, _ job: RenderJob) -> [Frame] {
    switch job.subject {
    case .strip: return Strip(telling(job), job.without).pages
    case .slides: return Strip(telling(job), job.without).slides
    case .still, .beat, .story, .whole: return [frame]
    }
  }

  /// A drawing for web pages. In the page's colours it has no paper of its own: the page shows through.
  private func webSVG(_ frame: Frame, _ job: RenderJob) throws(SVGError) -> [UInt8] {
    Array(try web.write(frame, webOptions(job)).utf8)
  }

  /// A story whose beats move and rest.
  private func story(_ job: RenderJob) throws(RenderFailure) -> MovingStory {
    let telling = telling(job)
    let board = telling.storyboard
    for beat in board.timings.indices where telling.frame(beat: beat, progress: 1).size != job.size {
      throw RenderFailure("the canvas changes its size during the story, which a drawing cannot")
    }
    return MovingStory(
      still: frame(job, 0), duration: board.duration, once: job.once,
      stretches: board.timings.enumerated().map { beat, timing in
        .init(start: timing.start, length: timing.motion, joints: board.joints(beat: beat))
      }, frame: { telling.frame(beat: $0, progress: $1).without(job.without) })
  }

  private func webOptions(_ job: RenderJob) -> SVGOptions {
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
    return options
  }
}
