import Figures

/// Whether a character is a Chinese one.
func isHan(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: return true
  default: return false
  }
}

/// A stretch of English in a Chinese reader's text that is more than a term; nil when there is none.
///
/// A term may hold one everyday word (“token by token”); a stretch is prose when it has two, or one at its
/// end, or is long; in a text without any Chinese one is enough, or two of them apart (“9 rows × 9 keys”).
func englishProse(_ text: String) -> String? {
  let hasHan = text.unicodeScalars.contains(where: isHan)
  let stretches = latinStretches(text)
  for stretch in stretches where stretch.count > 1 {
    let words = stretch.map { $0.lowercased() }
    if terms.contains(words.joined(separator: " ")) { continue }
    let everyday = words.map { everydayWords.contains($0) }
    let count = everyday.count { $0 }
    let atEnd = everyday.first == true || everyday.last == true
    let isProse = hasHan ? count >= 2 && words.count >= 3 || count == 1 && words.count >= 5 : count >= 1
    if isProse || words.count >= 7 || hasHan && atEnd && words.count >= 4 && count >= 1 {
      return stretch.joined(separator: " ")
    }
  }
  // A stretch that is a term is one, whatever words it has.
  guard !hasHan, !stretches.contains(where: { terms.contains($0.joined(separator: " ").lowercased()) }) else {
    return nil
  }
  let apart = stretches.joined().filter { everydayWords.contains($0.lowercased()) }
  return Set(apart).count > 1 ? apart.joined(separator: " … ") : nil
}

/// Latin words that follow each other with nothing but spaces between; a single capital is a name and no
/// word.
private func latinStretches(_ text: String) -> [[String]] {
  var out: [[String]] = []
  var stretch: [String] = []
  func close() {
    if !stretch.isEmpty { out.append(stretch) }
    stretch = []
  }
  for part in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
    let all = Array(part.unicodeScalars)
    let start = all.firstIndex { isLatin($0) } ?? all.count
    let end = all[start...].firstIndex { !isLatin($0) && $0 != "-" && $0 != "’" } ?? all.count
    if start > 0 { close() }
    let isName = end - start == 1 && all[start].properties.isUppercase
    if start < end && !isName {
      var word = String.UnicodeScalarView()
      word.append(contentsOf: all[start..<end])
      stretch.append(String(word))
    }
    if end < all.count || isName || start == end { close() }
  }
  close()
  return out
}

private func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }

/// Terms of the field that are written in English and have an everyday word in them.
private let terms: Set<String> = [
  "time to first token", "time per output token", "mixture of experts", "first in first out", "all to all",
  "token by token", "all reduce", "out of memory", "head of line", "needle in a haystack", "first token",
  "mean time to failure", "time between tokens", "chain of thought", "best of n", "pass at k", "last token",
]

/// Words that make sentences and labels and are no terms.
private let everydayWords: Set<String> = [
  "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "had", "does", "do", "can",
  "cannot", "will", "would", "should", "must", "may", "of", "to", "from", "for", "with", "without", "by",
  "at", "into", "than", "that", "this", "these", "those", "which", "who", "when", "where", "while",
  "until", "because", "but", "and", "or", "so", "it", "its", "they", "their", "we", "you", "there", "here",
  "each", "every", "all", "only", "both", "still", "again", "between", "through", "before", "after",
  "then", "if", "as", "not", "no", "more", "less", "most", "any", "in", "on", "first", "last", "next",
  "same", "other", "another", "new", "old", "empty", "free", "used", "wasted", "longest", "shortest",
  "largest", "smallest", "sooner", "later", "faster", "slower", "waits", "wait", "waiting", "enters",
  "enter", "leaves", "leave", "takes", "take", "returns", "holds", "hold", "needs", "need", "moves",
  "goes", "makes", "gets", "meets", "sums", "grows", "shrinks", "fits", "stays", "starts", "start", "ends",
  "end", "done", "come", "comes", "served", "reads", "writes", "one", "two", "three", "many", "few", "how",
  "what", "why", "whole", "half", "too", "per", "moved", "together", "times", "left", "right", "over",
  "under", "cut", "none", "beyond", "behind", "about", "alone", "instead", "since", "also", "says", "runs",
  "shows", "gives", "keeps", "now", "never", "always", "sends", "asks", "reserves", "refused", "shared",
  "copies", "unused", "readers", "reader", "writers", "written", "read", "write", "stayed", "outer", "inner",
  "load", "rows", "keys", "forward", "backward", "point", "points", "pairs", "words", "letters", "heads",
  "copied", "lost", "asked", "internal", "external", "slots", "tiles", "blocks", "merges", "symbols",
  "sending", "along", "across", "hatched", "split", "area", "pool",
]
