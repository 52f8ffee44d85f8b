extension Path {
  /// Both paths with the same steps, so that they can be mixed point by point: each is cut at the joints of
  /// both, at equal shares of length, and still draws exactly what it drew. Where one only continues the
  /// other, the new part grows from the old end; a contour without a partner grows out of the middle of the last that
  /// has one, so that it goes where the others go.
  public func matched(with other: Path) -> (Path, Path) {
    if verbs == other.verbs { return (self, other) }
    if let longer = continued(to: other) { return longer }
    if let (b, a) = other.continued(to: self) { return (a, b) }
    let (p, q) = (PathContour.all(of: self), PathContour.all(of: other))
    var (a, b) = (Path(), Path())
    for i in 0..<Swift.max(p.count, q.count) {
      let first = i < p.count ? p[i] : q[i].collapsed(into: p.last ?? q[i])
      let second = i < q.count ? q[i] : p[i].collapsed(into: q.last ?? p[i])
      first.match(second, &a, &b)
    }
    return (a, b)
  }

  /// This open contour drawn out to one that begins with it.
  private func continued(to other: Path) -> (Path, Path)? {
    let (n, m) = (points.count, other.points.count)
    guard n > 0, m > n, other.verbs.starts(with: verbs), other.verbs.last != .close,
      other.verbs.dropFirst().allSatisfy({ $0 != .move }),
      zip(points, other.points).allSatisfy({ $0.distance(to: $1) < 1e-6 })
    else { return nil }
    var out = self
    for verb in other.verbs.dropFirst(verbs.count) {
      if verb == .cubic {
        out.cubic(points[n - 1], points[n - 1], to: points[n - 1])
      } else {
        out.line(to: points[n - 1])
      }
    }
    return (out, other)
  }
}

extension PathContour {
  /// How many places of a closed contour are tried as its start.
  private static let starts = 48

  /// A contour of no size in the middle of another.
  fileprivate func collapsed(into other: PathContour) -> PathContour {
    var path = Path()
    for s in other.segments { path.append(.polyline([s.start, s.c1, s.c2, s.end])) }
    let c = path.bounds.center
    return PathContour([Segment(line: c, c)], isClosed: isClosed)
  }

  /// Adds this contour and another to two paths, cut at the joints of both.
  fileprivate func match(_ other: PathContour, _ a: inout Path, _ b: inout Path) {
    let other = isClosed && other.isClosed ? aligned(other) : other
    a.move(to: segments[0].start)
    b.move(to: other.segments[0].start)
    var (i, j, u, v) = (0, 0, 0.0, 0.0)
    while i < segments.count && j < other.segments.count {
      let (p, q) = (joints[i + 1], other.joints[j + 1])
      // Joints closer than this count as one, so that no sliver is cut off.
      let (endsHere, endsThere) = (p <= q + 1e-6, q <= p + 1e-6)
      let last = i + 1 == segments.count && j + 1 == other.segments.count
      let u1 = endsHere || last ? 1 : parameter(q, in: i)
      let v1 = endsThere || last ? 1 : other.parameter(p, in: j)
      add(segments[i].piece(u, u1), other.segments[j].piece(v, v1), &a, &b)
      (i, u) = u1 >= 1 ? (i + 1, 0) : (i, u1)
      (j, v) = v1 >= 1 ? (j + 1, 0) : (j, v1)
    }
    while i < segments.count {
      add(segments[i].piece(u, 1), Segment(line: other.end, other.end), &a, &b)
      (i, u) = (i + 1, 0)
    }
    while j < other.segments.count {
      add(Segment(line: end, end), other.segments[j].piece(v, 1), &a, &b)
      (j, v) = (j + 1, 0)
    }
    if isClosed && other.isClosed {
      a.close()
      b.close()
    }
  }

  private var end: Point { segments[segments.count - 1].end }

  private func add(_ p: Segment, _ q: Segment, _ a: inout Path, _ b: inout Path) {
    if p.isLine && q.isLine {
      a.line(to: p.end)
      b.line(to: q.end)
    } else {
      a.cubic(p.c1, p.c2, to: p.end)
      b.cubic(q.c1, q.c2, to: q.end)
    }
  }

  /// Another closed contour, run through in this one's direction from the place nearest to this one's start,
  /// both seen at the same size.
  private func aligned(_ other: PathContour) -> PathContour {
    let n = Self.starts
    let here = normalized(samples(n))
    let turned = here.area * normalized(other.samples(n)).area < 0 ? other.reversed : other
    let there = normalized(turned.samples(n)).points
    var best = (shift: 0, error: Double.infinity)
    for shift in 0..<n {
      var error = 0.0
      for k in 0..<n {
        let d = here.points[k] - there[(k + shift) % n]
        error += d.x * d.x + d.y * d.y
      }
      if error < best.error - 1e-9 { best = (shift, error) }
    }
    return turned.rotated(to: Double(best.shift) / Double(n))
  }

  /// Points brought into a square of size 1 about the origin, and twice the area that they go around.
  private func normalized(_ points: [Point]) -> (points: [Point], area: Double) {
    let box = Path.polyline(points).bounds
    let map = Affine(
      box.width > 0 ? 1 / box.width : 1, 0, 0, box.height > 0 ? 1 / box.height : 1, 0, 0)
    let out = points.map { map.apply($0 - box.center) }
    var area = 0.0
    for (i, p) in out.enumerated() {
      let q = out[(i + 1) % out.count]
      area += p.x * q.y - q.x * p.y
    }
    return (out, area)
  }
}
