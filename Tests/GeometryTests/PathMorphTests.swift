import Geometry
import Testing

/// Points along a path at equal steps of each segment's parameter.
private func trace(_ path: Path, _ steps: Int = 8) -> [Point] {
  var out: [Point] = []
  var pen = Point.zero
  var first = Point.zero
  for element in path.elements {
    switch element {
    case .move(let p):
      (pen, first) = (p, p)
      out.append(p)
    case .line(let p):
      for k in 1...steps { out.append(pen.mixed(with: p, at: Double(k) / Double(steps))) }
      pen = p
    case .cubic(let c1, let c2, let p):
      for k in 1...steps {
        let t = Double(k) / Double(steps)
        let s = 1 - t
        out.append(pen * (s * s * s) + c1 * (3 * s * s * t) + c2 * (3 * s * t * t) + p * (t * t * t))
      }
      pen = p
    case .close: for k in 1...steps { out.append(pen.mixed(with: first, at: Double(k) / Double(steps))) }
    }
  }
  return out
}

/// How far the points of one path are at most from another.
private func gap(_ a: Path, _ b: Path) -> Double {
  let there = trace(b, 4)
  return trace(a, 2).reduce(0) { most, p in
    var best = Double.infinity
    for i in 1..<there.count {
      let (q, d) = (there[i - 1], there[i] - there[i - 1])
      let square = d.x * d.x + d.y * d.y
      let t = square > 0 ? (((p.x - q.x) * d.x + (p.y - q.y) * d.y) / square).clamped(to: 0...1) : 0
      best = min(best, p.distance(to: q + d * t))
    }
    return max(most, best)
  }
}

private func wave(_ n: Int, height: Double) -> Path {
  .polyline(
    (0..<n).map { i in
      let x = Double(i) / Double(n - 1)
      return Point(400 * x, height * Maths.sin(7 * x))
    })
}

@Suite struct PathMorphTests {
  private let box = Rect(10, 20, 60, 30)

  @Test func matchedPathsHaveTheSameStepsAndDrawTheSame() {
    let paths = [
      .rectangle(box), .rectangle(box, radius: 8), .ellipse(in: box), wave(20, height: 30),
      wave(13, height: 80),
      Path.polyline([Point(0, 0), Point(30, 5), Point(9, 40)], closed: true),
    ]
    for a in paths {
      for b in paths {
        let (p, q) = a.matched(with: b)
        #expect(p.verbs == q.verbs)
        #expect(gap(p, a) < 0.7 && gap(a, p) < 0.7 && gap(q, b) < 0.7 && gap(b, q) < 0.7)
      }
    }
  }

  @Test func aCurveOfManyPointsBecomesOneOfFewWithoutAJump() {
    let (a, b) = (wave(100, height: 30), wave(60, height: 30))
    // Both trace one wave, so every mixture must.
    for k in 0...10 { #expect(gap(a.mixed(with: b, at: Double(k) / 10), a) < 0.6) }
    let (c, d) = (wave(100, height: 20), wave(60, height: 60))
    var last = c
    for k in 1...20 {
      let now = c.mixed(with: d, at: Double(k) / 20)
      #expect(gap(now, last) < 40.0 / 20 + 0.5)
      last = now
    }
  }

  @Test func closedFormsTurnNeitherRoundNorInsideOut() {
    // The ellipse starts at its right and the rectangle in its corner; one may run the other way round.
    let ellipse = Path.ellipse(in: box)
    var backwards = Path()
    let corners = [box.point(0, 0), box.point(0, 1), box.point(1, 1), box.point(1, 0)]
    backwards.append(.polyline(corners, closed: true))
    for rectangle in [Path.rectangle(box), backwards] {
      for k in 1..<10 {
        let middle = trace(rectangle.mixed(with: ellipse, at: Double(k) / 10))
        for p in middle {
          let (x, y) = ((p.x - box.midX) / (box.width / 2), (p.y - box.midY) / (box.height / 2))
          #expect(x * x + y * y >= 0.97 && x.magnitude <= 1 + 1e-9 && y.magnitude <= 1 + 1e-9)
        }
      }
    }
  }

  /// The ticks of a bar that moves and has fewer of them come with it.
  @Test func contoursWithoutPartnerMeetTheLastThatHasOne() {
    func ticks(_ xs: [Double]) -> Path {
      var path = Path()
      for x in xs {
        path.move(to: Point(x, 0))
        path.line(to: Point(x, 4))
      }
      return path
    }
    let (many, one) = (ticks([100, 200, 300]), ticks([10]))
    #expect(many.mixed(with: one, at: 1 - 1e-9).bounds.union(one.bounds).width < 1e-5)
    #expect(one.mixed(with: many, at: 1e-9).bounds.union(one.bounds).width < 1e-5)
    #expect(many.mixed(with: one, at: 0.5).bounds == Rect(55, 0, 100, 4))
  }

  @Test func aLineThatGoesOnGrowsFromItsEnd() {
    let old = Path.polyline([Point(0, 0), Point(10, 0)])
    let new = Path.polyline([Point(0, 0), Point(10, 0), Point(10, 20)])
    let half = old.mixed(with: new, at: 0.5)
    #expect(half.points == [Point(0, 0), Point(10, 0), Point(10, 10)])
    #expect(new.mixed(with: old, at: 0.5).points == half.points)
  }

  @Test func contoursWithoutAPartnerGrowOutOfTheLastThatHasOne() {
    let one = Path.rectangle(box)
    var two = one
    let other = box.offset(by: Point(100, 0))
    two.append(.rectangle(other))
    let (a, b) = one.matched(with: two)
    #expect(a.verbs == b.verbs && b.bounds == two.bounds)
    #expect(a.points.suffix(4).allSatisfy { $0.distance(to: box.center) < 1e-9 })
    let (p, q) = Path().matched(with: one)
    #expect(p.verbs == q.verbs && p.points.allSatisfy { $0.distance(to: box.center) < 1e-9 })
  }
}
