import Figures
import Testing

private func dot(_ x: Double, _ movement: Movement = .standard, tail: Bool = false) -> Frame {
  layOut(
    Overlay(align: .topLeading) {
      Box(.rest(.cache)).frame(width: 20, height: 20).motion(movement).same("dot").offset(x: x, y: 80)
      if tail {
        Box(.rest(.block)).frame(width: 20, height: 20).enter(from: .left).exit(to: .bottom).same("tail")
          .offset(x: 100)
      }
    }, size: Size(400, 200), language: .en
  ).frame
}

private func place(_ frame: Frame, _ kind: StaticString = "dot") -> Point? {
  frame.groups.firstIndex { $0.identity == Identity(kind) }.map {
    frame.transform(of: $0).apply(frame.groups[$0].bounds.center)
  }
}

@Suite struct OverrideTests {
  @Test func anElementCanMoveAtOneSpeed() throws {
    let t = Transition(from: dot(0), to: dot(200, .linear))
    for k in 1..<10 {
      let p = try #require(place(t.frame(at: t.duration * Double(k) / 10)))
      #expect((p.x - 10 - 20 * Double(k)).magnitude < 1e-9)
    }
  }

  @Test func anElementCanCut() throws {
    let t = Transition(from: dot(0), to: dot(200, .cut))
    #expect(t.duration > 0)
    #expect(place(t.frame(at: 0))?.x == 10)
    #expect(place(t.frame(at: t.duration * 0.01))?.x == 210)
  }

  @Test func anElementCanBow() throws {
    let t = Transition(from: dot(0), to: dot(200, .bow(-0.2)))
    let heights = try (0...20).map { try #require(place(t.frame(at: t.duration * Double($0) / 20))).y }
    // To the left of its way, which leads to the right, is up.
    #expect((heights.min() ?? 0) < 90 - 39 && (heights.min() ?? 0) >= 90 - 40 - 1e-9)
    #expect(heights.first == 90 && heights.last == 90)
  }

  @Test func anElementCanSlideInAndOut() throws {
    let t = Transition(from: dot(0), to: dot(0, tail: true))
    let inward = try (1..<20).map { try #require(place(t.frame(at: t.duration * Double($0) / 20), "tail")) }
    #expect(inward.allSatisfy { $0.y == 10 && $0.x >= 90 && $0.x <= 110 })
    #expect(inward[0].x < 91)
    let back = Transition(from: dot(0, tail: true), to: dot(0))
    let outward = try (1..<10).map {
      try #require(place(back.frame(at: back.duration * Double($0) / 20), "tail"))
    }
    #expect(outward.allSatisfy { $0.x == 110 } && (outward.last?.y ?? 0) > 10)
  }

  @Test func aBeatCanCutOrDoAllAtOnce() throws {
    #expect(Transition(from: dot(0), to: dot(200), pace: .cut).duration == 0)
    let together = Transition(from: dot(0, tail: true), to: dot(200), pace: .together)
    let sequence = Transition(from: dot(0, tail: true), to: dot(200))
    #expect(together.duration < sequence.duration)
    let early = together.frame(at: together.duration * 0.2)
    #expect(try #require(place(early)).x > 10)
    #expect(early.groups.contains { $0.identity == Identity("tail") && $0.opacity > 0.5 })
  }

  @Test func aBeatCanKeepManyInStep() throws {
    func row(_ gap: Double) -> Frame {
      layOut(
        Row(spacing: gap) {
          for id in 0..<8 { Box(.rest(.cache)).frame(width: 10, height: 10).same("dot", id) }
        },
        size: Size(400, 20), language: .en
      ).frame
    }
    let t = Transition(from: row(4), to: row(30), pace: Pace(staggers: false))
    let ids = (0..<8).map { Identity("dot", $0) }
    for k in 1..<8 {
      let shares = ids.map { t.share(of: $0, at: t.duration * Double(k) / 8) }
      #expect(Set(shares).count == 1)
    }
    let staggered = Transition(from: row(4), to: row(30))
    #expect(staggered.share(of: ids[0], at: 0.1) > staggered.share(of: ids[7], at: 0.1))
  }
}
