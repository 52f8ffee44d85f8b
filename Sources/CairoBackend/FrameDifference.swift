import Drawing
import Encoding
import Geometry

/// Finds where two frames of one size, theme and scale are drawn differently.
///
/// A pixel is the outcome of the nodes whose ink reaches it, in their order. So what differs is the ink, old and
/// new, of each node that is not the same in both, or not in the same order among those that are. A layer whose
/// head is the same is looked into: where nothing in it changes, it gives the same pixels. (The head of a layer
/// that is drawn as one includes its extent: at the edge of the image in between, Cairo cuts shapes.)
struct FrameDifference {
  private let old, new: PlannedFrame
  /// Pixels a point.
  let scale: Double
  /// What has to be drawn anew.
  private(set) var damage: Damage
  /// What of it stems from the nodes below the cut.
  private(set) var below: Damage
  /// Places of the new top nodes that are not as before.
  private(set) var changed: [Int] = []

  /// Compares two frames, the new one planned after the old one. Their top nodes are compared in two parts, those before
  /// and those from a cut in either list.
  init(
    from old: PlannedFrame, to new: PlannedFrame, cut: (old: Int, new: Int), scale: Double, width: Int,
    height: Int
  ) {
    (self.old, self.new, self.scale) = (old, new, scale)
    damage = Damage(width: width, height: height)
    below = damage
    changed = compare(old.tree.nodes[..<cut.old], new.tree.nodes[..<cut.new])
    below = damage
    changed += compare(old.tree.nodes[cut.old...], new.tree.nodes[cut.new...])
  }

  /// Compares two lists of nodes and gives the places of the new ones that are not as before.
  private mutating func compare(_ a: ArraySlice<DrawingTree.Node>, _ b: ArraySlice<DrawingTree.Node>) -> [Int]
  {
    var changed: [Int] = []
    // Most often all nodes are there in both, in one order.
    var (i, j) = (a.startIndex, b.startIndex)
    while i < a.endIndex && j < b.endIndex && isSame(a[i], b[j]) {
      if !compare(a[i], b[j]) { changed.append(j) }
      (i, j) = (i + 1, j + 1)
    }
    var (endOld, endNew) = (a.endIndex, b.endIndex)
    while endOld > i && endNew > j && isSame(a[endOld - 1], b[endNew - 1]) {
      (endOld, endNew) = (endOld - 1, endNew - 1)
      if !compare(a[endOld], b[endNew]) { changed.append(endNew) }
    }
    let (olds, news) = (a[i..<endOld], b[j..<endNew])
    var places: [Identity: Int] = [:]
    for (i, node) in zip(olds.indices, olds) { places[old.identity(node)] = i }
    // Each old node is taken once: an identity may stand twice.
    let partners = news.map { places.removeValue(forKey: new.identity($0)) ?? -1 }
    var keptOld = [Bool](repeating: false, count: olds.count)
    var keptNew = [Bool](repeating: false, count: news.count)
    for k in longestAscent(partners) {
      keptOld[partners[k] - i] = true
      keptNew[k] = true
      if !compare(a[partners[k]], news[j + k]) { changed.append(j + k) }
    }
    for (k, node) in zip(keptOld, olds) where !k { add(old.ink(node)) }
    for (k, place) in zip(keptNew, news.indices) where !k {
      add(new.ink(news[place]))
      changed.append(place)
    }
    return changed
  }

  private func isSame(_ a: DrawingTree.Node, _ b: DrawingTree.Node) -> Bool {
    old.identity(a) == new.identity(b)
  }

  /// Compares two nodes at one place of the order, and tells whether they are drawn alike.
  private mutating func compare(_ a: DrawingTree.Node, _ b: DrawingTree.Node) -> Bool {
    switch (a, b) {
    case (.mark(let i, let p), .mark(let j, let q)):
      if isSame(i, p, j, q) { return true }
    case (.layer(let l), .layer(let m)):
      let (g, h) = (old.frame.groups[l.group], new.frame.groups[m.group])
      if l.opacity == m.opacity && l.isComposite == m.isComposite && g.clip == h.clip
        && (!l.isComposite || PixelRect(ink: l.ink, scale: scale) == PixelRect(ink: m.ink, scale: scale))
        && (g.clip == nil || old.plan.transforms[l.group] == new.plan.transforms[m.group])
      {
        return compare(l.nodes[...], m.nodes[...]).isEmpty && l.nodes.count == m.nodes.count
      }
    default: break
    }
    add(old.ink(a))
    add(new.ink(b))
    return false
  }

  /// Whether two marks, each faded by layers around it, are drawn alike. Most are known to be; the others are compared
  /// where they stand: copying them costs more.
  private func isSame(_ i: Int, _ p: Double, _ j: Int, _ q: Double) -> Bool {
    if new.plan.before[j] == i { return p == q }
    return old.frame.marks.withUnsafeBufferPointer { olds in
      new.frame.marks.withUnsafeBufferPointer { news in
        min(1, olds[i].opacity) * p == min(1, news[j].opacity) * q
          && old.plan.transforms[olds[i].group] == new.plan.transforms[news[j].group]
          && olds[i].shape == news[j].shape
      }
    }
  }

  private mutating func add(_ ink: Rect?) {
    if let ink { damage.add(PixelRect(ink: ink, scale: scale)) }
  }
}

/// The places of a longest ascending row among numbers, those below 0 left out.
func longestAscent(_ numbers: [Int]) -> [Int] {
  // For each length, where the row that ends lowest ends; and for each place, the one before it in its row.
  var ends: [Int] = []
  var before = [Int](repeating: -1, count: numbers.count)
  for (k, x) in numbers.enumerated() where x >= 0 {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[ends[middle]] < x { low = middle + 1 } else { high = middle }
    }
    before[k] = low > 0 ? ends[low - 1] : -1
    if low < ends.count { ends[low] = k } else { ends.append(k) }
  }
  var row: [Int] = []
  var k = ends.last ?? -1
  while k >= 0 {
    row.append(k)
    k = before[k]
  }
  return row.reversed()
}
