import Drawing
import Geometry

/// What a transition has to find time for.
struct Work: Sendable {
  var leaves = false, enters = false
  /// Something comes out of or goes into something else; changes place or size; changes words or numbers;
  /// changes in any other way.
  var splits = false, moves = false, counts = false, changes = false

  var isNothing: Bool { !(leaves || enters || splits || moves || counts || changes) }

  /// Seconds for what changes; 0 when nothing does.
  var length: Double {
    if splits { return Duration.lineage }
    if moves { return Duration.move }
    return counts ? Duration.count : changes ? Duration.recolour : 0
  }
}

extension Transition {
  /// What a transition has to do, and what moves in it.
  static func survey(
    _ cast: Cast, _ steps: [Step], _ tweens: [MarkTween], _ from: Frame, _ to: Frame
  ) -> (Work, Movers) {
    var work = Work()
    var displaced = [Bool](repeating: false, count: cast.parts.count)
    // For each part, the one around it that comes out of or goes into something, or that others do so with.
    var kin = [Int](repeating: -1, count: cast.parts.count)
    for (g, part) in cast.parts.enumerated() {
      switch part {
      case .emerges, .merges: kin[g] = g
      case .enters(_, alone: false), .leaves(_, alone: false): kin[g] = kin[cast.parents[g]]
      case .enters(_, alone: true), .leaves(_, alone: true): if cast.families[g] != nil { kin[g] = g }
      case .stays(let i, let j):
        let (a, b) = (from.groups[i], to.groups[j])
        if a.opacity != b.opacity || a.clip != b.clip { work.changes = true }
      default: break
      }
    }
    func come(_ part: Int) -> Bool {
      guard kin[part] >= 0 else { return false }
      switch cast.parts[kin[part]] {
      case .emerges, .merges: displaced[kin[part]] = true
      default: break
      }
      work.splits = true
      return true
    }
    for step in steps {
      switch step {
      case .still: break
      case .enters(let j, _): if !come(to.marks[j].group) { work.enters = true }
      case .leaves(_, let part, _): if !come(part) { work.leaves = true }
      case .moves(let k):
        if tweens[k].displacement > 0.5 { displaced[tweens[k].to.group] = true }
        if tweens[k].isGeometric { work.moves = true }
        if case .text = tweens[k].to.shape { work.counts = true } else { work.changes = true }
      }
    }
    let movers = Movers(cast, displaced: displaced)
    if !movers.parts.isEmpty { work.moves = true }
    if from.size != to.size { work.moves = true }
    return (work, movers)
  }
}
