import Drawing
import Geometry

/// A mark of two frames in one paint order.
enum PaintStep: Sendable {
  /// In both: its place in the first and in the second.
  case stays(Int, Int)
  /// Only in the second.
  case enters(Int)
  /// Only in the first.
  case leaves(Int)
}

extension Matching {
  /// The marks of both frames in one paint order that keeps every order that the two agree on. What leaves
  /// lies right above what it lay upon. Where they disagree, the few that jump in the order lie above the
  /// many that do not: a thing that travels passes over what is drawn between.
  var paintOrder: [PaintStep] {
    let order = secondOrder
    let jumps = jumpers
    guard jumps.contains(true) else { return order }
    let first = firstOrder
    func isJumper(_ step: PaintStep) -> Bool {
      if case .stays(_, let j) = step { jumps[j] } else { false }
    }
    // Each goes right below the first thing that lies above it in both.
    var before = [[Int]](repeating: [], count: order.count + 1)
    for (place, step) in order.enumerated() where isJumper(step) {
      var limit = place + 1
      while limit < order.count && (isJumper(order[limit]) || first[index(order[limit])] < first[index(step)])
      {
        limit += 1
      }
      before[limit].append(place)
    }
    var out: [PaintStep] = []
    out.reserveCapacity(order.count)
    for place in 0...order.count {
      for k in before[place] { out.append(order[k]) }
      if place < order.count && !isJumper(order[place]) { out.append(order[place]) }
    }
    return out
  }

  /// For each mark of the second frame, whether it stands out of the longest row of marks that both frames
  /// have in one order (by patience sorting).
  private var jumpers: [Bool] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: source.count)
    for (j, i) in source.enumerated() where i >= 0 {
      var (low, high) = (0, tails.count)
      while low < high {
        let mid = (low + high) / 2
        if source[tails[mid]] < i { low = mid + 1 } else { high = mid }
      }
      if low > 0 { previous[j] = tails[low - 1] }
      if low < tails.count { tails[low] = j } else { tails.append(j) }
    }
    var out = source.map { $0 >= 0 }
    var j = tails.last ?? -1
    while j >= 0 {
      out[j] = false
      j = previous[j]
    }
    return out
  }

  /// Marks of the second frame by number, then those of the first that leave.
  private func index(_ step: PaintStep) -> Int {
    switch step {
    case .stays(_, let j), .enters(let j): return j
    case .leaves(let i): return source.count + i
    }
  }

  /// The order of the second frame, with what leaves after what it lay upon in the first.
  private var secondOrder: [PaintStep] {
    var after = [[Int]](repeating: [], count: source.count + 1)
    var last = 0
    for (i, j) in target.enumerated() {
      if j >= 0 { last = j + 1 } else { after[last].append(i) }
    }
    var out: [PaintStep] = []
    out.reserveCapacity(source.count + target.count)
    for i in after[0] { out.append(.leaves(i)) }
    for (j, i) in source.enumerated() {
      out.append(i >= 0 ? .stays(i, j) : .enters(j))
      for k in after[j + 1] { out.append(.leaves(k)) }
    }
    return out
  }

  /// Places by `index` in the order of the first frame, with what enters after what it lies upon in the
  /// second.
  private var firstOrder: [Int] {
    var after = [[Int]](repeating: [], count: target.count + 1)
    var last = 0
    for (j, i) in source.enumerated() {
      if i >= 0 { last = i + 1 } else { after[last].append(j) }
    }
    var places = [Int](repeating: 0, count: source.count + target.count)
    var clock = 0
    func put(_ index: Int) {
      places[index] = clock
      clock += 1
    }
    for j in after[0] { put(j) }
    for (i, j) in target.enumerated() {
      put(j >= 0 ? j : source.count + i)
      for k in after[i + 1] { put(k) }
    }
    return places
  }
}
