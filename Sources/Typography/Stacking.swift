/// Keeps where subscripts and superscripts start, so that one that follows the other right away, as in
/// `x_{i}^{2}`, stands over or under it instead of after it.
struct Stacking {
  private struct Group {
    var path: UInt8
    var x: Double
    var first: Int
    /// Moved away from the baseline by so much of the style's size, since it shares its place.
    var spread = 0.0
  }

  /// The last group at each depth, from 1.
  private var groups: [Group] = []

  /// How much further two groups that share a place stand apart, each, as a share of the size around
  /// them: so much that a parenthesis above clears a capital below.
  private static let clearance = 0.07

  /// Goes from one group to another. Gives where the new letters start, and, when they share their place
  /// with the group before, which of the letters set so far move by how much of the style's size.
  mutating func move(
    from before: UInt8, to path: UInt8, at letter: Int, reached: Double
  ) -> (x: Double, moved: Range<Int>, by: Double) {
    let (depth, old) = (Stacking.depth(path), Stacking.depth(before))
    var common = 0
    while common < min(depth, old) && path >> (depth - common - 1) == before >> (old - common - 1) {
      common += 1
    }
    var (x, moved, by) = (reached, letter..<letter, 0.0)
    var spread = 0.0
    if common < min(depth, old) && groups[common].spread == 0 {
      // The two differ first at this depth, so one is lowered there and the other raised.
      let other = groups[common]
      (x, moved) = (other.x, other.first..<letter)
      by = Stacking.clearance * Look.shrink(common) * (other.path & 1 == 1 ? 1 : -1)
      groups[common].spread = by
      spread = -by
    }
    groups.removeLast(groups.count - common)
    for level in common..<depth {
      groups.append(
        Group(path: path >> (depth - level - 1), x: x, first: letter, spread: level == common ? spread : 0))
    }
    return (x, moved, by)
  }

  /// How far letters of the present group move, as a share of the style's size.
  var spread: Double { groups.reduce(0) { $0 + $1.spread } }

  /// How many groups deep a path leads.
  private static func depth(_ path: UInt8) -> Int { 7 - path.leadingZeroBitCount }
}
