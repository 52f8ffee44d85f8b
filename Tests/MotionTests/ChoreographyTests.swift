import Figures
import Testing

private let canvas = Size(600, 200)

/// A node of its own size, in the upper left corner.
private func picture(_ node: Node) -> Frame {
  layOut(Overlay(align: .topLeading) { node }, size: canvas, language: .en).frame
}

extension Frame {
  fileprivate func index(_ kind: StaticString, _ ids: Int...) -> Int? {
    groups.firstIndex { $0.identity == Identity(kind, ids) }
  }

  fileprivate func shown(_ kind: StaticString, _ id: Int) -> Rect? {
    index(kind, id).map { transform(of: $0).bounds(of: groups[$0].bounds) }
  }

  /// The only outline of an element.
  fileprivate func outline(_ kind: StaticString, _ id: Int) -> (
    outline: Outline, fill: Fill?, stroke: Stroke?
  )? {
    guard let g = index(kind, id), let mark = marks.first(where: { $0.group == g }),
      case .outline(let outline, let fill, let stroke) = mark.shape
    else { return nil }
    return (outline, fill, stroke)
  }
}

private func chip(_ id: Int, width: Double = 40) -> Node {
  Box(.rest(.cache)).frame(width: width, height: 24).same("chip", id)
}

@Suite struct ChoreographyTests {
  /// A list that shows only its first 100 points, beside a slot.
  private func lists(_ inList: [Int], _ inSlot: [Int], faded: Double = 1) -> Frame {
    picture(
      Row(spacing: 200, align: .start) {
        Row(spacing: 8) { for id in inList { chip(id) } }.frame(width: 100, height: 40, align: .leading)
          .clipped()
          .opacity(faded).same("list")
        if !inSlot.isEmpty {
          Box(.panel) { for id in inSlot { chip(id) } }.frame(width: 100, height: 40).rotated(0.3).same(
            "slot")
        }
      }.node)
  }

