import Figures
import Testing

/// Chips of a few tokens in a row or scattered, some solid.
private func picture(_ ids: [Int], gap: Double = 10, solid: Int = -1, count: Double = 0) -> Frame {
  layOut(
    Column {
      Row(spacing: gap) {
        for id in ids {
          Box(id == solid ? .solid(.cache) : .rest(.cache)) { Text("t\(id)") }.same("token", id)
        }
      }
      Quantity(count, NumberFormat(digits: 1)).same("count")
    }, size: Size(600, 100), language: .en
  ).frame
}

@Suite struct TransitionTests {
  private let pairs: [(Frame, Frame)] = [
    (picture([1, 2, 3]), picture([1, 2, 3], gap: 40)), (picture([1, 2, 3]), picture([2, 3, 4], solid: 3)),
    (picture([1]), picture([], count: 7)), (picture([]), picture([5, 6, 7, 8, 9, 10, 11], count: 3)),
    (picture([1, 2, 3, 4, 5, 6, 7, 8]), picture([8, 7, 6, 5, 4, 3, 2, 1])),
  ]

  @Test func theEndsAreExactlyTheLaidOutStates() {
    for (a, b) in pairs {
      let t = Transition(from: a, to: b)
      #expect(t.frame(at: 0) == a)
      #expect(t.frame(at: t.duration) == b)
      #expect(t.frame(at: t.duration + 5) == b)
    }
  }

