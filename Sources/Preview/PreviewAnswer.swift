/// What the page gets for one question.
public struct PreviewAnswer: Sendable, Equatable {
  /// The HTTP status: 200, 400 for a question that cannot be obeyed, 404 for one that is not known.
  public let status: Int
  /// The media type of the body.
  public let type: String
  /// The body.
  public let body: [UInt8]

  /// Creates an answer.
  public init(status: Int = 200, type: String, body: [UInt8]) {
    (self.status, self.type, self.body) = (status, type, body)
  }

  /// A sentence.
  static func sentence(_ text: String, status: Int) -> PreviewAnswer {
    PreviewAnswer(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  /// A document of text.
  static func text(_ text: String, type: String) -> PreviewAnswer {
    PreviewAnswer(type: type + "; charset=utf-8", body: Array(text.utf8))
  }
}
