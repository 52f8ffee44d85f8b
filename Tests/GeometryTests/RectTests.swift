import Geometry
import Testing

@Suite struct RectTests {
  @Test func cornersInAnyOrder() {
    let r = Rect(from: Point(9, 1), to: Point(2, 5))
    #expect(r == Rect(2, 1, 7, 4))
    #expect((r.minX, r.maxX, r.midX) == (2, 9, 5.5))
    #expect((r.minY, r.maxY, r.midY) == (1, 5, 3))
    #expect(Rect(center: r.center, size: r.size) == r)
    #expect(r.point(0, 1) == Point(2, 5) && r.point(0.5, 0.5) == r.center)
  }

  @Test func unionAndIntersection() {
    var dice = Mulberry32(seed: 21)
    for _ in 0..<500 {
      let (a, b) = (dice.rect(), dice.rect())
      let u = a.union(b)
      #expect(u == b.union(a) && near(u, u.union(a)))
      for r in [a, b] {
        #expect(u.minX <= r.minX && u.minY <= r.minY)
        #expect(u.maxX >= r.maxX - 1e-9 && u.maxY >= r.maxY - 1e-9)
      }
      #expect(a.intersection(b) == b.intersection(a))
      // A point in both lies in the common part, and the other way round.
      let p = dice.point()
      let common = a.intersection(b)
      #expect((common?.contains(p) ?? false) == (a.contains(p) && b.contains(p)))
    }
    #expect(Rect(0, 0, 2, 2).intersection(Rect(2, 0, 2, 2)) == nil)
  }

  @Test func insets() {
    let r = Rect(10, 20, 30, 40)
    #expect(r.inset(by: Insets(left: 1, top: 2, right: 3, bottom: 4)) == Rect(11, 22, 26, 34))
    #expect(r.outset(by: 5) == Rect(5, 15, 40, 50))
    #expect(near(r.outset(by: 7).outset(by: -7), r))
    #expect(r.inset(by: Insets(horizontal: 99, vertical: 1)).size == Size(0, 38))
    #expect(r.offset(by: Point(-10, 1)) == Rect(0, 21, 30, 40))
  }

  @Test func pointsAndDirections() {
    #expect(Point(3, 4).length == 5 && Point(3, 4).unit == Point(0.6, 0.8))
    #expect(Point.zero.unit == .zero)
    var dice = Mulberry32(seed: 4)
    for _ in 0..<100 {
      let p = dice.point()
      #expect(near(p.x * p.normal.x + p.y * p.normal.y, 0))
      #expect(near(p.unit * p.length, p))
      // A quarter turn clockwise, y downwards.
      #expect(near(Affine.rotation(.pi / 2).apply(p), p.normal))
    }
  }
}
