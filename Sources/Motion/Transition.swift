import Drawing
import Geometry
import Typography

/// The motion between two laid-out states, derived from what is the same in both: what leaves fades
/// first, then what stays moves, then what is new appears. With linear easing what moves takes the whole
/// time instead, and nothing is staggered.
public struct Transition: Sendable {
  /// The state that it starts from, and the state where it arrives.
  public let from, to: Frame
  /// How long it takes, in seconds; 0 when nothing changes.
  public let duration: Double
  private let pace: Pace
  private let matching: Matching
  private let order: [DrawingStep]
  private let delays: [Double]
  /// For each connector of the second state, the groups that it joins.
  private let joined: [(Int, Int)?]
  private let exit: Phase, move: Phase, enter: Phase

  private struct Phase: Sendable {
    var start = 0.0, length = 0.0
    func progress(_ t: Double) -> Double { length > 0 ? (t - start) / length : (t < start ? 0 : 1) }
  }

  /// A mark of the merged paint order.
  private enum DrawingStep: Sendable {
    case staying(Int, Int)
    case entering(Int)
    case exiting(Int)
  }

  /// Derives the motion between two states.
  public init(from: Frame, to: Frame, pace: Pace = .standard) {
    self.from = from
    self.to = to
    self.pace = pace
    let matching = Matching(from: from, to: to)
    self.matching = matching
    order = Transition.merge(from, to, matching)
    var groups: [Identity: Int] = [:]
    for (i, group) in to.groups.enumerated() { groups[group.identity] = i }
    joined = to.marks.map { mark in
      guard let ends = mark.ends, let a = groups[ends.from], let b = groups[ends.to] else { return nil }
      return (a, b)
    }
    let changed = to.marks.indices.filter {
      matching.source[$0] >= 0 && from.marks[matching.source[$0]].shape != to.marks[$0].shape
    }
    let movers = Transition.movers(from, to, matching, changed)
    let exits = !matching.exits.isEmpty
    let enters = matching.source.contains { $0 < 0 }
    var clock = 0.0
    var (exit, move, enter) = (Phase(), Phase(), Phase())
    if exits {
      exit = Phase(start: 0, length: Duration.exit)
      clock = Duration.exit * (1 - Duration.overlap)
    }
    // A clock never stops: what it moves takes the whole time, all at once.
    let clockwork = pace.easing == .linear
    var spread = 0.0
    if !changed.isEmpty || from.groups != to.groups && !exits && !enters {
      let length = movers.isEmpty ? Duration.change : Duration.move
      if movers.count > Duration.staggerAfter && !clockwork {
        spread = min(Duration.stagger * Double(movers.count - 1), Duration.staggerMost)
        let rest = clock + length + (enters ? Duration.enter * (1 - Duration.overlap) : 0)
        spread = max(0, min(spread, Duration.most - rest))
      }
      move = Phase(start: clock, length: length)
      clock += (length + spread) * (1 - Duration.overlap)
    }
    if enters { enter = Phase(start: clock, length: Duration.enter) }
    var total = max(exit.start + exit.length, move.start + move.length + spread, enter.start + enter.length)
    if clockwork && move.length > 0 { move = Phase(start: 0, length: total) }
    var delays = [Double](repeating: 0, count: to.groups.count)
    if movers.count > 1 {
      for (rank, group) in movers.enumerated() {
        delays[group] = spread * Double(rank) / Double(movers.count - 1)
      }
      // What lies inside a moving element goes with it.
      for (j, group) in to.groups.enumerated() where group.parent > 0 && delays[group.parent] > 0 {
        delays[j] = delays[group.parent]
      }
    }
    if let seconds = pace.seconds, total > 0 {
      let k = seconds / total
      for i in delays.indices { delays[i] *= k }
      (exit.start, exit.length) = (exit.start * k, exit.length * k)
      (move.start, move.length) = (move.start * k, move.length * k)
      (enter.start, enter.length) = (enter.start * k, enter.length * k)
      total = seconds
    }
    self.delays = delays
    (self.exit, self.move, self.enter) = (exit, move, enter)
    duration = total
  }

  /// The picture `seconds` after the start: exactly `from` at 0, exactly `to` from the end on.
  public func frame(at seconds: Double) -> Frame {
    if seconds >= duration { return to }
    if seconds <= 0 { return from }
    let leaving = Easing.standard(exit.progress(seconds))
    let coming = Easing.standard(enter.progress(seconds))
    var (groups, map, solo) = mixedGroups(seconds, leaving: leaving, coming: coming)
    var marks: [Mark] = []
    marks.reserveCapacity(order.count)
    for step in order {
      switch step {
      case .staying(let i, let j):
        let t = moved(seconds, to.marks[j].group)
        let ends = joined[j].map { (moved(seconds, $0.0), moved(seconds, $0.1)) }
        marks += to.marks[j].tweened(from: from.marks[i], at: ends?.1 ?? t, ends: ends)
      case .entering(let j):
        var mark = to.marks[j]
        if !solo[mark.group] { mark.opacity *= coming }
        if mark.opacity > 0 { marks.append(mark) }
      case .exiting(let i):
        var mark = from.marks[i]
        mark.group = map[mark.group]
        if !solo[mark.group] { mark.opacity *= 1 - leaving }
        if mark.opacity > 0 { marks.append(mark) }
      }
    }
    groups[0].opacity = to.groups[0].opacity
    return Frame(
      size: from.size.mixed(with: to.size, at: moved(seconds, 0)), groups: groups, marks: marks)
  }

