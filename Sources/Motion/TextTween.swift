import Drawing
import Geometry
import Typography

/// How one line of text becomes another.
enum TextTween: Sendable {
  /// The same words in the same sizes: only place and colour differ.
  case moves
  /// The same words in other sizes or weights; the weight changes half-way.
  case resizes
  /// One number becomes another.
  case counts
  /// Other words: the old ones go, then the new ones come.
  case swaps

  init(_ p: TextLine, _ q: TextLine) {
    let pairs = zip(p.runs, q.runs)
    if p.runs.count == q.runs.count && pairs.allSatisfy({ sameText($0.text, $1.text) }) {
      let isSame =
        p.width == q.width
        && pairs.allSatisfy { $0.face == $1.face && $0.size == $1.size && $0.offset == $1.offset }
      self = isSame ? .moves : .resizes
    } else if let a = p.counter, let b = q.counter, p.runs.indices.contains(a.run),
      q.runs.indices.contains(b.run)
    {
      self = .counts
    } else {
      self = .swaps
    }
  }

  /// Whether its words are replaced by others.
  var isSwap: Bool { if case .swaps = self { true } else { false } }

  /// Adds the line a share `t` of the way; `mark` is the mark of the second state with its opacity there.
  func add(_ p: TextLine, _ q: TextLine, _ mark: Mark, at t: Double, to marks: inout [Mark]) {
    let pivot = p.pivot.mixed(with: q.pivot, at: t)
    var mark = mark
    switch self {
    case .moves, .resizes, .counts:
      mark.shape = .text(moved(p, q, at: t).placed(pivot))
    case .swaps:
      let isNew = t >= Transition.wordsSwap
      mark.shape = .text((isNew ? q : p).placed(pivot))
      mark.opacity *=
        isNew ? (t - Transition.wordsSwap) / (1 - Transition.wordsSwap) : 1 - t / Transition.wordsSwap
    }
    marks.append(mark)
  }

  private func moved(_ p: TextLine, _ q: TextLine, at t: Double) -> TextLine {
    var line = q
    line.halo = p.halo.mixed(with: q.halo, at: t)
    line.anchor = p.anchor.mixed(with: q.anchor, at: t)
    switch self {
    case .counts:
      if let a = p.counter, let b = q.counter { line.count(from: a, to: b, at: t) }
    case .resizes:
      line.width = p.width.mixed(with: q.width, at: t)
      for i in line.runs.indices {
        line.runs[i].face = t < 0.5 ? p.runs[i].face : q.runs[i].face
        line.runs[i].size = p.runs[i].size.mixed(with: q.runs[i].size, at: t)
        line.runs[i].offset = p.runs[i].offset.mixed(with: q.runs[i].offset, at: t)
        line.runs[i].width = p.runs[i].width.mixed(with: q.runs[i].width, at: t)
      }
    default: break
    }
    for i in line.runs.indices where i < p.runs.count && p.runs[i].paint != q.runs[i].paint {
      line.runs[i].paint = p.runs[i].paint.mixed(with: q.runs[i].paint, at: t)
    }
    return line
  }
}

extension TextLine {
  fileprivate func placed(_ pivot: Point) -> TextLine {
    var line = self
    line.origin = Point(pivot.x - anchor * width, pivot.y)
    return line
  }

  /// Shows a number between two in the second one's run.
  fileprivate mutating func count(from a: Counter, to b: Counter, at t: Double) {
    let now = a.mixed(with: b, at: t)
    let old = runs[b.run]
    let text = now.format.text(now.value) + remainder(of: old.text, after: b.format.text(b.value))
    let width = FontTable.width(of: text, face: old.face, size: old.size)
    runs[b.run].text = text
    runs[b.run].width = width
    for i in runs.indices where i > b.run { runs[i].offset.x += width - old.width }
    self.width += width - old.width
    counter = Counter(value: now.value, format: now.format, run: b.run)
  }
}

/// What a counter's run says behind its number: the space before a unit.
private func remainder(of text: String, after number: String) -> String {
  guard text.utf8.starts(with: number.utf8) else { return "" }
  return String(decoding: text.utf8.dropFirst(number.utf8.count), as: UTF8.self)
}
