/// A file, or a folder of frames, that was written.
public struct RenderedFile: Codable, Sendable, Equatable {
  /// The path below the output folder; of a sequence, that of its `frames.json`.
  public let path: String
  /// Bytes written; of a sequence, those of all its files.
  public let bytes: Int
  /// Frames of a sequence or a film.
  public let frames: Int?

  /// States that a file was written.
  public init(path: String, bytes: Int, frames: Int?) {
    self.path = path
    self.bytes = bytes
    self.frames = frames
  }
}

/// How far a run is.
public struct RenderProgress: Sendable {
  /// Pictures drawn, and pictures in all.
  public let done, total: Int
  /// What was completed just now; nil while a sequence is under way.
  public let file: RenderedFile?

  /// States how far a run is.
  public init(done: Int, total: Int, file: RenderedFile?) {
    self.done = done
    self.total = total
    self.file = file
  }
}
