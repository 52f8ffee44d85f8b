import Geometry
import Testing

@Suite struct AffineTests {
  @Test func compositionIsFirstThenNext() {
    var dice = Mulberry32(seed: 8)
    for _ in 0..<300 {
      let (f, g, h, p) = (dice.affine(), dice.affine(), dice.affine(), dice.point())
      #expect(near(f.then(g).apply(p), g.apply(f.apply(p))))
      #expect(near(f.then(g).then(h).apply(p), f.then(g.then(h)).apply(p)))
      #expect(f.then(.identity) == f && Affine.identity.then(f) == f)
    }
  }

  @Test func rotationKeepsLengthsAndItsCentre() {
    var dice = Mulberry32(seed: 9)
    for _ in 0..<300 {
      let (angle, c, p, q) = (20 * dice.next() - 10, dice.point(), dice.point(), dice.point())
      let turn = Affine.rotation(angle, about: c)
      #expect(near(turn.apply(c), c))
      #expect(near(turn.apply(p).distance(to: turn.apply(q)), p.distance(to: q)))
      #expect(near(turn.then(.rotation(-angle, about: c)).apply(p), p))
    }
    #expect(!Affine.rotation(0.1).isAxisAligned)
    #expect(Affine.scale(2, 3).then(.translation(4, 5)).isAxisAligned)
  }

  @Test func fittingBringsOneRectangleOntoAnother() {
    var dice = Mulberry32(seed: 10)
    for _ in 0..<300 {
      let (a, b) = (dice.rect(), dice.rect())
      #expect(near(Affine.fitting(a, into: b).bounds(of: a), b))
    }
    // Nothing to stretch: moved only.
    #expect(Affine.fitting(Rect(1, 1, 0, 0), into: Rect(5, 6, 7, 8)).apply(Point(1, 1)) == Point(5, 6))
  }

  @Test func boundsHoldTheImage() {
    var dice = Mulberry32(seed: 12)
    for _ in 0..<300 {
      let (m, r) = (dice.affine(), dice.rect())
      let box = m.bounds(of: r).outset(by: 1e-9)
      for _ in 0..<5 { #expect(box.contains(m.apply(r.point(dice.next(), dice.next())))) }
    }
  }

  @Test func mixesEndExactly() {
    var dice = Mulberry32(seed: 13)
    for _ in 0..<100 {
      let (f, g) = (dice.affine(), dice.affine())
      #expect(f.mixed(with: g, at: 0) == f && f.mixed(with: g, at: 1) == g)
      let (a, b) = (dice.rect(), dice.rect())
      #expect(a.mixed(with: b, at: -1) == a && a.mixed(with: b, at: 2) == b)
    }
    #expect(2.0.mixed(with: 4, at: 0.25) == 2.5)
    #expect(0.1.mixed(with: 0.7, at: 1) == 0.7)
    #expect(5.clamped(to: 1...3) == 3 && 0.clamped(to: 1...3) == 1 && 2.clamped(to: 1...3) == 2)
  }
}
