import Figures
import Testing

/// Pairs of neighbouring states, without and with a lens.
private func pairs(zooming: Bool = false) -> [(Frame, Frame)] {
  var out: [(Frame, Frame)] = []
  for seed in 1...24 as ClosedRange<UInt32> {
    var scene = RandomScene(seed: seed)
    var last = scene.frame
    for _ in 0..<3 {
      scene.step()
      if zooming { scene.zoom() }
      let frame = scene.frame
      out.append((last, frame))
      last = frame
    }
  }
  return out
}

private let paces = [Pace.standard, .together, .iterations, Pace(seconds: 0.7)]

extension Frame {
  /// The rectangle of a group on the canvas.
  fileprivate func rect(of identity: Identity) -> Rect? {
    groups.firstIndex { $0.identity == identity }.map { transform(of: $0).bounds(of: groups[$0].bounds) }
  }

  /// The opacity of a group with those around it.
  fileprivate func opacity(of identity: Identity) -> Double {
    guard var g = groups.firstIndex(where: { $0.identity == identity }) else { return 0 }
    var k = 1.0
    while g >= 0 {
      k *= groups[g].opacity
      g = groups[g].parent
    }
    return k
  }

  fileprivate var identities: Set<Identity> { Set(groups.map { $0.identity }) }
}

@Suite struct LawTests {
  @Test func theEndsAreExactlyTheLaidOutStates() {
    for (a, b) in pairs(zooming: true) {
      for pace in paces {
        let t = Transition(from: a, to: b, pace: pace)
        #expect(t.frame(at: 0) == a && t.frame(at: -1) == a)
        #expect(t.frame(at: t.duration) == b && t.frame(at: t.duration + 1) == b)
      }
    }
  }

  @Test func theFirstAndLastMomentsAreNextToTheEnds() {
    for (a, b) in pairs(zooming: true) {
      let t = Transition(from: a, to: b)
      for (end, seconds) in [(a, 1e-7), (b, t.duration - 1e-7)] {
        let frame = t.frame(at: seconds)
        for id in a.identities.intersection(b.identities) {
          guard let p = end.rect(of: id), let q = frame.rect(of: id) else {
            Issue.record("an element is not there")
            continue
          }
          #expect(p.origin.distance(to: q.origin) < 0.01)
          #expect((end.opacity(of: id) - frame.opacity(of: id)).magnitude < 0.01)
        }
      }
    }
  }

  @Test func everythingStaysInRange() {
    for (a, b) in pairs(zooming: true) {
      for pace in paces {
        let t = Transition(from: a, to: b, pace: pace)
        for k in 0...16 { checkRanges(t.frame(at: t.duration * Double(k) / 16)) }
      }
    }
  }

