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
        for track in beat.tracks { out += jump(track, b, beat, telling).map { [$0] } ?? [] }
      }
      return out
    })

  /// Lengths in points: shorter steps are not looked at, and what is left of a jump however close one looks.
  private static let suspect = 24.0, certain = 12.0

  private static func jump(_ track: Track, _ b: Int, _ beat: Telling.Beat, _ telling: Telling) -> Flaw? {
    for k in track.states.indices.dropFirst() {
      guard let p = track.states[k - 1], let q = track.states[k], min(p.opacity, q.opacity) > 0.25
      else { continue }
      let step = distance(p.bounds, q.bounds)
      guard step > suspect, let left = remains(track.identity, b, beat, k, telling), left > certain,
        left > step / 2
      else { continue }
      let sample = beat.samples[k]
      return Flaw(
        sample.frame.element(q.mark),
        "jumps by \(points(left)) points: let its place follow from the state before and after, "
          + "with marks of one kind in both", place: telling.place(b, sample.progress))
    }
    return nil
  }

  /// How much of a step is left when its middle is looked at again and again.
  private static func remains(
    _ who: Identity, _ b: Int, _ beat: Telling.Beat, _ k: Int, _ telling: Telling
  ) -> Double? {
    var (low, high) = (beat.samples[k - 1].progress, beat.samples[k].progress)
    guard var p = state(who, beat.samples[k - 1].frame), var q = state(who, beat.samples[k].frame)
    else { return nil }
    for _ in 0..<9 {
      let middle = (low + high) / 2
      guard let frame = telling.frame(b, middle), let m = state(who, frame) else { return nil }
      if distance(p.bounds, m.bounds) > distance(m.bounds, q.bounds) {
        (high, q) = (middle, m)
      } else {
        (low, p) = (middle, m)
      }
      if distance(p.bounds, q.bounds) < certain { return nil }
    }
    return min(p.opacity, q.opacity) > 0.25 ? distance(p.bounds, q.bounds) : nil
  }

  private static func state(_ who: Identity, _ frame: Frame) -> Track.State? {
    guard let i = frame.marks.firstIndex(where: { $0.identity == who }) else { return nil }
    let mark = frame.marks[i]
    return Track.State(
      bounds: frame.transform(of: mark.group).bounds(of: mark.shape.bounds), opacity: frame.opacity(of: mark),
      mark: i)
  }

  /// How far the farther of two opposite corners moves.
  private static func distance(_ a: Rect, _ b: Rect) -> Double {
    max(a.origin.distance(to: b.origin), a.point(1, 1).distance(to: b.point(1, 1)))
  }
}
