import Figures

/// What tints mean, side by side: a small area of each, and its name.
public struct TintKey: NodeConvertible {
  private let entries: [(look: Surface, name: Phrase)]

  /// Creates a key, from left to right.
  public init(_ entries: [(look: Surface, name: Phrase)]) { self.entries = entries }

  /// What it lays out and draws.
  public var node: Node {
    Row(spacing: Spacing.m) {
      for (look, name) in entries {
        Row(spacing: Spacing.xs) {
          Box(look).frame(width: 14, height: 12)
          Text(name, .note.painted(.muted))
        }
      }
    }.node
  }
}
