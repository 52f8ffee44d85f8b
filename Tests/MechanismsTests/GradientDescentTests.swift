import Geometry
import Mechanisms
import Testing

private func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-6) -> Bool {
  (a - b).magnitude <= tolerance
}

@Suite struct GradientDescentTests {
  private let bowl = QuadraticBowl(1, 10)
  private let start = Point(10, 1)

  private func run(_ step: Double) -> GradientDescent { GradientDescent(bowl, from: start, step: step) }

  @Test func coordinatesDecouple() {
    for (t, z) in run(0.07).points.prefix(30).enumerated() {
      var (x, y) = (10.0, 1.0)
      for _ in 0..<t { (x, y) = (x * (1 - 0.07), y * (1 - 0.7)) }
      #expect(near(z.x, x, 1e-9) && near(z.y, y, 1e-9))
    }
  }

  @Test func convergesBelowTwoOverTheLargestCurvature() {
    #expect(near(bowl.largestStep, 0.2, 1e-15) && bowl(start) == 55)
    for step in [0.05, 0.1, 0.19] {
      let run = run(step)
      #expect(run.end == .converged, "\(step)")
    }
    #expect(run(0.2).points.allSatisfy { near($0.y.magnitude, 1, 1e-9) })
    #expect(run(0.2).end == .unfinished && run(0.2).steps == 200)
    #expect(near(run(0.21).values[20], 226.300296) && run(0.21).end == .diverged)
  }

  /// Boyd & Vandenberghe, §9.3.2: the path of exact line search from this start.
  @Test func theBestFixedStepZigzags() {
    let run = run(bowl.bestStep)
    #expect(near(bowl.bestStep, 2.0 / 11, 1e-15) && near(bowl.contraction(step: 2.0 / 11), 9.0 / 11, 1e-12))
    var expected = 55.0
    for (t, z) in run.points.prefix(20).enumerated() {
      #expect(near(run.values[t] / expected, 1, 1e-9))
      #expect((z.y > 0) == (t % 2 == 0))
      expected *= 81.0 / 121
    }
    #expect(run.values.firstIndex { $0 < 1e-6 } == 45)
  }

  @Test func takesAsLongAsComputed() {
    #expect(near(run(0.1).points[1].y, 0, 1e-15))
    #expect(run(0.1).steps == 85 && run(0.05).steps == 173)
  }

  @Test func theGradientIsSquareToTheContour() {
    for t in 0..<12 {
      let angle = Double(t) / 12 * 2 * Maths.pi
      let axes = bowl.contour(7)
      let z = Point(axes.width * Maths.cos(angle), axes.height * Maths.sin(angle))
      let along = Point(-axes.width * Maths.sin(angle), axes.height * Maths.cos(angle))
      let g = bowl.gradient(z)
      #expect(near(bowl(z), 7, 1e-9) && near(g.x * along.x + g.y * along.y, 0, 1e-9))
      // −∇f points at the minimum only on an axis.
      let aimed = near(g.x * z.y - g.y * z.x, 0, 1e-9)
      #expect(aimed == (near(z.x, 0, 1e-9) || near(z.y, 0, 1e-9)))
    }
  }

  @Test func twoValleysPartBetweenTheStarts() {
    for (x, published) in zip(TwoValleys.stationary, [-1.046681, 0.101031, 0.945649]) {
      #expect(near(x, published, 5e-7) && near(TwoValleys.slope(x), 0, 1e-12))
    }
    #expect(TwoValleys.value(0.101031) > TwoValleys.value(0.09))
    #expect(TwoValleys.value(0.101031) > TwoValleys.value(0.11))
    for (start, end) in [(-2, -1.046681), (0.05, -1.046681), (0.15, 0.945649), (2, 0.945649)] {
      let points = TwoValleys.descent(from: start)
      #expect(points.count == 501 && near(points[500], end), "\(start)")
    }
  }
}
