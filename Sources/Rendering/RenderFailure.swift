/// Why something that was asked for rightly could not be rendered: a figure that contradicts itself, a
/// missing font, a full disk.
public struct RenderFailure: Error, Sendable {
  /// One sentence, without a full stop.
  public let sentence: String

  /// Creates a failure; a full stop at the end is left out.
  public init(_ sentence: String) {
    self.sentence = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
