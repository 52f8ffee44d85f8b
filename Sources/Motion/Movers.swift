import Drawing
import Geometry

/// The things that move on their own in a transition: what lies inside them goes with them.
struct Movers: Sendable {
  /// Parts of the cast in paint order.
  private(set) var parts: [Int] = []
  /// For each of them, the one that it changes places with; −1 for none.
  private(set) var partners: [Int] = []
  /// For each part of the cast, whether it moves itself.
  private(set) var isMoving: [Bool]

  /// Finds them. `displaced` are the parts whose own marks change place.
  init(_ cast: Cast, displaced: [Bool]) {
    isMoving = displaced
    for (g, part) in cast.parts.enumerated() {
      switch part {
      case .changes(let i, let j):
        if cast.old.rect(i).center.distance(to: cast.new.rect(j).center) > 0.5 { isMoving[g] = true }
      case .stays(let i, let j):
        if cast.old.groups[i].transform != cast.new.groups[j].transform { isMoving[g] = true }
      case .carries: isMoving[g] = true
      case .emerges, .merges, .enters, .leaves: break
      }
    }
    var isInside = [Bool](repeating: false, count: cast.parts.count)
    for g in cast.parts.indices {
      let up = cast.parents[g]
      isInside[g] = up > 0 && (isInside[up] || isMoving[up])
      if isMoving[g] && !isInside[g] { parts.append(g) }
    }
    partners = [Int](repeating: -1, count: parts.count)
    pair(cast)
  }

  /// Finds those that change places: each arrives where the other stood.
  private mutating func pair(_ cast: Cast) {
    let ways = parts.map { g -> (from: Rect, to: Rect)? in
      switch cast.parts[g] {
      case .stays(let i, let j) where g > 0, .changes(let i, let j):
        return (cast.old.rect(i), cast.new.rect(j))
      default: return nil
      }
    }
    for a in ways.indices where partners[a] < 0 {
      guard let p = ways[a], p.from.center.distance(to: p.to.center) > 4 else { continue }
      for b in ways.indices.dropFirst(a + 1) where partners[b] < 0 {
        guard let q = ways[b], q.from.contains(p.to.center), p.from.contains(q.to.center),
          !q.from.contains(q.to.center)
        else { continue }
        (partners[a], partners[b]) = (b, a)
        break
      }
    }
  }

  /// For each part of the cast, when it moves.
  func spans(_ cast: Cast, _ schedule: Schedule, from: Frame, to: Frame) -> [Span] {
    var ranks = [Int](repeating: -1, count: cast.parts.count)
    for (rank, g) in parts.enumerated() {
      let partner = partners[rank]
      ranks[g] = partner >= 0 ? min(rank, partner) : rank
    }
    var spans: [Span] = []
    var manners: [Movement.Manner] = []
    spans.reserveCapacity(cast.parts.count)
    for (g, part) in cast.parts.enumerated() {
      let up = cast.parents[g]
      let own: Movement.Manner
      var span = up > 0 ? spans[up] : schedule.move
      switch part {
      case .stays(_, let j), .changes(_, let j), .emerges(let j, _): own = to.groups[j].movement.manner
      case .merges(let i, _): own = from.groups[i].movement.manner
      case .carries: own = .standard
      case .enters(let j, let alone):
        own = to.groups[j].movement.manner
        if alone { span = schedule.enter }
      case .leaves(let i, let alone):
        own = from.groups[i].movement.manner
        if alone { span = schedule.leave }
      }
      if ranks[g] >= 0 { span = schedule.move(rank: ranks[g], of: parts.count) }
      let manner = own == .standard && up > 0 ? manners[up] : own
      manners.append(manner)
      spans.append(span.under(manner))
    }
    for g in cast.parts.indices {
      guard let family = cast.families[g] else { continue }
      // What others come out of stays for the last of them; what they go into is there for the first.
      if case .leaves(_, alone: true) = cast.parts[g] { spans[g] = spans[family[family.count - 1]] }
      if case .enters(_, alone: true) = cast.parts[g] { spans[g] = spans[family[0]] }
    }
    return spans
  }
}