  private func moved(_ seconds: Double, _ group: Int) -> Double {
    pace.easing(move.progress(seconds - delays[group]))
  }

  /// The groups of the second state on their way, then those that leave. `map` says where the groups
  /// of the first state went; `solo` which groups fade as a whole.
  private func mixedGroups(
    _ seconds: Double, leaving: Double, coming: Double
  ) -> (groups: [Group], map: [Int], solo: [Bool]) {
    var groups = to.groups
    var map = [Int](repeating: 0, count: from.groups.count)
    var solo = [Bool](repeating: false, count: groups.count)
    for j in groups.indices {
      let i = matching.groupSource[j]
      if i >= 0 {
        map[i] = j
        let t = moved(seconds, j)
        let a = from.groups[i]
        groups[j].bounds = a.bounds.mixed(with: groups[j].bounds, at: t)
        groups[j].transform = a.transform.mixed(with: groups[j].transform, at: t)
        groups[j].opacity = a.opacity.mixed(with: groups[j].opacity, at: t)
        if let clip = a.clip, let target = groups[j].clip { groups[j].clip = clip.mixed(with: target, at: t) }
      } else {
        let inside = groups[j].parent >= 0 && solo[groups[j].parent]
        solo[j] = true
        if !inside { emerge(&groups[j], seconds, coming) }
      }
    }
    var kept = [Bool](repeating: false, count: from.groups.count)
    for i in matching.groupSource where i >= 0 { kept[i] = true }
    for i in from.groups.indices where !kept[i] {
      var group = from.groups[i]
      let parentLeaves = group.parent >= 0 && !kept[group.parent]
      if !parentLeaves { group.opacity *= 1 - leaving }
      group.parent = group.parent >= 0 ? map[group.parent] : -1
      map[i] = groups.count
      groups.append(group)
      solo.append(true)
    }
    return (groups, map, solo)
  }

  /// A group that appears: a copy comes out of its original, anything else fades in.
  private func emerge(_ group: inout Group, _ seconds: Double, _ coming: Double) {
    guard let origin = group.origin, let start = from.groups.first(where: { $0.identity == origin }) else {
      group.opacity *= coming
      return
    }
    let t = Easing.standard(move.length > 0 ? move.progress(seconds) : enter.progress(seconds))
    let d = (start.bounds.center - group.bounds.center) * (1 - t)
    group.transform = group.transform.then(.translation(d.x, d.y))
    group.opacity *= t > 0 ? 1 : 0
  }

  /// Outermost groups whose marks change place, in paint order.
  private static func movers(_ a: Frame, _ b: Frame, _ matching: Matching, _ changed: [Int]) -> [Int] {
    var moving = [Bool](repeating: false, count: b.groups.count)
    for j in changed {
      let (p, q) = (a.marks[matching.source[j]].shape.bounds, b.marks[j].shape.bounds)
      if p.origin.distance(to: q.origin) > 0.5 { moving[b.marks[j].group] = true }
    }
    return moving.indices.filter { j in
      var parent = b.groups[j].parent
      while parent > 0 {
        if moving[parent] { return false }
        parent = b.groups[parent].parent
      }
      return moving[j]
    }
  }

  /// The paint order of the second state, each leaving mark right after the mark that it lay upon.
  private static func merge(_ a: Frame, _ b: Frame, _ matching: Matching) -> [DrawingStep] {
    var place = [Int](repeating: -1, count: a.marks.count)
    for (j, i) in matching.source.enumerated() where i >= 0 { place[i] = j }
    var after = [[Int]](repeating: [], count: b.marks.count + 1)
    var last = 0
    for i in a.marks.indices {
      if place[i] >= 0 { last = place[i] + 1 } else { after[last].append(i) }
    }
    var out: [DrawingStep] = []
    out.reserveCapacity(b.marks.count + matching.exits.count)
    for i in after[0] { out.append(.exiting(i)) }
    for j in b.marks.indices {
      let i = matching.source[j]
      out.append(i >= 0 ? .staying(i, j) : .entering(j))
      for k in after[j + 1] { out.append(.exiting(k)) }
    }
    return out
  }
}
