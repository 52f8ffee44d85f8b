import Drawing
import Geometry

/// Which marks and groups of two frames are the same things.
struct Matching: Sendable {
  /// For each mark of the second frame, its mark in the first; −1 where it enters.
  let source: [Int]
  /// For each mark of the first frame, its mark in the second; −1 where it leaves.
  let target: [Int]
  /// For each group of the second frame, its group in the first; −1 where it enters.
  let groupSource: [Int]
  /// For each group of the first frame, its group in the second; −1 where it leaves.
  let groupTarget: [Int]

  init(from a: Frame, to b: Frame) {
    var marks: [Identity: Int] = [:]
    marks.reserveCapacity(a.marks.count)
    for (i, mark) in a.marks.enumerated() { marks[mark.identity] = i }
    (source, target) = Matching.pairs(b.marks.map { marks[$0.identity] ?? -1 }, a.marks.count)
    let groups = Matching.index(a.groups)
    var found = b.groups.map { groups[$0.identity] ?? -1 }
    // The root is the root, whatever it is called.
    found[0] = 0
    (groupSource, groupTarget) = Matching.pairs(found, a.groups.count)
  }

  /// Groups by identity.
  static func index(_ groups: [Group]) -> [Identity: Int] {
    var out: [Identity: Int] = [:]
    out.reserveCapacity(groups.count)
    for (i, group) in groups.enumerated() { out[group.identity] = i }
    return out
  }

  /// Sources as they are, but each taken once; and the same seen from the other side.
  private static func pairs(_ found: [Int], _ count: Int) -> ([Int], [Int]) {
    var source = found
    var target = [Int](repeating: -1, count: count)
    for (j, i) in found.enumerated() where i >= 0 {
      if target[i] < 0 { target[i] = j } else { source[j] = -1 }
    }
    return (source, target)
  }
}
