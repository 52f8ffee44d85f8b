/// What the threads of a run share.
///
/// Each thread goes through a stretch of neighbouring pictures, so that it draws only what changes from one to the
/// next. A thread that has nothing left takes the second half of the longest stretch of another.
struct RunState {
  /// Neighbouring pictures of a job.
  struct Piece: Equatable {
    let job: Int
    let pictures: Range<Int>
  }

  private(set) var files: [RenderedFile] = []
  private(set) var failure: RenderFailure?
  /// Jobs that no thread has begun.
  private var waiting: ArraySlice<Piece>
  /// What each thread has before it.
  private var stretches: [Int: Piece] = [:]
  /// Pictures of each job that are not done.
  private var open: [Int]
  private var bytes: [Int]
  private var done = 0
  private let total: Int
  /// Jobs that one thread does from the first picture to the last.
  private let films: [Bool]

  /// Pictures that a thread takes at a time from its own stretch.
  private static let step = 4
  /// A stretch shorter than this is not shared: its first picture costs more than a few that follow.
  private static let shortest = 8

  init(_ jobs: [RenderJob]) {
    waiting = ArraySlice(jobs.indices.map { Piece(job: $0, pictures: 0..<jobs[$0].pictures) })
    total = jobs.reduce(0) { $0 + $1.pictures }
    bytes = Array(repeating: 0, count: jobs.count)
    open = jobs.map { $0.pictures }
    films = jobs.map { $0.format.isFilm }
  }

  /// The next pictures for a thread; none after a failure.
  mutating func next(for thread: Int) -> Piece? {
    guard failure == nil else { return nil }
    guard let own = stretches.removeValue(forKey: thread) ?? waiting.popFirst() ?? shared() else {
      return nil
    }
    if films[own.job] { return own }
    let end = min(own.pictures.upperBound, own.pictures.lowerBound + Self.step)
    if end < own.pictures.upperBound {
      stretches[thread] = Piece(job: own.job, pictures: end..<own.pictures.upperBound)
    }
    return Piece(job: own.job, pictures: own.pictures.lowerBound..<end)
  }

  /// The second half of the longest stretch that a thread has before it.
  private mutating func shared() -> Piece? {
    let longest = stretches.max { a, b in
      (a.value.pictures.count, b.key) < (b.value.pictures.count, a.key)
    }
    guard let (thread, piece) = longest, piece.pictures.count >= Self.shortest else { return nil }
    let middle = piece.pictures.lowerBound + piece.pictures.count / 2
    stretches[thread] = Piece(job: piece.job, pictures: piece.pictures.lowerBound..<middle)
    return Piece(job: piece.job, pictures: middle..<piece.pictures.upperBound)
  }

  mutating func drew() -> RenderProgress {
    done += 1
    return RenderProgress(done: done, total: total, file: nil)
  }

  /// Counts a piece; the bytes of the whole job when it was the last.
  mutating func finished(_ piece: Piece, _ count: Int) -> Int? {
    open[piece.job] -= piece.pictures.count
    bytes[piece.job] += count
    return open[piece.job] == 0 ? bytes[piece.job] : nil
  }

  mutating func completed(_ file: RenderedFile) -> RenderProgress {
    files.append(file)
    return RenderProgress(done: done, total: total, file: file)
  }

  mutating func fail(_ error: RenderFailure) { failure = failure ?? error }
}
