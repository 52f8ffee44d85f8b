import CairoBackend
import Dispatch
import Encoding
import Figures
import Film
import FoundationEssentials
import Synchronization

/// Draws jobs on several threads and writes them; what is written does not depend on how many.
public struct RenderRun: Sendable {
  /// The jobs.
  public let jobs: [RenderJob]
  /// Where they are written.
  public let folder: OutputFolder
  /// Whether every picture is drawn and encoded in full, as if it were alone: to measure what is spared else.
  public var isPlain = false
  /// Where files of pictures are kept from run to run; nil for nowhere.
  public var cache: CacheFolder?

  /// Creates a run.
  public init(_ jobs: [RenderJob], to folder: OutputFolder) {
    self.jobs = jobs
    self.folder = folder
  }

  /// Draws and writes everything on `threads` threads, or stops at the first failure. `report` is
  /// called from any of them, one call at a time. The files come in the order of their paths.
  public func perform(
    threads: Int, report: @escaping @Sendable (RenderProgress) -> Void
  ) throws(RenderFailure) -> [RenderedFile] {
    if jobs.contains(where: { $0.format == .mp4 }) && !Video.isPossible {
      // What can be done is done.
      _ = try RenderRun(jobs.filter { $0.format != .mp4 }, to: folder).perform(
        threads: threads, report: report)
      throw RenderFailure("\(FilmError.noProgram)")
    }
    guard !jobs.isEmpty else { return [] }
    Memory.keep()
    try prepare()
    let state = Mutex(RunState(jobs))
    let pictures = cache.flatMap { PictureCache($0) }
    defer { cache?.trim() }
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { thread in
      let painter = Painter(isPlain: isPlain, cache: pictures)
      while let piece = state.withLock({ $0.next(for: thread) }) {
        do throws(RenderFailure) {
          let bytes = try draw(piece, with: painter) { state.withLock { report($0.drew()) } }
          if let bytes = state.withLock({ $0.finished(piece, bytes) }) {
            let file = try complete(jobs[piece.job], bytes, painter)
            state.withLock { report($0.completed(file)) }
          }
        } catch {
          state.withLock { $0.fail(error) }
        }
      }
    }
    let (files, failure) = state.withLock { ($0.files, $0.failure) }
    if let failure { throw failure }
    return files.sorted { $0.path < $1.path }
  }

  /// Looks for the fonts and clears what an interrupted run left. While frames are replaced nothing may
  /// say that they are whole.
  private func prepare() throws(RenderFailure) {
    let chinese = jobs.contains { $0.language == .zh }
    for face in Face.allCases where chinese || face != .cjk && face != .cjkBold {
      do { _ = try FontFiles.shared.path(of: face) } catch { throw RenderFailure("\(error)") }
    }
    for subfolder in Set(jobs.map { $0.folder }) { folder.clearTemporaries(in: subfolder) }
    for job in jobs where job.format == .frames { try folder.remove(job.path) }
  }

  /// Draws a stretch of pictures and says how many bytes they take.
  private func draw(
    _ piece: RunState.Piece, with painter: Painter, _ drew: () -> Void
  ) throws(RenderFailure) -> Int {
    let job = jobs[piece.job]
    var bytes = 0
    if job.format.isFilm {
      let file = try FilmMaker(job, painter, folder).film(drew)
      try folder.write(file, to: job.path)
      return file.count
    }
    for index in piece.pictures {
      let path = job.path(ofPicture: index)
      switch try painter.picture(job, index) {
      case .file(let file):
        try folder.write(file, to: path)
        bytes += file.count
      case .same(let twin, let file):
        try folder.write(file, sameAs: job.path(ofPicture: twin), to: path)
        bytes += file.count
      }
      drew()
    }
    return bytes
  }

  /// Ends a job whose pictures are all written: a sequence loses the frames of a longer one that was
  /// there before, and gets its `frames.json`.
  private func complete(_ job: RenderJob, _ bytes: Int, _ painter: Painter) throws(RenderFailure)
    -> RenderedFile
  {
    guard case .story(var manifest) = job.subject else {
      return RenderedFile(path: job.path, bytes: bytes, frames: nil)
    }
    guard job.format == .frames else {
      return RenderedFile(path: job.path, bytes: bytes, frames: job.pictures)
    }
    for name in folder.names(in: job.folder) {
      if let n = FrameNumber.index(name), n >= job.pictures { try folder.remove(job.folder + "/" + name) }
    }
    manifest.theme = job.theme.text
    manifest.width = Int((job.size.width * job.scale).rounded())
    manifest.height = Int((job.size.height * job.scale).rounded())
    manifest.samples = StoryManifest.samples(of: manifest.frames, painter.telling(job))
    let text = Array(json(manifest).utf8)
    try folder.write(text, to: job.path)
    return RenderedFile(path: job.path, bytes: bytes + text.count, frames: job.pictures)
  }
}
