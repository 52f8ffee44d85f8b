import Drawing
import Geometry
import Motion
import Typography

/// A picture as a reader is told of it who does not see it: its named elements and measured values, in one
/// language.
struct Telling: Sendable {
  /// A named element.
  private struct Element: Sendable {
    let identity: Identity
    let name: String
    let rect: Rect
    /// The named element around it; −1 for none.
    let parent: Int
  }

  private let elements: [Element]
  private let telemetry: Telemetry
  private let words: TellingWords

  init(_ frame: Frame, _ telemetry: Telemetry, _ language: Language) {
    var elements: [Element] = []
    var named: [Int] = []
    var opacities: [Double] = []
    for (i, group) in frame.groups.enumerated() {
      let up = group.parent
      opacities.append(group.opacity * (up >= 0 ? opacities[up] : 1))
      let parent = up >= 0 ? named[up] : -1
      guard !group.meaning.utf8.isEmpty && opacities[i] > 0 else {
        named.append(parent)
        continue
      }
      named.append(elements.count)
      let rect = frame.transform(of: i).bounds(of: group.bounds)
      elements.append(
        Element(identity: group.identity, name: plainText(group.meaning), rect: rect, parent: parent))
    }
    self.elements = elements
    self.telemetry = telemetry
    words = TellingWords(language)
  }

  /// What the picture shows.
  func whole(caption: Phrase?) -> String {
    var out: [String] = []
    if let caption { out.append(plainText(caption[words.language])) }
    let outer = elements.filter { $0.parent < 0 }.map { words.short($0.name) }
    if !outer.isEmpty { out.append(words.sentence(outer, .isThere)) }
    return words.paragraph(out + measured(since: nil))
  }

  /// What is different from where the beat before came to rest; everything, when there was none.
  func changes(since old: Telling?) -> String {
    guard let old else { return whole(caption: nil) }
    let before = old.elements.map { $0.identity }
    var came: [String] = []
    var moved: [String] = []
    var grown: [String] = []
    var shrunk: [String] = []
    var isTold = [Bool](repeating: false, count: elements.count)
    for (i, e) in elements.enumerated() {
      let isInside = e.parent >= 0 && isTold[e.parent]
      isTold[i] = true
      guard let k = before.firstIndex(of: e.identity) else {
        if !isInside { came.append(words.short(e.name)) }
        continue
      }
      let (p, q) = (old.elements[k].rect, e.rect)
      let growth = max(q.width - p.width, q.height - p.height, p.width - q.width, p.height - q.height)
      if growth > 0.5 {
        let more = q.width * q.height > p.width * p.height
        if !isInside {
          if more { grown.append(words.short(e.name)) } else { shrunk.append(words.short(e.name)) }
        }
      } else if p.center.distance(to: q.center) > 0.5 {
        if !isInside { moved.append(words.short(e.name)) }
      } else {
        isTold[i] = isInside
      }
    }
    let now = elements.map { $0.identity }
    let gone = old.elements.filter { e in
      !now.contains(e.identity) && (e.parent < 0 || now.contains(old.elements[e.parent].identity))
    }.map { words.short($0.name) }
    let done = [
      (gone, TellingWords.Verb.leave), (moved, .move), (grown, .grow), (shrunk, .shrink), (came, .come),
    ]
    return words.paragraph(
      done.filter { !$0.0.isEmpty }.map { words.sentence($0.0, $0.1) } + measured(since: old.telemetry))
  }

  /// Values that differ, a sentence for each row; all of them, when there are none to compare with.
  private func measured(since old: Telemetry?) -> [String] {
    var out: [String] = []
    for row in 0..<max(1, telemetry.rows.count) {
      let name = telemetry.rows.indices.contains(row) ? telemetry.rows[row] : nil
      let before = old?.place(of: name)
      var clauses: [String] = []
      for reading in telemetry.readings where reading.values.indices.contains(row) {
        let then = before.flatMap { old?.value(of: reading.name, row: $0) }
        if let clause = words.clause(reading, reading.values[row], since: then) { clauses.append(clause) }
      }
      if !clauses.isEmpty { out.append(words.readings(clauses, row: name)) }
    }
    return out
  }
}

extension Telemetry {
  /// The place of a row; the only one has no name.
  fileprivate func place(of row: Phrase?) -> Int? {
    guard let row else { return rows.isEmpty ? 0 : nil }
    return rows.firstIndex { $0 == row }
  }

  /// The value of a reading in a row.
  fileprivate func value(of name: Phrase, row: Int) -> Value? {
    guard let reading = readings.first(where: { $0.name == name }) else { return nil }
    return reading.values.indices.contains(row) ? reading.values[row] : nil
  }
}

extension Phrase {
  /// A phrase from its words in each language.
  init(of text: (Language) -> String) { self.init(text(.en), zh: text(.zh)) }

  /// The same without markup.
  var plain: Phrase { Phrase(of: { plainText(self[$0]) }) }
}
