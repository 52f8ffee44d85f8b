import Geometry
import Testing

@Suite struct PathTests {
  let box = Rect(10, 20, 60, 30)

  @Test func shapesFillTheirRectangle() {
    for radius in [0, 4, 15, 99, -3.0] {
      let path = Path.rectangle(box, radius: radius)
      #expect(near(path.bounds, box))
      #expect(path.verbs.first == .move && path.verbs.last == .close)
    }
    #expect(near(Path.ellipse(in: box).bounds, box))
    #expect(Path().bounds == .zero && Path().isEmpty)
    #expect(Path.polyline([], closed: true).isEmpty)
  }

  @Test("The quarter circle of a cubic is off by less than 2.8 parts in 10,000")
  func circle() {
    var pen = Point.zero
    var arcs = 0
    for element in Path.ellipse(in: Rect(-1, -1, 2, 2)).elements {
      switch element {
      case .move(let p), .line(let p): pen = p
      case .close: break
      case .cubic(let c1, let c2, let end):
        for t in stride(from: 0.0, through: 1, by: 0.05) {
          let s = 1 - t
          let p =
            pen * (s * s * s) + c1 * (3 * s * s * t) + c2 * (3 * s * t * t) + end * (t * t * t)
          #expect(p.length > 1 - 1e-12 && p.length < 1.000_28)
        }
        pen = end
        arcs += 1
      }
    }
    #expect(arcs == 4)
  }

  @Test func mapsReachEveryPoint() {
    var dice = Mulberry32(seed: 30)
    let path = Path.rectangle(box, radius: 5)
    for _ in 0..<50 {
      let (f, g) = (dice.affine(), dice.affine())
      let there = path.transformed(by: f).transformed(by: g)
      let direct = path.transformed(by: f.then(g))
      #expect(there.verbs == path.verbs)
      #expect(zip(there.points, direct.points).allSatisfy { near($0, $1) })
    }
    #expect(path.transformed(by: .identity) == path)
  }

  @Test func elementsKeepTheirPoints() {
    var path = Path.polyline([Point(0, 0), Point(4, 0)])
    path.cubic(Point(5, 0), Point(6, 1), to: Point(6, 2))
    path.close()
    #expect(
      path.elements == [
        .move(Point(0, 0)), .line(Point(4, 0)), .cubic(Point(5, 0), Point(6, 1), Point(6, 2)), .close,
      ])
    var two = path
    two.append(Path.polyline([Point(9, 9), Point(8, 8)]))
    #expect(two.elements.count == 6 && two.points.count == 7)
  }

  @Test func ribbonsKeepTheirWidth() {
    let band = Path.ribbon(from: (x: 0, y: 0), to: (x: 40, y: 100), width: 12)
    #expect(near(band.bounds, Rect(-6, 0, 52, 100)))
    // Left and right edge are the same curve, 12 apart.
    let p = band.points
    #expect(zip(p[0...3], p[4...7].reversed()).allSatisfy { near($0 + Point(12, 0), $1) })
  }

  @Test func mixing() {
    let (a, b) = (Path.rectangle(box), Path.rectangle(box.offset(by: Point(8, 4))))
    #expect(a.mixed(with: b, at: 0) == a && a.mixed(with: b, at: 1) == b)
    #expect(near(a.mixed(with: b, at: 0.5).bounds, box.offset(by: Point(4, 2))))
    let round = Path.ellipse(in: box)
    #expect(a.mixed(with: round, at: 0) == a && a.mixed(with: round, at: 1) == round)
  }
}
