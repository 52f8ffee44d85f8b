import Drawing
import Geometry
import Typography

/// The motion between two laid-out states, derived from what is the same in both: what leaves goes first,
/// then what stays moves, then what is new appears. With linear easing what moves takes the whole time
/// instead, and nothing is staggered.
///
/// All that does not depend on the moment is worked out once, so that a picture costs what it mixes.
public struct Transition: Sendable {
  /// The state that it starts from, and the state where it arrives.
  public let from, to: Frame
  /// How long it takes, in seconds; 0 when nothing changes.
  public let duration: Double
  /// The share of a change at which old words have gone and new ones begin to come.
  public static let wordsSwap = 0.4
  let cast: Cast
  let steps: [Step]
  let tweens: [MarkTween]
  /// For each tween, what it is attached to when it is a connector.
  private let connections: [Connection?]
  private let motions: [GroupMotion]
  /// The parts that are not the same at every moment.
  private let changing: [Int]
  /// The groups as they are where they rest.
  private let rest: [Group]
  private let spans: [Span]
  private let isMoving: [Bool]
  private let schedule: Schedule

  /// A mark on its way, in paint order.
  enum Step: Sendable {
    /// The nth mark of the second state, which does not change inside its group.
    case still(Int)
    /// The nth tween.
    case moves(Int)
    /// The nth mark of the second state; `alone` when its group was there before.
    case enters(Int, alone: Bool)
    /// The nth mark of the first state, in a part; `alone` when its group is still there.
    case leaves(Int, in: Int, alone: Bool)
  }

  /// Derives the motion between two states.
  public init(from: Frame, to: Frame, pace: Pace = .standard) {
    self.from = from
    self.to = to
    var cast = Cast(from, to)
    var steps: [Step] = []
    var tweens: [MarkTween] = []
    steps.reserveCapacity(from.marks.count + to.marks.count)
    for step in cast.matching.paintOrder {
      switch step {
      case .stays(let i, let j):
        var (a, b) = (from.marks[i], to.marks[j])
        let moves = cast.places[a.group] != b.group
        if !moves && a.shape == b.shape && a.opacity == b.opacity {
          steps.append(.still(j))
        } else {
          let part = moves ? cast.carry(i, j) : b.group
          (a.group, b.group) = (part, part)
          steps.append(.moves(tweens.count))
          tweens.append(MarkTween(from: a, to: b))
        }
      case .enters(let j):
        steps.append(.enters(j, alone: cast.parts[to.marks[j].group].isKept))
      case .leaves(let i):
        let part = cast.places[from.marks[i].group]
        steps.append(.leaves(i, in: part, alone: cast.parts[part].isKept))
      }
    }
    let (work, movers) = Transition.survey(cast, steps, tweens, from, to)
    let schedule = Schedule(work, movers: movers.parts.count, pace)
    var swaps = [Bool](repeating: false, count: cast.parts.count)
    for (k, g) in movers.parts.enumerated() where movers.partners[k] >= 0 { swaps[g] = true }
    let motions = cast.parts.indices.map { GroupMotion($0, cast, from: from, to: to, swaps: swaps[$0]) }
    var wanders: [Bool] = []
    for (g, motion) in motions.enumerated() {
      let up = cast.parents[g]
      wanders.append(motion.wanders || up > 0 && wanders[up])
    }
    let index = tweens.contains { $0.to.ends != nil } ? Matching.index(to.groups) : [:]
    connections = tweens.map { Connection($0.from, $0.to, $0.to.group, cast, index, wanders: wanders) }
    spans = movers.spans(cast, schedule, from: from, to: to)
    isMoving = movers.isMoving
    rest = motions.map { $0.rest }
    changing = motions.indices.filter { !motions[$0].isStill }
    duration = schedule.total
    (self.cast, self.steps, self.tweens) = (cast, steps, tweens)
    (self.motions, self.schedule) = (motions, schedule)
  }

