import Drawing

/// Breaks a text into lines that are at most `width` points wide, and balances up to four of them: no
/// line is then much shorter than the others unless its words force it.
///
/// Gives at least one line, which is empty when the text is; `\n` forces a break, and spaces at a break
/// are dropped. A word wider than `width` is broken between characters, and a single character wider
/// than that stands alone; only there can a line be too wide, or a rule about punctuation be broken.
public func breakLines(
  _ markup: String, _ style: TextStyle, _ language: Language, width: Double
) -> [MeasuredLine] {
  if let line = plainLine(markup, style, language), line.width <= width { return [line] }
  let setting = Setting(markup, style, language)
  var lines: [MeasuredLine] = []
  var start = 0
  for i in 0...setting.letters.count where i == setting.letters.count || setting.letters[i].scalar == "\n" {
    for range in Paragraph(setting.letters, start..<i).lines(width: width) {
      lines.append(setting.line(range))
    }
    start = i + 1
  }
  return lines
}

/// The letters between two forced breaks.
private struct Paragraph {
  /// Letters that stay together, and the spaces after them.
  private struct Word {
    var letters: Range<Int>
    var next: Int
  }

  /// Balancing more lines than this costs more than it shows.
  private static let balanced = 2...4
  /// A line as wide as its own measure fits, whatever rounding did.
  private static let tolerance = 1e-6

  private let letters: [Setting.Letter]
  private let range: Range<Int>
  private var words: [Word] = []

  init(_ letters: [Setting.Letter], _ range: Range<Int>) {
    self.letters = letters
    self.range = range
    var i = range.lowerBound
    while i < range.upperBound && letters[i].scalar == " " { i += 1 }
    while i < range.upperBound {
      var next = i + 1
      while next < range.upperBound && !BreakRules.mayBreak(letters, before: next) { next += 1 }
      var end = next
      while end > i && letters[end - 1].scalar == " " { end -= 1 }
      words.append(Word(letters: i..<end, next: next))
      i = next
    }
  }

  func lines(width: Double) -> [Range<Int>] {
    guard let first = words.first, let last = words.last else { return [range.lowerBound..<range.lowerBound] }
    let full = self.width(first.letters.lowerBound..<last.letters.upperBound)
    if full <= width + Paragraph.tolerance { return [first.letters.lowerBound..<last.letters.upperBound] }
    let greedy = fill(width)
    let widest = words.map { self.width($0.letters) }.max() ?? 0
    guard Paragraph.balanced.contains(greedy.count) && widest <= width else { return greedy }
    // The narrowest measure that needs no more lines; a sixteenth of a point is finer than eyes see.
    var (low, high, best) = (max(widest, full / Double(greedy.count + 1)), width, greedy)
    while high - low > 1.0 / 16 {
      let middle = (low + high) / 2
      let trial = fill(middle)
      if trial.count <= greedy.count {
        best = trial
        high = middle
      } else {
        low = middle
      }
    }
    return best
  }

  private func width(_ range: Range<Int>) -> Double {
    guard let first = range.first, let last = range.last else { return 0 }
    return letters[last].end - letters[first].x
  }

  /// Takes as many words on each line as fit.
  private func fill(_ width: Double) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var open: Range<Int>?
    for word in words {
      if let line = open, self.width(line.lowerBound..<word.letters.upperBound) <= width + Paragraph.tolerance
      {
        open = line.lowerBound..<word.letters.upperBound
      } else {
        if let line = open { out.append(line) }
        open = tear(word.letters, width, into: &out)
      }
    }
    if let line = open { out.append(line) }
    return out
  }

  /// Cuts off full lines of a word that doesn't fit on one: after a space if it has one, else where the
  /// rules about punctuation allow, else anywhere. Gives the rest.
  private func tear(_ word: Range<Int>, _ width: Double, into out: inout [Range<Int>]) -> Range<Int> {
    var start = word.lowerBound
    var (space, good): (Range<Int>?, Int?) = (nil, nil)
    for i in word where i > start && !isMark(letters[i].scalar) {
      if letters[i].scalar == " " {
        space = (space?.upperBound == i ? space?.lowerBound ?? i : i)..<i + 1
        continue
      }
      let tearable = BreakRules.mayTear(letters, before: i)
      while i > start && self.width(start..<i + 1) > width + Paragraph.tolerance {
        let cut = tearable ? i : good ?? i
        out.append(start..<(space?.lowerBound ?? cut))
        start = space?.upperBound ?? cut
        (space, good) = (nil, nil)
      }
      if i > start && tearable { good = i }
    }
    return start..<word.upperBound
  }
}
