import Drawing
import Geometry

/// Which marks and groups of two frames are the same things.
struct Matching: Sendable {
  /// For each mark of the second frame, its mark in the first; −1 where it enters.
  var source: [Int]
  /// Marks of the first frame that are not in the second.
  var exits: [Int]
  /// For each group of the second frame, its group in the first; −1 where it enters.
  var groupSource: [Int]

  init(from a: Frame, to b: Frame) {
    var marks: [Identity: Int] = [:]
    for (i, mark) in a.marks.enumerated() { marks[mark.identity] = i }
    source = b.marks.map { marks[$0.identity] ?? -1 }
    var kept = [Bool](repeating: false, count: a.marks.count)
    for i in source where i >= 0 { kept[i] = true }
    exits = kept.indices.filter { !kept[$0] }
    var groups: [Identity: Int] = [:]
    for (i, group) in a.groups.enumerated() { groups[group.identity] = i }
    groupSource = b.groups.map { groups[$0.identity] ?? -1 }
  }
}
