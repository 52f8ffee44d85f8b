import Drawing
import Geometry

/// Who takes part in a transition: the groups of both states as one tree. Those of the second state come
/// first and keep their places, then those that leave, then marks that change their group.
struct Cast: Sendable {
  /// What becomes of a group.
  enum Part: Sendable {
    /// It is in both states, inside the same group.
    case stays(from: Int, to: Int)
    /// It is in both states, inside different groups: on the way it belongs to none.
    case changes(from: Int, to: Int)
    /// It is only in the second state; `alone` when what it is in was there before.
    case enters(Int, alone: Bool)
    /// It is only in the second state and comes out of something in the first, where `start` shows it.
    case emerges(Int, start: Affine)
    /// It is only in the first state; `alone` when what it is in is still there.
    case leaves(Int, alone: Bool)
    /// It is only in the first state and goes into something in the second, where `end` shows it.
    case merges(Int, end: Affine)
    /// A mark that is in both states, in different groups.
    case carries(from: Int, to: Int)

    /// Whether it is in both states.
    var isKept: Bool {
      switch self {
      case .stays, .changes, .carries: return true
      default: return false
      }
    }
  }

  let matching: Matching
  let old, new: Tree
  private(set) var parts: [Part] = []
  /// For each part, the part that it is in; −1 for the root.
  private(set) var parents: [Int] = []
  /// For each group of the first state, its part.
  private(set) var places: [Int]
  /// For a part that leaves while others come out of it, and for one that enters while others go into it:
  /// those others, in paint order.
  private(set) var families: [Int: [Int]] = [:]

  init(_ from: Frame, _ to: Frame) {
    matching = Matching(from: from, to: to)
    (old, new) = (Tree(from), Tree(to))
    places = [Int](repeating: 0, count: from.groups.count)
    let comings = Lineage(
      new, entering: { [matching] in matching.groupSource[$0] < 0 }, by: { $0.origin }, in: old)
    let goings = Lineage(
      old, entering: { [matching] in matching.groupTarget[$0] < 0 }, by: { $0.destiny }, in: new)
    for j in to.groups.indices {
      let i = matching.groupSource[j]
      let parent = to.groups[j].parent
      if i >= 0 {
        places[i] = j
        let moves = j > 0 && old.parent(i) != new.parent(j)
        add(moves ? .changes(from: i, to: j) : .stays(from: i, to: j), in: moves ? 0 : parent)
      } else if let start = comings.maps[j] {
        add(.emerges(j, start: start), in: 0)
      } else {
        add(.enters(j, alone: parts[parent].isKept), in: parent)
      }
    }
    for i in from.groups.indices where matching.groupTarget[i] < 0 {
      places[i] = parts.count
      let parent = places[from.groups[i].parent]
      if let end = goings.maps[i] {
        add(.merges(i, end: end), in: 0)
      } else {
        add(.leaves(i, alone: parts[parent].isKept), in: parent)
      }
    }
    for (i, members) in comings.families where matching.groupTarget[i] < 0 { families[places[i]] = members }
    for (j, members) in goings.families where matching.groupSource[j] < 0 {
      families[j] = members.map { places[$0] }
    }
  }

  /// Adds a mark that changes its group, and says where.
  mutating func carry(_ from: Int, _ to: Int) -> Int {
    add(.carries(from: from, to: to), in: 0)
    return parts.count - 1
  }

  private mutating func add(_ part: Part, in parent: Int) {
    parts.append(part)
    parents.append(parent)
  }
}

/// Where the groups that come out of others start from (or, seen backwards, where those that go into others
/// end).
private struct Lineage {
  /// For each group of the tree, the map that shows it there; nil for those without a relative.
  var maps: [Affine?]
  /// The groups of the tree that have a relative in the other, with that.
  var families: [(relative: Int, members: [Int])] = []

  init(
    _ tree: Tree, entering: (Int) -> Bool, by relative: (Group) -> Identity?, in other: Tree
  ) {
    maps = [Affine?](repeating: nil, count: tree.groups.count)
    var found: [Identity: Int] = [:]
    var places: [Identity: Int]?
    for i in tree.groups.indices {
      guard let who = relative(tree.groups[i]), entering(i) else { continue }
      if places == nil { places = Matching.index(other.groups) }
      if let family = found[who] {
        families[family].members.append(i)
      } else if let place = places?[who] {
        found[who] = families.count
        families.append((place, [i]))
      }
    }
    for (relative, members) in families {
      let all = members.dropFirst().reduce(tree.rect(members[0])) { $0.union(tree.rect($1)) }
      for i in members {
        maps[i] = tree.maps[i].then(Lineage.shrunk(tree.rect(i), of: all, into: other.rect(relative)))
      }
    }
  }

  /// The map that brings one of several into their relative: never larger than it, and as they stand to
  /// each other as far as it has room.
  private static func shrunk(_ rect: Rect, of all: Rect, into relative: Rect) -> Affine {
    var k = 1.0
    if rect.width > 0 { k = min(k, relative.width / rect.width) }
    if rect.height > 0 { k = min(k, relative.height / rect.height) }
    k = max(k, 0.05)
    func start(
      _ low: Double, _ length: Double, _ allLow: Double, _ allLength: Double, _ r: Double, _ room: Double
    )
      -> Double
    {
      let share = allLength > length + 1e-9 ? (low - allLow) / (allLength - length) : 0.5
      return r + share * (room - k * length)
    }
    let x = start(rect.minX, rect.width, all.minX, all.width, relative.minX, relative.width)
    let y = start(rect.minY, rect.height, all.minY, all.height, relative.minY, relative.height)
    return Affine(k, 0, 0, k, x - k * rect.minX, y - k * rect.minY)
  }
}
