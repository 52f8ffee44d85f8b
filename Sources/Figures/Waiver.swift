import Geometry

/// A fault that `check` finds in a figure and its author wants all the same, with the reason. A figure has
/// at most one.
public struct Waiver: Sendable {
  /// The rule that is waived, as `check` names it.
  public let rule: String
  /// The mode in which it is; nil for any.
  public let mode: String?
  /// The beat in which it is; nil for any picture of the mode.
  public let beat: String?
  /// Why the figure is better this way.
  public let reason: String

  /// Waives a rule, in one mode or one beat if they are named.
  public init(_ rule: String, mode: String? = nil, beat: String? = nil, because reason: String) {
    self.rule = rule
    self.mode = mode
    self.beat = beat
    self.reason = reason
  }

  /// A beat of a mode whose picture is that of the beat before: only its sentence is new.
  public static func unchanged(_ beat: String, mode: String? = nil, because reason: String) -> Waiver {
    Waiver("beat-unchanged", mode: mode, beat: beat, because: reason)
  }
}
