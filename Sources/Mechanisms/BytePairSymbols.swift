/// A word of the training corpus and how often it occurs.
public struct CountedWord: Equatable, Sendable {
  /// The word, without its end marker.
  public let text: String
  /// How often it occurs; under 0 counts as 0.
  public let count: Int

  /// Creates a word and its count.
  public init(_ text: String, _ count: Int) {
    self.text = text
    self.count = Swift.max(0, count)
  }

  /// Equal letters, equal count.
  public static func == (a: CountedWord, b: CountedWord) -> Bool {
    a.count == b.count && a.text.utf8.elementsEqual(b.text.utf8)
  }
}

/// A symbol in its place: which one it is, and which letters of the word it covers. The end-of-word marker
/// is the last letter.
public struct BytePairToken: Hashable, Sendable {
  /// The symbol, an index into the vocabulary.
  public let symbol: Int
  /// The letters that it covers, from 0.
  public let letters: Range<Int>

  /// Creates a token.
  public init(symbol: Int, letters: Range<Int>) {
    self.symbol = symbol
    self.letters = letters
  }
}

/// Two neighbouring symbols.
public struct SymbolPair: Hashable, Sendable {
  /// Indices into the vocabulary.
  public let left, right: Int

  /// Creates a pair.
  public init(_ left: Int, _ right: Int) {
    self.left = left
    self.right = right
  }
}

/// A pair and how often it stands in the corpus, each word counted as often as it occurs.
public struct PairCount: Hashable, Sendable {
  /// The pair.
  public let pair: SymbolPair
  /// Its occurrences.
  public let count: Int
}

/// A learnt rule: this pair becomes that symbol.
public struct BytePairMerge: Hashable, Sendable {
  /// What is glued.
  public let pair: SymbolPair
  /// How often it stood in the corpus when it was learnt.
  public let count: Int
  /// The symbol that it becomes, an index into the vocabulary.
  public let symbol: Int
}

/// Which of several equally frequent pairs is merged.
public enum BytePairTies: Sendable {
  /// The one met first when the words are scanned as listed, left to right, after the latest merge.
  case firstMet
  /// The one whose left symbol, then whose right symbol, comes last in the order of their bytes.
  case lexicographicallyLast
}

extension [BytePairToken] {
  /// The pairs of neighbours, left to right.
  public var pairs: [SymbolPair] { zip(self, dropFirst()).map { SymbolPair($0.symbol, $1.symbol) } }

  /// The tokens after every occurrence of a merge's pair is glued, left to right.
  public func applying(_ merge: BytePairMerge) -> [BytePairToken] {
    var out: [BytePairToken] = []
    for token in self {
      if let last = out.last, SymbolPair(last.symbol, token.symbol) == merge.pair {
        out[out.count - 1] = BytePairToken(
          symbol: merge.symbol, letters: last.letters.lowerBound..<token.letters.upperBound)
      } else {
        out.append(token)
      }
    }
    return out
  }
}
