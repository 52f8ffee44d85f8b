import Figures
import Rendering

extension InputError {
  /// A word that is none of those that are known.
  static func unknown(_ kind: String, _ word: String, _ known: [String]) -> InputError {
    InputError(
      "there is no \(kind) “\(word)”: choose from \(known.joined(separator: ", "))" + didYouMean(word, known))
  }
}

/// Reads a word as one of several values.
func choose<Value>(
  _ kind: String, _ word: String, from values: [Value], named name: (Value) -> String
) throws(InputError) -> Value {
  guard let value = values.first(where: { sameText(name($0), word) }) else {
    throw .unknown(kind, word, values.map(name))
  }
  return value
}

/// Reads the whole number that an option takes.
func wholeNumber(_ option: String, _ word: String, in range: ClosedRange<Int>) throws(InputError) -> Int {
  let accepts =
    "--\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound), not “\(word)”"
  guard let number = Int(word) else { throw InputError(accepts) }
  guard range.contains(number) else {
    throw InputError("\(accepts); the nearest is \(min(max(number, range.lowerBound), range.upperBound))")
  }
  return number
}

/// Reads `name=value` words, each name once.
func assignments(_ words: [String]) throws(InputError) -> [(name: String, text: String)] {
  var out: [(name: String, text: String)] = []
  for word in words {
    guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
      throw InputError("--param \(word) is not an assignment: write <name>=<value>, for example slots=8")
    }
    let name = String(word[..<sign])
    if out.contains(where: { sameText($0.name, name) }) {
      throw InputError("--param gives \(name) twice: give it one value")
    }
    out.append((name, String(word[word.index(after: sign)...])))
  }
  return out
}

/// Reads `k/n`, 1 ≤ k ≤ n.
func shard(_ word: String) throws(InputError) -> (k: Int, n: Int) {
  let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
  guard parts.count == 2, let k = parts[0], let n = parts[1], k >= 1, k <= n, n <= 100_000 else {
    throw InputError("--shard \(word) is not a share: write <k>/<n> with k from 1 to n, for example 1/4")
  }
  return (k, n)
}

/// The figures with these slugs, each once, or all of the catalogue.
func figures(_ slugs: [String], all: Bool, of catalogue: Catalogue) throws(InputError) -> [Catalogue.Entry] {
  if all && !slugs.isEmpty {
    throw InputError("--all and the names of figures exclude each other: leave one out")
  }
  if all { return catalogue.entries }
  var out: [Catalogue.Entry] = []
  for slug in slugs {
    let entry = try catalogue.figure(slug)
    if !out.contains(where: { sameText($0.about.slug, slug) }) { out.append(entry) }
  }
  return out
}
