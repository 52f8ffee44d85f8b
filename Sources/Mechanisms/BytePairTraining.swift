/// Learns byte-pair merges from a dictionary of counted words (Sennrich, Haddow and Birch 2016, Alg. 1).
///
/// Words start as letters and an end-of-word marker; the most frequent pair of neighbours is merged
/// everywhere, again and again. No merge crosses a word.
public struct BytePairTraining: Equatable, Sendable {
  /// The corpus between two merges.
  public struct Step: Equatable, Sendable {
    /// The words as they are cut, in the corpus' order.
    public let words: [[BytePairToken]]
    /// All pairs in the order met.
    public let pairs: [PairCount]
    /// Symbols of the whole corpus, each word counted as often as it occurs.
    public let length: Int
    /// Symbols in the vocabulary; old ones stay.
    public let inventory: Int

    /// The pairs, the most frequent first; equal ones in the order met.
    public var ranked: [PairCount] {
      pairs.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        .map { $0.element }
    }
    /// The highest count; 0 without pairs.
    public var best: Int { pairs.reduce(0) { Swift.max($0, $1.count) } }
    /// The pairs that share it, in the order met.
    public var tied: [PairCount] { pairs.filter { $0.count == best } }
  }

  /// The end-of-word marker.
  public static let wordEnd = "</w>"
  /// The corpus.
  public let corpus: [CountedWord]
  /// The symbols by index: letters as met, then one for each merge.
  public let vocabulary: [String]
  /// How many of them were there before the first merge.
  public let alphabet: Int
  /// The rules, in the order learnt.
  public let merges: [BytePairMerge]
  /// The corpus before the first merge and after each.
  public let steps: [Step]

  /// Learns up to `merges` rules: fewer when every word is one token before.
  public init(_ corpus: [CountedWord], merges limit: Int, ties: BytePairTies = .firstMet) {
    var vocabulary: [String] = []
    var words = corpus.map { word in
      Self.letters(word.text).enumerated().map { i, letter in
        let known = vocabulary.firstIndex { Self.same($0, letter) }
        if known == nil { vocabulary.append(letter) }
        return BytePairToken(symbol: known ?? vocabulary.count - 1, letters: i..<i + 1)
      }
    }
    alphabet = vocabulary.count
    var merges: [BytePairMerge] = []
    var steps = [Step(words, corpus, vocabulary)]
    while merges.count < limit, let best = Self.choice(steps[merges.count].tied, vocabulary, ties) {
      merges.append(BytePairMerge(pair: best.pair, count: best.count, symbol: vocabulary.count))
      vocabulary.append(vocabulary[best.pair.left] + vocabulary[best.pair.right])
      words = words.map { [merge = merges[merges.count - 1]] in $0.applying(merge) }
      steps.append(Step(words, corpus, vocabulary))
    }
    self.corpus = corpus
    self.vocabulary = vocabulary
    self.merges = merges
    self.steps = steps
  }

  /// The letters of a word, and the end-of-word marker.
  public static func letters(_ word: String) -> [String] {
    word.unicodeScalars.map { String($0) } + [wordEnd]
  }

  private static func choice(_ tied: [PairCount], _ vocabulary: [String], _ ties: BytePairTies) -> PairCount?
  {
    guard ties == .lexicographicallyLast else { return tied.first }
    return tied.max { a, b in
      let (p, q) = (vocabulary[a.pair.left], vocabulary[b.pair.left])
      if !same(p, q) { return precedes(p, q) }
      return precedes(vocabulary[a.pair.right], vocabulary[b.pair.right])
    }
  }

  static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  /// Symbols with the same letters, rules, cuts and counts.
  public static func == (a: BytePairTraining, b: BytePairTraining) -> Bool {
    a.corpus == b.corpus && a.merges == b.merges && a.steps == b.steps
      && a.vocabulary.elementsEqual(b.vocabulary) { same($0, $1) }
  }
}

extension BytePairTraining.Step {
  fileprivate init(_ words: [[BytePairToken]], _ corpus: [CountedWord], _ vocabulary: [String]) {
    var pairs: [PairCount] = []
    for (word, counted) in zip(words, corpus) {
      for pair in word.pairs {
        if let i = pairs.firstIndex(where: { $0.pair == pair }) {
          pairs[i] = PairCount(pair: pair, count: pairs[i].count + counted.count)
        } else {
          pairs.append(PairCount(pair: pair, count: counted.count))
        }
      }
    }
    self.init(
      words: words, pairs: pairs, length: zip(words, corpus).reduce(0) { $0 + $1.0.count * $1.1.count },
      inventory: vocabulary.count)
  }
}