  @Test func nothingThatStaysFades() {
    for (a, b) in pairs {
      let t = Transition(from: a, to: b)
      let kept = Set(a.groups.map { $0.identity }).intersection(b.groups.map { $0.identity })
      for k in 1..<20 {
        let frame = t.frame(at: t.duration * Double(k) / 20)
        for group in frame.groups where kept.contains(group.identity) { #expect(group.opacity == 1) }
        for id in kept { #expect(frame.groups.contains { $0.identity == id }) }
      }
    }
  }

  @Test func opacitiesStayInRangeAndParentsComeFirst() {
    for (a, b) in pairs {
      let t = Transition(from: a, to: b)
      for k in 0...30 {
        let frame = t.frame(at: t.duration * Double(k) / 30)
        for (i, group) in frame.groups.enumerated() {
          #expect(group.opacity >= 0 && group.opacity <= 1)
          #expect(group.parent < i)
        }
        for mark in frame.marks {
          #expect(mark.opacity >= 0 && mark.opacity <= 1)
          #expect(frame.groups.indices.contains(mark.group))
        }
      }
    }
  }

  @Test func whatMovesTakesTheStraightWayWithoutJumps() throws {
    let t = Transition(from: pairs[0].0, to: pairs[0].1)
    func x(_ frame: Frame) -> Double {
      frame.groups.first { $0.identity == Identity("token", 3) }?.bounds.minX ?? .nan
    }
    let (start, end) = (x(t.from), x(t.to))
    var last = start
    for k in 1...100 {
      let now = x(t.frame(at: t.duration * Double(k) / 100))
      #expect(now >= last - 1e-9 && now <= end + 1e-9)
      #expect(now - last <= 0.03 * (end - start))
      last = now
    }
    #expect(last == end)
  }

  @Test func quantitiesCountAndNamesSwap() throws {
    let t = Transition(from: picture([1], count: 0), to: picture([1], count: 10))
    let middle = t.frame(at: t.duration / 2)
    let number = try #require(middle.lines.first { $0.counter != nil })
    let value = try #require(number.counter?.value)
    #expect(value > 0 && value < 10)
    #expect(number.text == fixed(value, 1))
    let names = Transition(
      from: layOut(Text("seven").same("name"), size: Size(100, 20), language: .en).frame,
      to: layOut(Text("three").same("name"), size: Size(100, 20), language: .en).frame)
    for k in 0...20 {
      for line in names.frame(at: names.duration * Double(k) / 20).lines {
        #expect(line.text == "seven" || line.text == "three")
      }
    }
  }

  @Test func aNumberOnTheWayIsWrittenAsTheNearerOfTheTwo() throws {
    func count(_ x: Double, _ digits: Int) -> Frame {
      layOut(Quantity(x, NumberFormat(digits: digits)).same("count"), size: Size(100, 20), language: .en)
        .frame
    }
    let t = Transition(from: count(1365, 0), to: count(1, 1))
    for k in 1..<20 {
      let seconds = t.duration * Double(k) / 20
      let line = try #require(t.frame(at: seconds).lines.first)
      let value = try #require(line.counter?.value)
      #expect(line.text == fixed(value, t.share(of: Identity("count"), at: seconds) < 0.5 ? 0 : 1))
    }
  }

  @Test func theUnitOfACountingNumberStaysInItsPlace() throws {
    func share(_ x: Double) -> Frame {
      layOut(
        Quantity(x, NumberFormat(digits: 1), unit: "%").same("share"), size: Size(100, 20), language: .en
      ).frame
    }
    let t = Transition(from: share(20), to: share(40))
    let rest = try #require(t.to.lines.first)
    for k in 1..<20 {
      let line = try #require(t.frame(at: t.duration * Double(k) / 20).lines.first)
      #expect(line.width == rest.width)
      #expect(line.runs.last?.offset == rest.runs.last?.offset)
    }
  }

  @Test func aClockMovesEverythingAtOnceAndAllTheTime() {
    func bars(_ length: Double, label: Bool) -> Frame {
      layOut(
        Column {
          for i in 0..<9 {
            Box(.rest(.cache)).frame(width: length, height: 10).offset(x: length).same("bar", i)
          }
          if label { Text("done").same("label") }
        }, size: Size(400, 300), language: .en
      ).frame
    }
    let t = Transition(from: bars(100, label: false), to: bars(200, label: true), pace: .iterations)
    for k in 1..<12 {
      let frame = t.frame(at: t.duration * Double(k) / 12)
      let expected = 100 + 100 * Double(k) / 12
      for group in frame.groups
      where t.from.groups.contains(where: { $0.identity == group.identity && $0.identity != .root }) {
        #expect((group.bounds.width - expected).magnitude < 1e-9)
      }
    }
  }

  @Test func anUnchangedPictureTakesNoTime() {
    #expect(Transition(from: pairs[0].0, to: pairs[0].0).duration == 0)
  }

  @Test func aPaceSetsTheTime() {
    for (a, b) in pairs {
      #expect(Transition(from: a, to: b, pace: Pace(seconds: 0.24)).duration == 0.24)
      #expect(Transition(from: a, to: b).duration <= 1.2 + 1e-9)
    }
  }

  @Test func aCopyComesOutOfItsOriginal() throws {
    let one = picture([1])
    let two = layOut(
      Column {
        Row(spacing: 200) {
          Box(.rest(.cache)) { Text("t1") }.same("token", 1)
          Box(.rest(.cache)) { Text("t1") }.copy(1, of: "token", 1)
        }
        Quantity(0, NumberFormat(digits: 1)).same("count")
      }, size: Size(600, 100), language: .en
    ).frame
    let t = Transition(from: one, to: two)
    let early = t.frame(at: t.duration * 0.1)
    let copy = try #require(early.groups.first { $0.origin != nil })
    let original = try #require(early.groups.first { $0.identity == Identity("token", 1) })
    let shown = copy.transform.bounds(of: copy.bounds)
    #expect(shown.center.distance(to: original.bounds.center) < 60)
  }

  @Test func connectorsStayAttachedWhileTheirEndsMoveAtDifferentTimes() throws {
    func tree(_ ids: [Int]) -> Frame {
      layOut(
        Overlay {
          Row(spacing: 30) {
            for id in ids { Box(.rest(.block)).frame(width: 40, height: 30).same("node", id) }
          }
          for id in 1..<8 {
            Connector(
              from: .init(Identity("node", id), at: .top), to: .init(Identity("node", id + 1), at: .top),
              route: .arc(20))
          }
        }, size: Size(900, 200), language: .en
      ).frame
    }
    let t = Transition(from: tree([1, 2, 3, 4, 5, 6, 7, 8]), to: tree([8, 3, 5, 1, 7, 2, 6, 4]))
    for k in 0...20 {
      let frame = t.frame(at: t.duration * Double(k) / 20)
      var rects: [Identity: Rect] = [:]
      for group in frame.groups { rects[group.identity] = group.bounds }
      for mark in frame.marks {
        guard let ends = mark.ends, case .outline(.path(let path), _, nil) = mark.shape else { continue }
        let target = try #require(rects[ends.to]), tip = try #require(path.points.first)
        #expect((tip - target.point(0.5, 0) - Point(0, -2)).length < 1e-6)
      }
    }
  }

  /// A label whose fixed point changes from its left to its right end, and that turns bold, keeps in sight
  /// and moves in small steps.
  @Test func wordsThatChangeSideOrWeightGlide() throws {
    func label(at x: Double, anchor: Double, _ style: TextStyle) -> Frame {
      layOut(
        Node.filling { _, canvas in
          let line = measure("ridge point", style, canvas.language)
          canvas.text(line, at: Point(x - anchor * line.width, 50), anchor: anchor)
        }.same("label"), size: Size(600, 100), language: .en
      ).frame
    }
    let t = Transition(from: label(at: 100, anchor: 0, .note), to: label(at: 300, anchor: 1, .note.bold))
    var before = try #require(t.from.lines.first)
    for k in 1...60 {
      let frame = t.frame(at: t.duration * Double(k) / 60)
      let line = try #require(frame.lines.first)
      #expect(frame.lines.count == 1 && frame.marks.allSatisfy { frame.opacity(of: $0) == 1 })
      #expect((line.origin.x - before.origin.x).magnitude < 12)
      before = line
    }
  }
}
