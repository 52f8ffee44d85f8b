import Figures

extension Rule {
  /// Nothing flashes.
  static let flash = Rule(
    "flash", "No area of more than 2 % of the canvas flashes more than three times in a second.",
    basis:
      "WCAG 2.2, 2.3.1 Three Flashes or Below Threshold: a flash is a pair of opposing changes of relative "
      + "luminance of 10 % or more",
    .telling { telling in
      var out: [Flaw] = []
      for (b, beat) in telling.beats.enumerated() where beat.samples.count > 6 {
        let canvas = beat.samples[0].frame.size
        var area = 0.0
        var first: (state: Track.State, sample: Int)?
        for track in beat.tracks {
          guard let k = flashing(track, beat), let state = track.states[k] else { continue }
          area += state.bounds.width * state.bounds.height
          first = first ?? (state, k)
        }
        let share = area / max(1, canvas.width * canvas.height)
        guard share > 0.02, let first else { continue }
        out.append(
          Flaw(
            beat.samples[first.sample].frame.element(first.state.mark),
            "flashes more than three times in a second, on \(fixed(share * 100)) % of the canvas: let it "
              + "change once", place: telling.place(b, beat.samples[first.sample].progress)))
      }
      return out
    })

  /// The sample in which an area has flashed for the fourth time within a second; nil if it never has.
  private static func flashing(_ track: Track, _ beat: Telling.Beat) -> Int? {
    let sizes = track.states.compactMap { $0.map { $0.bounds.width * $0.bounds.height } }
    guard let largest = sizes.max(), largest > 400 else { return nil }
    var turns: [(seconds: Double, rises: Bool)] = []
    var (low, high) = (Double.infinity, -Double.infinity)
    for (k, sample) in beat.samples.enumerated() {
      let luminance = track.states[k].map { brightness(of: $0, in: sample.frame) } ?? 1
      (low, high) = (min(low, luminance), max(high, luminance))
      if luminance - low >= 0.1 && turns.last?.rises != true {
        turns.append((sample.seconds, true))
        (low, high) = (luminance, luminance)
      } else if high - luminance >= 0.1 && turns.last?.rises != false {
        turns.append((sample.seconds, false))
        (low, high) = (luminance, luminance)
      } else if turns.last?.rises == true {
        low = luminance
      } else if turns.last?.rises == false {
        high = luminance
      }
      // Four flashes are eight changes.
      if turns.count >= 8, sample.seconds - turns[turns.count - 8].seconds <= 1 {
        return track.states[k] == nil ? track.states.firstIndex { $0 != nil } : k
      }
    }
    return nil
  }

  /// How bright its area is on light paper.
  private static func brightness(of state: Track.State, in frame: Frame) -> Double {
    guard case .outline(_, .plain(let paint)?, _) = frame.marks[state.mark].shape else { return 1 }
    let theme = Theme(.light)
    return theme.color(paint.faded(state.opacity)).over(theme.color(.paper)).luminance
  }
}
