/// One contour of a path as segments with lengths, to be cut at any share of its length.
struct PathContour {
  /// A straight or cubic segment from where the last one ended.
  struct Segment {
    var start, c1, c2, end: Point
    var isLine: Bool

    init(line start: Point, _ end: Point) {
      (self.start, self.end, isLine) = (start, end, true)
      (c1, c2) = (start.mixed(with: end, at: 1 / 3), start.mixed(with: end, at: 2 / 3))
    }

    init(_ start: Point, _ c1: Point, _ c2: Point, _ end: Point) {
      (self.start, self.c1, self.c2, self.end, isLine) = (start, c1, c2, end, false)
    }

    /// The point at a parameter, 0…1.
    func point(_ u: Double) -> Point { blossom(u, u, u) }

    /// The polar form of the cubic: its value for equal parameters, its controls for ends of a piece.
    private func blossom(_ u: Double, _ v: Double, _ w: Double) -> Point {
      func mix(_ a: Point, _ b: Point, _ t: Double) -> Point { a * (1 - t) + b * t }
      let (p, q, r) = (mix(start, c1, u), mix(c1, c2, u), mix(c2, end, u))
      return mix(mix(p, q, v), mix(q, r, v), w)
    }

    /// The piece between two parameters; it ends where the segment ends when `v` is 1.
    func piece(_ u: Double, _ v: Double) -> Segment {
      let (a, b) = (u <= 0 ? start : point(u), v >= 1 ? end : point(v))
      if isLine { return Segment(line: a, b) }
      return Segment(a, blossom(u, u, v), blossom(u, v, v), b)
    }

    /// Lengths up to eight equal steps of the parameter, by chords.
    var lengths: [Double] {
      if isLine { return [start.distance(to: end)] }
      var sum = 0.0
      var last = start
      return (1...8).map { k in
        let p = point(Double(k) / 8)
        sum += p.distance(to: last)
        last = p
        return sum
      }
    }
  }

  private(set) var segments: [Segment] = []
  let isClosed: Bool
  /// For each segment, the lengths up to its steps.
  private let steps: [[Double]]
  /// For each joint, the share of the whole length before it: from 0 to 1.
  let joints: [Double]

  init(_ segments: [Segment], isClosed: Bool) {
    self.segments = segments
    self.isClosed = isClosed
    steps = segments.map { $0.lengths }
    var sums = [0.0]
    for step in steps { sums.append(sums[sums.count - 1] + (step.last ?? 0)) }
    let total = sums[sums.count - 1]
    let n = Double(max(1, segments.count))
    var shares = sums.enumerated().map { total > 0 ? $1 / total : Double($0) / n }
    shares[shares.count - 1] = 1
    joints = shares
  }

  /// The contours of a path; a contour of one point is a segment of no length.
  static func all(of path: Path) -> [PathContour] {
    var out: [PathContour] = []
    var open: [Segment] = []
    var start: Point?
    func finish(_ closed: Bool) {
      guard let first = start else { return }
      var all = open
      if let last = all.last, closed, last.end.distance(to: first) > 1e-9 {
        all.append(Segment(line: last.end, first))
      }
      if all.isEmpty { all.append(Segment(line: first, first)) }
      out.append(PathContour(all, isClosed: closed))
      (open, start) = ([], nil)
    }
    for element in path.elements {
      let here = open.last?.end ?? start
      switch element {
      case .move(let p):
        finish(false)
        start = p
      case .line(let p): open.append(Segment(line: here ?? p, p))
      case .cubic(let c1, let c2, let p): open.append(Segment(here ?? c1, c1, c2, p))
      case .close: finish(true)
      }
      if start == nil, let first = open.first { start = first.start }
    }
    finish(false)
    return out
  }

  /// The parameter inside a segment at a share of the whole length.
  func parameter(_ share: Double, in i: Int) -> Double {
    let span = joints[i + 1] - joints[i]
    guard span > 0 else { return 0 }
    let local = ((share - joints[i]) / span).clamped(to: 0...1)
    if segments[i].isLine { return local }
    let wanted = local * (steps[i].last ?? 0)
    var before = 0.0
    for (k, sum) in steps[i].enumerated() {
      if sum >= wanted {
        return (Double(k) + (sum > before ? (wanted - before) / (sum - before) : 0)) / Double(steps[i].count)
      }
      before = sum
    }
    return 1
  }

  /// The points at `count` equal shares of the length, from the start on.
  func samples(_ count: Int) -> [Point] {
    var i = 0
    return (0..<count).map { k in
      let share = Double(k) / Double(count)
      while i + 1 < segments.count && joints[i + 1] <= share { i += 1 }
      return segments[i].point(parameter(share, in: i))
    }
  }

  /// The same closed contour started at a share of its length.
  func rotated(to share: Double) -> PathContour {
    guard share > 0 && share < 1 else { return self }
    var i = 0
    while i + 1 < segments.count && joints[i + 1] <= share { i += 1 }
    let u = parameter(share, in: i)
    let head = segments[i].piece(0, u)
    let tail = segments[i].piece(u, 1)
    return PathContour(
      [tail] + segments[(i + 1)...] + segments[..<i] + (u > 0 ? [head] : []), isClosed: isClosed)
  }

  /// The same contour in the other direction.
  var reversed: PathContour {
    PathContour(
      segments.reversed().map {
        $0.isLine ? Segment(line: $0.end, $0.start) : Segment($0.end, $0.c2, $0.c1, $0.start)
      }, isClosed: isClosed)
  }
}
