/// Why something that was asked for rightly could not be rendered: a figure that contradicts itself, a
/// missing font, a full disk.
public struct RenderFailure: Error, Sendable {
  /// One sentence.
  public let sentence: String

  /// Creates a failure.
  public init(_ sentence: String) { self.sentence = sentence }
}
