import Geometry
import Testing

@Suite struct AffinePartsTests {
  @Test func partsMakeTheMapAgain() throws {
    var dice = Mulberry32(seed: 4)
    for _ in 0..<200 {
      var m = dice.affine()
      (m.tx, m.ty) = (0, 0)
      guard m.determinant > 1e-3 else { continue }
      let n = try #require(AffineParts(m)).map
      for (x, y) in zip([m.a, m.b, m.c, m.d], [n.a, n.b, n.c, n.d]) { #expect((x - y).magnitude < 1e-9) }
    }
    #expect(AffineParts(.scale(1, -1)) == nil && AffineParts(.scale(0, 1)) == nil)
  }

  @Test func theInverseUndoes() throws {
    var dice = Mulberry32(seed: 5)
    for _ in 0..<100 {
      let m = dice.affine()
      guard m.determinant.magnitude > 1e-3 else { continue }
      let p = Point(3, -7)
      #expect(near(try #require(m.inverse).apply(m.apply(p)), p))
    }
    #expect(Affine.scale(1, 0).inverse == nil)
  }

  @Test func turnsGoTheShorterWay() throws {
    let a = try #require(AffineParts(.rotation(3))), b = try #require(AffineParts(.rotation(-3)))
    // From 172° to −172° through 180°, not through 0°.
    let half = a.mixed(with: b, at: 0.5, geometric: false).map
    #expect((half.a + 1).magnitude < 1e-9)
  }

  @Test func scalesGrowByFactorsOrByAmounts() throws {
    let a = try #require(AffineParts(.scale(1, 1))), b = try #require(AffineParts(.scale(16, 16)))
    #expect((a.mixed(with: b, at: 0.5, geometric: true).scaleX - 4).magnitude < 1e-12)
    #expect(a.mixed(with: b, at: 0.5, geometric: false).scaleX == 8.5)
  }

  @Test func showingFitsWithoutStretching() {
    let m = Affine.showing(Rect(0, 0, 10, 10), in: Rect(0, 0, 100, 40))
    #expect(m.bounds(of: Rect(0, 0, 10, 10)) == Rect(30, 0, 40, 40))
    #expect(Affine.showing(.zero, in: Rect(0, 0, 2, 2)).a == 1)
  }
}
