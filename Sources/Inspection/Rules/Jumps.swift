import Figures

extension Rule {
  /// What moves passes through the places between.
  static let jump = Rule(
    "jump", "Nothing that is in sight changes its place or size from one instant to the next.",
    basis: "Heer and Robertson, Animated Transitions in Statistical Data Graphics (2007), congruence; "
      + "Pylyshyn and Storm (1988): objects are tracked by continuous motion",
    .telling { telling in
      var out: [Flaw] = []
      for (b, beat) in telling.beats.enumerated() where beat.samples.count > 1 {
        var glance = Glance(beat: b, telling: telling)
        for track in beat.tracks { out += jump(track, beat, &glance).map { [$0] } ?? [] }
      }
      return out
    })

  /// Lengths in points: shorter steps are not looked at, and what is left of a jump however close one looks.
  private static let suspect = 24.0, certain = 12.0

  private static func jump(_ track: Track, _ beat: Telling.Beat, _ glance: inout Glance) -> Flaw? {
    for k in track.states.indices.dropFirst() {
      guard let p = track.states[k - 1], let q = track.states[k], min(p.opacity, q.opacity) > 0.25
      else { continue }
      let step = distance(p.bounds, q.bounds)
      guard step > suspect, let left = remains(track, k, beat, atLeast: max(certain, step / 2), &glance)
      else { continue }
      let sample = beat.samples[k]
      return Flaw(
        sample.frame.element(q.mark),
        "jumps by \(points(left)) points: let its place follow from the state before and after, "
          + "with marks of one kind in both", place: glance.telling.place(glance.beat, sample.progress))
    }
    return nil
  }

  /// How much of a step is left when its larger half is looked at again and again; nil when it is less than
  /// `least`.
  private static func remains(
    _ track: Track, _ k: Int, _ beat: Telling.Beat, atLeast least: Double, _ glance: inout Glance
  ) -> Double? {
    var (low, high) = (beat.samples[k - 1].progress, beat.samples[k].progress)
    guard var p = track.states[k - 1], var q = track.states[k] else { return nil }
    for _ in 0..<9 {
      let middle = (low + high) / 2
      guard let m = glance.state(of: track.identity, at: middle) else { return nil }
      if distance(p.bounds, m.bounds) > distance(m.bounds, q.bounds) {
        (high, q) = (middle, m)
      } else {
        (low, p) = (middle, m)
      }
      if distance(p.bounds, q.bounds) < least { return nil }
    }
    return min(p.opacity, q.opacity) > 0.25 ? distance(p.bounds, q.bounds) : nil
  }

  /// How far the farther of two opposite corners moves.
  private static func distance(_ a: Rect, _ b: Rect) -> Double {
    max(a.origin.distance(to: b.origin), a.point(1, 1).distance(to: b.point(1, 1)))
  }
}
