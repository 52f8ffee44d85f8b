/// “the cat sat on the mat” with hand-made queries, keys and values of 4 numbers: determiner, noun,
/// verb, preposition. Each word's key says what it is, its query what it looks for.
public enum AttentionSentence {
  /// The words in order.
  public static var tokens: [String] { ["the", "cat", "sat", "on", "the", "mat"] }
  /// Q [6 × 4]: a noun looks for its determiner, a verb for its noun, and so on.
  public static var queries: Matrix {
    Matrix([[0, 0, 0, 0], [2, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2], [0, 1, 0, 2]])
  }
  /// K [6 × 4].
  public static var keys: Matrix {
    Matrix([[1, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2], [1, 0, 0, 0], [0, 2, 0, 0]])
  }
  /// V [6 × 4]: a unit vector for each kind of word.
  public static var values: Matrix {
    Matrix([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]])
  }

  /// Its attention; every query may look back only, unless `mask` says otherwise.
  public static func attention(
    scaled: Bool = true, mask: AttentionMask = .causal, temperature: Double = 1
  ) -> Attention {
    Attention(
      queries: queries, keys: keys, values: values, scaled: scaled, mask: mask, temperature: temperature)
  }
}
