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
  /// lies right above what it lay upon. Where they disagree, what is above in one of them is above: a thing
  /// that travels from one place to another passes over what is drawn between.
  var paintOrder: [PaintStep] {
    let order = secondOrder
    var last = -1
    var agrees = true
    for i in source where i >= 0 {
      if i < last { agrees = false }
      last = i
    }
    if agrees { return order }
    // A key that grows with the place in both orders keeps what they agree on.
    var keys = [Int](repeating: 0, count: order.count)
    let first = firstOrder
    for (place, step) in order.enumerated() { keys[place] = max(place, first[index(step)]) }
    return order.indices.sorted { a, b in
      if keys[a] != keys[b] { return keys[a] < keys[b] }
      return first[index(order[a])] < first[index(order[b])]
    }.map { order[$0] }
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