  @Test func whatChangesItsParentTravelsInSightAndDoesNotFade() throws {
    // The slot enters, the list clips and fades away: neither may take the chip along.
    let (a, b) = (lists([1, 2], []), lists([1], [2], faded: 0))
    let t = Transition(from: a, to: b)
    let (start, end) = (try #require(a.shown("chip", 2)), try #require(b.shown("chip", 2)))
    #expect(a.transform(of: try #require(a.index("chip", 2))) == .identity)
    for k in 1..<20 {
      let frame = t.frame(at: t.duration * Double(k) / 20)
      let g = try #require(frame.index("chip", 2))
      #expect(frame.groups[g].parent == 0 && frame.groups[g].opacity == 1)
      let place = try #require(frame.shown("chip", 2)?.center)
      #expect(place.x >= start.center.x - 1e-9 && place.x <= end.center.x + 1e-9)
      // At half way nothing of it is hidden.
      if (place.x - start.center.x) > 0.4 * (end.center.x - start.center.x) {
        #expect(frame.groups[g].clip == nil)
      }
    }
    let turned = t.frame(at: t.duration * 0.5).groups[
      try #require(t.frame(at: t.duration * 0.5).index("chip", 2))
    ].transform
    #expect((turned.determinant - 1).magnitude < 1e-9)
  }

  @Test func whatIsHiddenByItsListComesOutWhereTheListEnds() throws {
    let (a, b) = (lists([1, 3, 2], []), lists([1, 3], [2]))
    let t = Transition(from: a, to: b)
    let early = t.frame(at: t.duration * 1e-6)
    let g = try #require(early.index("chip", 2))
    // The third chip starts at 96 of the list's 100 points.
    let clip = try #require(early.groups[g].clip).bounds
    #expect((clip.maxX - 100).magnitude < 0.1)
  }

  @Test func whatTravelsPassesOverWhatIsDrawnBetween() throws {
    func scene(_ place: Int) -> Frame {
      picture(
        Column(spacing: 10) {
          for row in 0..<3 {
            Box(.panel) { if row == place { chip(1) } }.frame(width: 100, height: 40).same("row", row)
          }
        }.node)
    }
    for (from, to) in [(0, 2), (2, 0)] {
      let t = Transition(from: scene(from), to: scene(to))
      for k in 1..<10 {
        let frame = t.frame(at: t.duration * Double(k) / 10)
        let g = try #require(frame.index("chip", 1))
        #expect(frame.marks.last?.group == g)
      }
    }
  }

  @Test func aTurningThingKeepsItsFormAndItsPlace() throws {
    func arm(_ angle: Double) -> Frame {
      picture(
        Node(width: 100, height: 10) { $1.line($0.point(0, 0.5), $0.point(1, 0.5), stroke: .strong) }
          .same("arm", 1).rotated(angle))
    }
    let (a, b) = (arm(0), arm(3))
    let t = Transition(from: a, to: b)
    for k in 0...20 {
      let frame = t.frame(at: t.duration * Double(k) / 20)
      let g = try #require(frame.index("arm", 1))
      let m = frame.transform(of: g)
      let (p, q) = (
        m.apply(frame.groups[g].bounds.point(0, 0.5)), m.apply(frame.groups[g].bounds.point(1, 0.5))
      )
      #expect((p.distance(to: q) - 100).magnitude < 1e-9)
      #expect(
        p.mixed(with: q, at: 0.5).distance(to: a.groups[try #require(a.index("arm", 1))].bounds.center) < 1e-9
      )
    }
  }

  @Test func aLensZoomsByEqualFactorsAboutOnePoint() throws {
    func scene(_ view: Rect) -> Frame {
      picture(Box(.panel).frame(width: 400, height: 100).same("scene", 1).zoomed(to: view))
    }
    let (a, b) = (scene(Rect(0, 0, 1, 1)), scene(Rect(0.5, 0.5, 0.25, 0.25)))
    let t = Transition(from: a, to: b, pace: Pace(easing: .linear, seconds: 1))
    var maps: [Affine] = []
    for k in 0...10 { maps.append(t.frame(at: Double(k) / 10).transform(of: 1)) }
    // The point that both ends show in the same place: x = 4x + tx.
    let fixed = Point(-maps[10].tx / 3, -maps[10].ty / 3)
    for (k, m) in maps.enumerated() {
      #expect((m.a - Maths.pow(4, Double(k) / 10)).magnitude < 1e-9 && m.a == m.d && m.b == 0)
      #expect(m.apply(fixed).distance(to: fixed) < 1e-9)
    }
  }

  @Test func aLensOfAnotherShapeDoesNotStretch() throws {
    let wide = picture(
      Box(.panel).frame(width: 400, height: 100).same("scene", 1).zoomed(to: Rect(0, 0, 0.5, 0.25)))
    #expect(wide.transform(of: 1).a == 2 && wide.transform(of: 1).d == 2)
    let small = picture(
      Box(.panel).frame(width: 400, height: 100).same("scene", 1).shown(in: Rect(0.5, 0, 0.5, 1)))
    #expect(small.shown("scene", 1)?.size == Size(200, 50))
    #expect(small.transform(of: 1).a == 0.5)
  }

  @Test func manyComeOutOfOneAsTheyStandToEachOtherAndGoBackIntoOne() throws {
    func whole() -> Frame { picture(Box(.rest(.cache)).frame(width: 120, height: 24).same("whole", 1)) }
    func parts() -> Frame {
      picture(
        Row(spacing: 60) {
          for id in 0..<3 {
            Box(.rest(.cache)).frame(width: 40, height: 24).emerging(from: "whole", 1).merging(
              into: "whole", 1
            ).same("part", id)
          }
        }.node)
    }
    let (one, three) = (whole(), parts())
    let middle = try #require(one.shown("whole", 1))
    let split = Transition(from: one, to: three), merge = Transition(from: three, to: one)
    for id in 0..<3 {
      // Three parts of a third of its width start as the thirds of the whole.
      let third = Rect(middle.minX + 40 * Double(id), middle.minY, 40, 24)
      let first = try #require(split.frame(at: 1e-9).shown("part", id))
      let last = try #require(merge.frame(at: merge.duration - 1e-9).shown("part", id))
      #expect(first.origin.distance(to: third.origin) < 1e-6)
      #expect(last.origin.distance(to: third.origin) < 1e-6)
    }
    #expect(split.fades.filter { $0.reason == .cameOut }.count == 3)
    #expect(merge.fades.filter { $0.reason == .wentInto }.count == 3)
    #expect(merge.fades.filter { $0.reason == .left }.isEmpty)
    // On the way they are as solid as they were.
    let half = merge.frame(at: merge.duration * 0.3)
    #expect(half.groups[try #require(half.index("part", 0))].opacity == 1)
  }

  @Test func whatSplitsIsThereUntilItsPartsAreAndWhatFormsWhenTheyArrive() throws {
    func scene(_ whole: Bool, _ sum: Bool) -> Frame {
      picture(
        Row(spacing: 40) {
          if whole { Box(.rest(.cache)).frame(width: 120, height: 24).same("whole", 1) }
          if !whole && !sum {
            for id in 0..<3 {
              Box(.rest(.cache)).frame(width: 40, height: 24).emerging(from: "whole", 1).merging(
                into: "sum", 1
              )
              .same("part", id)
            }
          }
          if sum { Box(.rest(.cache)).frame(width: 60, height: 24).same("sum", 1) }
        }.node)
    }
    let moments = [
      (Transition(from: scene(true, false), to: scene(false, false)), "whole" as StaticString),
      (Transition(from: scene(false, false), to: scene(false, true)), "sum"),
    ]
    for (t, kind) in moments {
      #expect(t.duration == 0.72)
      for k in 1..<60 {
        let frame = t.frame(at: t.duration * Double(k) / 60)
        func opacity(_ kind: StaticString, _ id: Int) throws -> Double {
          frame.groups[try #require(frame.index(kind, id))].opacity
        }
        // Together they are as much as one of them.
        #expect((try opacity(kind, 1) + opacity("part", 0) - 1).magnitude < 1e-9)
      }
    }
  }

  @Test func aLensShowsNothingOutsideOfItsFrame() throws {
    func scene(_ view: Rect) -> Frame {
      picture(Box(.panel).frame(width: 400, height: 100).same("scene", 1).zoomed(to: view))
    }
    let frame = Rect(0, 0, 400, 100)
    let (whole, part, other) = (
      scene(Rect(0, 0, 1, 1)), scene(Rect(0.5, 0.5, 0.25, 0.25)), scene(Rect(0.1, 0, 0.25, 0.25))
    )
    #expect(whole.groups[1].clip == nil)
    for (a, b) in [(part, other), (whole, part)] {
      let t = Transition(from: a, to: b)
      for k in 1..<20 {
        let group = t.frame(at: t.duration * Double(k) / 20).groups[1]
        let seen = group.transform.bounds(of: try #require(group.clip).bounds)
        // From the whole on there is room for what stands out of it, which closes.
        let room = a == whole ? 12.0 : 0
        #expect(
          seen.inset(by: Insets(all: -1e-6)).contains(frame.origin)
            && seen.width <= frame.width + 2 * room + 1e-6)
      }
    }
  }

  @Test func twoThatChangePlacesPassOnDifferentSides() throws {
    func row(_ ids: [Int]) -> Frame {
      picture(Row(spacing: 60) { for id in ids { chip(id) } }.offset(y: 80))
    }
    let (a, b) = (row([1, 2, 3]), row([3, 2, 1]))
    let t = Transition(from: a, to: b)
    let y = try #require(a.shown("chip", 1)?.midY)
    var most = 0.0
    for k in 1..<40 {
      let frame = t.frame(at: t.duration * Double(k) / 40)
      let (p, q) = (try #require(frame.shown("chip", 1)), try #require(frame.shown("chip", 3)))
      #expect((p.midY - y) * (q.midY - y) <= 1e-9)
      #expect((p.midY + q.midY - 2 * y).magnitude < 1e-9)
      #expect(frame.shown("chip", 2)?.midY == y)
      most = max(most, (p.midY - y).magnitude)
    }
    // 0.15 of the 200 points between them.
    #expect(most > 29 && most <= 30)
  }

  @Test func aBowKeepsToTheCanvas() throws {
    func row(_ ids: [Int]) -> Frame {
      picture(Row(spacing: 400) { for id in ids { chip(id) } }.node)
    }
    let t = Transition(from: row([1, 2]), to: row([2, 1]))
    for k in 1..<40 {
      let frame = t.frame(at: t.duration * Double(k) / 40)
      for id in 1...2 { #expect(try #require(frame.shown("chip", id)).minY >= 0) }
    }
  }

  @Test func formsOfTwoKindsBecomeEachOther() throws {
    func form(_ outline: Outline) -> Frame {
      picture(
        Node(width: 100, height: 100) { $1.outline(outline, fill: .role(.cache, .fill)) }.same("form", 1))
    }
    let square = Rect(0, 0, 100, 100)
    let t = Transition(from: form(.rectangle(square, radius: 0)), to: form(.ellipse(square)))
    for k in 1..<10 {
      let frame = t.frame(at: t.duration * Double(k) / 10)
      #expect(frame.marks.count == 1 && frame.marks[0].opacity == 1)
      // Neither turned nor folded on the way: always between the disc and the square.
      guard case .path(let path)? = frame.outline("form", 1)?.outline else {
        Issue.record("not a path")
        return
      }
      for p in path.points {
        let r = p.distance(to: square.center)
        #expect(r >= 49.9 && r <= 50 * 2.0.squareRoot() + 1e-9)
      }
    }
  }

  @Test func hatchAndDashChangeWithoutASudden() throws {
    func form(_ fill: Fill, _ dash: [Double]) -> Frame {
      picture(
        Node(width: 100, height: 40) {
          $1.outline(.rectangle($0, radius: 0), fill: fill, stroke: Stroke(.ink, dash: dash))
        }.same("form", 1))
    }
    let t = Transition(from: form(.role(.cache, .fill), []), to: form(.idle, [3, 3]))
    var last = 0.0
    for k in 1..<20 {
      let (_, fill, stroke) = try #require(t.frame(at: t.duration * Double(k) / 20).outline("form", 1))
      guard case .hatch(let line, _)? = fill else {
        Issue.record("no hatch on the way")
        return
      }
      #expect(line.opacity >= last)
      last = line.opacity
      let dash = try #require(stroke).dash
      #expect(
        dash.count == 2 && (dash[0] + dash[1] - 6).magnitude < 1e-9
          && (dash[1] / 3 - line.opacity).magnitude < 1e-9)
    }
  }

  @Test func wordsThatAreLinedUpAnotherWayDoNotJump() throws {
    func label(_ align: Double, _ x: Double) -> Frame {
      picture(Text("a label", align: align).same("label", 1).offset(x: x))
    }
    let t = Transition(from: label(0, 0), to: label(1, 100))
    func left(_ seconds: Double) throws -> Double { try #require(t.frame(at: seconds).lines.first).origin.x }
    #expect((try left(1e-9) - left(0)).magnitude < 1e-6)
    #expect((try left(t.duration - 1e-9) - left(t.duration)).magnitude < 1e-6)
  }

  @Test func whatAppearsInsideAMovingThingComesWithIt() throws {
    func bar(_ x: Double, _ label: Bool) -> Frame {
      picture(
        Overlay {
          Box(.rest(.cache)).frame(width: 80, height: 24); if label { Text("done").same("label", 1) }
        }
        .same("bar", 1).offset(x: x))
    }
    let t = Transition(from: bar(0, false), to: bar(300, true), pace: .together)
    for k in 1..<20 {
      let frame = t.frame(at: t.duration * Double(k) / 20)
      let (p, q) = (try #require(frame.shown("bar", 1)), try #require(frame.shown("label", 1)))
      #expect((p.center - q.center).length < 1e-9)
    }
  }

  @Test func aMarkThatAppearsOnAMovingThingComesWithIt() throws {
    func bar(_ x: Double, _ tick: Bool) -> Frame {
      picture(
        Node(width: 80, height: 24) { rect, canvas in
          canvas.outline(.rectangle(rect, radius: 0), fill: .role(.cache, .fill))
          if tick { canvas.line(rect.point(0.5, 0), rect.point(0.5, 1), stroke: .strong) }
        }.same("bar", 1).offset(x: x))
    }
    let t = Transition(from: bar(0, false), to: bar(300, true), pace: .together)
    for k in 1..<20 {
      let frame = t.frame(at: t.duration * Double(k) / 20)
      let (p, q) = (frame.marks[0].shape.bounds, frame.marks[1].shape.bounds)
      #expect((p.midX - q.midX).magnitude < 1e-9)
    }
  }

  /// Connectors from the top of one node to the top of the next, through a lens when `zoomed`.
  private func chain(_ ids: [Int], inBox: Int = 0, zoomed: Bool = false) -> Frame {
    func node(_ id: Int) -> Node { Box(.rest(.block)).frame(width: 40, height: 30).same("node", id) }
    return picture(
      Overlay {
        Row(spacing: 30) {
          for id in ids {
            if id == inBox { node(id).padding(10).rotated(0.2).same("box", 1) } else { node(id) }
          }
        }.offset(y: 60)
        for id in 1..<ids.count {
          Connector(
            from: .init(Identity("node", id), at: .top), to: .init(Identity("node", id + 1), at: .top),
            route: .arc(20))
        }
      }.frame(width: 600, height: 200).same("scene", 1).zoomed(
        to: zoomed ? Rect(0, 0, 0.5, 0.5) : Rect(0, 0, 1, 1)))
  }

  @Test func connectorsFollowBowsAndLenses() throws {
    for (a, b) in [
      (chain([1, 2, 3, 4]), chain([4, 2, 3, 1])), (chain([1, 2, 3, 4]), chain([4, 2, 3, 1], zoomed: true)),
    ] {
      let t = Transition(from: a, to: b)
      for k in 0...20 {
        let frame = t.frame(at: t.duration * Double(k) / 20)
        let scale = frame.groups[try #require(frame.index("scene", 1))].transform.a
        for mark in frame.marks {
          guard let ends = mark.ends, case .outline(.path(let path), _, nil) = mark.shape else { continue }
          let g = try #require(frame.groups.firstIndex { $0.identity == ends.to })
          let target = frame.transform(of: g).bounds(of: frame.groups[g].bounds)
          // A head is drawn 2 points before the middle of the upper edge.
          let tip = frame.transform(of: mark.group).apply(try #require(path.points.first))
          #expect((tip - target.point(0.5, 0)).distance(to: Point(0, -2 * scale)) < 1e-6)
        }
      }
    }
  }

  @Test func connectorsFollowWhatChangesItsParent() throws {
    let t = Transition(from: chain([1, 2, 3, 4]), to: chain([1, 2, 3, 4], inBox: 2))
    func offset(_ frame: Frame) throws -> Point {
      let rect = try #require(frame.shown("node", 2))
      let head = frame.marks.first { $0.ends == Ends(from: Identity("node", 2), to: Identity("node", 2)) }
      guard case .outline(.path(let path), _, _)? = head?.shape else { return Point(.nan, .nan) }
      return try #require(path.points.first) - rect.center
    }
    let (start, end) = (try offset(t.from), try offset(t.to))
    for k in 1..<20 {
      let now = try offset(t.frame(at: t.duration * Double(k) / 20))
      let share = t.share(of: Identity("node", 2), at: t.duration * Double(k) / 20)
      #expect(now.distance(to: start.mixed(with: end, at: share)) < 1e-6)
    }
  }
}
