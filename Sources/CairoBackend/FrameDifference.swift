import Drawing
import Encoding
import Geometry

/// A frame as it is drawn: planned, and with its layers.
struct PlannedFrame {
  let frame: Frame
  let plan: Plan
  let tree: DrawingTree

  /// Plans a frame that follows another, if any, planned with the same scale.
  init(_ frame: Frame, scale: Double, after last: PlannedFrame? = nil) throws(DrawingError) {
    self.frame = frame
    plan = try Plan(frame, scale: scale, after: last)
    tree = try DrawingTree(frame, plan)
  }

  /// Who a node is: the mark, or the group of the layer.
  func identity(_ node: DrawingTree.Node) -> Identity {
    switch node {
    case .mark(let i, _): return frame.marks[i].identity
    case .layer(let layer): return frame.groups[layer.group].identity
    }
  }

  /// The canvas rectangle that holds all ink of a node.
  func ink(_ node: DrawingTree.Node) -> Rect? {
    switch node {
    case .mark(let i, _): return plan.ink[i]
    case .layer(let layer): return layer.ink
    }
  }
}

/// Finds where two frames of one size, theme and scale are drawn differently.
///
/// A pixel is the outcome of the nodes whose ink reaches it, in their order. So what differs is the ink, old and
/// new, of each node that is not the same in both, or not in the same order among those that are. A layer whose
/// head is the same is looked into: where nothing in it changes, it gives the same pixels. (The head of a layer
/// that is drawn as one includes its extent: at the edge of the image in between, Cairo cuts shapes.)
struct FrameDifference {
  private let old, new: PlannedFrame
  private let scale: Double
  /// What has to be drawn anew.
  private(set) var damage: Damage

  /// Compares two frames, the new one planned after the old one.
  init(from old: PlannedFrame, to new: PlannedFrame, scale: Double, width: Int, height: Int) {
    (self.old, self.new, self.scale) = (old, new, scale)
    damage = Damage(width: width, height: height)
    compare(old.tree.nodes, new.tree.nodes)
  }

  private mutating func compare(_ a: [DrawingTree.Node], _ b: [DrawingTree.Node]) {
    // Most often all nodes are there in both, in one order.
    var head = 0
    while head < a.count && head < b.count && isSame(a[head], b[head]) {
      compare(a[head], b[head])
      head += 1
    }
    var tail = 0
    while tail < a.count - head && tail < b.count - head
      && isSame(a[a.count - 1 - tail], b[b.count - 1 - tail])
    {
      compare(a[a.count - 1 - tail], b[b.count - 1 - tail])
      tail += 1
    }
    let (olds, news) = (a[head..<a.count - tail], b[head..<b.count - tail])
    var places: [Identity: Int] = [:]
    for (i, node) in zip(olds.indices, olds) { places[old.identity(node)] = i }
    // Each old node is taken once: an identity may stand twice.
    let partners = news.map { places.removeValue(forKey: new.identity($0)) ?? -1 }
    var keptOld = [Bool](repeating: false, count: olds.count)
    var keptNew = [Bool](repeating: false, count: news.count)
    for k in longestAscent(partners) {
      keptOld[partners[k] - head] = true
      keptNew[k] = true
      compare(a[partners[k]], news[head + k])
    }
    for (k, node) in olds.enumerated() where !keptOld[k] { add(old.ink(node)) }
    for (k, node) in news.enumerated() where !keptNew[k] { add(new.ink(node)) }
  }

  private func isSame(_ a: DrawingTree.Node, _ b: DrawingTree.Node) -> Bool {
    old.identity(a) == new.identity(b)
  }

  /// Compares two nodes at one place of the order.
  private mutating func compare(_ a: DrawingTree.Node, _ b: DrawingTree.Node) {
    switch (a, b) {
    case (.mark(let i, let p), .mark(let j, let q)):
      if isSame(i, p, j, q) { return }
    case (.layer(let l), .layer(let m)):
      let (g, h) = (old.frame.groups[l.group], new.frame.groups[m.group])
      if l.opacity == m.opacity && l.isComposite == m.isComposite && g.clip == h.clip
        && (!l.isComposite || PixelRect(ink: l.ink, scale: scale) == PixelRect(ink: m.ink, scale: scale))
        && (g.clip == nil || old.plan.transforms[l.group] == new.plan.transforms[m.group])
      {
        return compare(l.nodes, m.nodes)
      }
    default: break
    }
    add(old.ink(a))
    add(new.ink(b))
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
