import Figures

extension Rule {
  /// A reader can follow what moves.
  static let unstaggered = Rule(
    "unstaggered", "At most five things start to move at once, unless they move as one.",
    basis: "Pylyshyn and Storm, Tracking multiple independent targets (1988): about four; "
      + "Wertheimer (1923), common fate",
    .telling { telling in
      var out: [Flaw] = []
      for (b, beat) in telling.beats.enumerated() where beat.samples.count > 2 {
        let all = movers(beat)
        var glance = Glance(beat: b, telling: telling)
        let counts = beat.samples.indices.map { k in
          let row = all.filter { $0.start == k }
          return row.count > most ? together(row, beat, k, &glance) : 0
        }
        guard let worst = counts.max(), worst > most, let k = counts.firstIndex(of: worst) else { continue }
        out.append(
          Flaw(
            Element("the beat \(beat.name)"),
            "sets things off in \(worst) directions at once, \(worst - most) more than can be followed: "
              + "stagger them, or split the beat", place: telling.place(b, beat.samples[k].progress)))
      }
      return out
    })

  private static let most = 5

  /// An outermost element that changes its place.
  private struct Mover {
    let track: Track
    let start: Int
    let from: Point
    let by: Point
  }

  /// Whether a thing has gone a fiftieth of its way.
  private static func hasStarted(_ state: Track.State?, from: Point, by: Point) -> Bool {
    (state?.bounds.center ?? from).distance(to: from) > by.length / 50
  }

  /// How many ways start within one quarter of the time between two samples, a sixtieth of a second.
  private static func together(
    _ movers: [Mover], _ beat: Telling.Beat, _ k: Int, _ glance: inout Glance
  ) -> Int {
    guard k > 0 else { return independent(movers) }
    let (low, high) = (beat.samples[k - 1].progress, beat.samples[k].progress)
    var rest = movers
    var most = 0
    for quarter in 1...4 {
      let progress = low + (high - low) * Double(quarter) / 4
      var started: [Mover] = []
      var waiting: [Mover] = []
      for mover in rest {
        let state = glance.state(of: mover.track.identity, at: progress)
        if quarter == 4 || hasStarted(state, from: mover.from, by: mover.by) {
          started.append(mover)
        } else {
          waiting.append(mover)
        }
      }
      most = max(most, independent(started))
      rest = waiting
    }
    return most
  }

  /// The elements that move, each with the sample in which it first has.
  private static func movers(_ beat: Telling.Beat) -> [Mover] {
    var out: [Mover] = []
    var known: [Identity: Int] = [:]
    for track in beat.tracks {
      guard let p = track.start, let q = track.end, let frame = beat.samples.last?.frame else { continue }
      let by = q.bounds.center - p.bounds.center
      guard by.length > 16 else { continue }
      let moved = track.states.firstIndex {
        hasStarted($0, from: p.bounds.center, by: by)
      }
      guard let start = moved else { continue }
      let who = frame.outermost(frame.marks[q.mark].group) ?? track.identity
      let mover = Mover(track: track, start: start, from: p.bounds.center, by: by)
      if let i = known[who] {
        if start < out[i].start { out[i] = mover }
      } else {
        known[who] = out.count
        out.append(mover)
      }
    }
    return out
  }

  /// How many ways there are among movers: those that go in one direction, or that one stretch carries along,
  /// count as one.
  private static func independent(_ movers: [Mover]) -> Int {
    guard movers.count > most else { return 0 }
    let x = residuals(movers.map { ($0.from.x, $0.by.x) })
    let y = residuals(movers.map { ($0.from.y, $0.by.y) })
    var ways: [Point] = []
    for (i, mover) in movers.enumerated() where x[i] > 6 || y[i] > 6 {
      let way = mover.by.unit
      // Within 30° they share a direction.
      if !ways.contains(where: { $0.x * way.x + $0.y * way.y > 0.866 }) { ways.append(way) }
    }
    return ways.count
  }

  /// Distances from the straight line that fits pairs of place and shift best.
  private static func residuals(_ pairs: [(Double, Double)]) -> [Double] {
    let n = Double(pairs.count)
    let (mx, my) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    let sxx = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.0 - mx) }
    let sxy = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let slope = sxx > 1e-9 ? sxy / sxx : 0
    return pairs.map { ($0.1 - my - slope * ($0.0 - mx)).magnitude }
  }
}

extension Frame {
  /// The outermost element below the root that has an identity of its own in the stage: what moves with it
  /// is part of it.
  fileprivate func outermost(_ group: Int) -> Identity? {
    var (g, out) = (group, Identity?.none)
    while g > 0 {
      out = groups[g].identity
      g = groups[g].parent
    }
    return out
  }
}
