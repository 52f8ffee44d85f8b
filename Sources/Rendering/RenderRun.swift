import CairoBackend
import Dispatch
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

  /// Creates a run.
  public init(_ jobs: [RenderJob], to folder: OutputFolder) {
    self.jobs = jobs
    self.folder = folder
  }

  /// Frames drawn in a row by one thread: enough that the next one is often equal.
  private static let chunk = 32

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
    try prepare()
    let state = Mutex(RunState(jobs, chunk: Self.chunk))
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
      let painter = Painter()
      while let piece = state.withLock({ $0.next() }) {
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
      let file = try painter.file(job, index)
      try folder.write(file, to: job.path(ofPicture: index))
      bytes += file.count
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

/// What the threads of a run share.
private struct RunState {
  /// A stretch of a job's pictures.
  struct Piece {
    let job: Int
    let pictures: Range<Int>
  }

  private(set) var files: [RenderedFile] = []
  private(set) var failure: RenderFailure?
  private var pieces: ArraySlice<Piece> = []
  private var open: [Int]
  private var bytes: [Int]
  private var done = 0
  private let total: Int

  init(_ jobs: [RenderJob], chunk: Int) {
    for (i, job) in jobs.enumerated() {
      // A film is made by one thread, from its first picture to its last.
      let chunk = job.format.isFilm ? max(1, job.pictures) : chunk
      for start in stride(from: 0, to: job.pictures, by: chunk) {
        pieces.append(Piece(job: i, pictures: start..<min(start + chunk, job.pictures)))
      }
    }
    total = jobs.reduce(0) { $0 + $1.pictures }
    bytes = Array(repeating: 0, count: jobs.count)
    open = Array(repeating: 0, count: jobs.count)
    for piece in pieces { open[piece.job] += 1 }
  }

  /// The next piece of work; none after a failure.
  mutating func next() -> Piece? { failure == nil ? pieces.popFirst() : nil }

  mutating func drew() -> RenderProgress {
    done += 1
    return RenderProgress(done: done, total: total, file: nil)
  }

  /// Counts a piece; the bytes of the whole job when it was the last.
  mutating func finished(_ piece: Piece, _ count: Int) -> Int? {
    open[piece.job] -= 1
    bytes[piece.job] += count
    return open[piece.job] == 0 ? bytes[piece.job] : nil
  }

  mutating func completed(_ file: RenderedFile) -> RenderProgress {
    files.append(file)
    return RenderProgress(done: done, total: total, file: file)
  }

  mutating func fail(_ error: RenderFailure) { failure = failure ?? error }
}
