/// Keyframes from the looks of a track.
extension TrackWriter {
  /// The name of the keyframes of some values of each look; nil when they stay.
  mutating func animation<Key, Look>(
    _ track: Track<Key, Look>, _ tolerance: [Double], _ values: (Look) -> [Double],
    _ declarations: (Look, inout Colorist) -> String
  ) -> String? {
    animation(
      track, tolerance, numbered: { values(track.runs[$0].look) },
      { run, colorist in declarations(track.runs[run].look, &colorist) })
  }

  /// The name of the keyframes of some values of a track, by the numbers of its runs; nil when they stay.
  mutating func animation<Key, Look>(
    _ track: Track<Key, Look>, _ tolerance: [Double], numbered values: (Int) -> [Double],
    _ declarations: (Int, inout Colorist) -> String
  ) -> String? {
    let rows = track.runs.indices.map(values)
    guard rows.contains(where: { $0 != rows[0] }) else { return nil }
    var keys: [(time: Double, declarations: String)] = []
    for stay in track.stays {
      var points: [Curve.Point] = []
      var runs: [Int] = []
      for i in stay {
        let run = track.runs[i]
        for moment in run.first == run.last ? [run.first] : [run.first, run.last] {
          let (time, isJoint) = moments[moment]
          points.append(Curve.Point(time: time, values: rows[i], isJoint: isJoint))
          runs.append(i)
        }
      }
      for key in Curve.keys(points, within: tolerance) {
        var text = declarations(runs[key.point], &colorist)
        if key.way == .evenly { text += ";animation-timing-function:linear" }
        keys.append((points[key.point].time, text))
      }
    }
    guard let first = keys.first, let last = keys.last else { return nil }
    if first.time > 0 { keys.insert((0, declarations(0, &colorist)), at: 0) }
    if last.time < duration { keys.append((duration, declarations(track.runs.count - 1, &colorist))) }
    return keyframes.name(keys)
  }

  /// The name of the keyframes that show an element where it is there; nil when it always is.
  mutating func presence<Key, Look>(_ track: Track<Key, Look>) -> String? {
    var keys: [(time: Double, declarations: String)] = []
    let (hidden, visible) = ("visibility:hidden", "visibility:visible")
    for stay in track.stays {
      let (first, last) = (track.runs[stay.lowerBound].first, track.runs[stay.upperBound - 1].last)
      // Between a hidden and a visible key an element is visible: so one visible key is enough. It comes a
      // little before its moment, when what was there before goes.
      let start = first == 0 ? 0 : moments[first].time - Self.early
      let end = last + 1 < moments.count ? moments[last + 1].time - Self.early : duration
      if first == 0 && end >= duration { return nil }
      keys.append((start, first == 0 ? visible : hidden))
      if end < duration {
        if first > 0 { keys.append(((start + end) / 2, visible)) }
        keys.append((end, hidden))
      } else {
        keys.append(((start + end) / 2, visible))
        keys.append((duration, visible))
      }
    }
    guard let first = keys.first, let last = keys.last else { return nil }
    if first.time > 0 { keys.insert((0, hidden), at: 0) }
    if last.time < duration { keys.append((duration, hidden)) }
    return keyframes.name(keys)
  }

  private static let early = 0.0003
}
