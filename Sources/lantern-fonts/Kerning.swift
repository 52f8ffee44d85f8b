/// Kerning of all pairs of a face, in classes of characters that are kerned alike.
struct Kerning {
  /// Class of each character as the left and as the right one of a pair; 0 is never kerned.
  let left: [Int]
  let right: [Int]
  /// Kerning by left class, from 1, and right class, from 0.
  let rows: [[Int]]
  private let places: [UInt32: Int]

  /// Shapes each character before each other; one shaping gives all pairs of one left character.
  init(_ characters: [UInt32], alone: [Int], _ shaper: Shaper) throws {
    var line = [UInt32](repeating: 0, count: 2 * characters.count)
    for (j, c) in characters.enumerated() { line[2 * j + 1] = c }
    var all: [[Int]] = []
    for (i, a) in characters.enumerated() {
      for j in characters.indices { line[2 * j] = a }
      guard let advances = shaper.advances(line, every: 2) else {
        throw Failure("\(shaper.file.file): U+\(String(a, radix: 16)) is more than kerned in pairs.")
      }
      all.append(advances.map { $0 - alone[i] })
    }
    let left = Kerning.classes(all)
    let firsts = (1..<(left.max() ?? 0) + 1).compactMap { left.firstIndex(of: $0) }
    let columns = characters.indices.map { j in firsts.map { all[$0][j] } }
    let right = Kerning.classes(columns)
    let leaders = (0...(right.max() ?? 0)).map { right.firstIndex(of: $0) }
    rows = firsts.map { i in leaders.map { $0.map { all[i][$0] } ?? 0 } }
    (self.left, self.right) = (left, right)
    places = Dictionary(uniqueKeysWithValues: zip(characters, characters.indices))
    guard rows.count < 256 && leaders.count <= 256 else {
      throw Failure("\(shaper.file.file) has more than 255 kerning classes.")
    }
  }

  /// Equal lists get equal numbers in order of first use; a list of zeros gets 0.
  private static func classes(_ lists: [[Int]]) -> [Int] {
    var seen: [[Int]: Int] = [:]
    return lists.map { list in
      if let known = seen[list] { return known }
      let next = list.contains { $0 != 0 } ? (seen.values.max() ?? 0) + 1 : 0
      seen[list] = next
      return next
    }
  }

  /// How much closer two characters stand than alone.
  func kern(_ a: UInt32, _ b: UInt32) -> Int {
    guard let i = places[a], let j = places[b], left[i] > 0 else { return 0 }
    return rows[left[i] - 1][right[j]]
  }

  /// One character of each class as the right one of a pair, and as the left one.
  var samples: (right: [UInt32], left: [UInt32]) {
    let characters = places.sorted { $0.value < $1.value }.map(\.key)
    func first(_ classes: [Int]) -> [UInt32] {
      var seen: Set<Int> = []
      return zip(characters, classes).filter { seen.insert($0.1).inserted }.map(\.0)
    }
    return (first(right), first(left))
  }

  /// Gaps between kerned right classes, each with its kern, and a 0 at the end of a left class.
  var digits: Digits {
    var out = Digits()
    for row in rows {
      var column = 0
      for (j, kern) in row.enumerated() where kern != 0 {
        out.add(j - column, kern)
        column = j
      }
      out.add(0)
    }
    return out
  }
}
