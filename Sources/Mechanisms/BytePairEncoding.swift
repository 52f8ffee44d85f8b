/// A word cut by the rules of a training: the earliest-learnt rule that applies is applied everywhere in it,
/// until none does (Sennrich, Haddow and Birch 2016, §3.2). This is not the longest match.
public struct BytePairEncoding: Equatable, Sendable {
  /// The word at a moment: after a rule, or before the first.
  public struct Stage: Equatable, Sendable {
    /// The rule just applied, from 0; nil before the first.
    public let rule: Int?
    /// The word as it is cut.
    public let tokens: [BytePairToken]
  }

  /// The word as letters, and after each rule that applied.
  public let stages: [Stage]

  /// Encodes a word with the first `limit` rules, all by default; nil when it has a letter that the training
  /// never met.
  public init?(_ word: String, by training: BytePairTraining, limit: Int = .max) {
    var tokens: [BytePairToken] = []
    for (i, letter) in BytePairTraining.letters(word).enumerated() {
      let known = training.vocabulary.prefix(training.alphabet)
        .firstIndex { BytePairTraining.same($0, letter) }
      guard let known else { return nil }
      tokens.append(BytePairToken(symbol: known, letters: i..<i + 1))
    }
    let rules = training.merges.prefix(Swift.max(0, limit))
    var stages = [Stage(rule: nil, tokens: tokens)]
    while true {
      let pairs = tokens.pairs
      guard let rule = rules.firstIndex(where: { pairs.contains($0.pair) }) else { break }
      tokens = tokens.applying(rules[rule])
      stages.append(Stage(rule: rule, tokens: tokens))
    }
    self.stages = stages
  }

  /// The tokens when no rule applies any more.
  public var tokens: [BytePairToken] { stages[stages.count - 1].tokens }
}

/// The dictionary of Sennrich et al. 2016, Alg. 1, and words that it never held.
public enum BytePairCorpus {
  /// Four words and how often each occurs.
  public static let words = [
    CountedWord("low", 5), CountedWord("lower", 2), CountedWord("newest", 6), CountedWord("widest", 3),
  ]
  /// Words to encode: three new ones and one of the corpus.
  public static let probes = ["lowest", "slow", "newer", "widest"]
}

/// The vocabulary of GPT-2: the total in Radford et al. 2019, §2.3; the split in the released files.
public enum GPT2Vocabulary {
  /// Tokens for single bytes, learnt merges, and the end-of-text token.
  public static let bytes = 256, merges = 50_000, special = 1
  /// All tokens.
  public static let total = bytes + merges + special
}
