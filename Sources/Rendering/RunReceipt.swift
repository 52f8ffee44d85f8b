import Figures
import FoundationEssentials

/// What a run wrote, so that the same run by the same program can see that nothing is left to do.
///
/// It is kept as a line with a sum over the states of all files, a line for each path, an empty one, and JSON of what
/// was reported: a book has ten thousand files, and looking at them is all that a repeated run does.
public struct RunReceipt: Sendable {
  /// The files that it reported.
  public let files: [RenderedFile]

  /// The key of a run: the code that runs, the words that it was given, and where it runs. Nil where the code cannot
  /// be told.
  static func key(_ words: [String], in place: String) -> String? {
    guard let code = RunningCode.identity() else { return nil }
    var digest = Digest()
    for text in ["run 2", code, place] + words { digest.add(text) }
    return digest.text
  }

  /// What is known of a run, if all that it wrote is still as it was left.
  public static func find(_ words: [String], in place: String, to folder: OutputFolder, _ cache: CacheFolder)
    -> RunReceipt?
  {
    guard let key = key(words, in: place), let bytes = cache.load(key) else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let sum = lines.first, let end = lines.firstIndex(where: { $0.isEmpty }), end > 0,
      let json = lines[(end + 1)...].first,
      let files = try? JSONDecoder().decode([RenderedFile].self, from: Data(json)),
      let states = states(lines[1..<end].lazy.map { String(decoding: $0, as: UTF8.self) }, in: folder),
      sum.elementsEqual(states.utf8)
    else { return nil }
    return RunReceipt(files: files)
  }

  /// A sum over the states of files; nil when one is not there.
  private static func states<Paths: Sequence<String>>(_ paths: Paths, in folder: OutputFolder) -> String? {
    var digest = Digest()
    for path in paths {
      guard let state = FileState(folder.path(of: path)) else { return nil }
      digest.add(path)
      for n in [state.device, state.inode, state.size, state.modified, state.changed] { digest.add(n) }
    }
    return digest.text
  }

  /// Keeps what a run wrote.
  public static func keep(
    _ files: [RenderedFile], of jobs: [RenderJob], _ words: [String], in place: String,
    to folder: OutputFolder,
    _ cache: CacheFolder
  ) {
    guard let key = key(words, in: place) else { return }
    let paths = jobs.flatMap { job in
      job.format.tellsStory ? [job.path] + (0..<job.pictures).map { job.path(ofPicture: $0) } : [job.path]
    }
    guard let sum = states(paths, in: folder), let json = try? JSONEncoder().encode(files) else { return }
    let text = ([sum] + paths).joined(separator: "\n") + "\n\n"
    cache.store(Array(text.utf8) + json, key)
  }
}
