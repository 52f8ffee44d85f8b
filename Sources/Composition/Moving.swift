import Drawing
import Geometry
import Typography

/// How an element comes, moves and goes, where the motion derived from its states does not say enough.
extension NodeConvertible {
  /// Says that it goes into another thing when it leaves, instead of fading: many can go into one.
  public func merging(into kind: StaticString, _ ids: Int...) -> Node {
    tagged(Tag(destiny: Identity(kind, ids)))
  }

  /// Says that it comes out of another thing when it enters, instead of fading: one can give many, which
  /// spread as they stand to each other.
  public func emerging(from kind: StaticString, _ ids: Int...) -> Node {
    tagged(Tag(origin: Identity(kind, ids)))
  }

  /// Says how it moves: `.cut`, `.linear`, `.bow(0.2)`.
  public func motion(_ movement: Movement) -> Node { tagged(Tag(movement: movement)) }

  /// Slides in from a side when it enters.
  public func enter(from side: Movement.Side) -> Node { tagged(Tag(movement: Movement(entry: side))) }

  /// Slides out to a side when it leaves.
  public func exit(to side: Movement.Side) -> Node { tagged(Tag(movement: Movement(exit: side))) }
}
