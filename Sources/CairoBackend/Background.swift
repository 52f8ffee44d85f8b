/// What lies behind a frame.
public enum Background: Sendable {
  /// The theme's paper.
  case paper
  /// Nothing: what the picture is laid on shows through.
  case transparent
}
