import Figures

@testable import Inspection

/// A defect made in a story; nil where it has nothing to spoil in this way.
typealias StoryDefect = @Sendable (Telling, inout Mulberry32) -> Telling?

/// Defects of stories, by the rule that must find them.
enum StoryDefects {
  static let all: [(rule: Rule, defects: [StoryDefect])] = [
    (.captionLong, [longCaption, hurriedCaption]), (.captionMissing, [noCaption, repeatedCaption]),
    (.descriptionSame, [noDescription, repeatedDescription]),
    (.beatUnchanged, [nothingNew]), (.unstaggered, [manyAtOnce]), (.jump, [suddenStep]), (.flash, [flicker]),
    (.blink, [briefGuest]), (.fade, [dip]), (.identityLost, [newName]),
  ]

  private static func replacing(_ telling: Telling, _ i: Int, _ change: (Telling.Beat) -> Telling.Beat)
    -> Telling
  {
    var beats = telling.beats
    beats[i] = change(beats[i])
    return Telling(
      place: telling.place, still: telling.still, stillCaption: telling.stillCaption, beats: beats,
      frame: telling.frame)
  }

  private static func beat(
    _ b: Telling.Beat, caption: String? = nil, description: String? = nil, rest: Double? = nil,
    samples: [Telling.Sample]? = nil
  )
    -> Telling.Beat
  {
    Telling.Beat(
      name: b.name, caption: caption ?? b.caption, description: description ?? b.description,
      motion: b.motion,
      rest: rest ?? b.rest,
      telemetry: b.telemetry,
      samples: samples ?? b.samples)
  }

  /// The story with each frame of one beat changed.
  private static func filming(
    _ telling: Telling, _ i: Int, _ change: @escaping @Sendable (Double, Frame) -> Frame
  ) -> Telling {
    let old = telling
    let samples = old.beats[i].samples.map {
      Telling.Sample(seconds: $0.seconds, progress: $0.progress, frame: change($0.progress, $0.frame))
    }
    var beats = old.beats
    beats[i] = beat(beats[i], samples: samples)
    return Telling(
      place: old.place, still: old.still, stillCaption: old.stillCaption, beats: beats,
      frame: { b, progress in
        let frame = old.frame(b, progress)
        return b == i ? frame.map { change(progress, $0) } : frame
      })
  }

  static let longCaption: StoryDefect = { telling, random in
    guard let i = random.pick(Array(telling.beats.indices)) else { return nil }
    let long = telling.beats[i].caption + String(repeating: " And so on.", count: 9)
    return replacing(telling, i) { beat($0, caption: long) }
  }

  static let hurriedCaption: StoryDefect = { telling, random in
    guard let i = random.pick(Array(telling.beats.indices)) else { return nil }
    let k = random.between(0.2, 0.9)
    return replacing(telling, i) { beat($0, rest: $0.rest * k) }
  }

  static let noCaption: StoryDefect = { telling, random in
    random.pick(Array(telling.beats.indices)).map { replacing(telling, $0) { beat($0, caption: "") } }
  }

  static let repeatedCaption: StoryDefect = { telling, random in
    guard let i = random.pick(Array(telling.beats.indices.dropFirst())) else { return nil }
    return replacing(telling, i) { beat($0, caption: telling.beats[i - 1].caption) }
  }

  static let noDescription: StoryDefect = { telling, random in
    random.pick(Array(telling.beats.indices)).map { replacing(telling, $0) { beat($0, description: "") } }
  }

  static let repeatedDescription: StoryDefect = { telling, random in
    guard let i = random.pick(Array(telling.beats.indices.dropFirst())) else { return nil }
    return replacing(telling, i) { beat($0, description: telling.beats[i - 1].description) }
  }

  static let nothingNew: StoryDefect = { telling, random in
    guard let i = random.pick(Array(telling.beats.indices.dropFirst())),
      let last = telling.beats[i - 1].samples.last
    else { return nil }
    return filming(telling, i) { _, _ in last.frame }
  }

  static let manyAtOnce: StoryDefect = { telling, random in
    guard let i = random.pick(telling.beats.indices.filter { telling.beats[$0].samples.count > 4 }),
      let frame = telling.beats[i].samples.last?.frame
    else { return nil }
    let stage = sheetParts(of: frame)
    // Six to ten elements of their own, each on its own way.
    var groups: [Int] = []
    for g in frame.groups.indices
    where g > 0 && frame.groups[g].parent == 0 && stage[g] == .stage
      && frame.marks.contains(where: { $0.group == g })
    {
      groups.append(g)
    }
    guard groups.count >= 8 else { return nil }
    var shifts: [Identity: Point] = [:]
    for (k, g) in groups.prefix(9).enumerated() {
      let angle = 2 * Maths.pi * (Double(k) + random.between(-0.1, 0.1)) / Double(min(9, groups.count))
      shifts[frame.groups[g].identity] = Point(Maths.cos(angle), Maths.sin(angle)) * random.between(60, 140)
    }
    let shift = shifts
    let start = frame
    return filming(telling, i) { progress, _ in
      var out = start
      let t = Easing.standard(progress)
      for g in out.groups.indices {
        if let d = shift[out.groups[g].identity] {
          out.groups[g].transform = out.groups[g].transform.then(.translation(d.x * t, d.y * t))
        }
      }
      return out
    }
  }

