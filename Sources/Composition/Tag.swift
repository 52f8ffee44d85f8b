import Drawing
import Geometry
import Typography

/// What makes a node an element of its own.
struct Tag: Sendable {
  var identity: Identity?
  var origin: Identity?
  var destiny: Identity?
  var meaning: Phrase?
  var opacity = 1.0
  var clips = false
  /// Whether nothing is seen outside of its rectangle after the transform.
  var frames = false
  var transform: (@Sendable (Rect) -> Affine)?
  var movement = Movement.standard
  var source: SourceLine?

  /// This tag and one written after it as one; nil where they are two elements, because both say who
  /// they are, or because the later one speaks of the rectangle after a turn or a lens.
  func joined(with later: Tag) -> Tag? {
    if identity != nil && later.identity != nil { return nil }
    if transform != nil && (later.transform != nil || later.clips || later.identity != nil) { return nil }
    var tag = self
    tag.identity = identity ?? later.identity
    tag.origin = later.origin ?? origin
    tag.destiny = later.destiny ?? destiny
    tag.meaning = later.meaning ?? meaning
    tag.opacity = opacity * later.opacity
    tag.clips = clips || later.clips
    tag.frames = frames || later.frames
    tag.transform = transform ?? later.transform
    tag.movement = later.movement.over(movement)
    tag.source = identity == nil ? later.source ?? source : source ?? later.source
    return tag
  }

  /// What it is, in a language.
  func meaning(_ language: Language) -> String { meaning?[language] ?? "" }

  /// The group that it makes of an element in a rectangle of another group.
  @inline(__always) func group(
    _ identity: Identity, in parent: Int, _ rect: Rect, _ language: Language, _ source: SourceLine
  ) -> Group {
    let map = transform?(rect) ?? .identity
    return Group(
      identity: identity, origin: origin, destiny: destiny, parent: parent, meaning: meaning(language),
      bounds: rect, transform: map, opacity: opacity, clip: clip(rect, map), movement: movement,
      source: source)
  }

  /// What of it is seen, in its own coordinates; nil for all.
  private func clip(_ rect: Rect, _ map: Affine) -> Outline? {
    var hole: Rect? = clips ? rect : nil
    if frames, map != .identity, let back = map.inverse {
      let seen = back.bounds(of: rect)
      hole = hole.map { $0.intersection(seen) ?? Rect(center: seen.center, size: .zero) } ?? seen
    }
    return hole.map { .rectangle($0, radius: 0) }
  }
}
