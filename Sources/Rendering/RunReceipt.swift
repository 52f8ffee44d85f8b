import Figures
import FoundationEssentials

/// What a run wrote, so that the same run by the same program can see that nothing is left to do.
public struct RunReceipt: Codable, Sendable {
  /// The files that it reported.
  public let files: [RenderedFile]
  /// Every file that it wrote, and the state that it was left in.
  let states: [String: String]

  /// The key of a run: the code that runs, the words that it was given, and where it runs. Nil where the code cannot
  /// be told.
  static func key(_ words: [String], in place: String) -> String? {
    guard let code = RunningCode.identity() else { return nil }
    var digest = Digest()
    for text in ["run 1", code, place] + words { digest.add(text) }
    return digest.text
  }

  /// What is known of a run, if all that it wrote is still as it was left.
  public static func find(_ words: [String], in place: String, to folder: OutputFolder, _ cache: CacheFolder)
    -> RunReceipt?
  {
    guard let key = key(words, in: place), let bytes = cache.load(key),
      let receipt = try? JSONDecoder().decode(RunReceipt.self, from: Data(bytes)),
      receipt.states.allSatisfy({ FileState(folder.path(of: $0.key))?.text == $0.value })
    else { return nil }
    return receipt
  }

  /// Keeps what a run wrote.
  public static func keep(
    _ files: [RenderedFile], of jobs: [RenderJob], _ words: [String], in place: String,
    to folder: OutputFolder,
    _ cache: CacheFolder
  ) {
    guard let key = key(words, in: place) else { return }
    var states: [String: String] = [:]
    for job in jobs {
      let paths = [job.path] + (0..<job.pictures).map { job.path(ofPicture: $0) }
      for path in paths {
        guard let state = FileState(folder.path(of: path)) else { return }
        states[path] = state.text
      }
    }
    guard let data = try? JSONEncoder().encode(RunReceipt(files: files, states: states)) else { return }
    cache.store(Array(data), key)
  }
}
