import Drawing
import Geometry

/// What a connector that is in both states is attached to.
struct Connection: Sendable {
  /// An end: the part that it joins, and where the middle of that stands in the connector's coordinates
  /// in both states.
  struct End: Sendable {
    let part: Int
    let start, end: Point
  }

  /// The connector's own part.
  let part: Int
  /// Its ends; nil for one that is attached to another thing than before.
  let first, second: End?
  /// Whether an end or the connector itself leaves the straight way.
  let wanders: Bool

  /// The connection of a connector in a part; nil for other marks.
  init?(_ from: Mark, _ to: Mark, _ part: Int, _ cast: Cast, _ index: [Identity: Int], wanders: [Bool]) {
    guard let old = from.ends, let new = to.ends else { return nil }
    func end(_ a: Identity, _ b: Identity) -> End? {
      guard a == b, let g = index[b], case (let i, let j)? = cast.states(g),
        case (let k, let l)? = cast.states(part),
        let before = cast.old.maps[k].inverse, let after = cast.new.maps[l].inverse
      else { return nil }
      return End(
        part: g, start: before.apply(cast.old.rect(i).center), end: after.apply(cast.new.rect(j).center))
    }
    self.part = part
    first = end(old.from, new.from)
    second = end(old.to, new.to)
    guard first != nil || second != nil else { return nil }
    self.wanders = [first?.part, second?.part, part].contains { $0.map { wanders[$0] } ?? false }
  }

  /// How far both ends are off the straight ways that the connector's ends take at these shares.
  func drift(_ groups: [Group], _ shares: (Double, Double)) -> (Point, Point)? {
    guard wanders, let back = map(part, groups).inverse else { return nil }
    func off(_ end: End?, _ t: Double) -> Point {
      guard let end else { return .zero }
      let now = map(end.part, groups).apply(groups[end.part].bounds.center)
      return back.apply(now) - end.start.mixed(with: end.end, at: t)
    }
    return (off(first, shares.0), off(second, shares.1))
  }

  private func map(_ part: Int, _ groups: [Group]) -> Affine {
    var (m, g) = (Affine.identity, part)
    while g > 0 {
      m = m.then(groups[g].transform)
      g = groups[g].parent
    }
    return m
  }
}

extension Cast {
  /// The group of a part in both states; nil for one that is only in one.
  func states(_ part: Int) -> (Int, Int)? {
    switch parts[part] {
    case .stays(let i, let j), .changes(let i, let j): return (i, j)
    default: return nil
    }
  }
}
