import Figures

/// What every figure must hold to: an id, a reason that was published, and how to look for what breaks it.
public struct Rule: Sendable {
  /// What a rule looks at.
  public enum Look: Sendable {
    /// One picture at rest: the still, or where a beat has come to rest.
    case picture(@Sendable (Picture) -> [Flaw])
    /// A whole story: its beats, captions and motion.
    case telling(@Sendable (Telling) -> [Flaw])
    /// All tellings of a figure.
    case figure(@Sendable (Exposure) -> [Flaw])
  }

  /// Its name in findings and waivers.
  public let id: String
  /// What must hold, in one sentence.
  public let summary: String
  /// Where that is published.
  public let basis: String
  /// How to look for what breaks it.
  public let look: Look

  /// Creates a rule.
  public init(_ id: String, _ summary: String, basis: String, _ look: Look) {
    (self.id, self.summary, self.basis, self.look) = (id, summary, basis, look)
  }
}