  /// The picture `seconds` after the start: exactly `from` at 0, exactly `to` from the end on.
  public func frame(at seconds: Double) -> Frame {
    if seconds >= duration { return to }
    if seconds <= 0 { return from }
    let (shares, coming, leaving) = shares(seconds)
    var groups = rest
    for g in changing {
      motions[g].apply(shares[g], ride: rides(g) ? ride(cast.parents[g], g, groups) : .zero, to: &groups[g])
    }
    var marks: [Mark] = []
    marks.reserveCapacity(steps.count)
    for step in steps {
      switch step {
      case .still(let j): marks.append(to.marks[j])
      case .moves(let k):
        let t = shares[tweens[k].to.group]
        guard let connection = connections[k] else {
          tweens[k].add(at: t, to: &marks)
          continue
        }
        let ends = (
          connection.first.map { shares[$0.part] } ?? t, connection.second.map { shares[$0.part] } ?? t
        )
        tweens[k].add(at: ends.1, ends: ends, drift: connection.drift(groups, ends), to: &marks)
      case .enters(let j, let alone):
        var mark = to.marks[j]
        if alone { fade(&mark, mark.group, coming, leaves: false, groups) }
        if mark.opacity > 0 { marks.append(mark) }
      case .leaves(let i, let part, let alone):
        var mark = from.marks[i]
        mark.group = part
        if alone { fade(&mark, part, 1 - leaving, leaves: true, groups) }
        if mark.opacity > 0 { marks.append(mark) }
      }
    }
    let size =
      from.size == to.size ? to.size : from.size.mixed(with: to.size, at: schedule.move.share(seconds))
    return Frame(size: size, groups: groups, marks: marks)
  }

  /// How far an element of both states is on its way after some seconds, 0…1; for any other identity, how
  /// far what does not move is with changing.
  public func share(of identity: Identity, at seconds: Double) -> Double {
    if seconds >= duration { return 1 }
    if seconds <= 0 { return 0 }
    let g = to.groups.firstIndex { $0.identity == identity }
    guard let g, cast.parts[g].isKept else { return schedule.move.share(seconds) }
    return spans[g].share(seconds)
  }

  /// The seconds at which anything starts or ends, in order: between two of them everything follows its curve.
  public var joints: [Double] {
    var out = [0, duration]
    for span in spans + [schedule.leave, schedule.move, schedule.enter] {
      out.append(span.start)
      out.append(span.start + span.length)
    }
    out.sort()
    var kept: [Double] = []
    for x in out where x >= 0 && x <= duration && kept.last != x { kept.append(x) }
    return kept
  }

  /// The shares of all parts, of marks that enter and of marks that leave.
  private func shares(_ seconds: Double) -> ([Double], Double, Double) {
    var shares = [Double](repeating: 0, count: spans.count)
    for g in spans.indices {
      shares[g] = g > 0 && spans[g] == spans[g - 1] ? shares[g - 1] : spans[g].share(seconds)
    }
    return (shares, schedule.enter.share(seconds), schedule.leave.share(seconds))
  }

  /// Whether a group comes or goes inside one that moves.
  private func rides(_ g: Int) -> Bool {
    let up = cast.parents[g]
    guard up > 0 && isMoving[up] else { return false }
    switch motions[g].fade {
    case .appears, .vanishes, .dissolves, .forms: return true
    case .none, .emerges, .merges: return false
    }
  }

  /// How far a moving part is from where `g`, which comes or goes inside it, belongs to it.
  private func ride(_ up: Int, _ g: Int, _ groups: [Group]) -> Point {
    if case .leaves = cast.parts[g] { return groups[up].bounds.center - motions[up].start.center }
    return groups[up].bounds.center - motions[up].end.center
  }

  private func fade(_ mark: inout Mark, _ part: Int, _ share: Double, leaves: Bool, _ groups: [Group]) {
    mark.opacity *= share
    guard part > 0 && isMoving[part] && mark.opacity > 0 else { return }
    let d = groups[part].bounds.center - (leaves ? motions[part].start : motions[part].end).center
    if d != .zero { mark.shape = mark.shape.offset(by: d) }
  }
}