  /// A beat that moves and a mark of it that can be seen from its start to its end.
  private static func standing(_ telling: Telling, _ random: inout Mulberry32, area: Double = 0) -> (
    Int, Identity
  )? {
    guard let i = random.pick(telling.beats.indices.filter { telling.beats[$0].samples.count > 6 }) else {
      return nil
    }
    let tracks = telling.beats[i].tracks.filter { track in
      guard let p = track.start, let q = track.end, min(p.opacity, q.opacity) > 0.95 else { return false }
      let isSteady = track.states.allSatisfy { ($0?.opacity ?? 0) > 0.95 }
      return isSteady && p.bounds.width * p.bounds.height > max(area, 20)
    }
    return random.pick(tracks).map { (i, $0.identity) }
  }

  static let suddenStep: StoryDefect = { telling, random in
    guard let (i, who) = standing(telling, &random) else { return nil }
    let when = random.between(0.2, 0.8)
    let d = Point(random.between(60, 200), random.between(-80, 80))
    return filming(telling, i) { progress, frame in
      guard progress > when, let m = frame.marks.firstIndex(where: { $0.identity == who }) else {
        return frame
      }
      return frame.moving(m, by: d)
    }
  }

  static let flicker: StoryDefect = { telling, random in
    guard let (i, who) = standing(telling, &random), telling.beats[i].motion >= 1 else { return nil }
    let (motion, rate) = (telling.beats[i].motion, random.between(4.5, 6))
    return filming(telling, i) { progress, frame in
      guard let m = frame.marks.firstIndex(where: { $0.identity == who }) else { return frame }
      let isOn = Int(progress * motion * rate * 2) % 2 == 0
      var out = frame
      out.marks[m].shape = .outline(
        .rectangle(Rect(100, 150, 300, 200), radius: 0), fill: isOn ? .plain(.ink) : .plain(.paper),
        stroke: nil)
      return out
    }
  }

  static let briefGuest: StoryDefect = { telling, random in
    guard let i = random.pick(telling.beats.indices.filter { telling.beats[$0].samples.count > 6 }) else {
      return nil
    }
    // On a sample, so that it is in the film at all.
    let beat = telling.beats[i]
    guard let sample = random.pick(Array(beat.samples.dropFirst(2).dropLast(2))) else { return nil }
    let half = random.between(0.01, 0.045) / beat.motion
    let rect = Rect(random.between(60, 800), random.between(120, 380), 60, 30)
    return filming(telling, i) { progress, frame in
      (progress - sample.progress).magnitude > half
        ? frame
        : frame.adding(.outline(.rectangle(rect, radius: 4), fill: .role(.cache, .solid), stroke: nil))
    }
  }

  static let dip: StoryDefect = { telling, random in
    guard let (i, who) = standing(telling, &random) else { return nil }
    let depth = random.between(0.5, 1)
    let isText = telling.beats[i].samples.contains { sample in
      sample.frame.marks.contains { if case .text = $0.shape { $0.identity == who } else { false } }
    }
    if isText
      && telling.beats[i].tracks.first(where: { $0.identity == who })?.changesWords(telling.beats[i].samples)
        == true
    {
      return nil
    }
    return filming(telling, i) { progress, frame in
      guard let m = frame.marks.firstIndex(where: { $0.identity == who }) else { return frame }
      var out = frame
      out.marks[m].opacity *= 1 - depth * 4 * progress * (1 - progress)
      return out
    }
  }

  static let newName: StoryDefect = { telling, random in
    guard let i = random.pick(telling.beats.indices.filter { telling.beats[$0].samples.count > 4 }),
      let a = telling.beats[i].samples.first?.frame, let b = telling.beats[i].samples.last?.frame
    else { return nil }
    // Elements that stay where they are as what they are get other names in the second state.
    let still = telling.beats[i].tracks.filter { track in
      guard let p = track.start, let q = track.end, min(p.opacity, q.opacity) > 0.95 else { return false }
      // What says where it comes from is told by that, whatever it is called.
      guard b.isWithoutOrigin(b.marks[q.mark].group) else { return false }
      return p.bounds == q.bounds && p.bounds.width > 6 && a.marks[p.mark].shape == b.marks[q.mark].shape
    }
    guard let track = random.pick(still) else { return nil }
    var renamed = b
    for m in renamed.marks.indices where renamed.marks[m].identity == track.identity {
      renamed.marks[m].identity = Identity("renamed", i)
    }
    let transition = Transition(from: a, to: renamed)
    return filming(telling, i) { progress, _ in transition.frame(at: progress * transition.duration) }
  }
}

extension Frame {
  /// Whether neither a group nor any around it comes out of another.
  fileprivate func isWithoutOrigin(_ group: Int) -> Bool {
    var g = group
    while g >= 0 {
      if groups[g].origin != nil { return false }
      g = groups[g].parent
    }
    return true
  }
}
