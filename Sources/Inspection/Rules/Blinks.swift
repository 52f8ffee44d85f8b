import Figures

extension Rule {
  /// What appears stays long enough to be seen.
  static let blink = Rule(
    "blink", "What appears on the way stays for a tenth of a second or more.",
    basis: "Potter (1976): what is seen for a tenth of a second is not remembered",
    .telling { telling in
      var out: [Flaw] = []
      for (b, beat) in telling.beats.enumerated() where beat.samples.count > 2 {
        let step = beat.motion / Double(beat.samples.count - 1)
        var glance = Glance(beat: b, telling: telling)
        for track in beat.tracks {
          let seen = track.states.map { isSeen($0) }
          guard seen.first == false, seen.last == false, let first = seen.firstIndex(of: true) else {
            continue
          }
          let end = first + seen[first...].prefix { $0 }.count
          guard Double(end - first - 1) * step < least, let state = track.states[first] else { continue }
          let start = edge(track, beat.samples[first - 1].progress, beat.samples[first].progress, &glance)
          let stop = edge(track, beat.samples[end].progress, beat.samples[end - 1].progress, &glance)
          let seconds = (stop - start) * beat.motion
          guard seconds < least else { continue }
          out.append(
            Flaw(
              beat.samples[first].frame.element(state.mark),
              "is seen for \(fixed(seconds, 2)) s: let it stay longer or leave it out",
              place: telling.place(b, beat.samples[first].progress)))
        }
      }
      return out
    })

  /// Seconds for which a thing must be seen.
  private static let least = 0.1

  private static func isSeen(_ state: Track.State?) -> Bool { (state?.opacity ?? 0) > 0.3 }

  /// The progress between two at which a thing comes into sight, or goes.
  private static func edge(_ track: Track, _ hidden: Double, _ seen: Double, _ glance: inout Glance) -> Double
  {
    var (hidden, seen) = (hidden, seen)
    for _ in 0..<6 {
      let middle = (hidden + seen) / 2
      if isSeen(glance.state(of: track.identity, at: middle)) { seen = middle } else { hidden = middle }
    }
    return seen
  }

  /// What stands in both states does not fade on the way.
  static let fade = Rule(
    "fade", "What is there before and after does not fade between.",
    basis: "Heer and Robertson (2007), congruence: the same mark stands for the same thing throughout",
    .telling { telling in
      var out: [Flaw] = []
      for (b, beat) in telling.beats.enumerated() where beat.samples.count > 2 {
        for track in beat.tracks {
          guard let p = track.start, let q = track.end, min(p.opacity, q.opacity) > 0.9 else { continue }
          // What is taken away and put back in a run of states is gone between.
          let opacities = track.states.compactMap { $0?.opacity }
          guard opacities.count == track.states.count, let faintest = opacities.min(), faintest < 0.7,
            !track.changesWords(beat.samples)
          else { continue }
          out.append(
            Flaw(
              beat.samples[0].frame.element(p.mark),
              "fades to \(fixed(faintest * 100)) % on the way although it stays: draw it as a mark of the same "
                + "kind in both states", place: telling.place(b, 0.5)))
        }
      }
      return out
    })

  /// What looks the same before and after is the same.
  static let identityLost = Rule(
    "identity-lost", "What stands at one place with one look before and after keeps its identity.",
    basis:
      "Kahneman, Treisman and Gibbs, The reviewing of object files (1992); DESIGN: objects keep their identity",
    .telling { telling in
      var out: [Flaw] = []
      for (b, beat) in telling.beats.enumerated() where beat.samples.count > 1 {
        guard let first = beat.samples.first?.frame, let last = beat.samples.last?.frame else { continue }
        let leaving = beat.tracks.filter { $0.start.map { $0.opacity > 0.5 } == true && $0.end == nil }
        let entering = beat.tracks.filter { $0.end.map { $0.opacity > 0.5 } == true && $0.start == nil }
        for track in entering {
          guard let q = track.end, q.bounds.width + q.bounds.height > 4 else { continue }
          // A copy comes out of its original; it does not fade in.
          guard !last.isCopy(last.marks[q.mark].group) else { continue }
          let twin = leaving.first { other in
            guard let p = other.start else { return false }
            return p.bounds.origin.distance(to: q.bounds.origin) < 0.5
              && p.bounds.point(1, 1).distance(to: q.bounds.point(1, 1)) < 0.5
              && first.marks[p.mark].shape.looksLike(last.marks[q.mark].shape)
          }
          guard twin != nil else { continue }
          out.append(
            Flaw(
              last.element(q.mark),
              "fades out and in again at its place: give it one identity in both states, .same(kind, id)",
              place: telling.place(b)))
        }
      }
      return out
    })
}

extension Frame {
  /// Whether a group, or one around it, came out of another.
  fileprivate func isCopy(_ group: Int) -> Bool {
    var g = group
    while g >= 0 {
      if groups[g].origin != nil { return true }
      g = groups[g].parent
    }
    return false
  }
}

extension Track {
  /// Whether it is text that says something else on the way or at the end.
  func changesWords(_ samples: [Telling.Sample]) -> Bool {
    var words: String?
    for (k, state) in states.enumerated() {
      guard let state, case .text(let line) = samples[k].frame.marks[state.mark].shape else { continue }
      if let words, words != line.text { return true }
      words = line.text
    }
    return false
  }
}

extension Shape {
  /// Whether it has the words, or the paints, of another.
  fileprivate func looksLike(_ other: Shape) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): return a.text == b.text && a.runs.first?.paint == b.runs.first?.paint
    case (.outline(_, let f, let s), .outline(_, let g, let t)): return f == g && s == t
    case (.raster(let a), .raster(let b)): return a.values == b.values
    default: return false
    }
  }
}
