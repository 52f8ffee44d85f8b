import Figures
import Instruments
import Mechanisms

/// A training run and the word that is encoded with it.
struct BytePairReading: Sendable {
  /// The run.
  let run: BytePairTraining
  /// The word, which training need not have seen.
  let probe: String

  init(_ run: BytePairTraining, probe: String) {
    self.run = run
    self.probe = probe
  }

  /// Trains as the reader chose, or with another rule for ties.
  init(_ inputs: BytePairFigure.Inputs, ties: BytePairTies = .firstMet) {
    self.init(
      BytePairTraining(BytePairCorpus.words, merges: inputs.merges, ties: ties), probe: inputs.word)
  }

  /// How many rules were learnt.
  var count: Int { run.merges.count }
  /// Letters that training starts from, as they are written; the marker is one of them.
  func letters(_ word: String) -> [Phrase] { BytePairTraining.letters(word).map { Phrase($0) } }
  /// A symbol as it is written.
  func name(_ symbol: Int) -> String { run.vocabulary[symbol] }
  /// A pair as it is written.
  func name(_ pair: SymbolPair) -> String { name(pair.left) + " + " + name(pair.right) }

  /// The counts of the words in which a pair stands before the first merge, one for each place: `6 + 3`.
  func addends(_ pair: SymbolPair) -> String {
    var out = ""
    for (word, tokens) in zip(run.corpus, run.steps[0].words) {
      for found in tokens.pairs where found == pair {
        out += (out.utf8.isEmpty ? "" : " + ") + "\(word.count)"
      }
    }
    return out
  }
  /// Whether training met the word.
  var isProbeKnown: Bool { run.corpus.contains { sameText($0.text, probe) } }

  /// A word with the first rules applied one after the other.
  func stages(_ word: String, rules: Int = .max) -> [BytePairEncoding.Stage] {
    BytePairEncoding(word, by: run, limit: rules)?.stages ?? []
  }
  /// The tokens of a word after the first rules.
  func tokens(_ word: String, rules: Int = .max) -> [BytePairToken] {
    stages(word, rules: rules).last?.tokens ?? []
  }
  /// Tokens as they are written: `low | est</w>`.
  func text(_ tokens: [BytePairToken]) -> String {
    var out = ""
    for (i, token) in tokens.enumerated() { out += (i > 0 ? " | " : "") + name(token.symbol) }
    return out
  }

  /// What is measured after some merges.
  func telemetry(_ merges: Int) -> Telemetry {
    let step = run.steps[merges]
    let symbols = Phrase("symbols", zh: "个符号")
    return Telemetry([
      Telemetry.Reading(Phrase("corpus length", zh: "语料长度"), Double(step.length), unit: symbols),
      Telemetry.Reading(Phrase("vocabulary", zh: "词表"), Double(step.inventory), unit: symbols),
      Telemetry.Reading(Phrase("best count left", zh: "剩余最高计数"), Double(step.best)),
      Telemetry.Reading(
        Phrase("tokens of “\(probe)”", zh: "\(probe) 的 token 数"), Double(tokens(probe, rules: merges).count)),
    ])
  }
}

extension BytePairReading {
  /// A letter, glued letters, and the token to look at.
  static let letterLook = Surface(fill: .plain(.panel), stroke: Stroke(.line))
  static let gluedLook = Surface.rest(.compute), newLook = Surface.solid(.compute)

  /// Draws a word in its tokens. `layer` tells drawings of one word apart; what comes from another layer comes
  /// out of it. `isNew` says which tokens to look at.
  func word(
    _ word: String, _ tokens: [BytePairToken], id: Int, layer: Int = 0, from: Int? = nil, height: Double = 28,
    isNew: (BytePairToken) -> Bool = { _ in false }, seam: (Int) -> Node? = { _ in nil }
  ) -> Node {
    let origin = from ?? layer
    return SplitWord(
      letters(word),
      tokens.map { token in
        SplitWord.Piece(
          token.letters,
          isNew(token) ? Self.newLook : token.letters.count > 1 ? Self.gluedLook : Self.letterLook)
      }, height: height,
      box: { box, i in
        let start = tokens[i].letters.lowerBound
        let left = i > 0 ? tokens[i - 1].letters.lowerBound : start
        return box.same("token", layer, id, start, named: Phrase(name(tokens[i].symbol)))
          .emerging(from: "token", origin, id, start).merging(into: "token", layer, id, left)
      },
      letter: { letter, i in
        letter.same("letter", layer, id, i).emerging(from: "letter", origin, id, i)
      }, seam: seam
    ).node
  }
}
