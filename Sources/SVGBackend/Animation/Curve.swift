import Motion

/// Values over time as few keys: between two of them they change evenly or along the standard curve.
struct Curve {
  /// Values at a moment; of a row of equal ones only the first and the last are needed.
  struct Point {
    let time: Double
    let values: [Double]
    /// Whether something may start or end to move here.
    var isJoint = false
  }

  /// A place in the row of points, and how the values go on from there.
  struct Key: Equatable {
    enum Way { case evenly, eased, not }
    let point: Int
    var way: Way
  }

  /// The keys of points in a row, so that no value in between is off by more than its tolerance.
  static func keys(_ points: [Point], within tolerance: [Double]) -> [Key] {
    guard var out = points.indices.first.map({ [Key(point: $0, way: .not)] }) else { return [] }
    var i = 0
    while i < points.count - 1 {
      var j = i + 1
      if points[j].values == points[i].values {
        while j + 1 < points.count && points[j + 1].values == points[i].values { j += 1 }
        out[out.count - 1].way = .not
      } else {
        var way = Key.Way.evenly
        while j + 1 < points.count, fits(points, i, j + 1, .evenly, tolerance) { j += 1 }
        if points[i].isJoint {
          // No motion of the standard curve takes longer than a transition.
          for k in points.indices.dropFirst(j + 1) {
            if points[k].time - points[i].time > longest { break }
            if points[k].isJoint && fits(points, i, k, .eased, tolerance) { (j, way) = (k, .eased) }
          }
        }
        out[out.count - 1].way = way
      }
      out.append(Key(point: j, way: .not))
      i = j
    }
    return out
  }

  private static let longest = 3.0

  private static func fits(
    _ points: [Point], _ i: Int, _ j: Int, _ way: Key.Way, _ tolerance: [Double]
  ) -> Bool {
    let (a, b) = (points[i], points[j])
    let length = b.time - a.time
    guard length > 0 else { return false }
    for k in i + 1..<j {
      let t = (points[k].time - a.time) / length
      let share = way == .eased ? Easing.standard(t) : t
      for c in tolerance.indices {
        let expected = a.values[c] + (b.values[c] - a.values[c]) * share
        if (expected - points[k].values[c]).magnitude > tolerance[c] { return false }
      }
    }
    return true
  }
}
