import Figures
import Instruments
import Mechanisms

/// A tokenizer starts from letters and glues the most frequent pair of neighbours, again and again; the
/// ordered list of glues is the tokenizer (Sennrich, Haddow and Birch 2016, Alg. 1).
public struct BytePairFigure: Figure {
  /// The stories.
  public enum Mode: String, CaseIterable, Sendable {
    /// From letters to a new word's tokens.
    case tokenizer
    /// How each merge shortens the corpus and lengthens the vocabulary.
    case train
    /// How the list cuts a word.
    case encode
    /// What becomes of pairs that are equally frequent.
    case ties
  }

  /// What a reader chooses.
  public struct Inputs: Sendable {
    /// How many merges are learnt.
    var merges: Int
    /// The word that is encoded.
    var word: String
  }

  /// One state, in the terms of its mode.
  public enum State: Sendable {
    /// The default mode.
    case overview(BytePairOverview)
    /// Training.
    case train(BytePairTrain)
    /// Encoding.
    case encode(BytePairEncode)
    /// Ties.
    case ties(BytePairTiesView)
  }

  /// Its name, place and title.
  public static let about = About(
    "bpe-merge", chapter: "2.1", part: "02-transformer",
    title: Phrase("Byte-pair merging", zh: "字节对合并（BPE）"))

  /// Declares and reads the parameters.
  public static func inputs(_ knobs: inout Knobs) -> Inputs {
    let merges = knobs.int("merges", 0...15, default: 10, label: Phrase("merges", zh: "合并次数"))
    let word = knobs.choice(
      "word-to-encode", BytePairCorpus.probes.map { Parameter.Choice($0, Phrase($0)) },
      label: Phrase("word to encode", zh: "要编码的词"))
    return Inputs(merges: merges, word: BytePairCorpus.probes[word])
  }

  /// Trains, encodes and tells the beats.
  public static func story(_ inputs: Inputs, _ mode: Mode) -> Story<State> {
    let reading = BytePairReading(inputs)
    switch mode {
    case .tokenizer: return BytePairOverview.story(reading)
    case .train: return BytePairTrain.story(reading)
    case .encode: return BytePairEncode.story(reading)
    case .ties:
      return BytePairTiesView.story(reading, BytePairReading(inputs, ties: .lexicographicallyLast))
    }
  }

  /// The picture of one state.
  public static func view(_ state: State, _ at: Moment) -> Stage {
    switch state {
    case .overview(let state): state.stage
    case .train(let state): state.stage
    case .encode(let state): state.stage
    case .ties(let state): state.stage
    }
  }

  /// The picture that explains a mode alone.
  public static func still(_ inputs: Inputs, _ mode: Mode) -> Stage {
    let reading = BytePairReading(inputs)
    switch mode {
    case .tokenizer: return BytePairOverview.still(reading)
    case .train: return BytePairTrain(reading, merges: reading.count, isEncoding: true).stage
    case .encode:
      return BytePairEncode(reading: reading, tried: reading.count, isDone: true, others: true).stage
    case .ties:
      let other = BytePairReading(inputs, ties: .lexicographicallyLast)
      return BytePairTiesView(reading, other, .words).stage
    }
  }
}