  private func checkRanges(_ frame: Frame) {
    for (i, group) in frame.groups.enumerated() {
      #expect(group.opacity >= 0 && group.opacity <= 1)
      #expect(group.parent < i && (group.parent >= 0 || i == 0))
      #expect(
        group.transform.tx.isFinite && group.transform.determinant.isFinite && group.bounds.midX.isFinite)
    }
    #expect(frame.identities.count == frame.groups.count)
    #expect(Set(frame.marks.map { $0.identity }).count == frame.marks.count)
    for mark in frame.marks {
      #expect(mark.opacity >= 0 && mark.opacity <= 1 && frame.groups.indices.contains(mark.group))
      var paints: [Paint] = []
      switch mark.shape {
      case .outline(_, let fill, let stroke):
        switch fill {
        case .plain(let paint)?: paints.append(paint)
        case .hatch(let line, let ground)?: paints += [line, ground]
        case nil: break
        }
        if let stroke {
          paints.append(stroke.paint)
          #expect(stroke.width >= 0 && stroke.dash.allSatisfy { $0 >= 0 })
        }
      case .text(let line): paints += line.runs.map { $0.paint }
      case .raster: break
      }
      for paint in paints {
        #expect(paint.share >= 0 && paint.share <= 1 && paint.opacity >= 0 && paint.opacity <= 1)
        let c = Theme.dark.color(paint)
        #expect([c.red, c.green, c.blue, c.alpha].allSatisfy { $0 >= 0 && $0 <= 1 })
      }
    }
  }

  @Test func whatIsInBothStatesIsNeverAbsentAndNeverFades() {
    for (a, b) in pairs(zooming: true) {
      let t = Transition(from: a, to: b)
      let marks = Set(a.marks.map { $0.identity }).intersection(b.marks.map { $0.identity })
      for k in 1..<16 {
        let frame = t.frame(at: t.duration * Double(k) / 16)
        #expect(marks.isSubset(of: frame.marks.map { $0.identity }))
        for id in a.identities.intersection(b.identities) {
          let (p, q) = (a.opacity(of: id), b.opacity(of: id))
          let now = frame.opacity(of: id)
          #expect(now >= min(p, q) - 1e-9 && now <= max(p, q) + 1e-9)
        }
      }
      for fade in t.fades where fade.reason != .relabelled && fade.reason != .redrawn {
        let stands = a.identities.union(a.marks.map { $0.identity }).contains(fade.identity)
        #expect(stands == (fade.reason == .left || fade.reason == .wentInto))
        #expect(!a.identities.intersection(b.identities).contains(fade.identity))
      }
    }
  }

  /// Distances are along the way that the middle of an element takes; its duration is the time in which it
  /// is on its way.
  @Test func nothingIsFasterThanOnePointSixTimesItsMeanSpeed() {
    let n = 120
    for (a, b) in pairs() {
      for pace in paces {
        let t = Transition(from: a, to: b, pace: pace)
        guard t.duration > 0 else { continue }
        let frames = (0...n).map { t.frame(at: t.duration * Double($0) / Double(n)) }
        for id in a.identities.intersection(b.identities) {
          let middles = frames.compactMap { $0.rect(of: id)?.center }
          #expect(middles.count == n + 1)
          let steps = zip(middles, middles.dropFirst()).map { $0.distance(to: $1) }
          let speed = steps.reduce(0, +) / (time(1, of: id, in: t) - time(0, of: id, in: t))
          #expect((steps.max() ?? 0) <= Easing.fastest * speed * t.duration / Double(n) + 1e-9)
        }
      }
    }
  }

  /// When an element is still at the start of its way (0), or already at its end (1).
  private func time(_ share: Double, of id: Identity, in t: Transition) -> Double {
    var (low, high) = (0.0, t.duration)
    for _ in 0..<40 {
      let mid = (low + high) / 2
      let now = t.share(of: id, at: mid)
      if share == 0 ? now > 0 : now >= 1 { high = mid } else { low = mid }
    }
    return high
  }

  @Test func whatStandsOnTheStageInBothStatesNeverLeavesIt() {
    let stage = Rect(0, 0, 900, 300)
    func isInside(_ r: Rect) -> Bool {
      r.minX >= -1e-6 && r.minY >= -1e-6 && r.maxX <= stage.maxX + 1e-6 && r.maxY <= stage.maxY + 1e-6
    }
    for (a, b) in pairs() {
      let t = Transition(from: a, to: b)
      let kept = a.identities.intersection(b.identities).filter { id in
        [a.rect(of: id), b.rect(of: id)].allSatisfy { $0.map(isInside) ?? false }
      }
      for k in 1..<24 {
        let frame = t.frame(at: t.duration * Double(k) / 24)
        for id in kept { #expect(frame.rect(of: id).map(isInside) == true) }
      }
    }
  }

  @Test func theSameMomentsAtAnyRateAreTheSamePictures() {
    for (a, b) in pairs(zooming: true).prefix(24) {
      let board = board(a, b)
      for k in 0..<12 {
        let (x, y, z) = (Double(4 * k) / 24, Double(5 * k) / 30, Double(10 * k) / 60)
        #expect(x == y && y == z)
        #expect(board.frame(at: x) == board.frame(at: z))
      }
    }
  }

  @Test func anyOrderGivesTheSamePictures() {
    for (a, b) in pairs(zooming: true).prefix(24) {
      let board = board(a, b)
      let moments = (0..<20).map { board.duration * Double($0) / 20 }
      let forward = moments.map { board.frame(at: $0) }
      let alone = moments.reversed().map { self.board(a, b).frame(at: $0) }
      #expect(forward == alone.reversed())
    }
  }

  private func board(_ a: Frame, _ b: Frame) -> Storyboard {
    Storyboard(
      [
        StoryboardBeat(name: "one", caption: "One.", pace: .standard, states: [{ _ in a }]),
        StoryboardBeat(
          name: "two", caption: "Two.", pace: .standard, states: [{ _ in b }, { _ in a }, { _ in b }]),
      ], language: .en)
  }
}
