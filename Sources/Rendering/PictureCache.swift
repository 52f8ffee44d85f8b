import CairoBackend
import Figures
import SVGBackend

/// Files of pictures by all that they depend on: the frame, the look, the format, the fonts and the code.
///
/// Fonts are part of the code: the program holds their hashes, and draws with no others.
struct PictureCache: Sendable {
  private let folder: CacheFolder
  /// The code that draws.
  private let code: String

  /// A cache in a folder; nil where it cannot be told which code draws.
  init?(_ folder: CacheFolder) {
    guard let code = RunningCode.drawing() else { return nil }
    self.folder = folder
    var digest = Digest()
    digest.add("picture 1")
    digest.add(code)
    self.code = digest.text
  }

  /// The key of a picture of a job.
  func key(_ frame: Frame, _ job: RenderJob) -> String {
    var digest = Digest()
    digest.add(code)
    // The bytes of a frame of a story are those of the same picture alone.
    digest.add(job.format.tellsStory ? Format.png.rawValue : job.format.rawValue)
    digest.add(job.theme.text)
    digest.add(job.scale)
    digest.add(job.transparent)
    if job.format.pixelsPerPoint == nil {
      for text in [job.fonts.text, job.language.text, job.idPrefix, job.title] { digest.add(text) }
      digest.add(job.description)
    }
    digest.add(frame)
    return digest.text
  }

  /// The file kept under a key.
  func file(_ key: String) -> [UInt8]? { folder.load(key) }

  /// Keeps a file.
  func keep(_ file: [UInt8], _ key: String) { folder.store(file, key) }
}
