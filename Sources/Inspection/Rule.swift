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

  /// What it finds in one picture; nothing when it looks at something else.
  public func flaws(in picture: Picture) -> [Flaw] {
    if case .picture(let look) = look { look(picture) } else { [] }
  }

  /// What it finds in one story; nothing when it looks at something else.
  public func flaws(in telling: Telling) -> [Flaw] {
    if case .telling(let look) = look { look(telling) } else { [] }
  }

  /// What it finds in all tellings of a figure; nothing when it looks at something else.
  public func flaws(in exposure: Exposure) -> [Flaw] {
    if case .figure(let look) = look { look(exposure) } else { [] }
  }
}
